import { oneLine } from '../printable';
import { fileKind, type FileKind } from './fileKinds';

/** What taking these files back in git leaves as it is outside of git: one sentence each, the last always. */
export function notUndone(files: readonly string[]): readonly string[] {
	const found = rules.flatMap(({ kind, says }) => {
		const [first, ...others] = files.filter((path) => fileKind(path) === kind);
		if (first === undefined) return [];
		return [`${says}: ${oneLine(first)}${others.length > 0 ? ` and ${others.length} more` : ''}`];
	});
	return [...found, always];
}

const rules: readonly { readonly kind: FileKind; readonly says: string }[] = [
	{ kind: 'migration', says: 'Database migrations that ran stay applied' },
	{ kind: 'configuration', says: 'Configuration and flags that live elsewhere stay as they are' },
	{ kind: 'infrastructure', says: 'Infrastructure stays changed until it is applied again' },
	{ kind: 'dependency', says: 'Packages that are installed stay until they are installed again' },
];

const always =
	'Data written, messages queued, caches filled and flags switched since then stay: no rollback takes them back';
