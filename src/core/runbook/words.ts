import { isTidy, readInline, type Inline } from './inline';
import { splitBoldItem, splitItem, type ItemText } from './item';

/**
 * A piece of inline Markdown: the words of a heading, a paragraph or an item. What it shows is read when somebody
 * first asks, and kept, because many readers ask.
 */
export class Words {
	readonly source: string;
	#tidy: boolean | undefined;
	#inline: Inline | undefined;
	#item: ItemText | undefined;

	constructor(source: string) {
		this.source = source;
	}

	/** Plain text on one line. */
	get text(): string {
		return this.#read().text;
	}

	/** The same, with the label in front told from the rest. */
	get item(): ItemText {
		this.#item ??= this.#splitBold() ?? splitItem(this.source, this.text, this.#isTidy());
		return this.#item;
	}

	/** Where it points to. An address in angle brackets alone is no link to follow. */
	get links(): Inline['links'] {
		if (!this.source.includes('[')) return noLinks;
		return this.source.includes('](') || this.source.includes('][') ? this.#read().links : noLinks;
	}

	#splitBold(): ItemText | undefined {
		const item = this.#inline || !this.#isTidy() ? undefined : splitBoldItem(this.source.trim());
		if (item) this.#inline = { text: item.text, links: noLinks };
		return item;
	}

	#read(): Inline {
		this.#inline ??= readInline(this.source, this.#isTidy());
		return this.#inline;
	}

	#isTidy(): boolean {
		this.#tidy ??= isTidy(this.source);
		return this.#tidy;
	}
}

const noLinks: Inline['links'] = [];
