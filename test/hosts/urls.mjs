// Addresses of the workbench and of files as the workbench sees them.
import path from 'node:path';

/** `payload` is VS Code's own channel for what the desktop takes from its command line. */
export function workbenchUrl(origin, { folder, workspace, payload = [], token } = {}) {
	const url = new URL(origin);
	if (token) url.searchParams.set('tkn', token);
	if (folder) url.searchParams.set('folder', path.resolve(folder));
	if (workspace) url.searchParams.set('workspace', path.resolve(workspace));
	if (!folder && !workspace) url.searchParams.set('ew', 'true'); // an empty window
	if (payload.length > 0) url.searchParams.set('payload', JSON.stringify(payload));
	return url.href;
}

/** The workbench runs in the browser and reaches the server's files under this scheme. */
export const remoteUri = (authority, file) => `vscode-remote://${authority}${encodeURI(path.resolve(file))}`;
