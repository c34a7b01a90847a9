import { shellCommands } from '../lint/shellFences';
import type { Script } from '../runbook/model';
import { classifyEffect, type Effect, type EffectFinding } from './effect';
import { isPosixShell } from './shellNames';

const strictness: readonly Effect[] = ['check', 'unknown', 'change'];

/** The effect of a script once its gaps are filled: `kubectl <verb> pods` is what its values make it, never less. */
export function filledEffect(
	script: Pick<Script, 'title' | 'language' | 'text' | 'effect' | 'because'>,
	text: string,
): EffectFinding {
	const { effect, because } = script;
	if (text === script.text) return { effect, because };
	const commands = isPosixShell(script.language)
		? shellCommands(text, 1).map((command) => command.text)
		: [text];
	const found = classifyEffect(script.title, commands);
	return strictness.indexOf(found.effect) > strictness.indexOf(effect) ? found : { effect, because };
}
