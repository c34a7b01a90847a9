import type { Approval } from '../../core/incident/model';
import { decisionOwner } from '../../core/scripts/decisionOwner';
import { exitCodeSaysNothing, lineChecks } from '../../core/scripts/lineChecks';
import type { ConfirmRequest } from '../scripts/confirm';
import { findWarnings } from '../scripts/findWarnings';
import type { RunPlan } from '../scripts/planRun';
import type { PreparedScript } from '../scripts/prepare';
import type { ScriptTools } from './scripts';

/** What a person is shown of a run before it starts, and whether they have approved of it before. */
export async function whatToConfirm(
	prepared: PreparedScript,
	plan: RunPlan,
	{ source, session, clock }: Pick<ScriptTools, 'source' | 'session' | 'clock'>,
): Promise<{ readonly request: ConfirmRequest; readonly isApproved: boolean }> {
	const { script, shown, effect, because, filled, sha256 } = prepared;
	const { title, language } = script;
	const incident = session.current;
	const runbook = source.loaded?.runbook;
	const owner = effect === 'check' || !runbook ? undefined : decisionOwner(script, runbook);
	const facts = {
		...{ title, text: shown, language, effect, because, filled, sha256, owner },
		command: plan.command,
		cwd: plan.cwd.fsPath,
		environment: Object.entries(plan.environment).map(([name, value]) => ({ name, value })),
		warnings: [...plan.warnings, ...(await findWarnings(script, source, clock.now()))],
		incident: incident?.title,
		timeoutMs: plan.timeoutMs,
		keepsOutput: plan.keepsOutput,
	};
	const byLine = exitCodeSaysNothing(script) && lineChecks({ ...script, text: shown }) !== undefined;
	const ownerName = owner === undefined ? undefined : incident?.roles.get(owner);
	return {
		request: { run: plan.run, facts, ownerName, byLine },
		isApproved: isApprovedIn(incident?.approvals.get(sha256), plan.folder),
	};
}

/** The same text in another folder is another thing to approve of. */
function isApprovedIn(approval: Approval | undefined, folder: string): boolean {
	return approval !== undefined && approval.folder === folder;
}
