/** A space without width: breaks what VS Code would draw or link, and is not seen. */
const breaker = '\u200B';

/**
 * Foreign text for messages and picks. VS Code draws `$(name)` as an icon in picks and status texts, and turns
 * `[text](command:…)` in messages into a link that runs the command; a runbook or a file name must do neither.
 */
export function plain(text: string): string {
	return text.replace(/\]\(/g, `]${breaker}(`).replace(/\$\(/g, `$${breaker}(`);
}
