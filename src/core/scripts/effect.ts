/** What a script does to the world; `unknown` is treated as `change`. */
export type Effect = 'check' | 'change' | 'unknown';

export interface EffectFinding {
	readonly effect: Effect;
	/** Why, in words: `“rm” changes things`. */
	readonly because: string;
}

/** Words that change things wherever they stand: in a command's name, arguments, or a script's file name. */
const changeWords =
	/(?:^|[^\p{L}])(roll(?:ing)?[-_ ]?back\w*|revert|undo|restart|reboot|stop|start|kill|pkill|killall|delete|destroy|drop|truncate|remove|purge|flush\w*|drain|cordon|scale|deploy|promote|failover|restore|migrate|apply|patch|push|reset|disable|enable|rotate|rm|mv|cp|dd|tee|chmod|chown|ln|mkdir|touch|install|upgrade|insert|update|create|set|emergency|--force|--write)(?![\p{L}])/iu;

/** Programs that only look, when nothing above stands beside them. */
const checkPrograms =
	/^(?:[A-Za-z_]\w*=\S*\s+)*(?:sudo\s+)?(?:curl|wget|ping|dig|nslookup|host|ss|netstat|ps|top|free|df|du|uptime|cat|head|tail|less|grep|egrep|zgrep|awk|wc|sort|uniq|cut|jq|ls|stat|file|find|test|\[|echo|printf|date|id|whoami|hostname|journalctl|dmesg|git\s+(?:--no-pager\s+)?(?:log|status|show|diff|tag|branch|describe|rev-parse)|kubectl\s+(?:get|describe|logs|top|version)|docker\s+(?:ps|logs|stats|inspect|images)|systemctl\s+(?:status|is-active|list-\S+)|helm\s+(?:list|status|history))(?=\s|$)/;

/** Arguments that make a looking program write or send. */
const writingArguments =
	/(?:\s-(?:X|-request)[= ]?(?!GET|HEAD)|\s(?:-d|--data\S*|-F|--form|-T|--upload-file|--post-\S+)\b|\s-delete\b|\s-exec\b|(?:^|[^0-9&>=-])>{1,2}(?!\s*(?:\/dev\/(?:null|stderr|stdout)|&))|\s-i\b.*\bsed\b)/;

/** A title that promises to look: `Check system health`, `Validate security`, `Quick health check`. */
const checkTitle =
	/^(?:check|validate|verify|view|show|list|inspect|test|monitor|watch|get|print|look|find|diagnose|see|is|are)\b|\b(?:health ?check|status|smoke test)\b/i;

/**
 * Classes a script by its commands first, its title second. Words that change things win over everything, because a
 * check taken for a change costs one click, and the other way round costs an outage.
 */
export function classifyEffect(title: string, commands: readonly string[]): EffectFinding {
	for (const command of commands) {
		const word =
			changeWords.exec(stripQuotedText(command))?.[1] ?? writingArguments.exec(command)?.[0].trim();
		if (word !== undefined) return { effect: 'change', because: `“${word}” changes things` };
	}
	const word = changeWords.exec(title)?.[1];
	if (word !== undefined && !checkTitle.test(title))
		return { effect: 'change', because: `its title says “${word}”` };
	if (commands.every((command) => checkPrograms.test(command.trim()))) {
		return { effect: 'check', because: 'it holds only commands that read' };
	}
	if (checkTitle.test(title)) return { effect: 'check', because: `its title says so: “${title}”` };
	return { effect: 'unknown', because: 'nothing says that it only reads' };
}

/** Words inside a message or an inline program do not run: `echo "no restart needed"`. */
function stripQuotedText(command: string): string {
	return /^\s*(?:echo|printf)\b/.test(command) && !/\$\(|`|[;&|>]/.test(command) ? '' : command;
}
