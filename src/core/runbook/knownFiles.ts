import type { Item, Link, Runbook, Script } from './model';

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
	const items = (all: readonly Item[]): readonly Item[] =>
		all.map((item) => (item.links.length === 0 ? item : { ...item, links: links(item.links) }));
	return {
		...runbook,
		links: links(runbook.links),
		scripts: runbook.scripts.map((script) => withPlace(script, known)),
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
