import type { ShellCommand } from './shellFences';

/** How a check's failure gets lost. */
export type Swallow = 'orTrue' | 'exitZero' | 'laterCommand' | 'pipeline';

/** Commands whose failure is the answer that the check is run for. */
const probe =
	/^\s*(?:sudo\s+)?(?:[A-Za-z_]\w*=\S*\s+)*(?:curl|wget|ping|nc|test|\[\[?|pg_isready|mysqladmin\s+ping|redis-cli\s+(?:\S+\s+){0,8}ping|systemctl\s+is-active|grep\s+-\w*q|dig|nslookup|host)(?=\s|$)|^\s*(?:\S+\s+)?\S{0,80}(?:health|smoke|verify|check|test)\S{0,80}\.(?:sh|py|js|ts|rb)\b/;
/** Filters that succeed whatever they are given. */
const alwaysSucceeds = /^\s*(?:head|tail|cat|tee|sort|uniq|wc|awk|sed|cut|column|less|more|tr)(?=\s|$)/;
const orTrue = /\|\|\s*(?:true|:|echo|printf|exit\s+0)(?=\s|;|$|\))/;
const exitZero = /(?:^|;\s*)exit\s+0\s*$/;
const stopsOnError = /^\s*set\s+-\w*e|^\s*set\s+.*-o\s+errexit|^#!.*\s-\w*e/;
const pipefail = /^\s*set\s+.*pipefail/;

/** The first command of a check whose failure is not the check's; `undefined` when all is well. */
export function swallowedBy(
	commands: readonly ShellCommand[],
): { readonly line: number; readonly how: Swallow } | undefined {
	const stops = commands.some(({ text }) => stopsOnError.test(text));
	const pipesFail = commands.some(({ text }) => pipefail.test(text));
	for (const [index, { line, text }] of commands.entries()) {
		const isLast = index === commands.length - 1;
		if (isCompound(text)) continue;
		if (orTrue.test(text) && probe.test(text)) return { line, how: 'orTrue' };
		if (exitZero.test(text) && (index > 0 || /;\s*exit/.test(text))) return { line, how: 'exitZero' };
		if (!pipesFail && losesInPipe(text)) return { line, how: 'pipeline' };
		if (!isLast && !stops && probe.test(text) && !/\|\|/.test(text)) return { line, how: 'laterCommand' };
	}
	return undefined;
}

/** `if`, `for` and functions decide by themselves what counts. */
function isCompound(text: string): boolean {
	return /^\s*(?:if|for|while|until|case|function|\w+\s*\(\))(?=\s|$)/.test(text);
}

function losesInPipe(text: string): boolean {
	const parts = text.split(/(?<!\|)\|(?!\|)/);
	return parts.length > 1 && probe.test(text) && alwaysSucceeds.test(parts.at(-1) ?? '');
}
