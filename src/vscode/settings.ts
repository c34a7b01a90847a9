import * as vscode from 'vscode';
import { settingsSection } from '../ids';

/** The settings as plain data. Defaults are held equal to package.json's by a unit test. */
export interface Settings {
	readonly runbookPath: string;
	readonly deploysLimit: number;
	/** Which tags are deploys; `undefined` for all. */
	readonly tagPattern: string | undefined;
	readonly codeLens: boolean;
	readonly lint: boolean;
	readonly messagesNeedApproval: boolean;
	readonly allowPrivateTargets: boolean;
	/** '' for none. */
	readonly postmortemFolder: string;
	/** Where scripts run whose fence does not say; '' for the repository's root. */
	readonly scriptsFolder: string;
	/** False on machines where the person is only told what to run. */
	readonly scriptsRun: boolean;
}

/** Reads the settings that hold for a folder. A value of the wrong type counts as not set. */
export function readSettings(folder: vscode.Uri | undefined): Settings {
	const section = vscode.workspace.getConfiguration(settingsSection, folder);
	const runbookPath = section.get<unknown>('runbook.path');
	const postmortem = section.get<unknown>('postmortem.path');
	const scripts = section.get<unknown>('scripts.cwd');
	const codeLens = section.get<unknown>('codeLens.enabled');
	const limit = section.get<unknown>('deploys.limit');
	const tags = section.get<unknown>('deploys.tagPattern');
	return {
		runbookPath: typeof runbookPath === 'string' ? runbookPath.trim() : '',
		deploysLimit: typeof limit === 'number' && limit >= 1 ? Math.min(500, Math.floor(limit)) : 50,
		// it is only ever matched, never run or shown to git
		tagPattern: typeof tags === 'string' && tags.trim() !== '' ? tags.trim().slice(0, 200) : undefined,
		codeLens: codeLens !== false,
		lint: section.get<unknown>('lint.enabled') !== false,
		messagesNeedApproval: section.get<unknown>('messages.needApproval') === true,
		allowPrivateTargets: section.get<unknown>('targets.allowPrivate') === true,
		postmortemFolder: typeof postmortem === 'string' ? postmortem.trim().replace(/\/+$/, '') : '',
		scriptsRun: section.get<unknown>('scripts.mode') !== 'instruct',
		scriptsFolder: typeof scripts === 'string' ? scripts.trim() : '',
	};
}
