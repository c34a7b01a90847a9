// The UI run, started by `npm run test:ui`, which packages the extension and says where everything is.
// Its last act is the result file: no file means that the run died.
import fs from 'node:fs';
import path from 'node:path';
import { runMain } from '../../scripts/cli.mjs';
import { artifactsDir } from '../../scripts/paths.mjs';
import { whenParentEnds } from '../hosts/whenParentEnds.mjs';
import { checklistScenario } from './scenarios/checklist.mjs';
import { emptyFolderScenario } from './scenarios/emptyFolder.mjs';
import { incidentScenario } from './scenarios/incident.mjs';
import { ownRunbookScenario } from './scenarios/ownRunbook.mjs';
import { viewsScenario } from './scenarios/views.mjs';
import { openSession } from './session.mjs';
import { createReport } from './steps.mjs';

const shots = path.join(artifactsDir, 'shots');
const scenarios = [
	incidentScenario,
	checklistScenario,
	viewsScenario,
	emptyFolderScenario,
	ownRunbookScenario,
];
const totalTimeoutMs = Number(process.env.UI_TIMEOUT_MS ?? 900_000);

async function main() {
	const { TEST_RESULT, UI_VSIX, UI_VSCODE, UI_FOLDER } = process.env;
	if (!TEST_RESULT || !UI_VSIX || !UI_VSCODE || !UI_FOLDER)
		throw new Error('Start this with npm run test:ui.');
	fs.rmSync(shots, { recursive: true, force: true });
	fs.mkdirSync(shots, { recursive: true });
	const report = createReport();
	const session = await openSession({
		vscode: JSON.parse(UI_VSCODE),
		vsix: UI_VSIX,
		folder: UI_FOLDER,
		shots,
	});
	endWithProcess(session);
	try {
		for (const scenario of scenarios) {
			await scenario({ report, session, folder: UI_FOLDER });
		}
	} finally {
		session.saveLogs();
		await session.close();
	}
	fs.writeFileSync(TEST_RESULT, JSON.stringify(report.counts));
	console.log(`\n  screenshots are in ${shots}`);
	if (report.counts.failed > 0) process.exitCode = 1;
}

/** Neither a signal, nor a killed parent, nor a step that never ends may leave a server or a browser behind. */
function endWithProcess(session) {
	process.on('exit', session.killNow);
	whenParentEnds(() => process.exit(1));
	for (const signal of ['SIGHUP', 'SIGINT', 'SIGTERM']) process.on(signal, () => process.exit(1));
	setTimeout(() => {
		console.error(`The UI run took more than ${totalTimeoutMs} ms.`);
		process.exit(1);
	}, totalTimeoutMs).unref();
}

await runMain(main);
