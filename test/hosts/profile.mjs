// A fresh VS Code profile that is quiet (no tours, no tips, no look-ups) and stands still for screenshots.
import fs from 'node:fs';
import path from 'node:path';

export const quietSettings = {
	// The AI agent host is not installed; without this setting VS Code restarts it again and again.
	'chat.disableAIFeatures': true,
	'extensions.autoCheckUpdates': false,
	'extensions.autoUpdate': false,
	'extensions.ignoreRecommendations': true,
	'git.openRepositoryInParentFolders': 'never',
	'telemetry.telemetryLevel': 'off',
	'update.mode': 'none',
	'window.confirmBeforeClose': 'never',
	'workbench.enableExperiments': false,
	'workbench.secondarySideBar.defaultVisibility': 'hidden',
	'workbench.startupEditor': 'none',
	'workbench.tips.enabled': false,
	'workbench.welcomePage.experimentalOnboarding': false,
	'workbench.welcomePage.walkthroughs.openOnInstall': false,
};

/** Nobody sits in front of a test: no animation, no trust prompt, terminal text in the page rather than on a canvas. */
export const unattendedSettings = {
	...quietSettings,
	'security.workspace.trust.banner': 'never',
	'security.workspace.trust.startupPrompt': 'never',
	'terminal.integrated.gpuAcceleration': 'off',
	'workbench.reduceMotion': 'on',
};

/** Keeps settings that are there already: a person may have changed them. */
export function ensureProfile(userDataDir, settings = unattendedSettings) {
	const file = path.join(userDataDir, 'User', 'settings.json');
	if (fs.existsSync(file)) return;
	fs.mkdirSync(path.dirname(file), { recursive: true });
	fs.writeFileSync(file, JSON.stringify(settings, null, '\t'));
}

/** Every log file of the newest session in the profile: the server's, the extension host's, each output channel's. */
export function newestLogs(userDataDir) {
	const logs = path.join(userDataDir, 'logs');
	if (!fs.existsSync(logs)) return [];
	const newest = fs.readdirSync(logs).sort().at(-1);
	if (!newest) return [];
	return fs
		.readdirSync(path.join(logs, newest), { recursive: true })
		.filter((name) => name.endsWith('.log'))
		.map((name) => path.join(logs, newest, name));
}
