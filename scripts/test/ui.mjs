// The UI tests: the packaged extension, installed, in a page driven as a person would.
import path from 'node:path';
import { getVSCode } from '../get-vscode.mjs';
import { packageExtension } from '../package.mjs';
import { inRepo } from '../paths.mjs';
import { runNode } from '../run.mjs';
import { readCounts } from './counts.mjs';
import { withTemporaryFolder } from './temporary.mjs';

export async function testUi({ vscode: version }) {
	const vscode = await getVSCode(version);
	const vsix = await packageExtension({ quiet: true });
	return withTemporaryFolder(async (folder) => {
		const result = path.join(folder, 'result.json');
		const code = await runNode([inRepo('test', 'ui', 'main.mjs')], {
			env: {
				...process.env,
				TEST_RESULT: result,
				UI_VSIX: vsix,
				UI_VSCODE: JSON.stringify(vscode),
				UI_FOLDER: folder,
			},
		});
		return readCounts(result, code, 'The UI run');
	});
}
