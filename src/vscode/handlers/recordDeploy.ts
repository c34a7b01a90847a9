import type { Handler } from '../commands';
import { requireTrust } from '../trust';
import { confirmed, typeText } from './ask';
import { loadDeploys, openDeploys, type DeployTools } from './deploys';
import { say } from './say';

/** Writes down that a commit was deployed, where neither a tag nor a merge nor its title says so. */
export function recordDeployHandler(tools: DeployTools): Handler {
	return async () => {
		requireTrust('no deploy can be recorded in it');
		const incident = tools.session.requireCurrent();
		const { history } = await openDeploys(tools);
		const name = await typeText({
			title: 'Record Deploy: which commit?',
			prompt: 'A commit of the deploy branch that was deployed: its id, or a tag or branch that points to it',
		});
		if (!name) return;
		const { sha, title } = await history.resolve(name);
		const detail = `${sha}\n\nIt is then listed among the deploys of this incident.`;
		if (!(await confirmed(`“${title}” was deployed?`, detail, 'Record Deploy'))) return;
		await incident.record('deployRecorded', { sha, title });
		say(`Deployed: ${title}`);
		if (tools.view.visible) await loadDeploys(tools);
	};
}
