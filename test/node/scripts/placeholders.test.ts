// What a person types into a gap, against a real bash: it can never add a command or change the words around it.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import fc from 'fast-check';
import { fillPlaceholders } from '../../../src/core/scripts/fill';
import { findScriptPlaceholders } from '../../../src/core/scripts/placeholders';

/** Every command below makes this file, if it is ever run. */
const canary = 'canary';
const hostile: readonly string[] = [
	`; touch ${canary} ;`,
	`$(touch ${canary})`,
	`\`touch ${canary}\``,
	`'; touch ${canary}; '`,
	`"; touch ${canary}; "`,
	`' "$(touch ${canary})" '`,
	`\\"; touch ${canary} #`,
	`\\'; touch ${canary} #`,
	`a\\`,
	`\\`,
	`'`,
	`"`,
	`\\$(touch ${canary})`,
	`| touch ${canary}`,
	`&& touch ${canary}`,
	`& touch ${canary} &`,
	`x > ${canary}`,
	`>${canary}`,
	`<(touch ${canary})`,
	`\${x:=$(touch ${canary})}`,
	`a[$(touch ${canary})]`,
	`$HOME`,
	`$$`,
	`!!`,
	`# x`,
	`*`,
	`[a-z]*`,
	`{a,b}`,
	`~`,
	`~root`,
	`two words`,
	` padded `,
	`x=1`,
	`PATH=/x`,
	`EOF`,
	`END`,
	`if`,
	`time`,
	`2`,
	`it's`,
	`)`,
	`(`,
	`}`,
	`done`,
	`esac`,
	`;;`,
	`%s%n`,
	`é ü 日本 🚨`,
	`prod-1.example.com:8080`,
];

let folder = '';

function bash(text: string): { readonly output: string; readonly code: number | null } {
	const file = path.join(folder, 'script');
	writeFileSync(file, text);
	rmSync(path.join(folder, 'work'), { recursive: true, force: true });
	mkdirSync(path.join(folder, 'work'));
	const cwd = path.join(folder, 'work');
	const { stdout, status } = spawnSync('bash', [file], { cwd, encoding: 'utf8', input: '' });
	return { output: stdout, code: status };
}

/** What bash prints with the value in every gap; `undefined` when the value is refused. */
function outputWith(template: string, value: string): string | undefined {
	const placeholders = findScriptPlaceholders({ text: template, language: 'bash', isSet: () => false });
	const values = new Map(placeholders.map(({ name }) => [name, value]));
	const filled = fillPlaceholders(template, placeholders, values);
	if (filled.kind === 'refused') return undefined;
	const { output, code } = bash(filled.text);
	assert.equal(
		existsSync(path.join(folder, 'work', canary)),
		false,
		`${JSON.stringify(value)} ran in ${filled.text}`,
	);
	return `${output}\nexit ${code ?? 'none'}`;
}

suite('values in gaps, run by bash', function () {
	this.timeout(120_000);
	suiteSetup(() => (folder = mkdtempSync(path.join(tmpdir(), 'values-'))));
	suiteTeardown(() => rmSync(folder, { recursive: true, force: true }));

	const words = "printf '%s\\0'";
	/** Script, and how much may be typed there: any text of a line, or a word. */
	const places: readonly (readonly ['text' | 'word', string])[] = [
		['text', `${words} a <x> b`],
		['text', `${words} a pre-<x>.post b`],
		['text', `${words} a "<x>" b`],
		['text', `${words} a "say <x> now" b`],
		['text', `${words} a 'say <x> now' b`],
		['text', `${words} a '{"x":"<x>"}' b`],
		['text', `${words} a "{\\"x\\": \\"<x>\\"}" b`],
		['text', `${words} a "manual: [REASON]" b`],
		['text', `${words} YOUR_NAME {{x}} <x>`],
		['text', `${words} a <x><y> b`],
		['text', `${words} a b 2>/dev/null <x>`],
		['text', `cat <<EOF\na <x> b\nEOF\n${words} c`],
		['text', `cat <<EOF\n<x>\nEOF\n${words} c`],
		['text', `cat <<-EOF\n\t<x>\n\tEOF\n${words} c`],
		['text', `cat <<'EOF'\n"<x>' $HOME\nEOF\n${words} c`],
		['text', `cat <<'EOF' | cat\n<x>\nEOF\n${words} c`],
		['text', `# about <x>\n${words} <x> # and <x>\n${words} c`],
		['text', `true && ${words} <x> || ${words} no; ${words} c`],
		['text', `( ${words} <x> )\n${words} c`],
		['text', `{ ${words} <x>; }\n${words} c`],
		['text', `if [ "<x>" = y ]; then ${words} same; else ${words} other; fi`],
		['text', `case "<x>" in y) ${words} y ;; *) ${words} "<x>" ;; esac`],
		['text', `X="<x>"\n${words} "$X" b`],
		['text', `${words} "$REGION" b`],
		['text', `${words} "in \${REGION}" b`],
		['text', `cat <<EOF\n$REGION\nEOF`],
		['text', `${words} <x> \\\n  b\n${words} c`],
		['text', `${words} $'it\\'s' <x>`],
		['word', `X=<x>\n${words} $X b`],
		['word', `${words} $REGION b`],
		['word', `${words} $(echo <x>) b`],
		['word', `${words} "$(echo "<x>")" b`],
		['word', `${words} \`echo <x>\` b`],
		['word', `${words} $'a <x>' b`],
		['word', `${words} "\${Y:-<x>}" b`],
		['word', `cat <<EOF\n$(echo <x>)\nEOF`],
		['word', `bash -c "printf '%s' '<x>'"`],
		['word', `eval "printf %s <x>"`],
		['word', `bash <<EOF\necho <x>\nEOF`],
		['word', `echo "echo <x>" |\n bash`],
		['word', `[[ <x> -eq 1 ]] && ${words} one`],
		['word', `f() { ${words} $1; }\nf <x>`],
		['word', `for i in <x> b; do ${words} $i; done`],
		['word', `X=$(case a in a) echo "<x>" ;; esac)\n${words} "$X"`],
		['word', `declare "X=<x>"\n${words} "$X"`],
	];
	for (const [allowance, template] of places) {
		test(`${allowance}: ${JSON.stringify(template)}`, () => {
			const expected = outputWith(template, 'SAFE');
			assert.ok(
				expected?.includes('SAFE') || template.startsWith('if') || template.startsWith('[['),
				expected,
			);
			let accepted = 0;
			for (const value of hostile) {
				const output = outputWith(template, value);
				if (output === undefined) continue;
				accepted++;
				assert.equal(
					output,
					expected?.replaceAll('SAFE', () => value),
					value,
				);
			}
			assert.ok(allowance === 'text' ? accepted > 40 : accepted < 12, String(accepted));
		});
	}

	const refused = [`echo $((<n> + 1))`, `echo $<x>`, `echo "$HOST<x>"`, `(( <n> > 1 ))`];
	for (const template of refused)
		test(`nothing but digits, or nothing: ${template}`, () => {
			for (const value of hostile.filter((text) => text !== '2'))
				assert.equal(outputWith(template, value), undefined);
		});

	test('in scripts put together from anything, a value only ever takes the place of its gap', () => {
		const piece = fc.constantFrom(
			...[
				'<x>',
				'<x>',
				' ',
				'\n',
				'a',
				"'",
				'"',
				'\\',
				'$',
				'`',
				'$(echo ',
				')',
				'(',
				'; ',
				'#',
				' #',
				'| cat ',
			],
			...[
				'printf %s ',
				'cat <<EOF\n',
				'\nEOF\n',
				"<<'EOF' cat\n",
				'${Y:-',
				'}',
				'$((1+',
				'))',
				'&& ',
				'>&2 ',
				'{ ',
			],
			...[
				'case a in a) ',
				' ;; esac\n',
				'if true; then ',
				'\nfi\n',
				"$'",
				' Z=',
				'"$Z" ',
				'$Z ',
				'!',
				'*',
				'[',
				']',
			],
		);
		const value = fc
			.oneof(fc.constantFrom(...hostile), fc.string({ maxLength: 12 }))
			.filter((typed) => !/^[a-z]+$/.test(typed));
		let compared = 0;
		fc.assert(
			fc.property(fc.array(piece, { minLength: 3, maxLength: 14 }), value, (pieces, typed) => {
				const template = pieces.join('');
				// `$$` is another number in each run.
				fc.pre(template.includes('<x>') && !template.includes('$$'));
				const expected = outputWith(template, 'SAFE');
				// A gap in the place of a command is there to name one.
				const names = expected === undefined || expected.endsWith('exit 127');
				const output = names ? undefined : outputWith(template, typed);
				if (output === undefined) return;
				compared++;
				assert.equal(
					output,
					expected?.replaceAll('SAFE', () => typed),
					JSON.stringify(template),
				);
			}),
			{ numRuns: Number(process.env.VALUE_RUNS ?? 1500) },
		);
		assert.ok(compared > 150, String(compared));
	});
});
