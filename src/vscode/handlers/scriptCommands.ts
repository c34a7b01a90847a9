import type { Handlers } from '../commands';
import { repeatCheckHandler, stopRepeatingHandler, type RepeatTools } from './repeatCheck';
import { runScriptHandler } from './scripts';

/** The commands that run scripts, or say how they would run. */
export function scriptHandlers(tools: RepeatTools) {
	return {
		'runbookResponse.runScript': runScriptHandler(tools),
		'runbookResponse.repeatCheck': repeatCheckHandler(tools),
		'runbookResponse.stopRepeating': stopRepeatingHandler(tools.repeats),
	} satisfies Partial<Handlers>;
}
