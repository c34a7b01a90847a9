// A draft, and what is compared when it is refreshed later.
import * as assert from 'node:assert/strict';
import { incidentAbout, preparePostmortem, prepareRefresh } from '../../../src/app/postmortem';
import type { WorkspaceFiles } from '../../../src/core/ports';
import { declaredStory } from '../../support/events';

const at = Date.UTC(2026, 10, 23, 3);
const builtIn = '# Postmortem\n\n**Severity**: [SEV-1/SEV-2]\n\n## What happened\n\n[Tell it]\n';
const later = '# Review\n\nSeverity: [P1/P2]\n\n## Five whys\n\n1. [Why]\n';

function filesWith(texts: Readonly<Record<string, string>>): WorkspaceFiles {
	return {
		markdownFiles: () => Promise.resolve(Object.keys(texts)),
		read: (path) => Promise.resolve(new TextEncoder().encode(texts[path] ?? '')),
		create: () => Promise.resolve(false),
	};
}

function requestWith(texts: Readonly<Record<string, string>>, story: ReturnType<typeof declaredStory>) {
	return {
		files: filesWith(texts),
		state: story.state,
		events: story.events,
		cadences: [],
		now: at,
		commitLink: undefined,
		template: undefined,
		folder: undefined,
		appendix: false,
		builtIn: () => Promise.resolve(builtIn),
	};
}

suite('app/postmortem', () => {
	test('a template that was added after drafting does not change what is compared', async () => {
		const story = declaredStory({ title: 'Down', declaredAt: at });
		const { text } = await preparePostmortem(requestWith({}, story));
		story.add('severityChanged', { severity: 'SEV-1' }, { at: at + 60_000 });
		const texts = { 'docs/postmortem-template.md': later };
		const refreshed = await prepareRefresh(requestWith(texts, story), text);
		assert.deepEqual(
			refreshed.refreshed.map(({ key }) => key),
			['severity'],
		);
		assert.match(refreshed.text, /\*\*Severity\*\*: SEV-1\n/);
	});

	test('the incident of a draft is found by the name of its file', async () => {
		const story = declaredStory({ title: 'Down', declaredAt: at });
		const { file, text } = await preparePostmortem(requestWith({}, story));
		const records = [{ state: story.state, events: story.events }];
		assert.equal(incidentAbout(text, file, records)?.id, story.state.id);
		assert.equal(incidentAbout(text, 'postmortems/other.md', records), undefined);
	});
});
