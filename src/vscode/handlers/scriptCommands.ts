import type { Handlers } from '../commands';
import { doneByHandHandler } from './doneByHand';
import { dryRunHandler } from './dryRun';
import { repeatCheckHandler, stopRepeatingHandler, type RepeatTools } from './repeatCheck';
import { runScriptHandler } from './scripts';

/** The commands that run scripts, or say how they would run. */
export function scriptHandlers(tools: RepeatTools) {
	return {
		'runbookResponse.runScript': runScriptHandler(tools),
		'runbookResponse.repeatCheck': repeatCheckHandler(tools),
		'runbookResponse.dryRun': dryRunHandler(tools),
		'runbookResponse.markDoneByHand': doneByHandHandler(tools),
		'runbookResponse.stopRepeating': stopRepeatingHandler(tools.repeats),
	} satisfies Partial<Handlers>;
}
