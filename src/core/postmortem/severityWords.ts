/** Severities by name, worst first; a list of four is read as these four levels. */
const names: readonly (readonly string[])[] = [
	['critical', 'blocker', 'critica', 'critico'],
	['high', 'major', 'alta', 'alto'],
	['medium', 'moderate', 'media', 'medio'],
	['low', 'minor', 'baja', 'baixa', 'bajo', 'baixo'],
];

/** Every option names a severity: `SEV1`, `SEV-2 (major)`, `P0`, `S3`, `Severity 1`, `2`, `High`. */
export function isSeverityChoice(options: readonly string[]): boolean {
	return options.every((option) => numberOf(option) !== undefined || levelOf(option) !== undefined);
}

/** The template's own spelling of a severity, when exactly one option means it. */
export function chooseSeverity(options: readonly string[], severity: number): string | undefined {
	const numbers = options.map(numberOf);
	if (numbers.every((number) => number !== undefined)) {
		// P0 is the worst of its scale and SEV-1 of ours: which P a SEV is then, nobody has said.
		const isShifted = numbers.includes(0) && options.every((option) => /^p/iu.test(option));
		return isShifted ? undefined : options[numbers.indexOf(severity)];
	}
	const levels = options.map(levelOf);
	return new Set(levels).size === names.length ? options[levels.indexOf(severity)] : undefined;
}

function numberOf(option: string): number | undefined {
	const digits = /^(?:sev(?:erity)?|p|s|level)?[-_ ]?(\d)\b/iu.exec(option.trim())?.[1];
	return digits === undefined ? undefined : Number(digits);
}

function levelOf(option: string): number | undefined {
	const word = option.trim().toLowerCase().normalize('NFD').replace(/\p{M}/gu, '');
	const index = names.findIndex((group) => group.includes(word));
	return index < 0 ? undefined : index + 1;
}
