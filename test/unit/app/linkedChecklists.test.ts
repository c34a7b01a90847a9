import assert from 'node:assert/strict';
import { LinkedChecklists } from '../../../src/app/linkedChecklists';
import { parseRunbook } from '../../../src/core/runbook/parse';
import { UserError } from '../../../src/core/userError';

function open(files: Record<string, string>): {
	readonly reads: string[];
	readonly linked: LinkedChecklists;
} {
	const reads: string[] = [];
	const read = (path: string): Promise<Uint8Array> => {
		reads.push(path);
		const text = files[path];
		return text === undefined
			? Promise.reject(new UserError(`${path} cannot be read: there is no such file.`))
			: Promise.resolve(new TextEncoder().encode(text));
	};
	const markdownFiles = (): Promise<readonly string[]> => Promise.resolve([]);
	const create = (): Promise<boolean> => Promise.resolve(false);
	const linked = new LinkedChecklists({
		files: { read, markdownFiles, create },
		sha256: () => '',
		loadParser: () => Promise.resolve((text) => parseRunbook(text)),
	});
	return { reads, linked };
}

suite('LinkedChecklists', () => {
	test('reads a document once, and again when told', async () => {
		const { reads, linked } = open({ 'A.md': '# A\n- [ ] x\n' });
		await linked.load('A.md');
		const first = linked.documents;
		await linked.load('A.md');
		assert.deepEqual([reads.length, linked.documents], [1, first]);
		await linked.reload('A.md');
		assert.equal(reads.length, 2);
		assert.notEqual(linked.documents, first);
	});

	test('what is wrong is a sentence', async () => {
		const { linked } = open({ 'empty.md': '' });
		assert.equal((await linked.load('empty.md')).kind, 'problem');
		const missing = await linked.load('gone.md');
		assert.ok(missing.kind === 'problem' && missing.message.includes('no such file'));
	});

	test('of two readings the one begun last counts', async () => {
		const { linked } = open({ 'A.md': '# A\n- [ ] x\n' });
		await Promise.all([linked.reload('A.md'), linked.reload('A.md')]);
		assert.equal(linked.documents.size, 1);
	});
});
