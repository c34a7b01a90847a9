// Counting tests over several runners. Each part hands in {passed, failed, skipped} and, if it broke, a problem.
import fs from 'node:fs';

/**
 * Reads what a runner wrote as its last act. Exit code 0 without a result, or without a single pass, is not success:
 * a host that was killed looks exactly like that.
 */
export function readCounts(file, exitCode, what) {
	if (!fs.existsSync(file)) return broken(`${what} ended without a result (exit code ${exitCode}).`);
	const counts = JSON.parse(fs.readFileSync(file, 'utf8'));
	if (counts.failed === 0 && exitCode !== 0) return broken(`${what} exited with code ${exitCode}.`, counts);
	if (counts.failed === 0 && counts.passed === 0) return broken(`${what} passed no test at all.`, counts);
	return counts;
}

const broken = (problem, counts = { passed: 0, failed: 0, skipped: 0 }) => ({ ...counts, problem });

const failedOf = ({ failed, problem }) => failed + (problem ? 1 : 0);

export function total(results) {
	const sum = (count) => results.reduce((before, result) => before + count(result), 0);
	return { passed: sum((r) => r.passed), failed: sum(failedOf), skipped: sum((r) => r.skipped) };
}

export const lastLine = ({ passed, failed, skipped }) =>
	`${passed} passed, ${failed} failed, ${skipped} skipped`;

/** Deliberately of another shape than the last line, which CI looks for. */
export function describePart(result) {
	const { name, passed, skipped, seconds, problem } = result;
	const numbers = `ok ${passed}, not ok ${failedOf(result)}, left out ${skipped}`;
	return `${name.padEnd(4)} ${numbers} in ${seconds.toFixed(1)} s${problem ? `. ${problem}` : ''}`;
}
