/** A kind of secret that can be told by its form. `pattern` is global, bounded, and linear on any text. */
export interface SecretKind {
	readonly name: string;
	readonly pattern: RegExp;
	/**
	 * The groups that stay, in order; what lies between them goes. Without groups the whole match goes.
	 */
	readonly keeps?: readonly number[];
}

const secretWord =
	'(?:pass(?:word|wd|phrase|code)?|pwd|secret|token|credentials?|api[_-]?key|access[_-]?key|account[_-]?key|shared[_-]?key|secret[_-]?key|private[_-]?key|signing[_-]?key|encryption[_-]?key|license[_-]?key|connection[_-]?string|auth|sas)';
/** A value in quotes, or all up to white space: a password may hold what else ends a value. */
const value = String.raw`(?:\\"[^"\n]{1,2000}?\\"|"(?:[^"\\\n]|\\.){1,2000}"|'[^'\n]{1,2000}'|["']?[^\s"']\S*)`;
/** What says that there is no secret: the whole value, not one that only begins so. */
const notYet = String.raw`(?!["']?(?:\[redacted|\*{3,}|(?:null|true|false|none|undefined|nil)(?=$|[\s\x22'}\])]|[,;&](?:[\s\x22'{[]|$))|\d{1,3}(?=[\s,;&\x22'}\])]|$)|\$[\w{(]|<[\w -]+>|•))`;

/** In this order: a token inside an address or a header goes as what it is. */
export const secretKinds: readonly SecretKind[] = [
	{
		name: 'private key',
		pattern:
			/-----BEGIN [A-Z0-9 ]{0,40}PRIVATE KEY[A-Z ]{0,10}-----(?:[^-]|-(?!----)){0,20000}(?:-----END [A-Z0-9 ]{0,60}-----)?/g,
	},
	{ name: 'Slack webhook', pattern: /https?:\/\/hooks\.slack(?:-gov)?\.com\/[\w/-]{8,200}/g },
	{
		name: 'Teams webhook',
		pattern:
			/https?:\/\/(?:[\w-]{1,60}\.webhook\.office\.com|outlook\.office(?:365)?\.com\/webhook|[\w.-]{1,80}\.(?:logic\.azure\.com|powerplatform\.com|powerautomate\.com))(?::\d{1,5})?\/[^\s"'<>]{8,800}/g,
	},
	{
		name: 'Discord webhook',
		pattern:
			/https?:\/\/(?:[a-z]{1,10}\.)?discord(?:app)?\.com\/api\/(?:v\d{1,2}\/)?webhooks\/\d{1,25}\/[\w-]{8,200}/g,
	},
	{ name: 'Mattermost webhook', pattern: /(https?:\/\/[\w.:-]{1,100}\/hooks\/)[a-z0-9]{26}\b/g, keeps: [1] },
	{ name: 'Slack token', pattern: /\bx(?:ox[a-z](?:\.xox[a-z])?|app)-[\w-]{8,400}/g },
	{ name: 'GitHub token', pattern: /(?<![A-Za-z0-9])(?:gh[a-z]_[A-Za-z0-9]{30,300}|github_pat_\w{22,300})/g },
	{ name: 'GitLab token', pattern: /(?<![A-Za-z0-9])gl[a-z]{2,6}-[\w.-]{20,300}/g },
	{ name: 'AWS key', pattern: /(?<![A-Za-z0-9])(?:AKIA|ASIA|ABIA|ACCA)[A-Z0-9]{16}(?![A-Za-z0-9])/g },
	{ name: 'Stripe key', pattern: /(?<![A-Za-z0-9])(?:[sr]k_(?:live|test)_|whsec_)[A-Za-z0-9+/=]{10,300}/g },
	{
		name: 'Google key',
		pattern: /(?<![A-Za-z0-9])(?:AIza[\w-]{35}|ya29\.[\w-]{20,800}|GOCSPX-[\w-]{20,60})/g,
	},
	{ name: 'SendGrid key', pattern: /(?<![A-Za-z0-9])SG\.[\w-]{16,64}\.[\w-]{16,128}/g },
	{ name: 'npm token', pattern: /(?<![A-Za-z0-9])npm_[A-Za-z0-9]{36,80}/g },
	{ name: 'PyPI token', pattern: /(?<![A-Za-z0-9])pypi-[\w-]{50,400}/g },
	{ name: 'API key', pattern: /(?<![A-Za-z0-9])sk-(?:[a-z]{2,10}\d{0,3}-)?[\w-]{20,300}/g },
	{ name: 'Vault token', pattern: /(?<![A-Za-z0-9])hv[sbr]\.[\w-]{20,400}/g },
	{ name: 'DigitalOcean token', pattern: /(?<![A-Za-z0-9])do[opr]_v1_[a-f0-9]{64}/g },
	{ name: 'JWT', pattern: /(?<![A-Za-z0-9])eyJ[\w-]{8,4000}\.[\w-]{8,8000}(?:\.[\w-]{0,2000}){0,3}/g },
	{
		name: 'password',
		pattern: /([A-Za-z][A-Za-z0-9+.-]{1,20}:\/\/[^\s/:@"'<>]{0,200}:)(?!\[redacted)[^\s/"'<>]{1,400}(@)/g,
		keeps: [1, 2],
	},
	{
		name: 'token',
		pattern: /([A-Za-z][A-Za-z0-9+.-]{1,20}:\/\/)(?!\[redacted)[^\s/:@"'<>]{20,400}(@)/g,
		keeps: [1, 2],
	},
	{
		name: 'authorization',
		pattern: new RegExp(
			String.raw`\b((?:proxy-)?authorization["']?\s{0,4}[:=]\s{0,4}["']?(?!(?:[\w-]{1,20}\s{1,4})?\[redacted)(?:(?:bearer|basic|token|digest|negotiate|apikey|aws4-hmac-sha256|splunk|key|bot)\s{1,4})?)(?!\[redacted)[^\s"'][^"'\n]{0,2000}`,
			'gi',
		),
		keeps: [1],
	},
	{
		name: 'header',
		pattern: new RegExp(
			String.raw`\b((?:set-)?cookie["']?\s{0,4}:\s{0,4}["']?|x-[a-z-]{0,40}(?:key|token|secret|auth|signature)["']?\s{0,4}:\s{0,4}["']?)(?!\[redacted)[^\s"'][^"'\n]{0,4000}`,
			'gi',
		),
		keeps: [1],
	},
	{ name: 'token', pattern: /\b([Bb]earer\s{1,4})(?!\[redacted)[\w.~+/=-]{16,4000}/g, keeps: [1] },
	{
		name: 'password',
		pattern: new RegExp(
			String.raw`(\b(?:mysql\w{0,12}|mariadb[\w-]{0,12}|sshpass)\s(?:[^\n|;&]{0,300}?\s)?-p[ \t]?)(?=\S)(?!\[redacted)${value}`,
			'g',
		),
		keeps: [1],
	},
	{
		name: 'password',
		pattern: new RegExp(
			String.raw`(\b(?:redis-cli|docker\s+login|podman\s+login|az\s+login|helm\s+registry\s+login|skopeo|cqlsh|mongo\w{0,9}|unzip|ldap\w{3,8}|rabbitmqadmin)\s(?:[^\n|;&]{0,300}?\s)?-[apwP]\s{1,4})(?!\[redacted)(?!-)${value}`,
			'g',
		),
		keeps: [1],
	},
	{
		name: 'password',
		pattern: new RegExp(
			String.raw`(\b(?:curl|wget|http|https|xh)\s(?:[^\n|;&]{0,300}?\s)?(?:-u\s{0,4}|--(?:proxy-)?user[=\s]\s{0,4})["']?[^\s:"']{0,100}:)(?!\[redacted)[^\s"']{1,400}`,
			'g',
		),
		keeps: [1],
	},
	{
		name: 'password',
		pattern: /(\bpass(?:in|out)?\s{0,4}[= ]?\s{0,4}["']?pass:)(?!\[redacted)[^\s"']{1,400}/g,
		keeps: [1],
	},
	{
		name: 'password',
		pattern: new RegExp(
			String.raw`(\bidentified\s{1,4}(?:with\s{1,4}\S{1,60}\s{1,4})?(?:by|as)\s{1,4}(?:password\s{1,4})?)(?!["']?\[redacted)${value}`,
			'gi',
		),
		keeps: [1],
	},
	{
		name: 'secret',
		pattern: new RegExp(
			String.raw`((?<![\w-])--?(?:[a-z][\w-]{0,40}[_-])?${secretWord}(?:=|[ \t]{1,4}))(?!-)${notYet}${value}`,
			'gi',
		),
		keeps: [1],
	},
	{
		name: 'secret',
		pattern: new RegExp(
			String.raw`((?<![\w$])(?!(?:OLD)?PWD=)[\w.-]{0,60}?${secretWord}(?:_(?:base64|b64|value|string|id_rsa|prod\w{0,8}|dev\w{0,8}|staging|test))?(?:\\?["'])?(?:[ \t]{0,4}(?:=>|[:=](?!>))[ \t]{0,4}))${notYet}${value}`,
			'gi',
		),
		keeps: [1],
	},
];

/** Environment variables whose values are secrets by their name. */
export function isSecretName(name: string): boolean {
	return (
		new RegExp(String.raw`(?:^|_|-|\.)${secretWord}(?:$|_|-|\.|\d)|${secretWord}$`, 'i').test(name) &&
		!/^(?:OLD)?PWD$/.test(name)
	);
}
