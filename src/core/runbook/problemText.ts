import type { Problem } from './model';

/** The one sentence a person reads for a problem code. */
export function problemText(problem: Problem): string {
	switch (problem.code) {
		case 'empty-document':
			return 'The document is empty.';
		case 'no-checklist':
			return 'No checklist was found: write steps as “- [ ] step” under a heading.';
	}
}
