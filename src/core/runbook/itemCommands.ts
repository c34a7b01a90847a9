import { startOfFile } from './startOfFile';

/** A command that an item names in inline code. */
export interface ItemCommand {
	/** One line, as it would be typed. */
	readonly text: string;
	/** Whether it is the first thing after the item's label, and no condition follows: the label is about it. */
	readonly isLabelled: boolean;
}

/**
 * The inline code of an item's source that is clearly a command: `python rollback.py emergency`, `kubectl get pods`.
 * `/health`, `main`, `SEV-1`, `config.yaml` and a bare `kubectl` are none; neither is what the item warns of or has
 * to be written first. Total.
 */
export function itemCommands(source: string): readonly ItemCommand[] {
	return [...source.matchAll(codeSpan)].flatMap(({ index, 0: span, 2: content = '' }) => {
		const code = content.replace(/\s+/g, ' ').trim().replace(/^\$ /, '');
		const before = source.slice(Math.max(0, index - clauseLength), index);
		if (unfinished.test(code) || isNotToRun(before)) return [];
		const leads = index < clauseLength && atStart.test(before);
		const text = command.test(code) ? code : startOfFile(code, leads || saysRun.test(before));
		const isLabelled = leads && !conditional.test(source.slice(index + span.length));
		return text === undefined ? [] : [{ text, isLabelled }];
	});
}

/** Judged by the clause that the command ends. */
function isNotToRun(before: string): boolean {
	const clause = before.split(/[.;!?]\s/).at(-1) ?? '';
	const [first, condition] = conditionOrNot.exec(clause) ?? [];
	const isForbidden = first !== undefined && condition === undefined;
	return isForbidden || warning.test(clause) || saidOfIt.test(clause.split(/:\s/).at(-1) ?? '');
}

/** What stands farther before a command says nothing about it; characters. */
const clauseLength = 200;
/** CommonMark 6.1: as many backticks behind as before. */
const codeSpan = /(?<!`)(`+)(?!`)([^]*?[^`])\1(?!`)/g;
const unfinished = /\.{3}|…|^$/;
/** `Never run this: `, `We used to run `: a colon ends no warning. */
const warning =
	/\b(?:never|(?:do|must|should)(?:n['’]t|\W+not)|nobody|no one|avoid|instead of|rather than|unlike|deprecated|used to|previously)\b/i;
/** `Create `, `If it is not up, `: said of the command when it stands behind the last colon. */
const saidOfIt = /\b(?:not|replaces?|create|install|write|update|edit)\b/i;
/** `Do NOT: ` is a warning, `If it is not up: ` a condition: the first of both decides. */
const conditionOrNot = /\b(?:(if|when|unless|until|while)|not)\b/i;
const saysRun =
	/\b(?:re-?run|run|runs|running|execute|call|invoke|start|launch|trigger|use|using|via|with|try)\s+$/i;
/** `Check the disk: free-space.sh if it is full` does more than check. */
const conditional = /\b(?:if|when|unless|otherwise|then|else)\b/i;
/** Nothing, or the label: `**Roll back**: `, `Roll back: `. */
const atStart = /^(?:\*\*[^*]+\*\*[\s:–—-]*|__[^_]+__[\s:–—-]*|[^:`]{1,60}:\s+)?$/;

const path = String.raw`(?:\.{0,2}\/)?(?:[\w@.-]+\/)*[\w@-][\w@.-]*`;
const flags = String.raw`(?:-\S+ )*`;

/** How a command begins, one form a row; what has to follow at least tells it from a program's mere name. */
const forms: readonly string[] = [
	// The team's own programs.
	String.raw`(?:bash|sh|zsh|ksh|dash|fish|python[\d.]*|node|ruby|perl|php|pwsh|bun|tsx|ts-node) ${flags}${path}\.\w+`,
	String.raw`(?:python[\d.]* -[cm]|(?:node|ruby|perl) -e|(?:ba|z|k)?sh -c) \S`,
	String.raw`\.{1,2}\/[\w@./-]*\w(?: |$)`,
	String.raw`${path}\.(?:sh|bash|py|rb|pl|mjs|js) -{0,2}\w`,
	// Tools that run what the project defines.
	String.raw`(?:npm|pnpm|yarn|bun) ${flags}(?:run|exec) \w`,
	String.raw`(?:npm|pnpm|yarn) (?:-\S+ (?:@\S+ )?)*(?:test|start|[a-z]+:[a-z:-]+)(?: |$)`,
	String.raw`(?:npx|rake|bin\/rails|bundle exec|poetry run|uv run|gradle|\.\/gradlew|mvn|cargo|forge) [\w:@-]`,
	String.raw`make [a-z][\w-]*(?: [\w-]+=\S*)*$`,
	String.raw`go (?:run|test) \S`,
	// What operates systems.
	String.raw`(?:kubectl|oc) (?:--?\S+[ =]\S+ )*(?:version|cluster-info|[a-z-]+ \S)`,
	String.raw`helm (?:list|ls|(?:status|history|rollback|upgrade|uninstall|get|repo) \S)`,
	String.raw`(?:terraform|tofu|terragrunt) (?:init|plan|apply|destroy|validate|refresh|output|workspace|state|import)\b`,
	String.raw`(?:docker|podman) (?:ps|stats|info|images|compose [a-z]+|[a-z-]+ \S)`,
	String.raw`docker-compose (?:-\S+ \S+ )*[a-z]+`,
	String.raw`(?:systemctl|journalctl|supervisorctl|rabbitmqctl|gitlab-ctl|pm2|nomad|consul|vault) -?\w`,
	String.raw`service [\w.-]+ (?:start|stop|restart|reload|status)$`,
	String.raw`(?:ansible|ansible-playbook|salt|flyctl|fly|heroku|vercel|netlify|wrangler|argocd|flux|istioctl|eksctl|kustomize) [\w-]+ \S`,
	String.raw`(?:aws|gcloud|az|gsutil|doctl|gh) ${flags}[a-z-]+ \S`,
	String.raw`git (?:(?:status|fetch|pull|log)(?: |$)|(?:-\S+ \S+ )*[a-z-]+ \S)`,
	// What looks at machines, and what changes them.
	String.raw`(?:curl|wget|ping|dig|nslookup|ssh|scp|rsync|openssl|nc|telnet|traceroute) \S`,
	String.raw`(?:psql|mysql|mongosh|mongo|redis-cli|sqlite3|pg_dump|pg_restore|pg_ctl) \S`,
	String.raw`(?:ps|df|free|du|netstat|ss|lsof|vmstat|iostat|top) -?[a-z/]`,
	String.raw`(?:tail|grep|zgrep|cat|ls|head) ${flags}["'\w./~]\S*[./ ]`,
	String.raw`(?:rm|mv|cp|mkdir|chmod|chown|mount|umount|kill|pkill|killall|truncate|fsck\S*) ${flags}[^-\s]`,
	String.raw`cd \S+ ?(?:&&|;) ?\S`,
];

/** What may stand before the program. */
const lead = String.raw`(?:[A-Z_][A-Z0-9_]*=\S* )*(?:sudo (?:-\w+ )*)?(?:(?:time|nohup) )?`;
const command = new RegExp(`^${lead}(?:${forms.join('|')})`);
