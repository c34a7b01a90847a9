import type * as vscode from 'vscode';
import type { Sha256 } from '../../core/ports';
import type { Script } from '../../core/runbook/model';
import type { EffectFinding } from '../../core/scripts/effect';
import { fillPlaceholders } from '../../core/scripts/fill';
import { filledEffect } from '../../core/scripts/filledEffect';
import { findHiddenCharacter } from '../../core/scripts/hiddenCharacters';
import { findScriptPlaceholders } from '../../core/scripts/placeholders';
import { UserError } from '../../core/userError';
import { askValues } from './askValues';

/** A script with nothing left to ask: what runs, and what may be shown and recorded of it. */
export interface PreparedScript extends EffectFinding {
	readonly script: Script;
	readonly text: string;
	/** The same with secrets as `••••`; `sha256` is of this one. */
	readonly shown: string;
	readonly sha256: string;
	/** What was filled in, secrets masked. */
	readonly filled: readonly { readonly name: string; readonly value: string }[];
	/** What must not be kept with the output. */
	readonly secrets: readonly string[];
}

export interface PrepareTools {
	readonly sha256: Sha256;
	readonly memory: vscode.Memento;
	/** The variables that terminals will have. */
	readonly variables: () => Readonly<Record<string, string | undefined>>;
	/** Offered where a version is asked for. */
	readonly versions?: readonly string[];
}

/** Refuses what cannot be shown as it is, and asks for the value of each gap; `undefined` when the person gives up. */
export async function prepareScript(
	script: Script,
	tools: PrepareTools,
): Promise<PreparedScript | undefined> {
	const hidden = findHiddenCharacter(`${script.text}${script.title}`);
	if (hidden !== undefined) {
		throw new UserError(
			`“${script.title}” holds the invisible character ${hidden}, so it is not run. Remove it from the runbook.`,
		);
	}
	const placeholders = findScriptPlaceholders({
		text: script.text,
		language: script.language,
		isSet: (name) => tools.variables()[name] !== undefined,
	});
	const values = await askValues(placeholders, tools.memory, tools.versions);
	if (!values) return undefined;
	const filled = fillPlaceholders(script.text, placeholders, values);
	if (filled.kind === 'refused') throw new UserError(`Nothing was run. ${filled.reasons.join(' ')}`);
	const secretNames = new Set(
		placeholders.filter(({ kind }) => kind.kind === 'secret').map(({ name }) => name),
	);
	const entries = [...values];
	return {
		script,
		text: filled.text,
		shown: filled.shown,
		sha256: tools.sha256(filled.shown),
		filled: entries.map(([name, value]) => ({ name, value: secretNames.has(name) ? '••••' : value })),
		secrets: entries.filter(([name]) => secretNames.has(name)).map(([, value]) => value),
		...filledEffect(script, filled.text),
	};
}
