import * as vscode from 'vscode';
import { refusalOf } from '../../core/scripts/fill';
import type { ScriptPlaceholder } from '../../core/scripts/placeholders';
import { plain } from '../plain';

const memoryKey = 'scriptValues';

/**
 * Asks for the value of each gap, one after the other; `undefined` when the person gives up. The last value is
 * offered, and for a version also each of `versions`; what is typed into a secret gap is neither remembered nor offered.
 */
export async function askValues(
	placeholders: readonly ScriptPlaceholder[],
	memory: vscode.Memento,
	versions: readonly string[] = [],
): Promise<ReadonlyMap<string, string> | undefined> {
	const last = new Map(Object.entries(memory.get<Readonly<Record<string, string>>>(memoryKey) ?? {}));
	const values = new Map<string, string>();
	for (const [index, placeholder] of placeholders.entries()) {
		const step = placeholders.length > 1 ? ` (${index + 1}/${placeholders.length})` : '';
		const version = await pickVersion(placeholder, versions, `Fill In${step}`);
		if (version === leave) return undefined;
		const value = version ?? (await ask(placeholder, `Fill In${step}`, last.get(placeholder.name) ?? ''));
		if (value === undefined) return undefined;
		values.set(placeholder.name, value);
	}
	const secret = new Set(placeholders.filter(({ kind }) => kind.kind === 'secret').map(({ name }) => name));
	const remembered = [...last, ...values].filter(([name]) => !secret.has(name));
	await memory.update(memoryKey, Object.fromEntries(remembered.slice(-100)));
	return values;
}

async function ask(placeholder: ScriptPlaceholder, title: string, last: string): Promise<string | undefined> {
	const { name, kind } = placeholder;
	if (kind.kind === 'choice') {
		const options = [...kind.options].sort((left, right) => Number(right === last) - Number(left === last));
		return vscode.window.showQuickPick(options, { title, placeHolder: plain(name), ignoreFocusOut: true });
	}
	const isSecret = kind.kind === 'secret';
	return vscode.window.showInputBox({
		title,
		prompt: isSecret ? `${plain(name)}: neither shown nor kept` : plain(name),
		value: isSecret ? '' : last,
		password: isSecret,
		ignoreFocusOut: true,
		validateInput: (value) => (value === '' ? undefined : refusalOf(placeholder, value)),
	});
}

const leave = Symbol('leave');

/** One of the versions; `undefined` when the value is to be typed. */
async function pickVersion(
	placeholder: ScriptPlaceholder,
	versions: readonly string[],
	title: string,
): Promise<string | undefined | typeof leave> {
	const { name, kind } = placeholder;
	const isVersion = /version|release|tag|ref\b|revision|commit/i.test(name) && kind.kind !== 'secret';
	const usable = versions.filter((version) => refusalOf(placeholder, version) === undefined);
	if (!isVersion || kind.kind === 'choice' || usable.length === 0) return undefined;
	const rows = [
		...usable.map((version) => ({ label: plain(version), version })),
		{ label: '$(edit) Type It…', version: undefined },
	];
	const options = { title, placeHolder: `${plain(name)}: the tags, newest first`, ignoreFocusOut: true };
	const chosen = await vscode.window.showQuickPick(rows, options);
	return chosen ? chosen.version : leave;
}
