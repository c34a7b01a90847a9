import type * as vscode from 'vscode';
import { isArrayOf, isObject, isString, oneOf } from '../../core/incident/guards';
import { targetKinds, type Target } from '../../core/comms/target';

const listKey = 'messageTargets';
const secretKey = (id: string): string => `messageTarget.${id}`;

/** Where this machine can send to. Kept by the machine, never by a workspace; secrets where VS Code keeps secrets. */
export class TargetList {
	readonly #memory: vscode.Memento;
	readonly #secrets: vscode.SecretStorage;

	constructor(memory: vscode.Memento, secrets: vscode.SecretStorage) {
		this.#memory = memory;
		this.#secrets = secrets;
	}

	get all(): readonly Target[] {
		const stored = this.#memory.get<unknown>(listKey);
		return isArrayOf(stored, isTarget) ? (stored as readonly Target[]) : [];
	}

	secret(id: string): Promise<string | undefined> {
		return Promise.resolve(this.#secrets.get(secretKey(id)));
	}

	/** The secret first: a target without one could not send. */
	async add(target: Target, secret: string): Promise<void> {
		await this.#secrets.store(secretKey(target.id), secret);
		await this.#memory.update(listKey, [...this.all.filter(({ id }) => id !== target.id), target]);
	}

	async remove(id: string): Promise<void> {
		await this.#memory.update(
			listKey,
			this.all.filter((target) => target.id !== id),
		);
		await this.#secrets.delete(secretKey(id));
	}
}

const isKind = oneOf(targetKinds);

function isTarget(value: unknown): boolean {
	if (!isObject(value)) return false;
	const { id, kind, label, options } = value;
	return (
		isString(id) &&
		isKind(kind) &&
		isString(label) &&
		isObject(options) &&
		Object.values(options).every(isString)
	);
}
