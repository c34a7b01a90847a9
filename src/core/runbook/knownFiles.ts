import { startOfFile } from './startOfFile';
import type { Item, Link, Runbook, Script, Step } from './model';

/** What has been found out about files a runbook names. Whatever nobody has looked for yet is absent. */
export interface KnownFiles {
	/** Whether a link's target exists, by target as written. */
	readonly links: ReadonlyMap<string, boolean>;
	/** Where a script is, from the repository root, by path as written; '' for one that is nowhere. */
	readonly scripts: ReadonlyMap<string, string>;
}

/** The model of a runbook that was parsed without a look at files, with what is known of them by now. */
export function withKnownFiles(runbook: Runbook, known: KnownFiles): Runbook {
	const links = (all: readonly Link[]): readonly Link[] => all.map((link) => withExistence(link, known));
	const scripts = (all: readonly Script[]): readonly Script[] =>
		all.map((script) => withPlace(script, known));
	const named = (all: readonly Script[]): readonly Script[] =>
		all.map((script) => startedWhereFound(withPlace(script, known), script));
	const items = (all: readonly Item[]): readonly Item[] =>
		all.map((item) =>
			item.links.length + item.scripts.length === 0
				? item
				: { ...item, links: links(item.links), scripts: named(item.scripts) },
		);
	const steps = (all: readonly Step[]): readonly Step[] =>
		all.map((step) => (step.scripts.length === 0 ? step : { ...step, scripts: named(step.scripts) }));
	return {
		...runbook,
		links: links(runbook.links),
		scripts: scripts(runbook.scripts),
		procedures: runbook.procedures.map((procedure) => ({ ...procedure, steps: steps(procedure.steps) })),
		phases: runbook.phases.map((phase) => {
			return { ...phase, groups: phase.groups.map((group) => ({ ...group, items: items(group.items) })) };
		}),
	};
}

function withExistence(link: Link, { links }: KnownFiles): Link {
	const resolved = links.get(link.target);
	return resolved === undefined ? link : { ...link, resolved };
}

function withPlace(script: Script, { scripts }: KnownFiles): Script {
	const place = script.file === undefined ? undefined : scripts.get(script.file);
	if (place === undefined) return script;
	return place === '' ? { ...script, missing: true } : { ...script, file: place, missing: false };
}

/**
 * An item that only names `rollback.sh` has a command made for it, which then starts the file where it was found. What
 * somebody wrote as a command stays as it is.
 */
function startedWhereFound(script: Script, { file, text }: Script): Script {
	const [made, found] = [file, script.file].map((path) => path && startOfFile(path, true));
	if (made === undefined || found === undefined || text !== `${made}\n`) return script;
	return { ...script, text: `${found}\n`, title: script.title === made ? found : script.title };
}
