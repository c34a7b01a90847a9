import type { ShellScan } from './shellContexts';

/**
 * What a value may hold at a spot: `text` is any text of one line, quoted by us; `word` is letters, digits and
 * `_.:/@+-`, which mean nothing to any shell or program and need no quotes; `digits` speaks for itself; `nothing`
 * where the characters before the spot would change what any value means.
 */
export type Allowance = 'text' | 'word' | 'digits' | 'nothing';

/**
 * Programs and words that read their arguments or input as code once more, so that quoting for the script's own shell
 * does not protect: `ssh host "rm <file>"`, `[[ <n> -gt 3 ]]` (bash evaluates `a[$(…)]` there), `psql -c "… '<id>'"`.
 */
const readsAgain = new RegExp(
	[
		String.raw`(?:^|[\s;&|(!"'/\x60])(?:eval|source|trap|let|declare|typeset|local|readonly|unset|alias|ssh|su|pdsh|dsh|parallel|xargs|watch|at|batch|crontab|make|ansible|salt|tmux|screen|script|expect|awk|gawk|mawk|nawk|sed|bc|dc|psql|mysql|mariadb|sqlite3|sqlcmd|mongo|mongosh|cqlsh|redis-cli|clickhouse-client|busybox|nsenter|chmod|chroot|jq|yq|print|unshare|runuser)(?=\s|$)`,
		String.raw`(?:^|[\s;&|(!"'/\x60])(?:ba|z|da|k|mk|a|fi|c|tc)?sh(?=\s|$|[;&|)<"'])`,
		String.raw`(?:^|[\s;&|(!"'/\x60])(?:python[\d.]*|perl|ruby|node|php|pwsh|powershell|osascript|lua|Rscript)\s+(?:.{0,200}\s)?(?:-\w*[cern]\w*|--eval|-)(?=\s|$|["'])`,
		String.raw`(?:^|[\s;&|(])(?:python[\d.]*|perl|ruby|node|php)\s*(?:<|$)`,
		String.raw`\b(?:exec|run|ssh|debug|run-command|send-command)\b`,
		String.raw`\s--?(?:command|exec\w*|execute|checkpoint-action|to-command|rsh|eval|ok|okdir)\b`,
		String.raw`(?:^|[\s;&|(])(?:env\s+(?:-\S+\s+){0,8}-\w*S|printf\s+-v|read\s|test\s+-v)`,
		String.raw`\[\[|\(\(|\$\[|\$\{[!(]|@[PQEAaKk]\}|\w\[\s*[$<{\w]`,
		String.raw`(?:^|[\s;&|(])\.\s`,
		String.raw`histexpand|set\s+-\w*H`,
	].join('|'),
	'm',
);
/** A value that is kept can come back without the quotes it went in with. */
const keepsValues =
	/(?:^|[\s;&|({])(?:[A-Za-z_]\w*\+?=|for\s|select\s|mapfile\s|readarray\s|set\s+--|(?:function\s+)?[A-Za-z_][\w-]*\s*\(\))/m;
const unquotedParameter = /\$\{?[\d@*]/;

/**
 * For one script: what a value may hold at an offset. `scan` is `undefined` for what is no POSIX shell, where the
 * quoting of each language would have to be known.
 */
export function allowancesIn(
	text: string,
	scan: ShellScan | undefined,
): (from: number, to: number) => Allowance {
	const wordsOnly = !scan || readsAgain.test(withoutComments(text, scan)) || comesBackUnquoted(text, scan);
	return (from, to) => {
		const before = text.slice(Math.max(0, from - 80), from);
		if (/\\$|\$\w*$/.test(before)) return 'nothing';
		const context = scan?.contexts[from] ?? 'other';
		// `<n>>file` with a digit would name a file descriptor, `<x>(` a function.
		if (context === 'other' && scan && /[<>({[]/.test(text.charAt(to))) return 'nothing';
		if (context === 'arithmetic') return 'digits';
		return wordsOnly || context === 'other' ? 'word' : 'text';
	};
}

function withoutComments(text: string, { contexts }: ShellScan): string {
	return text.replace(/#.*/g, (rest, offset: number) => (contexts[offset] === 'comment' ? '' : rest));
}

function comesBackUnquoted(text: string, scan: ShellScan): boolean {
	const bare = scan.references.some(({ context }) => context !== 'double' && context !== 'heredoc');
	return (bare || unquotedParameter.test(text)) && keepsValues.test(text);
}
