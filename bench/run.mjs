// node bench/run.mjs [NAME]...: what the product promises, measured. Prints a table; exits 1 when a target is missed.
// Ratios are of two functions in one process, so a busy machine does not matter much; the figures are CPU time.
import { isMain, parseArguments, runMain, UserError } from '../scripts/cli.mjs';
import { measureAgreement } from './agreement.mjs';
import { loadParser } from './bundle.mjs';
import { measureHostile } from './hostile.mjs';
import { measureRecord } from './record.mjs';
import { measureSpeed } from './speed.mjs';
import { measureSteps } from './steps.mjs';

const benches = {
	speed: measureSpeed,
	hostile: measureHostile,
	steps: measureSteps,
	agreement: measureAgreement,
	record: measureRecord,
};

async function main() {
	const { positional } = parseArguments(process.argv.slice(2));
	const names = positional.length > 0 ? positional : Object.keys(benches);
	const unknown = names.find((name) => !(name in benches));
	if (unknown)
		throw new UserError(`There is no bench ${unknown}; there are ${Object.keys(benches).join(', ')}.`);
	const parser = await loadParser();
	const rows = [];
	for (const name of names) {
		for await (const row of benches[name](parser)) {
			console.log(describe(row));
			rows.push(row);
		}
	}
	const missed = rows.filter(({ ok }) => !ok);
	console.log(missed.length === 0 ? 'Every target is met.' : `${missed.length} missed.`);
	if (missed.length > 0) process.exitCode = 1;
}

/** A row is `{ name, figure, target, ok }`, all but the last in words. */
const describe = ({ name, figure, target, ok }) =>
	`${ok ? 'ok  ' : 'MISS'} ${name.padEnd(58)} ${figure.padStart(24)}   target ${target}`;

if (isMain(import.meta.url)) await runMain(main);
