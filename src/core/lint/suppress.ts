import type { LintDocument } from './document';
import type { Spot } from './finding';

/** A comment that silences rules, and the lines it holds for. */
export interface Suppression {
	readonly line: number;
	/** As written, known or not. */
	readonly codes: readonly string[];
	/** Inclusive. */
	readonly from: number;
	readonly to: number;
}

const comment = /<!--\s*runbook-lint-disable\s+([^>]*?)\s*-->/;

/**
 * `<!-- runbook-lint-disable code, code -->` holds for its own line and the next one, or the whole fence that begins
 * there; before the first heading it holds for the whole document.
 */
export function readSuppressions(document: LintDocument): readonly Suppression[] {
	if (!document.lines.some((text) => text.includes('runbook-lint-disable'))) return [];
	const fences = document.blocks.filter((block) => block.kind === 'fence');
	const isInFence = (line: number): boolean =>
		fences.some((fence) => line > fence.line && line <= fence.endLine);
	const heading = document.blocks.find((block) => block.kind === 'heading')?.line ?? 0;
	return document.lines.flatMap((text, index) => {
		const match = comment.exec(text);
		const line = index + 1;
		if (!match || isInFence(line)) return [];
		const codes = (match[1] ?? '').split(/[\s,]+/).filter(Boolean);
		if (line < heading) return [{ line, codes, from: 1, to: document.lines.length }];
		const fence = fences.find((block) => block.line === line + 1);
		return [{ line, codes, from: line, to: fence?.endLine ?? line + 1 }];
	});
}

export function isSuppressed(suppressions: readonly Suppression[], code: string, { line }: Spot): boolean {
	return suppressions.some(({ codes, from, to }) => codes.includes(code) && line >= from && line <= to);
}
