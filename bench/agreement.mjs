// Whether our tasks are GFM's tasks: as many, in the same places, with the same words and the same boxes.
import { generateRunbook, seedRunbook } from './documents.mjs';

export function* measureAgreement({ readCorpus, mdastTasks, ourTasks, variantsOf }) {
	const own = { 'the runbook': seedRunbook(), 'a generated one': generateRunbook(300) };
	const files = [...readCorpus(), ...Object.entries(own).map(([name, text]) => ({ name, text }))];
	const agrees = (text) => JSON.stringify(ourTasks(text)) === JSON.stringify(mdastTasks(text));
	const different = files.filter(({ text }) => !variantsOf(text).every(agrees));
	const tasks = files.reduce((sum, { text }) => sum + ourTasks(text).length, 0);
	const same = files.length - different.length;
	yield {
		name: `agreement with mdast + GFM: ${files.length} files, ${tasks} tasks`,
		figure: `${((100 * same) / files.length).toFixed(1)} %`,
		target: '100 %',
		ok: different.length === 0,
	};
	for (const { name } of different) {
		yield { name: `agreement: ${name}`, figure: 'differs', target: 'the same', ok: false };
	}
}
