import { classifyShellLines } from '../../scripts/shellLines';
import { spotOf } from '../document';
import type { Rule } from '../rule';

/** Programs that are no English words: they begin a command and nothing else. */
const program =
	/^(?:sudo\s+)?(?:kubectl|docker|docker-compose|git|curl|wget|ssh|scp|rsync|systemctl|journalctl|psql|pg_dump|pg_restore|mysql|mysqldump|redis-cli|mongosh?|aws|gcloud|az|helm|terraform|npm|npx|yarn|pnpm|pip3?|python3|heroku|flyctl|fly|vercel|ansible|ansible-playbook|dig|nslookup|chmod|chown|mkdir|rm|cp|mv|grep|tar|sed|awk|jq|apt|apt-get|yum|brew|lsof|netstat|pkill|crontab|openssl|sqlite3|rake|bundle|poetry|uv|oc|doctl|supabase|railway|wrangler|\.{1,2}\/[\w./-]+)(?=\s|$)/;
/** Programs that are words too: their arguments tell. */
const wordProgram =
	/^(?:sudo\s+)?(?:make|find|test|kill|echo|cut|sort|top|host|which|watch|time|export|set|source|cd|ps|cat|less|head|tail|bash|sh|python|node|go|ruby|service|ping|du|df|free|ls|touch|printf|env)\s+(?=\S*[-/$=."'])\S/;
const variable = /^[A-Z_][A-Z0-9_]*=\S+$/;

export const unlabelledShellFence: Rule = {
	code: 'unlabelled-shell-fence',
	severity: 'information',
	summary: 'A fence holds shell commands but is not labelled, so it cannot be run or highlighted.',
	check(document) {
		return document.blocks.flatMap((block) => {
			if (block.kind !== 'fence' || block.language !== '' || !isShell(block.text)) return [];
			// Indented code is no fence, and has no place for a label.
			return /^[\s>*+\d.)-]*(?:```|~~~)/.test(document.lines[block.line - 1] ?? '')
				? [spotOf(document, block.line, '')]
				: [];
		});
	},
};

/** Every command begins with a program, and one of them with a program that is no word. */
function isShell(text: string): boolean {
	const kinds = classifyShellLines(text);
	const commands = text
		.split('\n')
		.filter((_, index) => kinds[index] === 'command')
		.map((line) => line.trim());
	const known = (line: string): boolean =>
		program.test(line) || wordProgram.test(line) || variable.test(line);
	return commands.length > 0 && commands.every(known) && commands.some((line) => !variable.test(line));
}
