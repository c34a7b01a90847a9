import { oneLine } from '../printable';
import { scriptPreview, type PreviewFacts } from './preview';

/** One script of a dry run: how it would run, or the sentence that says why it would not. */
export type DryRun =
	| {
			readonly kind: 'would';
			readonly facts: PreviewFacts;
			readonly byLine: boolean;
			readonly gaps: readonly string[];
	  }
	| { readonly kind: 'refused'; readonly title: string; readonly reason: string };

/** What would run, as Markdown: script by script, each as its preview shows it. */
export function dryRunDocument(runs: readonly DryRun[]): string {
	return ['Dry run: nothing was started.\n', ...runs.map(section)].join('\n');
}

function section(run: DryRun): string {
	if (run.kind === 'refused') return `# ${oneLine(run.title)}\n\n> ⚠ ${oneLine(run.reason)}\n`;
	const gaps = run.gaps.map((name) => `- Asked for when it runs: ${oneLine(name)}\n`).join('');
	const byLine = run.byLine
		? '- On request its commands run one by one, each with a result of its own\n'
		: '';
	return `${scriptPreview(run.facts)}${gaps}${byLine}`;
}
