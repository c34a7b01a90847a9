// In how many real runbooks the parser finds something to do.
export function* measureSteps({ parseRunbook, readBlocks, readCorpus, cutFrontMatter }) {
	const core = readCorpus().filter(({ set }) => set === 'core');
	if (core.length === 0) {
		yield { name: 'steps: left out, RUNBOOK_CORPUS names no corpus', figure: '-', target: '-', ok: true };
		return;
	}
	const found = core.map(({ text }) => {
		const kinds = new Map(readBlocks(cutFrontMatter(text).body).map((block) => [block.line, kindOf(block)]));
		const { phases, procedures } = parseRunbook(text);
		const steps = procedures.flatMap((procedure) => procedure.steps.map(({ line }) => kinds.get(line)));
		return new Set(phases.length > 0 ? ['task', ...steps] : steps);
	});
	const byLists = found.filter((kinds) => kinds.has('task') || kinds.has('ordered'));
	const numbered = found.filter((kinds) => byLists.includes(kinds) || kinds.has('heading'));
	yield share('steps by tasks or ordered lists', byLists.length / core.length, 67);
	// No file with a number in front of its headings or items is missed: the others have neither.
	yield share('steps, numbered headings too', numbered.length / core.length, 67);
	const any = found.filter((kinds) => kinds.size > 0);
	yield share('steps, bullets under a title that says what to do too', any.length / core.length, 78);
}

const kindOf = ({ kind, ordered }) => (kind === 'item' && ordered ? 'ordered' : kind);

const share = (name, part, percent) => ({
	name: `core files with ${name}`,
	figure: `${(100 * part).toFixed(1)} %`,
	target: `>= ${percent} %`,
	ok: 100 * part >= percent,
});
