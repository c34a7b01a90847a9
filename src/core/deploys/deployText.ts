import { oneLine } from '../printable';
import type { Deploy } from './model';
import { notUndone } from './notUndone';
import { describeRehearsal, isRehearsed } from './rehearsal';

/** `v1.4 Faster pool`: its tags and its title, on one line. */
export function deployName({ tags, title }: Pick<Deploy, 'tags' | 'title'>): string {
	return oneLine([...tags, title].join(' '));
}

/** What is known about a deploy, as Markdown that draws nothing a commit's text may hold. */
export function deployMarkdown(deploy: Deploy): string {
	const lines = [
		`**${escaped(deployName(deploy))}**`,
		'',
		`- Commit: \`${deploy.sha}\``,
		`- By ${escaped(deploy.author)}, ${deploy.committedAt}`,
		...(deploy.pullRequest === undefined ? [] : [`- Pull request ${deploy.pullRequest}`]),
		`- ${count(deploy.files.length, 'file')}, ${count(deploy.insertions, 'line')} added, ${deploy.deletions} removed`,
		...(isRehearsed(deploy.rehearsal) ? [`- Rollback: ${escaped(describeRehearsal(deploy.rehearsal))}`] : []),
		...deploy.rehearsal.notes.map(({ text }) => `- ${escaped(text)}`),
		...deploy.reasons.map(({ text }) => `- Suspected: ${escaped(text)}`),
	];
	return `${lines.join('\n')}\n`;
}

/** For whoever rolls back with another tool: the same, what it is for and what stays as it is. */
export function handOverText(deploy: Deploy, cause: { readonly id: string; readonly title: string }): string {
	return [
		`Please roll back for the incident “${escaped(cause.title)}” (${escaped(cause.id)}):`,
		deployMarkdown(deploy).trimEnd(),
		'This does not undo:',
		notUndone(deploy.files)
			.map((text) => `- ${escaped(text)}`)
			.join('\n'),
		'',
	].join('\n\n');
}

function escaped(text: string): string {
	return oneLine(text).replace(/[\\`*_[\]<>~|@#!&]/g, '\\$&');
}

function count(amount: number, unit: string): string {
	return `${amount} ${unit}${amount === 1 ? '' : 's'}`;
}
