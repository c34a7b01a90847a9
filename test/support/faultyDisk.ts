import { localDisk, type Disk } from '../../src/node/disk';

/** Which call goes wrong, and how. */
export interface Fault {
	readonly call: 'open' | 'stat' | 'read' | 'write' | 'datasync' | 'makeFolder';
	/** The first that fails, counted from 1 over all calls of that name. */
	readonly from: number;
	readonly times: number;
	readonly code: string;
	/** The write before the first failure takes only so many bytes, as on a disk that becomes full. */
	readonly take?: number;
}

/** The real disk, but for the calls the fault names. Nothing waits for the hardware: that is not what is tested. */
export function faultyDisk(fault?: Fault): Disk {
	const counts = new Map<string, number>();
	const isDue = (call: Fault['call']): boolean => {
		const count = (counts.get(call) ?? 0) + 1;
		counts.set(call, count);
		return fault?.call === call && count >= fault.from && count < fault.from + fault.times;
	};
	const fail = (call: Fault['call']): void => {
		if (isDue(call)) throw Object.assign(new Error(`${fault?.code}: injected`), { code: fault?.code });
	};
	return {
		open(file) {
			fail('open');
			return localDisk.open(file);
		},
		stat(descriptor) {
			fail('stat');
			return localDisk.stat(descriptor);
		},
		read(descriptor, into, position) {
			fail('read');
			return localDisk.read(descriptor, into, position);
		},
		write(descriptor, bytes) {
			fail('write');
			const isCut = fault?.take !== undefined && counts.get('write') === fault.from - 1;
			return localDisk.write(descriptor, isCut ? bytes.subarray(0, fault.take) : bytes);
		},
		datasync() {
			fail('datasync');
			return Promise.resolve();
		},
		close: (descriptor) => localDisk.close(descriptor),
		makeFolder(folder) {
			fail('makeFolder');
			return localDisk.makeFolder(folder);
		},
		syncFolder: () => Promise.resolve(),
	};
}
