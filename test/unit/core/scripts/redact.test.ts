import assert from 'node:assert/strict';
import fc from 'fast-check';
import { redact } from '../../../../src/core/scripts/redact';
import { isSecretName } from '../../../../src/core/scripts/secretKinds';

function of(alphabet: string, min: number, max = min): fc.Arbitrary<string> {
	return fc.string({ unit: fc.constantFrom(...alphabet.split('')), minLength: min, maxLength: max });
}

const upper = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ';
const digits = '0123456789';
const alnum = `${upper}${upper.toLowerCase()}${digits}`;
const url = `${alnum}-_`;
const base64 = `${alnum}+/`;
const hex = '0123456789abcdef';
/** What a person or a generator makes a password of; quotes and white space are tried where the place allows them. */
const password = of(`${alnum}!#$%^&*+=?.:;,~_-`, 5, 32).filter(
	(text) => !/^(?:[-$*<]|\d{1,3}$|\d{1,3}\W)|^(?:null|true|false|none|nil)[,;&]?$/i.test(text),
);

interface Sample {
	/** What must not be left. */
	readonly secret: string;
	/** Where it stands. */
	readonly text: string;
}

/** The secret as it is, alone, in a sentence, in JSON, behind an assignment. */
function anywhere(secret: fc.Arbitrary<string>): fc.Arbitrary<Sample> {
	const place = fc.constantFrom(
		(it: string) => it,
		(it: string) => `using ${it} now`,
		(it: string) => `{"a": "${it}", "b": 1}`,
		(it: string) => `X='${it}'`,
		(it: string) => `X=${it};`,
		(it: string) => `(${it})`,
		(it: string) => `\t${it},`,
	);
	return fc.tuple(secret, place).map(([it, put]) => ({ secret: it, text: put(it) }));
}

function prefixed(prefixes: readonly string[], rest: fc.Arbitrary<string>): fc.Arbitrary<Sample> {
	return anywhere(fc.tuple(fc.constantFrom(...prefixes), rest).map(([prefix, text]) => prefix + text));
}

function within(templates: readonly string[], secret: fc.Arbitrary<string>): fc.Arbitrary<Sample> {
	return fc
		.tuple(fc.constantFrom(...templates), secret)
		.map(([template, it]) => ({ secret: it, text: template.replace('@@', () => it) }));
}

const pemBody = fc.array(of(base64, 64), { minLength: 2, maxLength: 12 }).map((lines) => lines.join('\n'));
const pem = fc
	.tuple(fc.constantFrom('', 'RSA ', 'EC ', 'OPENSSH ', 'ENCRYPTED ', 'DSA '), pemBody)
	.map(([kind, body]) => ({
		secret: body,
		text: `-----BEGIN ${kind}PRIVATE KEY-----\n${body}\n-----END ${kind}PRIVATE KEY-----`,
	}));

const kinds: Readonly<Record<string, fc.Arbitrary<Sample>>> = {
	'Slack webhook': anywhere(
		fc
			.tuple(of(upper, 9), of(upper, 11), of(alnum, 24))
			.map(([t, b, x]) => `https://hooks.slack.com/services/T${t}/B${b}/${x}`),
	),
	'Teams webhook': anywhere(
		fc
			.tuple(of(hex, 32), of(hex, 36))
			.map(([a, b]) => `https://acme.webhook.office.com/webhookb2/${a}@${b}/IncomingWebhook/${a}/${b}`),
	),
	'Teams workflow': anywhere(
		of(url, 43).map(
			(sig) =>
				`https://prod-12.westus.logic.azure.com:443/workflows/ab12/triggers/manual/paths/invoke?api-version=2016-06-01&sig=${sig}`,
		),
	),
	'Discord webhook': anywhere(
		fc
			.tuple(of(digits, 18), of(url, 68))
			.map(([id, token]) => `https://discord.com/api/webhooks/${id}/${token}`),
	),
	'Slack token': prefixed(
		['xoxb-', 'xoxp-', 'xoxa-2-', 'xoxr-', 'xapp-1-', 'xoxe.xoxp-1-'],
		of(`${alnum}-`, 20, 60),
	),
	'GitHub token': prefixed(['ghp_', 'gho_', 'ghu_', 'ghs_', 'ghr_'], of(alnum, 36)),
	'GitHub fine-grained token': prefixed(['github_pat_'], of(`${alnum}_`, 82)),
	'GitLab token': prefixed(['glpat-', 'glptt-', 'gldt-', 'glrt-', 'glsoat-'], of(url, 20)),
	'AWS key id': prefixed(['AKIA', 'ASIA'], of(`${upper}${digits}`, 16)),
	'AWS secret': within(
		['aws_secret_access_key = @@', 'AWS_SECRET_ACCESS_KEY=@@', '"SecretAccessKey": "@@"'],
		of(base64, 40),
	),
	'Stripe key': prefixed(['sk_live_', 'rk_live_', 'sk_test_', 'whsec_'], of(alnum, 24, 99)),
	'Google key': prefixed(['AIza'], of(url, 35)),
	'SendGrid key': anywhere(fc.tuple(of(url, 22), of(url, 43)).map(([a, b]) => `SG.${a}.${b}`)),
	'npm token': prefixed(['npm_'], of(alnum, 36)),
	'API key': prefixed(['sk-', 'sk-proj-', 'sk-ant-api03-'], of(url, 40, 100)),
	'Vault token': prefixed(['hvs.', 'hvb.'], of(url, 24, 90)),
	JWT: anywhere(
		fc.tuple(of(url, 20, 60), of(url, 20, 200), of(url, 43)).map(([a, b, c]) => `eyJ${a}.eyJ${b}.${c}`),
	),
	'private key': pem,
	'address with a password': within(
		[
			'postgres://app:@@@db.example.com:5432/app',
			'redis://:@@@cache:6379',
			'git clone https://bot:@@@git.example.com/x.git',
			'amqp://u:@@@h',
		],
		password.filter((text) => !text.includes('/')),
	),
	'address with a token': within(['https://@@@git.example.com/x.git'], of(alnum, 24, 60)),
	Authorization: within(
		[
			'Authorization: Bearer @@',
			'authorization: Basic @@',
			`-H 'Authorization: token @@'`,
			'"Authorization": "Bearer @@"',
			'Proxy-Authorization: Basic @@',
			'Authorization: @@',
		],
		of(`${base64}=._-`, 8, 80),
	),
	'bearer in prose': within(['sent bearer @@ to it', 'Bearer @@'], of(url, 16, 80)),
	'secret header': within(
		['X-Api-Key: @@', `-H "x-auth-token: @@"`, 'Cookie: session=@@', 'Set-Cookie: sid=@@; Path=/'],
		of(url, 8, 60),
	),
	'name and value': within(
		[
			...[
				'password=@@',
				'DB_PASSWORD=@@',
				'export API_KEY=@@',
				'PGPASSWORD=@@ psql',
				'client_secret: @@',
				'"password": "@@"',
				"'token': '@@'",
			],
			...[
				'spring.datasource.password=@@',
				'apiKey: @@',
				'private_key => "@@"',
				'SECRET_KEY_BASE_SECRET="@@"',
				'passwd:@@',
				'MYSQL_PWD=@@',
				'token=@@&x=1',
			],
			...[
				'accessToken="@@"',
				'{\\"password\\":\\"@@\\"}',
				'https://x.example/?access_token=@@',
				'AccountKey=@@;',
				'Password: @@',
			],
		],
		password,
	),
	'quoted value with spaces': within(
		['password="@@"', `PASSWORD='@@'`, '"secret": "@@"'],
		of(`${alnum} `, 8, 20).filter((text) => /^\w{4}.*\w$/.test(text)),
	),
	flag: within(
		[
			'login --password @@',
			'login --password=@@',
			'x --db-password "@@" --y',
			'x --token=@@',
			'x --api-key @@',
			'x --client-secret @@',
			'x -Password @@',
		],
		password,
	),
	'mysql -p': within(
		[
			'mysql -uroot -p@@',
			'mysql -u root -p@@ shop',
			'mysqldump -h db -p@@ shop > x',
			"mysql -p'@@'",
			'mysqladmin -u a -p"@@" status',
			'sshpass -p @@ ssh h',
		],
		password,
	),
	'short flag': within(
		[
			'redis-cli -h x -a @@ ping',
			'docker login -u bot -p @@ r.example',
			'curl -u admin:@@ https://x',
			'curl --user admin:@@ x',
		],
		password,
	),
	SQL: within(["CREATE USER a IDENTIFIED BY '@@';", 'alter user a identified by "@@"'], password),
};

suite('redact leaves none of', () => {
	for (const [name, samples] of Object.entries(kinds)) {
		test(`500 of: ${name}`, () => {
			const made = fc.sample(samples, 500);
			const redacted = redact(made.map(({ text }) => text).join('\n§\n')).split('\n§\n');
			assert.equal(redacted.length, 500);
			const missed = made.filter(({ secret }, index) => redacted[index]?.includes(secret));
			assert.deepEqual(missed.slice(0, 3), [], `${missed.length} missed`);
		});
	}
});

suite('redact keeps', () => {
	const kept: readonly string[] = [
		'commit 99d0fa9f5b1c2d3e4f5a6b7c8d9e0f1a2b3c4d5e',
		'sha256:9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08',
		'd41d8cd98f00b204e9800998ecf8427e  dump.sql',
		'request 550e8400-e29b-41d4-a716-446655440000 done',
		'aGVsbG8gd29ybGQ= is base64',
		'https://shop.example.com:8443/health?x=1',
		'git@github.com:acme/shop.git and https://github.com/acme/shop',
		'mail ana@example.com',
		'tokens=512 max_tokens: 4096 token_type=bearer',
		'the token has expired; password is required',
		'10 pass, 2 fail',
		'pass: 10 fail: 2',
		'PWD=/home/ana OLDPWD=/tmp',
		'password: null token=true secret: $SECRET password=*** key=<password>',
		'HTTP/1.1 401 Unauthorized',
		'secret/db-creds created',
		'kind: Secret',
		'mysql -u root -p',
		'mysql -h db -P 3306',
		'mkdir -p /srv/x; cp -p a b',
		'sk-8 xox ghp_ AKIA eyJ',
		'i-0abc123def4567890 ami-12345678 vpc-0a1b2c3d',
		'pod/api-7d9f8b6c5d-x2x4z   1/1   Running   0   3d',
		'-----BEGIN CERTIFICATE-----\nMIIB\n-----END CERTIFICATE-----',
		'2026-11-24T05:49:43Z 10.0.0.12:5432 é 日本',
		'curl -u admin https://x',
		'author: Ana authority=x authored: y',
	];
	for (const text of kept) test(text, () => assert.equal(redact(text), text));
});

suite('redact', () => {
	const shown: readonly (readonly [string, string])[] = [
		['postgres://app:pw12345@db:5432/x', 'postgres://app:[redacted password]@db:5432/x'],
		['DB_PASSWORD=hunter22 next', 'DB_PASSWORD=[redacted secret] next'],
		['Authorization: Bearer abc.def', 'Authorization: Bearer [redacted authorization]'],
		['mysql -uroot -phunter22 shop', 'mysql -uroot -p[redacted password] shop'],
		['token=ghp_abcdefghijklmnopqrstuvwxyz0123456789', 'token=[redacted GitHub token]'],
		['--token ghp_abcdefghijklmnopqrstuvwxyz0123456789', '--token [redacted GitHub token]'],
	];
	for (const [text, expected] of shown) test(text, () => assert.equal(redact(text), expected));

	test('what is named goes wherever it stands, in the forms that JSON and addresses give it', () => {
		const literals = ['plain-word', 'a "b" c', 'two\nlines here', 'abc'];
		const text = 'plain-word, a "b" c, a \\"b\\" c, a%20%22b%22%20c, lines here, abc';
		const mask = '[redacted secret]';
		assert.equal(redact(text, literals), `${mask}, ${mask}, ${mask}, ${mask}, ${mask}, abc`);
	});

	test('a value that only begins like “nothing” is a secret', () => {
		for (const value of ['Nil^_fdnr07#g,HOM4', 'null-and-void-77', 'None;5xKq9', 'true!Horse88'])
			assert.equal(redact(`MYSQL_PWD=${value}`), 'MYSQL_PWD=[redacted secret]');
	});

	test('twice is once', () => {
		const sample = fc.oneof(...Object.values(kinds)).map(({ text }) => text);
		fc.assert(
			fc.property(sample, (text) => assert.equal(redact(redact(text)), redact(text))),
			{ numRuns: 300 },
		);
	});

	const names: readonly (readonly [string, boolean])[] = [
		['DB_PASSWORD', true],
		['GITHUB_TOKEN', true],
		['API_KEY', true],
		['AWS_SECRET_ACCESS_KEY', true],
		['MYSQL_PWD', true],
		['apiKey', true],
		['SECRET_1', true],
		['PWD', false],
		['OLDPWD', false],
		['PATH', false],
		['AUTHOR', false],
		['KEYBOARD', false],
	];
	for (const [name, expected] of names)
		test(`${name} is ${expected ? 'a' : 'no'} secret by its name`, () =>
			assert.equal(isSecretName(name), expected));
});
