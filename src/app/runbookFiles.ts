import type { FileTree } from '../core/ports';
import { scriptsOfItems } from '../core/runbook/allScripts';
import { withKnownFiles } from '../core/runbook/knownFiles';
import { linkedPath } from '../core/runbook/links';
import type { Runbook } from '../core/runbook/model';
import { findScript, linkExists } from './lookUp';

/** The files that one runbook names. Each is looked for once; a text that names no new one costs no look at the disk. */
export class RunbookFiles {
	readonly #tree: FileTree;
	readonly #path: string;
	readonly #links = new Map<string, boolean>();
	readonly #scripts = new Map<string, string>();
	readonly #asked = new Set<string>();

	/** `path` is the runbook's, from the tree's root. */
	constructor(tree: FileTree, path: string) {
		this.#tree = tree;
		this.#path = path;
	}

	/** The model with all that is known so far; parsed without a look at files. */
	apply(runbook: Runbook): Runbook {
		return withKnownFiles(runbook, { links: this.#links, scripts: this.#scripts });
	}

	/** Looks for what nobody has looked for yet; whether anything new is known now. */
	async lookUp(runbook: Runbook): Promise<boolean> {
		const targets = runbook.links.map(({ target }) => target).filter((target) => linkedPath(target));
		const scripts = [...runbook.scripts, ...scriptsOfItems(runbook)].flatMap(({ file }) => file ?? []);
		const answers = await Promise.all([
			...this.#unasked('link', targets).map((target) => this.#lookForLink(target)),
			...this.#unasked('script', scripts).map((script) => this.#lookForScript(script)),
		]);
		return answers.includes(true);
	}

	#unasked(kind: 'link' | 'script', names: readonly string[]): readonly string[] {
		return names.filter((name) => {
			const isNew = !this.#asked.has(`${kind} ${name}`);
			this.#asked.add(`${kind} ${name}`);
			return isNew;
		});
	}

	async #lookForLink(target: string): Promise<boolean> {
		const exists = await linkExists(this.#tree, this.#path, target);
		if (exists !== undefined) this.#links.set(target, exists);
		return exists !== undefined;
	}

	async #lookForScript(script: string): Promise<boolean> {
		const place = await findScript(this.#tree, this.#path, script);
		if (place !== undefined) this.#scripts.set(script, place);
		return place !== undefined;
	}
}
