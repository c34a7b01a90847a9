/** Time since the declaration as `T+mm:ss`, from one hour on `T+h:mm:ss`, before it `T-mm:ss`. Milliseconds in. */
export function formatElapsed(milliseconds: number): string {
	const seconds = Math.floor(Math.abs(milliseconds) / 1000);
	const sign = milliseconds <= -1000 ? '-' : '+';
	const [hours, minutes, rest] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
	const tail = `${pad(minutes)}:${pad(rest)}`;
	return hours > 0 ? `T${sign}${hours}:${tail}` : `T${sign}${tail}`;
}

/** The same in words, to the minute, for ears: `12 minutes`, `1 hour 5 minutes`. */
export function spokenElapsed(milliseconds: number): string {
	const total = Math.max(0, Math.floor(milliseconds / 60_000));
	const [hours, minutes] = [Math.floor(total / 60), total % 60];
	const parts = [
		hours > 0 ? count(hours, 'hour') : '',
		minutes > 0 || hours === 0 ? count(minutes, 'minute') : '',
	];
	return parts.filter(Boolean).join(' ');
}

function count(amount: number, unit: string): string {
	return `${amount} ${unit}${amount === 1 ? '' : 's'}`;
}

function pad(amount: number): string {
	return String(amount).padStart(2, '0');
}
