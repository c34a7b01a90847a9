// A megabyte of the worst output is read in time that grows with its length: four times the text takes four times as
// long, or somewhat more on a busy machine, and would take sixteen times if it grew with the square.
import assert from 'node:assert/strict';
import { redact } from '../../../src/core/scripts/redact';
import { terminalText } from '../../../src/core/scripts/terminalText';

const families: readonly string[] = [
	'a',
	' ',
	'a.',
	'password',
	'password=',
	'password: ',
	'password="',
	'--password ',
	'-----BEGIN RSA PRIVATE KEY-----\n',
	'-----BEGIN PRIVATE KEY-----',
	'-----',
	'https://',
	'https://a:',
	'https://a:b@',
	'a://a',
	'Authorization: ',
	'authorization',
	'x-key-token',
	'Cookie: ',
	'eyJaaaaaaaa.',
	'eyJ',
	'mysql ',
	'mysql -p',
	'mysql a -',
	'curl -u ',
	'docker login ',
	'redis-cli -a',
	'xoxb-',
	'ghp_',
	'SG.aaaaaaaaaaaaaaaaaa',
	'identified by ',
	'bearer ',
	"'",
	'"',
	'\\"',
	'token_token_token',
	'\u001b',
	'\u001b[',
	'\u001b]',
	'\u001b]\u001b',
	'\u001b[999C',
	'\u001b[500G\u001b[2K',
	'\u001b[500Ga\n',
	'\r',
	'a\r\u001b[K',
	'\u001b[500A\u001b[500B',
	'\u009d\u001b',
	'\b',
];

function milliseconds(work: () => void): number {
	const start = process.hrtime.bigint();
	work();
	return Number(process.hrtime.bigint() - start) / 1e6;
}

suite('output of a megabyte', function () {
	this.timeout(120_000);
	for (const family of families) {
		test(JSON.stringify(family), () => {
			const of = (length: number): string => family.repeat(Math.ceil(length / family.length));
			const read = (length: number): number =>
				milliseconds(() => redact(terminalText(of(length)), ['some-literal']));
			read(20_000);
			const quarter = Math.min(read(250_000), read(250_000));
			const whole = Math.min(read(1_000_000), read(1_000_000));
			assert.ok(whole < 1000 || whole / quarter < 10, `${quarter} ms, then ${whole} ms`);
			assert.ok(whole < 10_000, `${whole} ms`);
		});
	}
});
