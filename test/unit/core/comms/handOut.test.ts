// What goes out by hand: copied into a chat, or as a mail.
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { copyText, type CopyPlace } from '../../../../src/core/comms/copyText';
import { mailto } from '../../../../src/core/comms/mailto';

const text =
	'## Down\n**Impact**: logins, see [status](https://status.example.com/1)\n- ask @channel, not <!here>';
const joint = '\u2060';
const expected: Readonly<Record<CopyPlace, string>> = {
	slack: `*Down*\n*Impact*: logins, see status (https://status.example.com/1)\n• ask @${joint}channel, not <${joint}!here>`,
	markdown: `## Down\n**Impact**: logins, see [status](https://status.example.com/1)\n- ask @${joint}channel, not <${joint}!here>`,
	plain: 'Down\nImpact: logins, see status (https://status.example.com/1)\n• ask @channel, not <!here>',
};

suite('core/comms: what goes out by hand', () => {
	for (const place of ['slack', 'markdown', 'plain'] as const)
		test(`copied for ${place}`, () => assert.equal(copyText(text, place), expected[place]));

	test('stars and brackets that mark nothing stay', () => {
		for (const odd of ['2 ** 3 ** 4', '[Brief description]', '****', '- ', 'a - b'])
			assert.equal(copyText(odd, 'plain'), odd);
	});

	test('a mail holds subject and text, whatever they are', () => {
		fc.assert(
			fc.property(fc.string({ unit: 'binary', maxLength: 20 }), (typed) => {
				const { address, holdsText } = mailto({ subject: typed, text: `${typed}\n&body=x` });
				const query = new URLSearchParams(address.slice('mailto:?'.length).replaceAll('+', '%2B'));
				assert.deepEqual([...query.keys()], holdsText ? ['subject', 'body'] : ['subject']);
				assert.equal(query.get('subject'), Buffer.from(typed).toString());
			}),
		);
	});

	test('lines end as mails want it', () => {
		assert.equal(mailto({ subject: 'a', text: 'b\nc' }).address, 'mailto:?subject=a&body=b%0D%0Ac');
	});

	test('what is too long for an address is left out whole', () => {
		assert.deepEqual(mailto({ subject: 'a', text: 'b'.repeat(3000) }), {
			address: 'mailto:?subject=a',
			holdsText: false,
		});
	});
});
