import * as vscode from 'vscode';
import { settingsSection } from '../ids';

/** The settings as plain data. Defaults are held equal to package.json's by a unit test. */
export interface Settings {
	readonly runbookPath: string;
	readonly deploysLimit: number;
	/** Which tags are deploys; `undefined` for all. */
	readonly tagPattern: string | undefined;
	/** Which titles of commits are deploys; `undefined` for the usual ones. */
	readonly messagePattern: string | undefined;
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
	return {
		runbookPath: typeof runbookPath === 'string' ? runbookPath.trim() : '',
		deploysLimit: typeof limit === 'number' && limit >= 1 ? Math.min(500, Math.floor(limit)) : 50,
		tagPattern: patternIn(section.get<unknown>('deploys.tagPattern')),
		messagePattern: patternIn(section.get<unknown>('deploys.messagePattern')),
		codeLens: codeLens !== false,
		lint: section.get<unknown>('lint.enabled') !== false,
		messagesNeedApproval: section.get<unknown>('messages.needApproval') === true,
		allowPrivateTargets: section.get<unknown>('targets.allowPrivate') === true,
		postmortemFolder: typeof postmortem === 'string' ? postmortem.trim().replace(/\/+$/, '') : '',
		scriptsRun: section.get<unknown>('scripts.mode') !== 'instruct',
		scriptsFolder: typeof scripts === 'string' ? scripts.trim() : '',
	};
}

/** A workspace can set it: it is only ever matched, and never given to git. */
function patternIn(value: unknown): string | undefined {
	return typeof value === 'string' && value.trim() !== '' ? value.trim().slice(0, 200) : undefined;
}
