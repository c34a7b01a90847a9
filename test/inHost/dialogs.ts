// In a test host modal dialogs are refused and messages stay unanswered, so a test answers in the person's place.
// The extension under test and its tests share one `vscode.window`.
import * as vscode from 'vscode';

/**
 * What the person would do, in order: texts to type, and what a pick's label or a message's button starts with. In
 * questions that follow each other `<` goes back; where an answer is missing, the person presses Escape.
 */
export interface Answers {
	readonly inputs?: readonly string[];
	/** `\n` takes what Enter would. Several labels for a pick of many are joined by `\n`. */
	readonly picks?: readonly string[];
	readonly buttons?: readonly string[];
	/** What the person does while a message waits. */
	readonly meanwhile?: () => Thenable<unknown>;
}

/** What was shown meanwhile: items of picks, messages with their details, what boxes held and objected to. */
export interface Shown {
	readonly picks: string[][];
	readonly messages: string[];
	/** What the messages' buttons said, in the same order. */
	readonly buttons: string[][];
	readonly values: string[];
	readonly objections: string[];
}

type Message = 'showInformationMessage' | 'showWarningMessage' | 'showErrorMessage';
const messages: readonly Message[] = ['showInformationMessage', 'showWarningMessage', 'showErrorMessage'];
const stubbed = ['showInputBox', 'showQuickPick', 'createInputBox', 'createQuickPick', ...messages];

export const back = '<';
export const enter = '\n';

type Row = vscode.QuickPickItem;

/** Runs `work` with the dialogs answered; puts the real ones back whatever happens. */
export async function withAnswers(answers: Answers, work: () => Thenable<unknown>): Promise<Shown> {
	const shown: Shown = { picks: [], messages: [], buttons: [], values: [], objections: [] };
	const inputs = [...(answers.inputs ?? [])];
	const picks = [...(answers.picks ?? [])];
	const buttons = [...(answers.buttons ?? [])];
	const window = vscode.window as unknown as Record<string, unknown>;
	const real = Object.fromEntries(stubbed.map((name) => [name, window[name]]));
	window['showInputBox'] = (options: vscode.InputBoxOptions) => typeInto(options, inputs, shown);
	window['showQuickPick'] = (given: readonly (Row | string)[], options?: vscode.QuickPickOptions) => {
		const rows = given.map((row) => (typeof row === 'string' ? { label: row } : row));
		shown.picks.push(rows.map(({ label }) => label));
		const chosen = choose(rows, picks.shift(), options?.canPickMany ?? false);
		const index = rows.findIndex((row) => row === chosen);
		return Promise.resolve(index < 0 ? chosen : given[index]);
	};
	window['createInputBox'] = () => new FakeQuestion(() => inputs.shift(), shown);
	window['createQuickPick'] = () => new FakeQuestion(() => picks.shift(), shown);
	for (const name of messages) {
		window[name] = async (text: string, ...rest: readonly ({ readonly detail?: string } | string)[]) => {
			const [options] = rest;
			const detail = typeof options === 'object' ? options.detail : undefined;
			shown.messages.push(detail ? `${text}\n${detail}` : text);
			shown.buttons.push(rest.filter((button) => typeof button === 'string'));
			await answers.meanwhile?.();
			return buttons.shift();
		};
	}
	try {
		await work();
	} finally {
		for (const name of stubbed) window[name] = real[name];
	}
	return shown;
}

/** Enter is not taken while the box objects; the person then types the next text, or leaves. */
async function typeInto(
	options: vscode.InputBoxOptions,
	inputs: string[],
	shown: Shown,
): Promise<string | undefined> {
	shown.values.push(options.value ?? '');
	for (;;) {
		const typed = inputs.shift();
		const objection = typed === undefined ? undefined : await options.validateInput?.(typed);
		if (!objection) return typed;
		shown.objections.push(typeof objection === 'string' ? objection : objection.message);
	}
}

function choose(rows: readonly Row[], wanted: string | undefined, many: boolean): unknown {
	if (wanted === undefined) return undefined;
	const labels = wanted === enter ? [] : wanted.split('\n');
	if (many)
		return rows.filter(({ label }) => labels.some((start) => start !== '' && label.startsWith(start)));
	return wanted === enter ? rows[0] : rows.find(({ label }) => label.startsWith(wanted));
}

/** One question of several, as `createInputBox` and `createQuickPick` give them: answers as soon as it is shown. */
class FakeQuestion {
	value = '';
	validationMessage: string | undefined;
	items: readonly Row[] | undefined;
	activeItems: readonly Row[] = [];
	selectedItems: readonly Row[] = [];
	buttons: readonly vscode.QuickInputButton[] = [];
	readonly #next: () => string | undefined;
	readonly #shown: Shown;
	readonly #accepted = new vscode.EventEmitter<void>();
	readonly #changed = new vscode.EventEmitter<string>();
	readonly #hidden = new vscode.EventEmitter<void>();
	readonly #triggered = new vscode.EventEmitter<vscode.QuickInputButton>();
	readonly onDidAccept = this.#accepted.event;
	readonly onDidChangeValue = this.#changed.event;
	readonly onDidHide = this.#hidden.event;
	readonly onDidTriggerButton = this.#triggered.event;
	#visible = false;

	constructor(next: () => string | undefined, shown: Shown) {
		this.#next = next;
		this.#shown = shown;
	}

	show(): void {
		this.#visible = true;
		if (this.items) this.#shown.picks.push(this.items.map(({ label }) => label));
		else this.#shown.values.push(this.value);
		while (this.#isVisible()) this.#answer(this.#next());
	}

	/** A method, because the answer may hide it. */
	#isVisible(): boolean {
		return this.#visible;
	}

	hide(): void {
		if (!this.#visible) return;
		this.#visible = false;
		this.#hidden.fire();
	}

	dispose(): void {
		for (const emitter of [this.#accepted, this.#changed, this.#hidden, this.#triggered]) emitter.dispose();
	}

	#answer(answer: string | undefined): void {
		const [button] = this.buttons;
		if (answer === undefined) this.hide();
		else if (answer === back && button) this.#triggered.fire(button);
		else if (this.items) this.#pick(this.items, answer);
		else this.#type(answer);
	}

	#pick(items: readonly Row[], label: string): void {
		this.selectedItems =
			label === enter ? this.activeItems : items.filter((item) => item.label.startsWith(label)).slice(0, 1);
		if (this.selectedItems.length === 0) this.hide();
		else this.#accepted.fire();
	}

	#type(text: string): void {
		if (text !== enter) this.value = text;
		this.#changed.fire(this.value);
		this.#accepted.fire();
		if (this.#visible && this.validationMessage) this.#shown.objections.push(this.validationMessage);
	}
}
