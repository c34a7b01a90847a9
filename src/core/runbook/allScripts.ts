import type { Runbook, Script } from './model';

/** The code blocks' scripts and the commands that items name, in document order; one that both have is told once. */
export function allScripts(runbook: Runbook): readonly Script[] {
	const inBlocks = new Set(runbook.scripts.map(commandsOf));
	const inItems = scriptsOfItems(runbook).filter((script) => !inBlocks.has(commandsOf(script)));
	if (inItems.length === 0) return runbook.scripts;
	return [...runbook.scripts, ...inItems].sort((left, right) => left.line - right.line);
}

/** Those that items and steps name. */
export function scriptsOfItems({
	phases,
	procedures,
}: Pick<Runbook, 'phases' | 'procedures'>): readonly Script[] {
	return [
		...phases.flatMap(({ groups }) => groups.flatMap(({ items }) => items.flatMap(({ scripts }) => scripts))),
		...procedures.flatMap(({ steps }) => steps.flatMap(({ scripts }) => scripts)),
	];
}

/** Whether it is one of this runbook as it stands now, and not of another document, or of an earlier text. */
export function holdsScript(runbook: Runbook, { line, text }: Script): boolean {
	return [...runbook.scripts, ...scriptsOfItems(runbook)].some(
		(own) => own.line === line && own.text === text,
	);
}

/** A script's text without comments and blank lines. */
export function commandsOf({ text }: Pick<Script, 'text'>): string {
	return text
		.split('\n')
		.map((line) => line.trim())
		.filter((line) => line !== '' && !line.startsWith('#'))
		.join('\n');
}
