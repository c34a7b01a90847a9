/** A cell or an item that says of itself that it is an example. */
export function isExample(text: string): boolean {
	return /^(?:e\.g\.|ej\.|p\. ?ex\.|example:|例)/iu.test(text);
}
