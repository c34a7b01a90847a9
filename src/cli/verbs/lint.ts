import type { LintResult } from '../../app/lint';
import { toSarif, type FileFinding } from '../../core/lint/sarif';
import { findingText } from '../../core/lint/words';
import { decodeDocument, maxRunbookBytes } from '../../core/runbook/decode';
import { isUserError } from '../../core/userError';
import type { CliContext, LintTarget, Verb } from '../verb';

/** `lint PATH... [--sarif]`: files and folders; what is not a runbook is passed over. */
export const lint: Verb = {
	summary: 'Say what is wrong with runbooks; exits with 1 when it would break a response.',
	words: ['PATH...'],
	options: { sarif: 'flag' },
	async run(args, context) {
		const findings: FileFinding[] = [];
		let runbooks = 0;
		for (const target of await context.lintTargets(args.words)) {
			const result = await lintTarget(target, context);
			if (result) runbooks++;
			for (const finding of result?.findings ?? []) findings.push({ file: target.file, ...finding });
		}
		if (args.flag('sarif')) printSarif(findings, context);
		else printFindings(findings, runbooks, context);
		return findings.some(({ severity }) => severity === 'error') ? 1 : 0;
	},
};

/** A file that cannot be read is an error when the call named it, and passed over when a search found it. */
async function lintTarget(target: LintTarget, context: CliContext): Promise<LintResult | undefined> {
	const { file, path, tree, named } = target;
	try {
		const text = decodeDocument(await context.files.read(file, maxRunbookBytes), file);
		return await context.lint({ path, text, tree, now: context.clock.now() });
	} catch (error) {
		if (isUserError(error) && !named) return undefined;
		throw error;
	}
}

function printSarif(findings: readonly FileFinding[], context: CliContext): void {
	const sarif = toSarif(findings);
	context.print(sarif, [JSON.stringify(sarif, undefined, 2)]);
}

function printFindings(findings: readonly FileFinding[], runbooks: number, context: CliContext): void {
	const rows = findings.map((finding) => {
		const { file, line, column, code, severity } = finding;
		return { file, line, column, code, severity, message: findingText(finding) };
	});
	const lines = rows.map(({ file, line, column, code, severity, message }) => {
		return `${file}:${line}:${column}  ${severity.padEnd(11)}  ${message}  (${code})`;
	});
	const summary = runbooks === 0 ? [] : [summaryOf(findings, runbooks)];
	context.print(rows, [...lines, ...summary]);
}

/** `6 errors, 2 warnings in 1 runbook.` */
function summaryOf(findings: readonly FileFinding[], runbooks: number): string {
	const counts = (['error', 'warning', 'information'] as const).flatMap((severity) => {
		const count = findings.filter((finding) => finding.severity === severity).length;
		return count === 0 ? [] : [severity === 'information' ? `${count} to know` : counted(count, severity)];
	});
	return `${counts.length === 0 ? 'Nothing found' : counts.join(', ')} in ${counted(runbooks, 'runbook')}.`;
}

function counted(count: number, noun: string): string {
	return `${count} ${noun}${count === 1 ? '' : 's'}`;
}
