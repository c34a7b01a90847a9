// Whether a rehearsal says what `git revert` would do, and whether names and messages arrive as they were written.
import fs from 'node:fs';
import path from 'node:path';
import { costOf } from './gitClock.mjs';
import { git, isolated, marksOf } from './gitRepositories.mjs';

/** The truth is `git revert` itself, on each of the newest commits, in a clone of the bench's own. */
export async function* measureAgreement(tools, { name, folder, scratch, commits }) {
	const clone = path.join(fs.mkdtempSync(path.join(scratch, 'clone-')), 'clone');
	git(scratch, ['clone', '-q', '--shared', folder, clone]);
	const log = git(clone, ['log', '--first-parent', `-n${commits}`, '--format=%H %P'], { encoding: 'utf8' });
	const chosen = log
		.trim()
		.split('\n')
		.map((line) => line.split(' '));
	const undos = chosen.map(([sha, , second]) => ({ kind: 'commit', sha, parent: second && 1 }));
	const program = process.env.PATH.split(':')
		.map((place) => path.join(place, 'git'))
		.find((file) => fs.existsSync(file));
	let tried = [];
	const ours = await costOf(async () => {
		const repository = await tools.readRepository({ program, folder: clone });
		tried = await tools.tryUndos(repository, chosen[0][0], undos);
	});
	const truth = [];
	const theirs = await costOf(() => {
		for (const [sha, ...parents] of chosen)
			truth.push(tools.realRevert(clone, sha, parents.length, isolated));
	});
	const top = git(clone, ['rev-parse', 'HEAD^{tree}'], { encoding: 'utf8' }).trim();
	const agreed = truth.filter((real, index) => describe(real) === describe(toReal(tried[index], top))).length;
	const conflicts = truth.filter(({ kind }) => kind === 'conflicts').length;
	const merges = chosen.filter(({ length }) => length > 2).length;
	yield {
		name: `${name}: rehearsals that agree with git revert`,
		figure: `${agreed} of ${truth.length} (${conflicts} conflicts, ${merges} merges)`,
		target: 'all',
		ok: agreed === truth.length,
	};
	const each = (cost) => (cost / truth.length).toFixed(1);
	yield {
		name: `${name}: a rehearsal / a git revert`,
		figure: `${each(ours)} / ${each(theirs)} ms = ${(ours / theirs).toFixed(2)}`,
		target: '<= 0.3',
		ok: ours / theirs <= 0.3,
	};
	fs.rmSync(path.dirname(clone), { recursive: true, force: true });
}

function toReal(tried, top) {
	if (tried.kind === 'conflicts') return { kind: 'conflicts', paths: [...tried.paths].sort() };
	return { kind: 'tree', tree: tried.kind === 'empty' ? top : (tried.tree ?? tried.why) };
}

const describe = ({ kind, tree, paths }) => `${kind} ${tree ?? paths.join('\0')}`;

/** Names with spaces, newlines, quotes and bytes that are no UTF-8, and bodies with any bytes, against what was written. */
export async function* measureTexts(tools, { folder, made }) {
	const marks = marksOf(folder);
	const program = process.env.PATH.split(':')
		.map((place) => path.join(place, 'git'))
		.find((file) => fs.existsSync(file));
	const input = made.commits.map((_, index) => `${marks.get(index + 1)}\n`).join('');
	const output = await tools.readGit({ program, folder }, tools.detailArguments('counts'), { input });
	const entries = new Map(tools.parseLog(output).map((entry) => [entry.sha, entry]));
	const read = (bytes) => tools.decodeText(Buffer.from(bytes, 'latin1'));
	const right = made.commits.filter(({ message, paths }, index) => {
		const entry = entries.get(marks.get(index + 1));
		const found = entry?.files.map((file) => file.path).sort();
		const [title, ...body] = read(message).split('\n\n');
		return (
			entry?.title === title &&
			entry.body === body.join('\n\n').trimEnd() &&
			JSON.stringify(found) === JSON.stringify(paths.map(read).sort())
		);
	}).length;
	yield {
		name: 'made history: names and messages as written',
		figure: `${right} of ${made.commits.length}`,
		target: 'all',
		ok: right === made.commits.length,
	};
}
