import assert from 'node:assert/strict';
import fc from 'fast-check';
import { commitLinks } from '../../../../src/core/deploys/webLink';

const sha = '0123456789abcdef0123456789abcdef01234567';

const linked: readonly (readonly [remote: string, page: string])[] = [
	['https://github.com/acme/shop.git', 'https://github.com/acme/shop/commit/'],
	['https://ana:s3cret@github.com/acme/shop', 'https://github.com/acme/shop/commit/'],
	['git@github.com:acme/shop.git', 'https://github.com/acme/shop/commit/'],
	['ssh://git@github.example.com:2222/acme/shop.git', 'https://github.example.com/acme/shop/commit/'],
	['git@gitlab.com:acme/web/shop.git', 'https://gitlab.com/acme/web/shop/-/commit/'],
	['https://gitlab.acme.io/a/b/c/d', 'https://gitlab.acme.io/a/b/c/d/-/commit/'],
	['git@bitbucket.org:acme/shop.git', 'https://bitbucket.org/acme/shop/commits/'],
	['https://codeberg.org/acme/shop', 'https://codeberg.org/acme/shop/commit/'],
];
const refused: readonly string[] = [
	'',
	'/srv/git/shop.git',
	'../shop',
	'file:///srv/shop.git',
	'https://example.com/acme/shop.git',
	'https://notgithub.com/acme/shop',
	'https://github.com/acme/../../evil',
	'https://github.com/acme/shop?x=1',
	'https://github.com/acme/shop#x',
	'https://github.com/acme/sh op',
	'https://github.com/ac)me/shop',
	'https://github.com/acme',
	'javascript://github.com/%0aalert(1)/x',
	'ext::sh -c github.com/a/b',
];

suite('core/deploys/webLink', () => {
	for (const [remote, page] of linked)
		test(`${remote} has pages`, () => assert.equal(commitLinks(remote)(sha), page + sha));
	for (const remote of refused)
		test(`“${remote}” has none`, () => assert.equal(commitLinks(remote)(sha), undefined));
	test('what is no whole commit id has none', () => {
		for (const id of ['', 'main', sha.slice(0, 10), `${sha}/..`])
			assert.equal(commitLinks('https://github.com/acme/shop')(id), undefined);
	});
	test('whatever the address, the link holds no password, space or bracket', () => {
		fc.assert(
			fc.property(fc.string(), fc.string(), (user, path) => {
				const link = commitLinks(`https://${user}:hunter2@github.com/${path}`)(sha) ?? '';
				assert.doesNotMatch(link, /[\s()<>@"'\\]|hunter2/);
			}),
		);
	});
});
