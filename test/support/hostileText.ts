/** A text of about so many characters. */
export type Grow = (size: number) => string;

const repeat =
	(part: string): Grow =>
	(size) =>
		part.repeat(Math.ceil(size / part.length));
const after =
	(start: string, part: string, end = ''): Grow =>
	(size) =>
		start + repeat(part)(size) + end;
const inItem = (part: string, end = ''): Grow => after('## A\n- [ ] ', part, end);
const halves =
	(left: string, right: string): Grow =>
	(size) =>
		repeat(left)(size / 2) + repeat(right)(size / 2);
/** A line for each whole number, until it is long enough. */
const lines =
	(line: (index: number) => string): Grow =>
	(size) => {
		const parts: string[] = [];
		for (let length = 0, index = 0; length < size; index++) {
			const next = line(index);
			parts.push(next);
			length += next.length + 1;
		}
		return parts.join('\n');
	};
/** Each level a little deeper, up to a depth, and again. */
const stairs = (step: string, line: string, depth: number): Grow =>
	lines((index) => step.repeat(index % depth) + line);

/**
 * Texts that have made Markdown parsers or regular expressions slow: each is one idea, repeated to any size. A pasted
 * log, a minified file or a spiteful pull request looks like these.
 */
export const hostileText: Readonly<Record<string, Grow>> = {
	// Block structure
	'quote marks': repeat('>'),
	'quotes, deeper and deeper': stairs('> ', 'a', 200),
	'a quote, then lazy lines': after('> a\n', 'a\n'),
	'bullets in bullets on one line': repeat('- '),
	'numbers in numbers on one line': repeat('1. '),
	'lists, deeper and deeper': stairs('  ', '- [ ] a', 200),
	'lists with empty lines': lines((index) => `${'  '.repeat(index % 40)}- [ ] a\n`),
	'quoted lists': lines((index) => `${'> '.repeat(index % 20)}- [ ] a`),
	'empty items': repeat('- \n'),
	'empty boxes': repeat('- [ ]\n'),
	'alternating bullets': repeat('- [ ] a\n+ [ ] b\n* [ ] c\n'),
	'empty lines': repeat('\n'),
	'carriage returns': repeat('\r'),
	'NUL characters': repeat('\0'),
	'one long paragraph': repeat('word '),
	'one paragraph of many lines': repeat('some words\n'),
	'trailing spaces': after('a', ' '),
	'leading spaces': lines((index) => `${' '.repeat(index % 4096)}a`),
	tabs: repeat('\t'),
	'setext underlines that underline nothing': repeat('a\nb\n\n---\n'),
	headings: repeat('# a\n'),
	'headings, each level in turn': lines((index) => `${'#'.repeat((index % 6) + 1)} a ${index}\n\n- [ ] b`),
	'a heading of marks': after('# ', '#'),
	'headings with open brackets': repeat('# a (b (c (d\n'),
	'a heading of spaces and brackets': after('# a', ' ', '('),
	'fences that never end': repeat('```\na\n````\n'),
	'fence marks': repeat('`````'),
	'fences of tildes': repeat('~~~ sh\nrm x\n~~~\n'),
	'indented code': repeat('    - [ ] a\n\n'),
	'comments that never end': repeat('<!-- a\n'),
	declarations: repeat('<!a '),
	'processing instructions': repeat('<?'),
	'tags that never end': repeat('<a b="'),
	'attributes without an end': after('<a ', 'b="c" '),
	'attributes of spaces': after('<a', ' '),
	'character data': repeat('<![CDATA['),
	'link definitions': lines((index) => `[a${index}]: b`),
	'definitions without a target': repeat('[a]:\n'),
	'definitions with an open title': after('[a]: b "', 'c\n'),
	'tables of pipes': after('|a|b|\n|-|-|\n', '|'),
	'tables of many rows': after('| a | b |\n| - | - |\n', '| SEV-1 | every 5 min |\n'),
	'a table of many columns': (size) =>
		`${'|a'.repeat(size / 6)}|\n${'|-'.repeat(size / 6)}|\n${'|b'.repeat(size / 6)}|\n`,
	'delimiter rows': repeat('|-|-|\n'),
	'delimiter row without an end': after('a|b\n', '-|', 'x'),
	'front matter that never ends': after('---\n', 'a: b\n'),
	'front matter of spaces': after('---\na:', ' ', 'b\n---\n'),
	'front matter of many keys': (size) => `---\n${lines((index) => `k${index}: v`)(size)}\n---\n`,

	// Inline marks, in an item
	'open brackets': inItem('['),
	'close brackets': inItem(']'),
	'brackets in brackets': (size) => `- [ ] ${halves('[', ']')(size)}`,
	'open links': inItem('[a]('),
	'images in images': inItem('![a]('),
	links: inItem('[a](b.md) '),
	boxes: inItem('[ ] '),
	'bold that never closes': inItem('**a '),
	'emphasis in words': inItem('a**b'),
	'alternating marks': inItem('*_'),
	stars: inItem('*'),
	underscores: inItem('_a'),
	'bold in bold': (size) => `- [ ] ${halves('**a ', ' b**')(size)}`,
	'growing code marks': (size) =>
		`- [ ] ${lines((index) => '`'.repeat(index + 1))(size).replaceAll('\n', 'a')}`,
	code: inItem('`a` '),
	tildes: inItem('~~a'),
	backslashes: inItem('\\'),
	entities: inItem('&amp;'),
	'entities without an end': inItem('&a'),
	'open angles': inItem('<'),
	autolinks: inItem('<a:b>'),
	'mail addresses': inItem('a@b.c '),
	'half of a surrogate pair': inItem('\ud83d'),
	emoji: inItem('🚨'),
	'emoji in headings': repeat('# 🚨👨‍💻\n'),
	'combining marks': inItem('a\u0301'),
	'a wide space': inItem('\u00a0'),

	// The words of a runbook
	labels: inItem('a: '),
	colons: inItem(':'),
	'bold labels': inItem('**a**: '),
	'the start of a bold label': inItem('a ', '**:'),
	'bold fields': repeat('**a**: b\n'),
	'bold fields that never close': repeat('**a '),
	'a bold line of spaces': after('**a', ' ', 'b'),
	durations: inItem('within 15 minutes '),
	numbers: inItem('1'),
	'numbers with spaces': inItem('1 '),
	'half of a duration': inItem('half a '),
	'spaces after every': after('- [ ] every', ' ', 'x'),
	severities: inItem('SEV-1/'),
	'severities in a list': repeat('- **SEV-1**: Update within 10 minutes, then every 30 minutes\n'),
	'for severities': inItem('for SEV-1 '),
	'open round brackets': inItem('(SEV-1 '),
	arrows: after('## Escalation\n\n', 'A → '),
	'escalation levels': lines((index) => `## Level ${index}: a (b)\n- **Response**: c`),
	channels: repeat('#a #b '),
	'channel marks': after('- ', '#'),
	placeholders: after('## Message\n```\n', '[a] {b} <c> '),
	'open placeholders': after('## Message\n```\n', '[a '),
	'open braces': after('## Message\n```\n', '{'),
	choices: after('## Message\n```\n[', 'a/', ']'),
	'dates for a shell': after('## Message\n```\n', '$('),
	roles: repeat('### A (IC)\n**Responsibilities**:\n- a\n\n**Who**: b\n'),
	'steps as headings': lines((index) => `## Step ${index}: a`),
	'numbered steps': lines((index) => `${index}. a`),
	'numbered steps cut by fences': repeat('1. a\n\n```\nb\n```\n'),
	decisions: repeat('### Rollback Decisions (IC Authority)\n**Do it**:\n- a\n'),
	'bold labels with tasks': repeat('**Block it:**\n- [ ] a\n\n'),
	'the same item': repeat('- [ ] a\n'),
	'an item with a long word': inItem('a'),

	// Scripts
	'shell quotes': after('```sh\n', '"'),
	'shell words': after('```sh\n', 'a '),
	'shell comments': after('```sh\n', '# a\n'),
	'shell parts': after('```sh\n', '# a\nb\n'),
	'here documents': after('```sh\n', 'cat <<A\n'),
	'shell brackets': after('```sh\n', '$('),
	'continued lines': after('```sh\n', 'a \\\n'),
	'shell assignments': after('```sh\n', 'A=b '),
	'shell redirections': after('```sh\n', '> '),
	'script paths': after('```sh\n', 'a/'),
	'spaces in a script': after('```sh\na', ' ', '\n```'),
	'empty lines in a script': after('```sh\na\n', '\n', 'b\n```'),
	scripts: repeat('```sh\n# Check it\ncurl a\n```\n'),
};
