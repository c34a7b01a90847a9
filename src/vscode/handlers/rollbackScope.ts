import { deployName } from '../../core/deploys/deployText';
import type { Deploy, DeployHistory } from '../../core/deploys/model';
import { plain } from '../plain';
import { pickRow } from './ask';

/** A release that carried more than the commit its tag is on. */
export interface Release {
	/** The deploy before it: full commit id, and what people call it. */
	readonly after: string;
	readonly afterName: string;
	/** All that changed since then. */
	readonly files: readonly string[];
}

/** What a tag brought since the deploy before it; `undefined` when that is the tagged commit alone, or not known. */
export async function releaseOf(
	history: DeployHistory,
	deploys: readonly Deploy[],
	deploy: Deploy,
): Promise<Release | undefined> {
	const before = deploys[deploys.findIndex(({ sha }) => sha === deploy.sha) + 1];
	if (deploy.kind !== 'tag' || !before) return undefined;
	const files = (await history.changesBetween(before.sha, deploy.sha)).map(({ path }) => path);
	const own = new Set(deploy.files);
	if (files.every((path) => own.has(path))) return undefined;
	return { after: before.sha, afterName: deployName(before), files };
}

/** Whether all of a release is taken back; `undefined` when the person left. */
export async function askScope(
	deploy: Deploy,
	release: Release | undefined,
): Promise<{ readonly release: Release | undefined } | undefined> {
	if (!release) return { release };
	const { afterName, files } = release;
	return pickRow(
		`Plan Rollback: how much of ${deployName(deploy)}?`,
		'The tag is on one commit; the release carried more',
		[
			{
				label: 'The Whole Release',
				description: plain(`back to ${afterName}: ${files.length} files`),
				release,
			},
			{
				label: 'Only the Tagged Commit',
				description: plain(`“${deploy.title}”: ${deploy.files.length} files; the rest of the release stays`),
				release: undefined,
			},
		],
	);
}
