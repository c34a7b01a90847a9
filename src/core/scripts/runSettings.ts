import { attributeOf, type FenceAttribute } from '../runbook/fenceAttributes';
import { parseDuration } from '../schedule/duration';
import { findHiddenCharacter } from './hiddenCharacters';
import { defaultTimeoutMs, durationWords } from './outcome';

/** Where and how long a script runs, and whether its output is kept: what its fence says, else the settings. */
export interface RunSettings {
	/** From the repository's root, `/` between names; '' for the root. `undefined` when it would lead outside. */
	readonly folder: string | undefined;
	/** As written, for sentences. */
	readonly folderAsWritten: string;
	readonly timeoutMs: number;
	readonly keepsOutput: boolean;
	/** Sentences about what was not understood. */
	readonly warnings: readonly string[];
}

const longestMs = 24 * 60 * 60_000;

/** `cwd`, `timeout` and `secret` of a fence. `defaultFolder` is the setting's, '' for the root. */
export function runSettings(attributes: readonly FenceAttribute[], defaultFolder: string): RunSettings {
	const folderAsWritten = attributeOf(attributes, 'cwd') ?? defaultFolder;
	const written = attributeOf(attributes, 'timeout');
	const timeoutMs = written === undefined ? defaultTimeoutMs : readTimeout(written);
	const secret = attributeOf(attributes, 'secret');
	return {
		folder: folderInside(folderAsWritten),
		folderAsWritten,
		timeoutMs: timeoutMs ?? defaultTimeoutMs,
		keepsOutput: secret === undefined || /^(?:false|no|off|0)$/i.test(secret),
		warnings:
			timeoutMs === undefined
				? [`Its time-out “${written ?? ''}” is not understood: write 90s, 20m or 2h. The usual one holds.`]
				: [],
	};
}

/** What a fence says about its runs, in few words: `in services/api`, `stopped after 20 min`, `output not kept`. */
export function runSettingWords(attributes: readonly FenceAttribute[]): readonly string[] {
	const { folderAsWritten, timeoutMs, keepsOutput } = runSettings(attributes, '');
	return [
		...(folderAsWritten === '' ? [] : [`in ${folderAsWritten}`]),
		...(timeoutMs === defaultTimeoutMs ? [] : [`stopped after ${durationWords(timeoutMs)}`]),
		...(keepsOutput ? [] : ['output not kept']),
	];
}

/** A path from the repository's root without `.` and `..`; `undefined` when it leads out, or is not from the root. */
export function folderInside(path: string): string | undefined {
	if (/^[/~]|^[A-Za-z]:|[\\$\n\t]/.test(path) || findHiddenCharacter(path) !== undefined) return undefined;
	const names: string[] = [];
	for (const name of path.split('/')) {
		if (name === '..' && names.pop() === undefined) return undefined;
		if (name !== '' && name !== '.' && name !== '..') names.push(name);
	}
	return names.join('/');
}

/** `20m`, `90s`, `2 h`; a number alone counts seconds, as timeout(1) does. */
function readTimeout(text: string): number | undefined {
	const ms = /^\d{1,6}$/.test(text) ? Number(text) * 1000 : (parseDuration(text) ?? 0) * 60_000;
	return ms >= 1000 && ms <= longestMs ? Math.round(ms) : undefined;
}
