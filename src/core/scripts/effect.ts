import { commandKind } from './readingCommands';
import { onlyReads } from './ownPrograms';
import { segmentsOf } from './segments';

/** What a script does to the world; `unknown` is treated as `change`. */
export type Effect = 'check' | 'change' | 'unknown';

export interface EffectFinding {
	readonly effect: Effect;
	/** Why, in words: `“rm” changes things`. */
	readonly because: string;
}

/** Words that change things wherever they stand: in a command's name, arguments, or a script's file name. */
const changeWords =
	/(?:^|[^\p{L}])(roll(?:ing)?[-_ ]?back\w*|revert|undo|restart|reboot|stop|start|kill|pkill|killall|halt|shutdown|poweroff|delete|destroy|drop|alter|truncate|remove|purge|flush\w*|drain|evict|cordon|scale|deploy|promote|swap|eject|failover|restore|migrate|migration|apply|patch|push|reset|disable|enable|rotate|wipe\w*|clear|clean\w*|prune|terminate|replay|requeue|sync|rebuild|reindex|vacuum|import|(?<!json\.)load|publish|unlock|ban|block|fix|recover|repair|shred|rm|mv|cp|dd|tee|chmod|chown|ln|mkdir|touch|install|upgrade|insert|update|create|set|emergency|--force|--write)(?![\p{L}])/iu;

/** The same for ASCII, which needs no tables of letters. */
const asciiChangeWords = new RegExp(changeWords.source.replaceAll('\\p{L}', 'A-Za-z'), 'i');
const beyondAscii = /[^\0-\x7F]/;

/** A title that promises to look: `Check system health`, `Validate security`, `Quick health check`. */
const checkTitle =
	/^(?:check|validate|verify|view|show|list|inspect|test|monitor|watch|get|print|look|find|diagnose|see|is|are)\b|\b(?:health ?check|status|smoke test)\b/i;

/** `import json`, `from x import y` in inline Python: what it brings in is read with the rest. */
const importStatement = /(^|[;"'\n])(\s*(?:from\s+[\w.]+\s+)?)import(?=\s)/g;

/**
 * Classes a script by its commands first. Words that change things win over everything, because a check taken for a
 * change costs one click, and the other way round costs an outage. A title counts only for the team's own programs,
 * which nobody else can know, and only while their arguments say nothing else.
 */
export function classifyEffect(title: string, commands: readonly string[]): EffectFinding {
	const segments = segmentsOf(commands.join('\n'));
	const kinds = (segments ?? []).map(commandKind);
	const argument = kinds.find((kind) => kind.kind === 'writes')?.argument;
	if (argument !== undefined) return { effect: 'change', because: `“${argument}” sends or writes` };
	const others = segments?.filter((_, index) => kinds[index]?.kind === 'unknown') ?? commands;
	const word = firstChangeWord(others);
	if (word !== undefined) return { effect: 'change', because: `“${word}” changes things` };
	if (others.length === 0) return { effect: 'check', because: 'it holds only commands that read' };
	const promised = changeWordIn(title);
	if (promised !== undefined) return { effect: 'change', because: `its title says “${promised}”` };
	if (checkTitle.test(title) && others.every(onlyReads)) {
		return { effect: 'check', because: `its title says so: “${title}”` };
	}
	return { effect: 'unknown', because: 'nothing says that it only reads' };
}

function firstChangeWord(texts: readonly string[]): string | undefined {
	return texts.map(changeWordIn).find((word) => word !== undefined);
}

function changeWordIn(text: string): string | undefined {
	const said = text.replace(importStatement, '$1$2');
	return (beyondAscii.test(said) ? changeWords : asciiChangeWords).exec(said)?.[1];
}
