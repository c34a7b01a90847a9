import type { WorkspaceFiles } from '../core/ports';
import { sortActions, type FiledAction } from '../core/postmortem/actionReport';
import { postmortemPaths } from '../core/postmortem/postmortemPaths';
import { writtenActions } from '../core/postmortem/writtenActions';
import { decodeDocument, maxRunbookBytes } from '../core/runbook/decode';
import { isUserError } from '../core/userError';

/** Action items of all postmortems, and the files that could not be read. */
export interface ActionSurvey {
	readonly actions: readonly FiledAction[];
	readonly unread: readonly string[];
}

/**
 * Reads every postmortem of the workspace.
 * @param folder for postmortems, by the setting; `undefined` when it is not set @param now milliseconds since 1970
 */
export async function surveyActions(
	files: WorkspaceFiles,
	folder: string | undefined,
	now: number,
): Promise<ActionSurvey> {
	const unread: string[] = [];
	const found: FiledAction[] = [];
	for (const file of postmortemPaths(await files.markdownFiles(), folder)) {
		try {
			const text = decodeDocument(await files.read(file, maxRunbookBytes), file);
			found.push(...writtenActions(text).map((action) => ({ ...action, file, overdue: false })));
		} catch (error) {
			if (!isUserError(error)) throw error;
			unread.push(error.message);
		}
	}
	return { actions: sortActions(found, new Date(now).toISOString().slice(0, 10)), unread };
}
