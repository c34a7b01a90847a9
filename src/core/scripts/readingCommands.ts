/**
 * Programs that only look, one row each: the program with its subcommand, and the arguments with which it would write,
 * send or run something after all. What is in no row is not known to only look.
 */
const rows: readonly (readonly [program: RegExp, writes: RegExp | undefined])[] = [
	[
		/^curl$/,
		/^(?:-\w*[dFTXoOKc]\w*|--(?:data\S*|json|form\S*|upload-file|request|output\S*|remote-\S+|config|cookie-jar|url-query))(?:=|$)/,
	],
	[/^wget$/, /^(?!-q$|-S$|-nv$|--spider$|--server-response$|--timeout\S*$|-T$|\d+$|https?:|-O-$|-qO-$|-$).*/],
	[
		/^(?:ping|dig|nslookup|host|traceroute|netstat|ps|free|df|du|uptime|vmstat|iostat|lsof|pgrep|whoami|hostname|uname|id|w|who|nproc|lscpu|lsblk|env|printenv|which|true|false|pwd)$/,
		undefined,
	],
	[
		/^(?:head|tail|less|more|grep|egrep|fgrep|zgrep|zcat|wc|uniq|cut|tr|jq|yq|ls|stat|file|test|\[|\[\[|cat|nl|rev|column|basename|dirname|realpath|readlink|md5sum|sha256sum|cmp|diff|expr|seq|sleep)$/,
		undefined,
	],
	[/^(?:echo|printf)$/, /^-v$/],
	[/^(?:exit|return|break|continue|:|set|shift|wait|local)$/, undefined],
	[/^top$/, /^-?k/],
	[/^ss$/, /^(?:-\w*K|--kill)/],
	[/^sort$/, /^(?:-\w*o|--output)/],
	[/^date$/, /^(?:-s|--set|\d)/],
	[/^dmesg$/, /^(?:-\w*[cCDE]|--(?:clear|read-clear|console))/],
	[/^find$/, /^-(?:delete|exec\w*|ok\w*|fprint\w*|fls)$/],
	[/^journalctl$/, /^--(?:vacuum\S*|rotate|flush|sync|setup-keys|relinquish\S*)/],
	[/^git (?:log|show|diff|status|describe|rev-parse|rev-list|ls-files|blame|shortlog)$/, /^--output/],
	[
		/^git (?:branch|tag)$/,
		/^(?!-(?:a|r|v|vv|l)$|--(?:list|all|remotes|show-current|sort\S*|contains|merged|no-merged)).+/,
	],
	[/^kubectl (?:get|describe|logs|top|version|explain|cluster-info)$/, undefined],
	[/^kubectl rollout (?:status|history)$/, undefined],
	[/^(?:docker|podman) (?:ps|logs|stats|inspect|images|version|info|top)$/, undefined],
	[/^(?:docker compose|docker-compose) (?:ps|logs|top|images|version)$/, undefined],
	[/^systemctl (?:status|is-active|is-failed|is-enabled|show|cat|list-\S+)$/, undefined],
	[/^helm (?:list|ls|status|history|get|version)$/, undefined],
	[
		/^(?:aws \S+|gcloud \S+ \S+|az \S+) (?:describe\S*|list\S*|get(?!-credentials|-login)\S*|show)$/,
		undefined,
	],
];

/** Most words name none of them, and one look says so. */
const anyProgram = new RegExp(rows.map(([program]) => program.source).join('|'));

/** What is known of one simple command (no pipe, no list): it reads, it writes with the argument named, or nothing. */
export type CommandKind =
	| { readonly kind: 'reads' }
	| { readonly kind: 'writes'; readonly argument: string }
	| { readonly kind: 'unknown' };

/** Total. */
export function commandKind(segment: string): CommandKind {
	const target = writtenFile(segment);
	if (target !== undefined) return { kind: 'writes', argument: `> ${target}` };
	const words = wordsOf(segment);
	if (words.length === 0) return { kind: 'reads' };
	for (let count = Math.min(4, words.length); count >= 1; count--) {
		const name = words.slice(0, count).join(' ');
		const row = anyProgram.test(name) ? rows.find(([program]) => program.test(name)) : undefined;
		if (!row) continue;
		const argument = words
			.slice(count)
			.find((word) => row[1]?.test(word) === true && !isHarmless(word, words));
		return argument === undefined ? { kind: 'reads' } : { kind: 'writes', argument };
	}
	return { kind: 'unknown' };
}

/** Leading assignments and `sudo` aside, and global options before a subcommand: `git --no-pager log`, `kubectl -n x get`. */
function wordsOf(segment: string): readonly string[] {
	const words = segment
		.replace(/^(?:(?:[A-Za-z_]\w*=\S*|sudo|time|command|!|then|do|else|if|while)\s+)*/, '')
		.trim()
		.split(/\s+/);
	const [program = '', ...rest] = words;
	if (/^[A-Za-z_]\w*=\S*$/.test(program) && rest.length === 0) return [];
	if (/^(?:fi|done|esac|else|then|do)$/.test(program) && rest.length === 0) return [];
	if (!/^(?:git|kubectl|helm|docker|systemctl)$/.test(program)) return words.filter((word) => word !== '');
	let index = 0;
	while (rest[index]?.startsWith('-')) index += takesValue.test(rest[index] ?? '') ? 2 : 1;
	return [program, ...rest.slice(index)];
}

const takesValue = /^(?:-n|-C|-c|--namespace|--context|--kubeconfig|--kube-context|-H|--host)$/;

/** `curl -X GET` sends nothing, and `curl -o /dev/null` keeps nothing. */
function isHarmless(word: string, words: readonly string[]): boolean {
	const next = words[words.indexOf(word) + 1] ?? '';
	if (/^(?:-X|--request)$/.test(word)) return /^(?:GET|HEAD)$/.test(next);
	if (/^(?:-\w*o|--output)$/.test(word)) return next === '/dev/null';
	return /^(?:-X|--request=)(?:GET|HEAD)$/.test(word);
}

/** The target of `> file` or `>> file`; `2>&1`, `>/dev/null` and `>&2` write nothing. */
function writtenFile(segment: string): string | undefined {
	if (!segment.includes('>')) return undefined;
	const plain = segment.replace(/'[^']*'|"(?:[^"\\]|\\.)*"/g, '');
	const targets = [...plain.matchAll(/>{1,2}\s*(\S*)/g)].map(([, target = '']) => target);
	return targets.find((target) => !/^(?:&\d|\/dev\/(?:null|stderr|stdout))/.test(target));
}
