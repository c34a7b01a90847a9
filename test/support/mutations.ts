/** Texts made from others by cutting, doubling, swapping and damaging lines; the same ones every time. */
export function* mutations(sources: readonly string[], count: number): Generator<string> {
	const random = seeded(20261123);
	const pick = <T>(list: readonly T[]): T | undefined => list[Math.floor(random() * list.length)];
	for (let made = 0; made < count; made++) {
		const lines = (pick(sources) ?? '').split('\n');
		const other = (pick(sources) ?? '').split('\n');
		for (let edits = 1 + Math.floor(random() * 8); edits > 0; edits--) {
			const at = Math.floor(random() * lines.length);
			const line = lines[at] ?? '';
			const cut = Math.floor(random() * (line.length + 1));
			const variants: readonly (readonly string[])[] = [
				[],
				[line, line],
				[line.slice(0, cut)],
				[line.slice(cut)],
				[line, pick(other) ?? ''],
				[line.slice(0, cut) + (pick(damage) ?? '') + line.slice(cut)],
				[(pick(damage) ?? '') + line],
			];
			lines.splice(at, 1, ...(pick(variants) ?? []));
		}
		yield lines.join(pick(['\n', '\r\n', '\n']) ?? '\n');
	}
}

const damage = [
	'|',
	'`',
	'```',
	'~~~',
	'<!--',
	'-->',
	'**',
	'_',
	'[',
	']',
	'{{',
	'> ',
	'- ',
	'1. ',
	'# ',
	'\\',
].concat(['\t', '    ', ':', '\u2028', '\ud800', '\0', '---', '| - |', 'HH:MM', 'YYYY-MM-DD', '[ ]', '<x>']);

/** Numbers from 0 to 1 (Park and Miller's minimal standard generator). */
function seeded(seed: number): () => number {
	let state = seed;
	return () => (state = (state * 48_271) % 2_147_483_647) / 2_147_483_647;
}
