// Where things lie, seen from the repository. Everything downloaded or generated goes into folders git ignores.
import path from 'node:path';
import { fileURLToPath } from 'node:url';

export const repoRoot = fileURLToPath(new URL('..', import.meta.url)).replace(/[\\/]$/, '');

/** Downloaded VS Code builds and what the scripts generate. @vscode/test-electron uses the same folder. */
export const cacheDir = path.join(repoRoot, '.vscode-test');

/** Evidence a person looks at: screenshots, logs of failed runs. */
export const artifactsDir = path.join(repoRoot, 'artifacts');

export const inRepo = (...segments) => path.join(repoRoot, ...segments);
