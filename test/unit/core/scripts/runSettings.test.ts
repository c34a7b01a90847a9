import assert from 'node:assert/strict';
import path from 'node:path';
import fc from 'fast-check';
import { readFenceAttributes } from '../../../../src/core/runbook/fenceAttributes';
import { folderInside, runSettings, runSettingWords } from '../../../../src/core/scripts/runSettings';

const of = (info: string, setting = '') => runSettings(readFenceAttributes(`bash ${info}`), setting);

suite('runSettings', () => {
	const folders: readonly (readonly [info: string, setting: string, folder: string | undefined])[] = [
		['', '', ''],
		['', 'ops', 'ops'],
		['cwd=services/api', 'ops', 'services/api'],
		['cwd=.', 'ops', ''],
		['cwd=./a//b/../c/', '', 'a/c'],
		['cwd="a b"', '', 'a b'],
		['cwd=..', '', undefined],
		['cwd=a/../../b', '', undefined],
		['cwd=/etc', '', undefined],
		['cwd=~/x', '', undefined],
		['cwd=$HOME', '', undefined],
		['cwd=C:/x', '', undefined],
		['cwd=a\\..\\..\\b', '', undefined],
		['cwd=a\u202eb', '', undefined],
		['', '../other', undefined],
	];
	for (const [info, setting, folder] of folders)
		test(`“${info}”, setting “${setting}”`, () => assert.equal(of(info, setting).folder, folder));

	const times: readonly (readonly [info: string, seconds: number, warns: boolean])[] = [
		['', 300, false],
		['timeout=20m', 1200, false],
		['timeout=90s', 90, false],
		['timeout=90', 90, false],
		['timeout="2 h"', 7200, false],
		['timeout=soon', 300, true],
		['timeout=0', 300, true],
		['timeout=2d', 300, true],
		['timeout', 300, true],
	];
	for (const [info, seconds, warns] of times)
		test(`“${info}” is ${seconds} s`, () => {
			const { timeoutMs, warnings } = of(info);
			assert.deepEqual([timeoutMs, warnings.length], [seconds * 1000, warns ? 1 : 0]);
		});

	test('secret: output is not kept', () => {
		const kept = ['', 'secret', 'secret=true', 'secret=false', 'secrets'].map((info) => of(info).keepsOutput);
		assert.deepEqual(kept, [true, false, false, true, true]);
	});

	test('in few words', () => {
		const words = (info: string): readonly string[] => runSettingWords(readFenceAttributes(`bash ${info}`));
		assert.deepEqual(words(''), []);
		assert.deepEqual(words('cwd=ops timeout=20m secret'), [
			'in ops',
			'stopped after 20 min',
			'output not kept',
		]);
	});

	test('no path leads out of the root', () => {
		const name = fc.constantFrom('..', '.', 'a', 'b c', '', '...', '~', '/', '\\', 'C:', '$x');
		fc.assert(
			fc.property(fc.array(name, { maxLength: 8 }), (names) => {
				const folder = folderInside(names.join('/'));
				if (folder === undefined) return;
				const absolute = path.join('/root/here', folder);
				assert.ok(absolute === '/root/here' || absolute.startsWith('/root/here/'), folder);
				assert.equal(path.posix.normalize(folder || '.'), folder || '.');
			}),
		);
	});
});
