// Documents to measure on: a runbook of any size, made of the same parts real ones have.
import fs from 'node:fs';
import { inRepo } from '../scripts/paths.mjs';

/** The runbook named by SEED_RUNBOOK, else the one of the sample service. */
export function seedRunbook() {
	return fs.readFileSync(
		process.env.SEED_RUNBOOK || inRepo('sample', 'runbooks', 'INCIDENT_RESPONSE.md'),
		'utf8',
	);
}

const actions = ['Check', 'Declare', 'Notify', 'Verify', 'Restart', 'Escalate', 'Record', 'Roll back'];
const objects = ['the database', 'the payment queue', 'all responders', 'the error rate', 'the status page'];
const forms = [
	(action, object, n) => `**${action} ${object}**: within ${n} minutes of the page`,
	(action, object, n) => `${action} ${object} on host web-${n} and write down what changed since the deploy`,
	(action, object, n) => `${action} ${object} with \`kubectl logs deploy/app-${n} --tail=100\``,
	(action, object, n) => `${action} ${object}, see [the guide](./guides/step-${n}.md) if in doubt`,
	(action, object, n) => `**${action}**: ${object} (step ${n}), then tell the *Incident Commander*`,
];

/** A runbook with so many tasks: 56 to a section, with prose and a fence of look-alikes; about 90 characters a task. */
export function generateRunbook(tasks) {
	const lines = ['# Generated runbook', '', '**Owner**: nobody', ''];
	for (let task = 0; task < tasks; task++) {
		if (task % 56 === 0) lines.push(...sectionStart(task / 56));
		const form = forms[task % forms.length];
		const words = form(actions[task % actions.length], objects[(task >> 3) % objects.length], task);
		lines.push(`${task % 7 === 3 ? '  ' : ''}- [${task % 4 === 0 ? 'x' : ' '}] ${words}`);
	}
	return `${lines.join('\n')}\n`;
}

function sectionStart(number) {
	return [
		'',
		`## Section ${number}: T+${number} to T+${number + 5} (Technical Lead)`,
		'',
		'Read this first. It says why the steps below are in this order, and who decides when one of them fails.',
		'',
		'```bash',
		`# Check section ${number}`,
		`curl -fsS https://status.example/${number}`,
		'- [ ] not a task',
		'```',
		'',
	];
}
