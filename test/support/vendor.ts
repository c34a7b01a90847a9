/** How a vendor's address takes requests, written down by hand from its documentation, and what it is known to answer. */
export interface Vendor {
	readonly secret: string;
	readonly options: Readonly<Record<string, string>>;
	readonly documentation: string;
	readonly path: RegExp;
	/** JSON schema of the body. */
	readonly schema: object;
	readonly headers: Readonly<Record<string, RegExp>>;
	readonly good: Answer;
	readonly answers: readonly (readonly [answer: Answer, kind: 'sent' | 'refused' | 'busy', words: RegExp])[];
}

export interface Answer {
	readonly status: number;
	readonly body: string;
	readonly headers?: Readonly<Record<string, string>>;
}

export const text = (maxLength: number): object => ({ type: 'string', minLength: 1, maxLength });
export const json = { 'content-type': /^application\/json/ };
export const trouble: Vendor['answers'] = [
	[{ status: 500, body: 'oops' }, 'busy', /trouble of its own/],
	[{ status: 503, body: '', headers: { 'retry-after': '5' } }, 'busy', /trouble of its own/],
	[{ status: 302, body: '', headers: { location: 'https://example.com/' } }, 'refused', /has moved/],
	[{ status: 413, body: '' }, 'refused', /too long/],
];
