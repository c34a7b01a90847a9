import type * as vscode from 'vscode';
import type { KeptOutput } from '../../core/scripts/output';
import { isSecretName } from '../../core/scripts/secretKinds';
import { isUserError } from '../../core/userError';
import type { Launch, RunEnd } from '../scripts/launch';
import type { RunTools, ScriptRunRequest } from './runScript';

export interface Execution {
	/** Fires when the person cancels. */
	readonly cancelled: vscode.CancellationToken;
	/** Whether the terminal comes to the front; the focus stays where it is in any case. */
	readonly reveal: boolean;
}

type ExecuteTools = Pick<RunTools, 'scriptFiles' | 'terminals' | 'variables'>;

/** Runs the exact text once, as it was planned and shown, from its private file, which is gone afterwards. */
export async function executeScript(
	request: ScriptRunRequest,
	execution: Execution,
	tools: ExecuteTools,
): Promise<RunEnd> {
	const { fileName } = request.plan;
	try {
		await tools.scriptFiles.write(request.text, fileName);
		const end = await tools.terminals.run(launchOf(request, execution, tools));
		return request.plan.keepsOutput ? end : { ...end, output: undefined };
	} catch (error) {
		// Its start is in the record already, so this end of it must be, too.
		if (!isUserError(error)) throw error;
		return { outcome: { kind: 'notStarted', reason: error.message }, output: undefined };
	} finally {
		await tools.scriptFiles.remove(tools.scriptFiles.path(fileName));
	}
}

function launchOf(
	{ script, secrets, incident, plan }: ScriptRunRequest,
	{ cancelled, reveal }: Execution,
	tools: ExecuteTools,
): Launch {
	const [program, ...args] = plan.command;
	return {
		...{ run: plan.run, title: script.title, program, args, cancelled, reveal },
		terminalName: incident ? `Incident ${incident.id}` : 'Incident',
		cwd: plan.cwd,
		environment: plan.environment,
		timeoutMs: plan.timeoutMs,
		keepsOutput: plan.keepsOutput,
		secrets: [...secrets, ...secretValues(tools.variables())],
	};
}

function secretValues(variables: Readonly<Record<string, string | undefined>>): readonly string[] {
	return Object.entries(variables).flatMap(([name, value = '']) => (isSecretName(name) ? [value] : []));
}

/** Output as it is recorded and shown. */
export function keptText(output: KeptOutput | undefined): string | undefined {
	if (output === undefined || !output.cut) return output?.text;
	return `(The beginning is left out.)\n${output.text}`;
}
