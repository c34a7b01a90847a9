/**
 * Comma-separated values by RFC 4180: CRLF line ends, quotes doubled. A cell that a spreadsheet would take for a formula
 * gets an apostrophe in front (https://owasp.org/www-community/attacks/CSV_Injection).
 */
export function csvText(header: readonly string[], rows: readonly (readonly string[])[]): string {
	return [header, ...rows].map((row) => `${row.map(csvCell).join(',')}\r\n`).join('');
}

function csvCell(value: string): string {
	const isNumber = /^-?\d+(?:\.\d+)?$/.test(value);
	const safe = !isNumber && /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
	return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
