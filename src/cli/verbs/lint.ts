import { decodeDocument, maxRunbookBytes } from '../../core/runbook/decode';
import type { FileFinding } from '../../core/lint/sarif';
import type { Verb } from '../verb';

/** `lint PATH... [--sarif]`: files and folders; what is not a runbook is passed over. */
export const lint: Verb = {
	summary: 'Say what is wrong with runbooks; exit code 1 when something would break a response.',
	words: ['PATH...'],
	options: { sarif: 'flag' },
	async run(args, context) {
		const { lintText } = await import('../../app/lint');
		const targets = await context.lintTargets(args.words);
		const findings: FileFinding[] = [];
		let runbooks = 0;
		for (const { file, path, tree } of targets) {
			const text = decodeDocument(await context.files.read(file, maxRunbookBytes), file);
			const result = await lintText({ path, text, tree, now: context.clock.now() });
			if (!result) continue;
			runbooks++;
			findings.push(...result.findings.map((finding) => ({ file, ...finding })));
		}
		await report(findings, runbooks, args.flag('sarif'), context.print);
		return findings.some(({ severity }) => severity === 'error') ? 1 : 0;
	},
};
