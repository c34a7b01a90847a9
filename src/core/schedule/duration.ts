/** Number words in front of a unit: `one hour`, `half an hour`. */
const numberWords: Readonly<Record<string, number>> = {
	a: 1,
	an: 1,
	one: 1,
	two: 2,
	three: 3,
	four: 4,
	five: 5,
	ten: 10,
	fifteen: 15,
	thirty: 30,
	sixty: 60,
	half: 0.5,
	'half a': 0.5,
	'half an': 0.5,
};

/** First letters of a unit -> minutes. `m` is minutes: months never stand in a runbook's clock. */
const units: readonly (readonly [RegExp, number])[] = [
	[/^(?:s|sec|secs|seconds?|segundos?)$/i, 1 / 60],
	[/^(?:m|min|mins|minutes?|minutos?)$/i, 1],
	[/^(?:h|hr|hrs|hours?|horas?)$/i, 60],
	[/^(?:d|days?|dias?|días?)$/i, 1440],
	[/^(?:w|weeks?|semanas?)$/i, 10_080],
];

/** Grammar of a number: digits, with a range `15-30` or `15–30` whose lower end counts, or a number word. */
const number = String.raw`(?:\d{1,4}(?:\s*[-–]\s*\d{1,4})?|half an?|half|an?|one|two|three|four|five|ten|fifteen|thirty|sixty)`;
const unit = String.raw`(?:seconds?|secs?|minutes?|mins?|minutos?|hours?|hrs?|horas?|days?|d[ií]as?|weeks?|semanas?|[smhdw])`;

/** Source of a regular expression for `15 minutes`, `1h`, `30-min`, `one hour`; it has one group, the whole duration. */
export const durationSource = String.raw`(${number}\+?[\s-]*${unit})(?![\p{L}\d])`;

const parts = new RegExp(String.raw`^(${number})\+?[\s-]*(${unit})$`, 'iu');

/** Minutes of a text that is a duration and nothing else; `undefined` otherwise. */
export function parseDuration(text: string): number | undefined {
	const match = parts.exec(text.trim());
	const [count, name] = [match?.[1]?.toLowerCase(), match?.[2]];
	if (count === undefined || name === undefined) return undefined;
	const amount = numberWords[count] ?? Number(/^\d+/.exec(count)?.[0]);
	const factor = units.find(([pattern]) => pattern.test(name))?.[1];
	return factor === undefined || Number.isNaN(amount) ? undefined : amount * factor;
}
