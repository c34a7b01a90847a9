/** How the team's own program begins: an interpreter with a file or a module, or a file alone. */
const ownProgram =
	/^(?:(?:python[\d.]*|node|ruby|perl|bash|sh)\s+(?:-(?!\w*c\s)\S+\s+)*[\w./-]+|(?:\.{1,2}\/)?[\w./-]+\.(?:sh|py|js|rb))(?=\s|$)/;

/** Code that stands in the command itself: there is no file that nobody can look into. */
const inlineCode = /^(?:python[\d.]*\s+-c|(?:node|ruby|perl)\s+-e)\s+\S/;

const assignments = /^(?:[A-Za-z_]\w*=\S*\s+)*/;
/** `2>&1`, `>/dev/null`. What writes to files is known before. */
const redirections = /\d?>{1,2}\s*\S+/g;

/** What an argument may hold beside numbers: words of looking, how to print, and where to look. */
const words = [
	'check|checks|health|healthy|status|state|show|list|ls|get|view|print|describe|info|version|help|inspect|look|read',
	'monitor|monitoring|watch|test|tests|smoke|verify|validate|diff|ping|probe|count|stats|metrics|report|summary|query',
	'single[-_]run|dry[-_]run|once|readonly|read[-_]only',
	'q|v|h|quiet|verbose|json|yaml|text|csv|table|format|color|no[-_]color|pretty|all',
	'env|environment|prod|production|staging|live|timeout|limit|since|last|interval|security|errors?|logs?|latency',
].join('|');
const word = `(?:\\d+[a-z%]{0,3}|${words})`;
const readingArgument = new RegExp(`^-{0,2}${word}(?:[-_=:,./]${word})*$`, 'i');

/**
 * Whether a simple command is the team's own program and none of its arguments tells it to do more than look:
 * `python monitor.py 0 --single-run`, not `python queue.py clear-all`. What the program does nobody can know: a title
 * has to say it. Total.
 */
export function onlyReads(segment: string): boolean {
	const command = segment.trim().replace(assignments, '');
	if (inlineCode.test(command)) return true;
	const program = ownProgram.exec(command)?.[0];
	if (program === undefined) return false;
	const rest = command.slice(program.length).replace(redirections, '').replace(/["']/g, '').trim();
	return rest === '' || rest.split(/\s+/).every((argument) => readingArgument.test(argument));
}
