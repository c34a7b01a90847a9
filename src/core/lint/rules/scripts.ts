import type { Script } from '../../runbook/model';
import { spotOf, type LintDocument } from '../document';
import type { Spot } from '../finding';
import type { Rule } from '../rule';
import { shellCommands } from '../shellFences';
import { swallowedBy } from '../swallowed';

const shells = new Set(['sh', 'bash', 'shell', 'zsh', 'ksh', 'dash']);

const promisesCheck = /^(?:check|verify|validate|test|is|are)\b|\bhealth|\bsmoke/i;

export const scriptCannotFail: Rule = {
	code: 'script-cannot-fail',
	severity: 'warning',
	summary: 'A check succeeds even when what it looks at is broken: its exit code is lost.',
	check(document) {
		return document.runbook.scripts.flatMap((script): readonly Spot[] => {
			if (!isCheck(script) || !shells.has(script.language)) return [];
			const found = swallowedBy(shellCommands(script.text, script.line));
			if (!found) return [];
			const first = (document.lines[found.line - 1] ?? '').trim();
			return [{ ...spotOf(document, found.line, first), subject: script.title, detail: found.how }];
		});
	},
};

/** Known to only look, or said to by its title. */
function isCheck({ effect, title }: Script): boolean {
	return effect === 'check' || (effect === 'unknown' && promisesCheck.test(title));
}

/** What cannot be taken back. */
const destructive =
	/\brm\s+(?:-\w{1,9}\s+){0,4}-\w{0,9}r\w{0,9}\b(?!\s+(?:"?\/tmp|\.\/tmp|node_modules|dist|build))|\bDROP\s+(?:TABLE|DATABASE|SCHEMA|INDEX|COLUMN|USER)\b|\bTRUNCATE\s+(?:TABLE\s+)?\w|\bDELETE\s+FROM\b|\bdropdb\b|\b(?:kubectl|oc)\s+(?:-\S+\s+\S+\s+){0,4}delete\b|\bhelm\s+(?:uninstall|delete)\b|\bFLUSH(?:ALL|DB)\b|\bterraform\s+destroy\b|\bdocker\b.{0,200}\b(?:prune|rm\s+-\w*f|down\s+(?:.{0,200}\s)?(?:-v|--volumes))|\bgit\s+(?:reset\s+--hard|clean\s+-\w*f|push\s+.{0,200}(?:--force|-f)\b)|\baws\b.{0,200}\b(?:delete-[\w-]+|terminate-[\w-]+|s3\s+(?:rm|rb)\b.{0,200}--(?:recursive|force))|\bgcloud\b.{0,200}\bdelete\b|\bpg_restore\b.{0,200}--clean|\bmkfs\b|\bdd\s+.{0,200}\bof=|(?:^|\s)--force\b/im;
/** A look, a question or a dry run in the script itself. */
const looksFirst =
	/--dry-run|--check\b|\bread\s+-\w*p|\bconfirm|\bkubectl\s+(?:get|describe|logs|rollout\s+status)|\b(?:curl|ls|du|df|test|grep|ps|diff)\s|\bgit\s+(?:status|log|diff|show)|\bSELECT\b|\bterraform\s+plan\b|\[\[?\s|\b\w*(?:health|check|verify|status|backup|snapshot|dump)\w*/i;

export const destructiveWithoutCheck: Rule = {
	code: 'destructive-without-check',
	severity: 'warning',
	summary: 'A destructive command stands alone: no check near it says when to run it or whether it worked.',
	check(document) {
		const looksNear = looksBySection(document);
		return document.runbook.scripts.flatMap((script): readonly Spot[] => {
			const found = script.effect === 'change' ? destructiveLine(script) : undefined;
			// The script itself is among those when it looks first.
			if (!found || looksNear(script).length > 0) return [];
			return [spotOf(document, found.line, found.word)];
		});
	},
};

function destructiveLine(script: Script): { readonly line: number; readonly word: string } | undefined {
	for (const [index, text] of script.text.split('\n').entries()) {
		const word = /^\s*#/.test(text) ? undefined : destructive.exec(text)?.[0].trim();
		if (word !== undefined) return { line: script.line + index, word };
	}
	return undefined;
}

function commandsOf(script: Script): string {
	return script.text.replace(/^\s*#.*$/gm, '');
}

/** Line numbers of the scripts that only look, by the heading they stand under. */
function looksBySection(document: LintDocument): (script: Script) => readonly number[] {
	const starts = document.sections.map(({ heading }) => heading?.line ?? 0);
	const sectionOf = ({ line }: Script): number => starts.findLastIndex((start) => start <= line);
	const found = new Map<number, number[]>();
	for (const script of document.runbook.scripts) {
		if (script.effect !== 'check' && !looksFirst.test(commandsOf(script))) continue;
		const section = sectionOf(script);
		found.set(section, [...(found.get(section) ?? []), script.line]);
	}
	return (script) => found.get(sectionOf(script)) ?? [];
}
