import { loadRunbook } from '../../app/runbooks';
import { problemText } from '../../core/runbook/problemText';
import type { Runbook } from '../../core/runbook/model';
import type { Verb } from '../verb';

/** `show FILE`: the runbook as data, or as an outline. */
export const show: Verb = {
	summary: 'Read a runbook and print what was understood.',
	words: ['FILE'],
	options: {},
	async run(args, context) {
		const { runbook } = await loadRunbook(context.reader, args.words[0] ?? '');
		context.print(toJson(runbook), outlineOf(runbook));
		return 0;
	},
};

function toJson(runbook: Runbook): unknown {
	const problems = runbook.problems.map(({ code, line, ...rest }) => {
		return { code, line, message: problemText({ code, line, ...rest }) };
	});
	return { ...runbook, problems };
}

function outlineOf(runbook: Runbook): readonly string[] {
	const phases = runbook.phases.flatMap((phase) => [
		'',
		phase.title,
		...phase.groups.flatMap((group) => [
			`  ${[group.title, group.role ? `(${group.role})` : ''].filter(Boolean).join(' ')}`.trimEnd(),
			...group.items.map((item) => `    [${item.checked ? 'x' : ' '}] ${item.text}  ${item.id}`),
		]),
	]);
	const scripts = runbook.scripts.map(
		(script) => `  line ${script.line}: ${script.title} (${script.effect})`,
	);
	const problems = runbook.problems.map((problem) => `line ${problem.line}: ${problemText(problem)}`);
	const scriptRows = scripts.length > 0 ? ['', 'Scripts', ...scripts] : [];
	return [runbook.title || 'Untitled runbook', ...phases, ...scriptRows, ...problems];
}
