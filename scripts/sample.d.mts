/** Copies sample/ to `targetDir` (absent or empty) and gives it a git history that ends at `now`. */
export function createSampleWorkspace(targetDir: string, now?: number): void;
