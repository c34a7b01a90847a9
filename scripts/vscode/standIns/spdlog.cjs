// Stands in for @vscode/spdlog: appends to log files. Tests read those files, so it is not a no-op.
// VS Code import()s this CommonJS file and Node sees only names assigned one by one, hence `exports.x =`.
const fs = require('node:fs');
const path = require('node:path');

const levels = ['trace', 'debug', 'info', 'warning', 'error', 'critical'];

class Logger {
	constructor(_kind, _name, file) {
		this.file = file;
		this.level = 0;
		this.raw = false;
		fs.mkdirSync(path.dirname(file), { recursive: true });
		fs.closeSync(fs.openSync(file, 'a'));
	}
	write(level, message) {
		if (level < this.level || !this.file) return;
		const time = new Date().toISOString().replace('T', ' ').replace('Z', '');
		const line = this.raw ? message : `${time} [${levels[level]}] ${message}\n`;
		try {
			fs.appendFileSync(this.file, line);
		} catch {
			// The profile folder may be gone already while the server shuts down.
		}
	}
	trace(message) {
		this.write(0, message);
	}
	debug(message) {
		this.write(1, message);
	}
	info(message) {
		this.write(2, message);
	}
	warn(message) {
		this.write(3, message);
	}
	error(message) {
		this.write(4, message);
	}
	critical(message) {
		this.write(5, message);
	}
	getLevel() {
		return this.level;
	}
	setLevel(level) {
		this.level = level;
	}
	clearFormatters() {
		this.raw = true;
	}
	drop() {
		this.file = undefined;
	}
	setPattern() {}
	flush() {}
}

const createLogger = async (name, file) => new Logger('rotating', name, file);

exports.version = 0;
exports.setLevel = () => {};
exports.setFlushOn = () => {};
exports.Logger = Logger;
exports.createRotatingLogger = createLogger;
exports.createAsyncRotatingLogger = createLogger;
