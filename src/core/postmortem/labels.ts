import type { FactKey } from './facts';

/** What a template's label means, in the words templates use. Compared after `foldLabel`. */
const labelsByKey: Readonly<Record<FactKey, readonly string[]>> = {
	title: [
		...[
			'title',
			'incident title',
			'incident name',
			'name of incident',
			'title of the incident',
			'postmortem title',
		],
		...['short title', 'titulo', 'titulo do incidente', 'titulo del incidente', 'nombre del incidente'],
		...['标题', '事件标题', '제목'],
	],
	id: [
		...[
			'id',
			'incident id',
			'incident number',
			'incident no',
			'incident ref',
			'incident reference',
			'incident key',
		],
		...['inc number', 'inc id', 'inc', 'id do incidente', 'id del incidente', 'numero de incidente'],
		...['事件编号', '事故编号'],
	],
	date: [
		...[
			'date',
			'incident date',
			'date of incident',
			'date of the incident',
			'date of occurrence',
			'event date',
		],
		...['fecha', 'fecha del incidente', 'data', 'data do incidente', 'datum', '日期', '날짜'],
	],
	writtenAt: [
		...['last modified', 'last updated', 'created', 'created at', 'report date', 'postmortem date'],
		...['date of report', 'date written', 'ultima actualizacion', 'ultima atualizacao'],
	],
	severity: [
		...[
			'severity',
			'sev',
			'severity level',
			'incident severity',
			'priority',
			'incident priority',
			'severidad',
		],
		...[
			'severidade',
			'gravedad',
			'nivel de severidad',
			'schweregrad',
			'严重度',
			'严重程度',
			'严重级别',
			'심각도',
		],
	],
	status: [
		...[
			'status',
			'incident status',
			'current status',
			'estado',
			'estado del incidente',
			'status do incidente',
		],
		...['状态', '상태'],
	],
	impactStartedAt: [
		...[
			'start',
			'started',
			'started at',
			'start time',
			'start date',
			'start date time',
			'start date and time',
		],
		...[
			'incident start',
			'incident start time',
			'incident started',
			'impact start',
			'impact started',
			'began',
		],
		...['impact start time', 'impact began', 'incident began', 'time started', 'began at', 'start of impact'],
		...[
			'start of incident',
			'date time start',
			'incident started at',
			'inicio',
			'hora de inicio',
			'fecha de inicio',
			'beginn',
		],
		...['inicio del incidente', 'inicio do incidente', 'data de inicio', '开始时间', '发生时间'],
	],
	detectedAt: [
		...['detected', 'detected at', 'detection time', 'time detected', 'time of detection', 'first detected'],
		...['incident detected', 'date detected', 'detection date', 'discovered at', 'detectado', 'detectado em'],
		...['fecha deteccion', 'hora de deteccion', 'fecha de deteccion', '发现时间'],
	],
	declaredAt: ['declared', 'declared at', 'incident declared', 'declaration time', 'time declared'],
	acknowledgedAt: ['acknowledged', 'acknowledged at', 'time acknowledged', 'acknowledgement time'],
	mitigatedAt: [
		...['mitigated', 'mitigated at', 'mitigation time', 'time mitigated', 'time of mitigation'],
		...['incident mitigated', 'impact mitigated', 'mitigado'],
	],
	resolvedAt: [
		...[
			'resolved',
			'resolved at',
			'resolution time',
			'time resolved',
			'resolution date',
			'incident resolved',
		],
		...['date resolved', 'end', 'ended', 'end time', 'ended at', 'end date', 'end date time', 'incident end'],
		...['end date and time', 'incident end time', 'incident ended', 'impact end', 'impact ended'],
		...[
			'impact end time',
			'time ended',
			'service restored',
			'restored',
			'fin',
			'hora de fin',
			'fim',
			'resuelto',
		],
		...['resolvido', 'resolvido em', '结束时间', '恢复时间', '解决时间'],
	],
	closedAt: ['closed', 'closed at', 'time closed', 'fecha cierre', 'fecha de cierre'],
	duration: [
		...['duration', 'total duration', 'incident duration', 'impact duration', 'duration of impact'],
		...['duration of incident', 'outage duration', 'duracion', 'duracao', 'dauer', '持续时间', '时长'],
	],
	timeToDetect: ['ttd', 'mttd', 'time to detect', 'time to detection'],
	timeToAcknowledge: ['tta', 'mtta', 'time to acknowledge', 'time to acknowledgement'],
	timeToMitigate: ['ttm', 'mttm', 'time to mitigate', 'time to mitigation'],
	timeToResolve: [
		...['ttr', 'mttr', 'time to resolve', 'time to resolution', 'time to recovery', 'time to recover'],
		...['time to restore'],
	],
	participants: [
		...['participants', 'responders', 'attendees', 'people involved', 'names of people involved', 'involved'],
		...['incident responders', 'response team', 'incident team', 'responders involved', 'participantes'],
		...['involucrados', '参与人', '参与者'],
	],
	incidentCommander: [
		...['incident commander', 'ic', 'incident lead', 'incident manager', 'commander', 'incident mgmt lead'],
		...['incident management lead', 'comandante de incidente', 'comandante del incidente'],
		...['comandante do incidente', '指挥官'],
	],
	roles: ['roles', 'incident roles', 'roles and responsibilities', 'roles involved'],
	timeline: [
		...[
			'timeline',
			'incident timeline',
			'timeline of events',
			'chain of events',
			'event timeline',
			'chronology',
		],
		...['linea de tiempo', 'cronologia', 'linha do tempo', '时间线', '时间轴', '타임라인'],
	],
	actionItems: [
		...[
			'action items',
			'actions',
			'corrective actions',
			'follow up',
			'follow ups',
			'followups',
			'next steps',
		],
		...['action items followups', 'action items and followups', 'follow up actions', 'remediation'],
		...['corrective and preventative measures', 'corrective and preventive actions', 'plan de seguimiento'],
		...['items de accion', 'acoes', 'acoes corretivas', 'recommendations'],
	],
	summary: [
		...['summary', 'incident summary', 'executive summary', 'issue summary', 'overview', 'tl dr', 'tldr'],
		...['one line summary', 'resumen', 'resumen ejecutivo', 'resumo', 'resumo executivo', '概要'],
	],
	timeInSeverity: [1, 2, 3, 4, 5].flatMap((level) => [`time in sev ${level}`, `time in sev${level}`]),
	severityOverTime: ['severity over time', 'severity changes', 'severity history', 'time in each severity'],
	rolesOverTime: ['roles over time', 'role changes', 'hand offs', 'handoffs'],
	measures: ['measures', 'response times', 'response metrics', 'incident metrics', 'ttx'],
	hypotheses: ['hypotheses', 'alternative hypotheses', 'hypotheses considered', 'theories considered'],
	suspects: [
		...['suspect deploy', 'suspect deploys', 'suspected deploy', 'suspected deploys', 'suspect change'],
		...['suspected change', 'suspected changes', 'triggering deploy', 'triggering change'],
	],
	rollbacks: ['rollback', 'rollbacks', 'rollback and fix', 'fix deploy'],
	cadence: ['updates', 'update cadence', 'communication cadence', 'updates sent', 'cadence'],
	checklist: ['runbook coverage', 'runbook items', 'runbook steps', 'checklist coverage'],
};

/** Different words for one role; a role missing here is compared by its own name. */
const roleLabels: readonly (readonly string[])[] = [
	labelsByKey.incidentCommander,
	['communications lead', 'communication lead', 'comms lead', 'communications', 'communications manager'],
	['technical lead', 'tech lead', 'operations lead', 'ops lead', 'subject matter expert', 'sme'],
	['scribe', 'note taker', 'incident scribe'],
	['customer liaison', 'customer support lead', 'support lead'],
];

const keyByLabel: ReadonlyMap<string, FactKey> = new Map(
	(Object.entries(labelsByKey) as [FactKey, readonly string[]][]).flatMap(([key, labels]) =>
		labels.map((label) => [label, key] as const),
	),
);

export const incidentCommanderLabels: ReadonlySet<string> = new Set(labelsByKey.incidentCommander);

/** `factKeyOf('**3. Start (UTC):**')` is `'impactStartedAt'`. */
export function factKeyOf(label: string): FactKey | undefined {
	const folded = foldLabel(label);
	return (
		keyByLabel.get(folded) ?? (roleLabels.some((labels) => labels.includes(folded)) ? 'roles' : undefined)
	);
}

/** True for `Scribe`: one role's holder is meant, not the list of all. */
export function isRoleLabel(label: string): boolean {
	const folded = foldLabel(label);
	return roleLabels.some((labels) => labels.includes(folded));
}

export function isSameRole(one: string, other: string): boolean {
	const [first, second] = [foldLabel(one), foldLabel(other)];
	return first === second || roleLabels.some((labels) => labels.includes(first) && labels.includes(second));
}

/** Lower case, without accents, emphasis, numbering, emoji, punctuation and remarks in parentheses. */
export function foldLabel(label: string): string {
	return label
		.slice(0, 200)
		.normalize('NFD')
		.replace(/\p{M}/gu, '')
		.normalize('NFC')
		.toLowerCase()
		.replace(/[(（][^()（）]*[)）]/gu, ' ')
		.replace(/[^\p{L}\p{N}]+/gu, ' ')
		.trim()
		.replace(/^(?:\d{1,2} )+/u, '');
}
