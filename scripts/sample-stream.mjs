// Turns the history table into `git fast-import` streams: one process writes thirty commits in milliseconds.
import { history } from './sample-history.mjs';
import { people } from './sample-words.mjs';

const commitsOf = (step) => step.commits ?? [step];

/** Replaces the one occurrence of `from`; anything else means that sample/ and the history have parted. */
function replaceOnce(files, file, from, to) {
	const text = files.get(file) ?? '';
	if (text.split(from).length !== 2) {
		throw new Error(`scripts/sample-history.mjs does not fit sample/${file}: expected once: ${from}`);
	}
	files.set(
		file,
		text.replace(from, () => to),
	);
}

/** Walks back from the finished files and notes what each added file looked like when it was added. */
function resolveAdded(finished) {
	const files = new Map(finished);
	const added = new Map();
	for (const commit of history.flatMap(commitsOf).reverse()) {
		for (const { file, before, after } of [...(commit.changes ?? [])].reverse()) {
			replaceOnce(files, file, after, before);
		}
		for (const file of commit.added ?? []) {
			if (!files.has(file))
				throw new Error(`scripts/sample-history.mjs adds ${file}, which is not in sample/.`);
			added.set(file, files.get(file));
			files.delete(file);
		}
	}
	if (files.size > 0) throw new Error(`No commit adds ${[...files.keys()].join(', ')}.`);
	return added;
}

/** `files` after the commit, and the paths it touched. */
function apply(files, commit, added) {
	const next = new Map(files);
	for (const file of commit.added ?? []) next.set(file, added.get(file));
	for (const { file, before, after } of commit.changes ?? []) replaceOnce(next, file, before, after);
	return {
		files: next,
		touched: [...(commit.added ?? []), ...(commit.changes ?? []).map(({ file }) => file)],
	};
}

/** All commits in writing order; `mark` numbers them, parents are marks. */
export function planCommits(finished) {
	const added = resolveAdded(finished);
	const main = [];
	const plan = [];
	const write = (entry) => {
		plan.push({ ...entry, mark: plan.length + 1 });
		return plan.at(-1);
	};
	for (const step of history) {
		const tip = main.at(-1);
		let branch = main.at(-1 - (step.behind ?? 0));
		let files = tip?.files ?? new Map();
		const touched = [];
		for (const commit of commitsOf(step)) {
			const own = apply(branch?.files ?? new Map(), commit, added);
			branch = write({ ...commit, ...own, parents: branch ? [branch.mark] : [] });
			files = apply(files, commit, added).files;
			touched.push(...own.touched);
		}
		main.push(step.commits ? write(mergeOf(step, { tip, branch, files, touched })) : branch);
	}
	return plan;
}

function mergeOf(step, { tip, branch, files, touched }) {
	const title = `Merge pull request #${step.pull} from lockbay/${step.branch}`;
	const parents = [tip.mark, branch.mark];
	return { ...step, title, body: step.title, files, touched, parents };
}

const data = (text) => `data ${Buffer.byteLength(text)}\n${text}\n`;
const fileMode = (file) => (file.endsWith('.sh') ? '100755' : '100644');

/** The stream of some commits; `reverted` is the id of the commit that a revert names in its message. */
export function streamOf(commits, { now, reverted }) {
	return commits.map((commit) => commitText(commit, { now, reverted }) + tagText(commit, now)).join('');
}

function signature({ who, ago }, now) {
	const { name, email, zone } = people[who];
	return `${name} <${email}> ${Math.floor(now / 1000) - ago * 60} ${zone}`;
}

function commitText(commit, { now, reverted }) {
	const revertLine = commit.reverts && `This reverts commit ${reverted}.`;
	const message = [commit.title, revertLine, commit.body].filter(Boolean).join('\n\n');
	const [from, merge] = commit.parents;
	// Merged branches are deleted upstream, so main is the only ref; it moves on with every commit.
	return [
		`commit refs/heads/main\nmark :${commit.mark}\n`,
		`author ${signature(commit, now)}\ncommitter ${signature(commit, now)}\n`,
		data(`${message}\n`),
		from ? `from :${from}\n` : '',
		merge ? `merge :${merge}\n` : '',
		...[...new Set(commit.touched)].map(
			(file) => `M ${fileMode(file)} inline ${file}\n${data(commit.files.get(file))}`,
		),
	].join('');
}

function tagText(commit, now) {
	if (!commit.tag) return '';
	const message = data(`Release ${commit.tag}\n`);
	return `tag ${commit.tag}\nfrom :${commit.mark}\ntagger ${signature(commit, now)}\n${message}`;
}
