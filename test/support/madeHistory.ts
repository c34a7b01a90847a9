/** A history of many kinds of change, the same for the same numbers. */
export interface MadeHistory {
	/** What `git fast-import` makes it from. */
	readonly input: Buffer;
	/** What each commit is, by mark from 1; texts and paths are bytes, one a character. */
	readonly commits: readonly MadeCommit[];
}

export interface MadeCommit {
	readonly message: string;
	/** Changed against the first parent, sorted. */
	readonly paths: readonly string[];
}

export function madeHistory({
	commits,
	seed,
}: {
	readonly commits: number;
	readonly seed: number;
}): MadeHistory {
	const random = makeRandom(seed);
	const main: Files = new Map();
	const out: string[] = [];
	const made: MadeCommit[] = [];
	const write = (
		branch: string,
		message: string,
		[before, after]: readonly [Files, Files],
		parents: string,
	) => {
		const mark = made.length + 1;
		const who = `Ada <ada@example.com> ${1700000000 + mark * 600} +0100`;
		const header = `commit refs/heads/${branch}\nmark :${mark}\ncommitter ${who}\n${data(message)}\n${parents}`;
		out.push(header, changes(before, after), '\n');
		made.push({ message, paths: changedPaths(before, after) });
		return mark;
	};
	for (let index = 0; index < 30; index++) addFile(main, random);
	main.set('.gitattributes', { mode: '100644', content: '*.union merge=union\n*.bin binary\n' });
	main.set('joined.union', { mode: '100644', content: someLines(random, 6) });
	let tip = write('main', 'Start', [new Map(), main], '');
	while (made.length < commits) {
		const before = new Map(main);
		if (random(4) > 0) {
			for (let count = 1 + random(3); count > 0; count--) change(main, random);
			tip = write('main', oddMessage(random, made.length), [before, main], `from :${tip}\n`);
			continue;
		}
		const side = new Map(main);
		change(side, random);
		const topic = write('topic', `Topic ${tip}`, [before, side], `from :${tip}\n`);
		change(main, random);
		tip = write('main', `Work ${tip}`, [before, main], `from :${tip}\n`);
		const merged = merge(main, before, side);
		const subject = `Merge pull request #${tip} from acme/topic`;
		tip = write('main', subject, [main, merged], `from :${tip}\nmerge :${topic}\n`);
		replaceAll(main, merged);
	}
	return { input: Buffer.from(out.join(''), 'latin1'), commits: made };
}

/** Takes the side's version of what it changed, whatever became of it meanwhile. */
function merge(main: Files, before: Files, side: Files): Files {
	const merged = new Map(main);
	for (const path of changedPaths(before, side)) {
		const file = side.get(path);
		if (file) merged.set(path, file);
		else merged.delete(path);
	}
	return merged;
}

function changedPaths(before: Files, after: Files): readonly string[] {
	const paths = new Set([...before.keys(), ...after.keys()]);
	return [...paths].filter((path) => !isSame(before.get(path), after.get(path))).sort();
}

function isSame(left: File | undefined, right: File | undefined): boolean {
	return left?.mode === right?.mode && left?.content === right?.content;
}

type Random = (below: number) => number;

interface File {
	readonly mode: '100644' | '100755' | '120000';
	/** Bytes, one a character. */
	readonly content: string;
}

/** Paths are bytes, one a character. */
type Files = Map<string, File>;

/** Mulberry32, a small generator of 32 bits: enough to mix, and the same everywhere. */
function makeRandom(seed: number): Random {
	let state = seed;
	return (below) => {
		state = (state + 0x6d2b79f5) | 0;
		let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
		mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
		return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
	};
}

function change(files: Files, random: Random): void {
	const kinds = [edit, edit, edit, edit, editUnion, addFile, remove, rename, chmod, binary, link];
	kinds[random(kinds.length)]?.(files, random);
}

const folders = ['src/', 'src/pay/', 'src/cart/', 'db/migrate/', 'config/', 'docs/a b/', ''];
const stems = [
	'pay',
	'cart',
	'line\nfeed',
	'quote"d',
	'tab\t',
	'back\\slash',
	'\xfcml',
	'u\xc3\xbc',
	'a => b',
	'x',
];

function addFile(files: Files, random: Random): void {
	const folder = folders[random(folders.length)] ?? '';
	const path = `${folder}${stems[random(stems.length)] ?? ''}${random(60)}.ts`;
	files.set(path, { mode: '100644', content: someLines(random, 8 + random(20)) });
}

function edit(files: Files, random: Random): void {
	const path = pick(files, random, (file) => file.mode !== '120000');
	const file = path === undefined ? undefined : files.get(path);
	if (!file || path === undefined) return;
	const lines = file.content.split('\n');
	lines.splice(
		random(lines.length),
		random(3),
		...someLines(random, 1 + random(2))
			.split('\n')
			.slice(0, -1),
	);
	files.set(path, { ...file, content: lines.join('\n') });
}

function editUnion(files: Files, random: Random): void {
	const file = files.get('joined.union');
	if (file) files.set('joined.union', { ...file, content: file.content + someLines(random, 1) });
}

function remove(files: Files, random: Random): void {
	const path = pick(files, random, () => true);
	if (path !== undefined && files.size > 20) files.delete(path);
}

function rename(files: Files, random: Random): void {
	const from = pick(files, random, () => true);
	const file = from === undefined ? undefined : files.get(from);
	if (!file || from === undefined) return;
	files.delete(from);
	files.set(`${folders[random(folders.length)] ?? ''}moved${random(500)}.ts`, file);
}

function chmod(files: Files, random: Random): void {
	const path = pick(files, random, (file) => file.mode !== '120000');
	const file = path === undefined ? undefined : files.get(path);
	if (!file || path === undefined) return;
	files.set(path, { ...file, mode: file.mode === '100644' ? '100755' : '100644' });
}

function binary(files: Files, random: Random): void {
	const bytes = Array.from({ length: 40 }, () => String.fromCharCode(random(256))).join('');
	files.set(`image${random(4)}.bin`, { mode: '100644', content: `\0${bytes}` });
}

function link(files: Files, random: Random): void {
	files.set(`link${random(4)}`, { mode: random(4) === 0 ? '100644' : '120000', content: `src/${random(9)}` });
}

function pick(files: Files, random: Random, fits: (file: File) => boolean): string | undefined {
	const paths = [...files].flatMap(([path, file]) => (fits(file) && !path.startsWith('.') ? [path] : []));
	return paths[random(Math.max(1, paths.length))];
}

function someLines(random: Random, count: number): string {
	return Array.from({ length: count }, () => `line ${random(5000)}\n`).join('');
}

function oddMessage(random: Random, mark: number): string {
	const bodies = [
		'',
		'\n\nbody\n\n1\t2\tfake',
		'\n\n\xf2\xf2 \x01\x1b[2J',
		`\n\ncommit ${'a'.repeat(40)}\n:100644`,
	];
	return `Change ${mark}${bodies[random(bodies.length)] ?? ''}`;
}

function changes(before: Files, after: Files): string {
	const gone = [...before.keys()].filter((path) => !after.has(path)).map((path) => `D ${quote(path)}\n`);
	const set = [...after].filter(([path, file]) => before.get(path) !== file);
	const lines = set.map(([path, { mode, content }]) => `M ${mode} inline ${quote(path)}\n${data(content)}\n`);
	return [...gone, ...lines].join('');
}

function quote(path: string): string {
	const octal = (byte: string) => `\\${byte.charCodeAt(0).toString(8).padStart(3, '0')}`;
	return `"${path.replace(/[^\w./ >=-]/g, octal)}"`;
}

function data(bytes: string): string {
	return `data ${bytes.length}\n${bytes}`;
}

function replaceAll(files: Files, by: Files): void {
	files.clear();
	for (const [path, file] of by) files.set(path, file);
}
