import * as vscode from 'vscode';
import { incidentKinds, type IncidentKind, type IncidentState } from '../../core/incident/model';
import { referTo } from '../../core/incident/reference';
import { pickableRoles } from '../../core/runbook/filter';
import { viewIds } from '../../ids';
import type { Handler } from '../commands';
import type { IncidentSession } from '../incidentSession';
import { plain } from '../plain';
import { requireTrust } from '../trust';
import { textIn } from './argument';
import { pickRow, wantsRetry } from './ask';
import {
	declarationOf,
	draftWords,
	startDeclaring,
	type DeclareDraft,
} from '../../core/incident/declareDraft';
import { declareSteps, type DeclareContext } from './declareSteps';
import type { IncidentTools } from './incidentTools';

/**
 * Starts the clock. Only the title must be answered. With an incident open already, asks which one is meant first.
 * `given` is the kind of a command that leaves no choice.
 */
export function declareHandler(tools: IncidentTools, given?: IncidentKind): Handler {
	return async (argument) => {
		requireTrust('no incident can be recorded in it');
		const { session } = tools;
		const [open] = session.open;
		if (open && !(await wantsAnother(session, open))) return;
		const kind = given ?? incidentKinds.find((one) => one === textIn(argument, 'kind'));
		const context = contextOf(tools, kind !== undefined);
		await askAndDeclare(tools, context, startDeclaring(context.roles, session.me, kind ?? 'real'));
	};
}

function contextOf({ source, session, clock }: IncidentTools, kindGiven: boolean): DeclareContext {
	const runbook = source.loaded?.runbook;
	const roles = runbook ? pickableRoles(runbook) : [];
	return { runbook, roles, me: session.me, now: () => clock.now(), kindGiven };
}

/** When it could not be saved, everything that was answered is there again. */
async function askAndDeclare(
	tools: IncidentTools,
	context: DeclareContext,
	from: DeclareDraft,
): Promise<void> {
	const draft = await askAll(from, context);
	if (!draft) return;
	try {
		await declare(tools, draft);
	} catch (error) {
		if (await wantsRetry(error)) await askAndDeclare(tools, context, draft);
		return;
	}
	// Not tried again with all the rest: it is declared now.
	await recordEnd(tools, draft);
	await vscode.commands.executeCommand(`${viewIds.checklist}.focus`);
}

/** The answers, or `undefined` when the person left before there was a title, or did not want it declared. */
async function askAll(from: DeclareDraft, context: DeclareContext): Promise<DeclareDraft | undefined> {
	let draft = from;
	for (let index = 0; ;) {
		const steps = declareSteps(draft, context);
		const ask = steps[index];
		if (!ask) return draft;
		const answer = await ask(
			draft,
			{ title: titleOf(draft), step: index + 1, totalSteps: steps.length },
			context,
		);
		if (answer.kind === 'left') return index > 0 && (await isDeclared(draft)) ? draft : undefined;
		if (answer.kind === 'answered') draft = answer.value;
		index += answer.kind === 'back' ? -1 : 1;
	}
}

const words = { real: 'Declare Incident', drill: 'Start Drill', backfilled: 'Write Down Incident' } as const;

function titleOf({ kind, title }: DeclareDraft): string {
	return plain(title === '' ? words[kind] : `${words[kind]}: ${title}`);
}

/** The clock must start: who leaves half-way is asked once whether what is there is to be declared. */
async function isDeclared(draft: DeclareDraft): Promise<boolean> {
	const now = 'Declare Now';
	const detail = `${draftWords(draft)}. Everything else can be added later; Cancel declares nothing.`;
	const options = { modal: true, detail: plain(detail) };
	const answer = await vscode.window.showWarningMessage(
		plain(`Declare “${draft.title}” as it stands?`),
		options,
		now,
	);
	return answer === now;
}

async function declare({ source, session }: IncidentTools, draft: DeclareDraft): Promise<void> {
	const { loaded } = source;
	await session.declare(declarationOf(draft, loaded && referTo(loaded.runbook, loaded.path, loaded.sha256)));
}

async function recordEnd({ session }: IncidentTools, { resolvedAt }: DeclareDraft): Promise<void> {
	const incident = session.bindCurrent();
	if (resolvedAt === undefined || !incident) return;
	await incident.record('milestoneSet', { milestone: 'resolvedAt', at: resolvedAt, before: undefined });
	await incident.record('resolved', { summary: undefined });
}

/** False when the person meant an incident that is open already (which is then the current one), or gave up. */
async function wantsAnother(session: IncidentSession, first: IncidentState): Promise<boolean> {
	const existing = session.open.map((state) => ({
		label: `$(flame) Continue: ${plain(state.title)}`,
		description: `${state.severity} · ${state.id}`,
		incident: state.id,
	}));
	const another = { label: '$(add) Declare Another Incident', description: '', incident: undefined };
	const count = session.open.length;
	const title = count === 1 ? `“${first.title}” is open already` : `${count} incidents are open already`;
	const chosen = await pickRow(title, 'Which incident do you mean?', [...existing, another]);
	if (chosen?.incident !== undefined) session.choose(chosen.incident);
	return chosen === another;
}
