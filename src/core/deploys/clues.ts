/** What an incident's texts (its title, its notes) say about where to look. */
export interface Clues {
	/** Written as paths: `src/pay.ts`, `checkout/`. */
	readonly paths: readonly string[];
	/** Lower case, four letters or more, without the words that every incident has. */
	readonly words: readonly string[];
}

export function findClues(texts: readonly string[]): Clues {
	const text = texts.join('\n').slice(0, mostCharacters);
	const paths = [...text.matchAll(/(?:[\w@.-]+\/)+[\w@.-]*|\b[\w-]+\.[a-z]{1,5}\b/gi)].map(([path]) =>
		path.replace(/^(?:\.{0,2}\/)+|[./]+$/g, ''),
	);
	const words = [...text.toLowerCase().matchAll(/[\p{L}\p{N}]{4,}/gu)].map(([word]) => singular(word));
	return {
		paths: [...new Set(paths.filter((path) => path.length >= 4))],
		words: [...new Set(words.filter((word) => !common.has(word)))],
	};
}

const mostCharacters = 100_000;

/** The file among those of a deploy that a clue names, with the clue; a path says more than a word. */
export function findNamed(files: readonly string[], clues: Clues): NamedFile | undefined {
	for (const clue of clues.paths) {
		const path = files.find((file) => `/${file}/`.includes(`/${clue}/`));
		if (path !== undefined) return { path, clue, kind: 'path' };
	}
	for (const path of files) {
		const names = wordsOfPath(path);
		const clue = clues.words.find((word) => names.has(word));
		if (clue !== undefined) return { path, clue, kind: 'word' };
	}
	return undefined;
}

export interface NamedFile {
	readonly path: string;
	readonly clue: string;
	readonly kind: 'path' | 'word';
}

/** `src/cartTotals/api_v2.ts` has `cart`, `total`, `carttotal`. */
function wordsOfPath(path: string): ReadonlySet<string> {
	const names = path.split(/[/._\-\s]+/);
	const parts = names.flatMap((name) => [name, ...name.split(/(?<=\p{Ll})(?=\p{Lu})/u)]);
	return new Set(parts.map((part) => singular(part.toLowerCase())).filter((part) => !common.has(part)));
}

function singular(word: string): string {
	return word.length > 4 && word.endsWith('s') && !word.endsWith('ss') ? word.slice(0, -1) : word;
}

// In every title, and in every repository.
const common = new Set(
	`about after again alert alway before being broken cannot cause config could customer down during error every
	failed failing failure fail from have high http https incident index into issue just latency level main main more
	most much none only other outage page people prod production rate report request requests response returning see
	seeing server service should since slow some source spec still system test than that their them then there these
	they this timeout time update user users very were what when where which while will with work working would your`
		.split(/\s+/)
		.map(singular),
);
