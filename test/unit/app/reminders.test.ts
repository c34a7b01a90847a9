import assert from 'node:assert/strict';
import fc from 'fast-check';
import { Reminders, type IncidentAgenda, type Reminder } from '../../../src/app/reminders';
import type { DueItem, DueKind } from '../../../src/core/schedule/dueItem';

const minute = 60_000;
const declaredAt = Date.UTC(2026, 9, 25, 0, 0);

/** A clock with its time in minutes after the declaration; put off until `remind`. */
function clock(id: string, due: number, kind: DueKind = 'update', remind = due): DueItem {
	return {
		id,
		kind,
		title: id,
		from: declaredAt,
		dueAt: declaredAt + due * minute,
		remindAt: declaredAt + remind * minute,
		everyMin: undefined,
		because: '',
		line: undefined,
		who: undefined,
		condition: undefined,
		action: { kind: 'writePostmortem' },
	};
}

/** A window: what it shows is written down, and stays on the screen until answered. */
class Window {
	readonly shown: string[] = [];
	focused = true;
	items: readonly DueItem[] = [];
	#answers: (() => void)[] = [];
	readonly #memory: Map<string, number>;
	readonly #reminders: Reminders;

	constructor(memory = new Map<string, number>()) {
		this.#memory = memory;
		this.#reminders = new Reminders({
			focused: () => this.focused,
			show: (reminder) => this.#show(reminder),
			memory: {
				load: () => this.#memory,
				save: (told) => told.forEach((at, key) => this.#memory.set(key, at)),
			},
		});
	}

	tick(minutes: number): this {
		const agenda: IncidentAgenda = { incident: 'inc-x', declaredAt, items: this.items };
		this.#reminders.tick(declaredAt + minutes * minute, [agenda]);
		return this;
	}

	/** Every second, as the ticker does. */
	run(from: number, to: number): this {
		for (let second = from * 60; second <= to * 60; second++) this.tick(second / 60);
		return this;
	}

	/** Answers what is on the screen. */
	async answer(): Promise<this> {
		for (const answer of this.#answers.splice(0)) answer();
		await Promise.resolve();
		await Promise.resolve();
		return this;
	}

	#show({ item, also }: Reminder): Promise<void> {
		this.shown.push([item.id, ...also.map(({ id }) => id)].join('+'));
		return new Promise((resolve) => this.#answers.push(resolve));
	}
}

suite('Reminders', () => {
	test('what is overdue is told once, not at every tick', async () => {
		const window = new Window();
		window.items = [clock('a', 15)];
		await window.run(0, 16).answer();
		await window.run(16, 30).answer();
		assert.deepEqual(window.shown, ['a']);
	});

	test('not a second before it is due', () => {
		const window = new Window();
		window.items = [clock('a', 15)];
		assert.deepEqual(window.tick(15 - 1 / 60).shown, []);
		assert.deepEqual(window.tick(15).shown, ['a']);
	});

	test('the first minute belongs to the declaration', () => {
		const window = new Window();
		window.items = [clock('a', 0, 'commander')];
		assert.deepEqual(window.run(0, 0.9).shown, []);
		assert.deepEqual(window.tick(1).shown, ['a']);
	});

	test('one at a time, the most urgent first; the others wait', async () => {
		const window = new Window();
		window.items = [clock('phase', 5, 'phase'), clock('update', 5), clock('page', 5, 'escalation')];
		assert.deepEqual(window.run(4, 6).shown, ['page']);
		await window.answer();
		assert.deepEqual(window.run(6, 7).shown, ['page', 'update']);
		await window.answer();
		assert.deepEqual(window.run(7, 8).shown, ['page', 'update', 'phase']);
	});

	test('one that nobody answers holds the others up for five minutes, no longer', () => {
		const window = new Window();
		window.items = [clock('a', 5), clock('b', 6)];
		assert.deepEqual(window.run(4, 9.9).shown, ['a']);
		assert.deepEqual(window.run(9.9, 10.1).shown, ['a', 'b']);
	});

	test('done elsewhere: the next one does not wait for an answer', () => {
		const window = new Window();
		window.items = [clock('a', 5), clock('b', 5)];
		window.tick(5);
		window.items = [clock('a', 20), clock('b', 5)];
		assert.deepEqual(window.tick(5.1).shown, ['a', 'b']);
	});

	test('after sleep one reminder that names the rest, not twenty', async () => {
		const window = new Window();
		window.items = [...Array(20).keys()].map((index) => clock(`c${index}`, 10 + index));
		window.run(8, 9);
		await window.tick(300).answer();
		await window.run(300, 310).answer();
		assert.equal(window.shown.length, 1);
		assert.equal(window.shown[0]?.split('+').length, 20);
	});

	test('the same when sleep fell upon an unanswered one', async () => {
		const window = new Window();
		window.items = [clock('a', 5), clock('b', 20), clock('c', 30)];
		window.tick(5);
		await window.tick(300).answer();
		await window.run(300, 310).answer();
		assert.deepEqual(window.shown, ['a', 'b+c']);
	});

	test('a later update is told in its turn, also after a snooze, and once each', async () => {
		const window = new Window();
		for (const [due, remind] of [
			[15, 15],
			[15, 25],
			[45, 45],
		] as const) {
			window.items = [clock('a', due, 'update', remind)];
			await window.run(remind - 1, remind + 3).answer();
		}
		assert.deepEqual(window.shown, ['a', 'a', 'a']);
	});

	test('a clock that is set back repeats nothing, and what comes due is told', async () => {
		const window = new Window();
		window.items = [clock('a', 15), clock('b', 20)];
		await window.run(14, 16).answer();
		await window.run(-60, 19).answer();
		assert.deepEqual(window.shown, ['a']);
		await window.run(19, 21).answer();
		assert.deepEqual(window.shown, ['a', 'b']);
	});

	test('a reload repeats nothing', async () => {
		const memory = new Map<string, number>();
		const first = new Window(memory);
		first.items = [clock('a', 15)];
		await first.run(14, 16).answer();
		const second = new Window(memory);
		second.items = [clock('a', 15)];
		assert.deepEqual(second.run(16, 30).shown, []);
	});

	test('of two windows the focused one reminds; the other one only when nobody answers', () => {
		const [front, back] = [new Window(), new Window()];
		back.focused = false;
		front.items = back.items = [clock('a', 15)];
		for (let second = 14 * 60; second < 15.9 * 60; second++) {
			front.tick(second / 60);
			back.tick(second / 60);
		}
		assert.deepEqual([front.shown, back.shown], [['a'], []]);
		assert.deepEqual(back.tick(16).shown, ['a']);
	});

	test('an answer in one window is taken up by the other', () => {
		const back = new Window();
		back.focused = false;
		back.items = [clock('a', 15)];
		back.run(14, 15.5);
		back.items = [clock('a', 15, 'update', 25)];
		assert.deepEqual(back.run(15.5, 25.5).shown, []);
	});

	test('coming to a window is enough for it to speak', () => {
		const window = new Window();
		window.focused = false;
		window.items = [clock('a', 15)];
		window.run(14, 15.5);
		window.focused = true;
		assert.deepEqual(window.tick(15.5).shown, ['a']);
	});

	test('what is a week past is no news', () => {
		const window = new Window();
		window.items = [clock('a', 15)];
		assert.deepEqual(window.tick(8 * 24 * 60).shown, []);
	});

	test('whatever the clock does, no time is told twice and never two at once', async () => {
		const jumps = fc.array(fc.tuple(fc.integer({ min: -300, max: 300 }), fc.boolean()), { maxLength: 60 });
		await fc.assert(
			fc.asyncProperty(jumps, async (steps) => {
				const window = new Window();
				window.items = [clock('a', 5), clock('b', 10, 'phase'), clock('c', 200), clock('d', 200, 'item')];
				let now = 0;
				for (const [jump, answered] of steps) {
					const before = window.shown.length;
					window.tick((now += jump));
					assert.ok(window.shown.length <= before + 1);
					if (answered) await window.answer();
				}
				const told = window.shown.flatMap((shown) => shown.split('+'));
				assert.equal(new Set(told).size, told.length);
			}),
			{ numRuns: 100 },
		);
	});
});
