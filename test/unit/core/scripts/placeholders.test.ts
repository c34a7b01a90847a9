import assert from 'node:assert/strict';
import fc from 'fast-check';
import { fillPlaceholders, refusalOf } from '../../../../src/core/scripts/fill';
import { findScriptPlaceholders } from '../../../../src/core/scripts/placeholders';
import { scanShell } from '../../../../src/core/scripts/shellContexts';

function find(text: string, language = 'bash', environment: readonly string[] = []) {
	return findScriptPlaceholders({ text, language, isSet: (name) => environment.includes(name) });
}

function written(text: string, language?: string): string {
	const found = find(text, language).map(({ name, kind, spots }) => {
		const options = kind.kind === 'choice' ? `(${kind.options.join(',')})` : '';
		const what = kind.kind === 'text' ? '' : `:${kind.kind}${options}`;
		return `${name}${what}${spots.length > 1 ? `*${spots.length}` : ''}`;
	});
	return found.join(' | ');
}

suite('findScriptPlaceholders', () => {
	const cases: readonly (readonly [string, string])[] = [
		['kubectl -n <namespace> delete pod <pod-name>', 'namespace | pod-name'],
		['psql -h <server>.postgres.example.com -U <admin>', 'server | admin'],
		['ssh <user>@<bastion ip>', 'user | bastion ip'],
		['curl https://<host>/health; curl https://<host>/ready', 'host*2'],
		['./promote.sh <staging|production>', 'staging|production:choice(staging,production)'],
		['./set.sh "[SEV-1/2/3]"', 'SEV-1/2/3:choice(SEV-1,SEV-2,SEV-3)'],
		['x --port <port> --replicas <count>', 'port:number | count:number'],
		['redis-cli -a <password>; x --token "<api-token>"', 'password:secret | api-token:secret'],
		['x --object-key <cache-key>', 'cache-key'],
		['gh run download [run-id]', 'run-id'],
		['./flag.sh "Manual activation: [REASON]"', 'REASON'],
		['./page.sh [service name] "[Brief description]"', 'service name | Brief description'],
		['gh api /orgs/YOUR_ORG_NAME; curl https://your-domain.com', 'ORG_NAME | domain'],
		['A=CHANGEME ./x', 'CHANGEME'],
		['curl {{host}}/{{ health path }}', 'host | health path'],
		['NAMESPACE=<YOUR_NAMESPACE>', 'NAMESPACE'],
		['kubectl -n $NAMESPACE get "$KIND" ${NAME}', 'NAMESPACE | KIND | NAME'],
		['echo "${TOKEN:?set it}"', 'TOKEN:secret'],
		['echo $((REGION + 1)) $DB_PASSWORD', 'DB_PASSWORD:secret'],
		['cat <<EOF\n<x> $REGION\nEOF', 'x | REGION'],
		['# about <x>\nls <x>', 'x*2'],
	];
	for (const [text, expected] of cases)
		test(JSON.stringify(text), () => assert.equal(written(text), expected));

	const none: readonly string[] = [
		'sort <in >out',
		'sort < in > out',
		'sort <in>out',
		'cat <<EOF>out\nx\nEOF',
		'diff <(a) <(b)',
		'read -r x <file',
		'exec 3<>file',
		"grep '<none>' x",
		"grep -P '(?<year>x)'",
		"grep '\\<word\\>'",
		"cat <<'EOF'\n<key>a</key>\nEOF",
		'echo "Usage: $0 <url>"',
		'# restart <service> by hand\nls',
		'[ -f x ] && [[ -n y ]]',
		'ls [a-z]* [A-Za-z]* [0-9] [abc]',
		'a=(x y); echo ${a[0]} ${a[id]}; a[1]=x',
		'echo "[ERROR] x" "[INFO] y"',
		'read -p "Continue? [yes/no] " x',
		"jq '.[name]' x",
		'docker ps --format "{{.Names}}" && x --template "{{range .items}}{{end}}"',
		'gh api repos/{owner}/{repo}',
		'X=1; echo $X; for i in a; do echo $i; done; read -r y; echo $y',
		'echo $HOME $1 $# $? $$ $@ $PATH $RANDOM',
		'echo ${X:-y} ${Y-} ${Z:=1} ${W:+a}',
		'if [ -z "$X" ]; then exit 1; fi; echo "$X"',
		'. ./env.sh; echo $X',
		"awk '{print $NF}' x; echo '$X' \\$X",
		"cat <<'EOF'\n$X\nEOF",
	];
	for (const text of none) test(`none: ${JSON.stringify(text)}`, () => assert.equal(written(text), ''));

	test('what the environment has is not asked for', () =>
		assert.deepEqual(
			find('echo $A $B', 'sh', ['A']).map(({ name }) => name),
			['B'],
		));
	test('in other languages only what is written as a gap', () => {
		assert.equal(written('print("<host>", x[name], a<b, c>d)', 'python'), 'host');
		assert.equal(written('echo $x <host>', 'fish'), 'host');
	});
});

suite('fillPlaceholders', () => {
	const cases: readonly (readonly [string, string, string])[] = [
		['ls <x>', 'prod-1', 'ls prod-1'],
		['ls <x>', 'two words', "ls 'two words'"],
		['ls <x>', "it's", "ls 'it'\\''s'"],
		['ls "<x>"', '$HOME "`', 'ls "\\$HOME \\"\\`"'],
		["ls '<x>'", "it's", "ls 'it'\\''s'"],
		['ls <x>>y', '2', "ls '2'>y"],
		['ls; <x> y', 'time', "ls; 'time' y"],
		['cat <<E\n<x>\nE', '$a `b` \\', 'cat <<E\n\\$a \\`b\\` \\\\\nE'],
		["cat <<'E'\n<x>\nE", '$a `b` \\', "cat <<'E'\n$a `b` \\\nE"],
		['# <x>\nls <x>', '; rm', "# ; rm\nls '; rm'"],
		['#!/bin/sh\nls "$X"', 'a b', '#!/bin/sh\nX=\'a b\'\nls "$X"'],
		['ls <x> {{x}} [X]', '', '“x” needs a value.'],
		['ls <x>', '--all', '“x” cannot begin with “-”: the command would read it as an option.'],
		['ls <x>', 'a\nb', '“x” takes one line without tabs and invisible characters.'],
		['ls <x>', 'a\u202eb', '“x” takes one line without tabs and invisible characters.'],
		['ls <port>', '80a', '“port” takes digits only.'],
		['ls <a|b>', 'c', '“a|b” takes one of a, b.'],
		['ls $((<x>))', 'a', '“x” is calculated with, so it takes digits only.'],
		['cat <<E\n<x>\nE', 'E', '“x” cannot be “E”: the script uses that word to end a text.'],
		[
			'ssh h "rm <x>"',
			'a; b',
			'“x” takes letters, digits and _ . : / @ + - only: this script hands it to something that would read more as code.',
		],
		[
			'echo "$H<x>"; H=1',
			'a',
			'“x” stands directly behind a “$” or “\\”, where no value is safe: change the script in the runbook.',
		],
	];
	for (const [text, value, expected] of cases) {
		test(`${JSON.stringify(text)} with ${JSON.stringify(value)}`, () => {
			const placeholders = find(text);
			const filled = fillPlaceholders(
				text,
				placeholders,
				new Map(placeholders.map(({ name }) => [name, value])),
			);
			assert.equal(filled.kind === 'filled' ? filled.text : filled.reasons[0], expected);
		});
	}

	test('a secret is in what runs and not in what is shown', () => {
		const text = 'login "<password>"';
		const filled = fillPlaceholders(text, find(text), new Map([['password', 'p"w']]));
		assert.deepEqual(filled, { kind: 'filled', text: 'login "p\\"w"', shown: 'login "••••"' });
	});

	test('nothing is filled while one gap has no value', () => {
		const text = 'ls <a> <b>';
		assert.equal(fillPlaceholders(text, find(text), new Map([['a', 'x']])).kind, 'refused');
	});

	test('a program that is no POSIX shell takes words', () => {
		const [placeholder] = find('f("<x>")', 'python');
		assert.ok(placeholder);
		assert.equal(refusalOf(placeholder, 'prod-1'), undefined);
		assert.ok(refusalOf(placeholder, '")'));
	});
});

suite('scanShell', () => {
	const letters = {
		...{
			plain: 'p',
			double: 'd',
			single: 's',
			comment: '#',
			heredoc: 'h',
			literalHeredoc: 'l',
			arithmetic: 'a',
		},
		other: '.',
	} as const;
	/** `X` marks the places that are looked at. */
	const cases: readonly (readonly [string, string])[] = [
		['X "X" \'X\' # X', 'pds#'],
		['X "a $(X) X" X', 'p.dp'],
		["$'X\\'X' X", '..p'],
		['cat <<E X\nX\nE\nX', 'phh'.slice(0, 2) + 'p'],
		["cat <<'E'\nX\nE\nX", 'lp'],
		['cat <<-"E"\n\tX\n\tE\nX', 'lp'],
		['cat <<A <<B\nX\nA\nX\nB\nX', 'hhp'],
		['cat <<E\nX $(y)\nE\nX', '.p'],
		['echo $((X + 1)) X', 'ap'],
		['(( X ))\nX', 'ap'],
		['${Y:-X} X', '.p'],
		['a#X X', 'pp'],
		['f() { X; }; X', 'pp'],
		['case y in y) X ;; esac; X', 'pp'],
		['echo `X` X', '..'],
		['X "', '.'],
		['X $(case y in y) X ;; esac)', '..'],
		['X "${Y:-"X"}"', '..'],
		['cat <<E\nX', '.'],
	];
	for (const [text, expected] of cases) {
		test(JSON.stringify(text), () => {
			const { contexts } = scanShell(text);
			const found = [...text.matchAll(/X/g)].map(({ index }) => letters[contexts[index] ?? 'other']);
			assert.equal(found.join(''), expected);
		});
	}

	test('is total: one context for each character of any text', () => {
		const piece = fc.constantFrom(
			'<<E\n',
			'E\n',
			'"',
			"'",
			'$(',
			'$((',
			'${',
			'}',
			')',
			'(',
			'\\',
			'#',
			'`',
			'$',
			'a',
			'\n',
		);
		fc.assert(
			fc.property(fc.array(fc.oneof(piece, fc.string())), (pieces) => {
				const text = pieces.join('');
				assert.equal(scanShell(text).contexts.length, text.length);
			}),
			{ numRuns: 200 },
		);
	});
});
