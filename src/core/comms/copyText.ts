import { withoutMentions } from './markup';

/** Where a copied message is pasted, by the markup that is read there. */
export const copyPlaces = ['slack', 'markdown', 'plain'] as const;
export type CopyPlace = (typeof copyPlaces)[number];

const bold = /\*\*(?=\S)([^*\n]+?)(?<=\S)\*\*/g;
const link = /(?<!!)\[([^[\]\n]+)\]\((https?:\/\/[^()\s]+)\)/g;
const bullet = /^([ \t]*)[-*] (?=\S)/gm;
const heading = /^#{1,6} (.+)$/gm;

/**
 * A message, whose template is Markdown, in the markup of the place it is pasted to: Slack knows one star and no links
 * (https://docs.slack.dev/messaging/formatting-message-text), a mail nothing. Mentions lose their force in a chat.
 */
export function copyText(text: string, place: CopyPlace): string {
	switch (place) {
		case 'markdown':
			return withoutMentions(text);
		case 'slack':
			return withoutMentions(unlinked(text).replace(heading, '*$1*').replace(bold, '*$1*'));
		case 'plain':
			return unlinked(text).replace(heading, '$1').replace(bold, '$1');
	}
}

function unlinked(text: string): string {
	return text.replace(link, '$1 ($2)').replace(bullet, '$1• ');
}
