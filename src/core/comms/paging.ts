import type { IncidentState, Instant, OutboxMessage } from '../incident/model';
import { isOpen } from '../incident/status';
import type { Target } from './target';

/** What a pager that was paged has to hear later, so that it stops calling people. */
export type PagerNews = 'acknowledge page' | 'resolve page';

export interface UntoldPager {
	readonly target: Target;
	readonly news: PagerNews;
	/** The page it is about. */
	readonly page: string;
}

/** Older news are history: a window opened weeks later asks nobody. */
const freshMs = 15 * 60_000;

/** Systems that page people. */
export function pagersIn(targets: readonly Target[]): readonly Target[] {
	return targets.filter(({ kind }) => kind === 'pagerDuty');
}

/** Pagers that called people for an incident and have not heard that somebody is on it, or that it is over. */
export function untoldPagers(
	state: IncidentState,
	targets: readonly Target[],
	now: Instant,
): readonly UntoldPager[] {
	const news = newsOf(state, now);
	if (state.kind !== 'real' || news === undefined) return [];
	const messages = [...state.outbox.values()];
	return pagersIn(targets).flatMap((target) => {
		const own = messages.filter((message) => message.target === target.id);
		const at = own.findLastIndex(hasPaged);
		const page = own[at]?.message;
		const isTold = own.slice(at + 1).some(({ purpose }) => purpose === news || purpose === 'resolve page');
		return page === undefined || isTold ? [] : [{ target, news, page }];
	});
}

function newsOf(state: IncidentState, now: Instant): PagerNews | undefined {
	const isFresh = (at: Instant | undefined): boolean => at !== undefined && now - at < freshMs;
	if (!isOpen(state)) return isFresh(state.milestones.get('resolvedAt')) ? 'resolve page' : undefined;
	return isFresh(state.escalation.acknowledged?.at) ? 'acknowledge page' : undefined;
}

function hasPaged({ purpose, state, mayHaveArrived }: OutboxMessage): boolean {
	return purpose === 'page' && (state === 'sent' || mayHaveArrived);
}

/** What a page says beside the incident's title and severity. */
export function pageText({
	name,
	contacts,
	why,
}: {
	readonly name: string;
	readonly contacts: readonly string[];
	readonly why: string | undefined;
}): string {
	return [`Escalated to ${name}`, why, contacts.length > 0 ? `Contacts: ${contacts.join(', ')}` : undefined]
		.filter((line) => line !== undefined && line !== '')
		.join('\n');
}
