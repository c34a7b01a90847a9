/** One place that a stack trace names. Everything in it is foreign text. */
export interface TraceFrame {
	/** The line it was read from, without white space around it. */
	readonly text: string;
	/** With `/`, without scheme, host, drive, query or leading dots: `app/src/pay.ts`, `com/acme/Pay.java`. */
	readonly path: string;
	/** From 1. */
	readonly line?: number;
	readonly function?: string;
}

/**
 * The places a pasted text names, from the top: traces of Node, browsers, Python, Java and Kotlin, Go, Ruby, .NET, Rust
 * and PHP, and `path:line` in any other text. Total: what is no frame is passed over; no place comes twice.
 */
export function parseStackTrace(text: string): readonly TraceFrame[] {
	const lines = text.slice(0, mostCharacters).split(/\r\n|\n|\r/);
	const frames = new Map<string, TraceFrame>();
	lines.forEach((line, index) => {
		const frame = readFrame(line.slice(0, longestLine), (lines[index - 1] ?? '').slice(0, longestLine));
		if (!frame || frames.size === mostFrames) return;
		const key = `${frame.path}:${frame.line ?? ''}`;
		if (!frames.has(key)) frames.set(key, frame);
	});
	return [...frames.values()];
}

const mostCharacters = 500_000;
const longestLine = 500;
const mostFrames = 200;

function readFrame(line: string, above: string): TraceFrame | undefined {
	for (const { grammar, read } of grammars) {
		const match = grammar.exec(line);
		if (!match) continue;
		const { path, line: number, name } = read(match, above);
		const clean = cleanPath(path);
		if (clean === '') return undefined;
		return { text: line.trim(), path: clean, ...toLine(number), ...(name && { function: name.trim() }) };
	}
	return undefined;
}

function toLine(digits: string | undefined): { readonly line?: number } {
	const line = Number(digits);
	return Number.isSafeInteger(line) && line > 0 ? { line } : {};
}

interface Place {
	readonly path: string;
	readonly line?: string | undefined;
	readonly name?: string | undefined;
}

interface Grammar {
	readonly grammar: RegExp;
	readonly read: (match: RegExpExecArray, above: string) => Place;
}

// The first that fits wins.
const grammars: readonly Grammar[] = [
	// Python:   File "/app/pay.py", line 42, in charge
	{
		grammar: /^\s*File "(.+)", line (\d+)(?:, in (.+))?$/,
		read: ([, path = '', line, name]) => ({ path, line, name }),
	},
	// Java:  at app//com.acme.Pay$Inner.charge(Pay.java:42)
	{
		grammar:
			/^\s*at (?:[\w.@-]*\/)*([\w$.<>-]+)\.([\w$<>-]+)\(([\w$-]+\.(?:java|kt|kts|scala|groovy|clj)):(\d+)\)/,
		read: ([, type = '', method = '', file = '', line]) => ({
			path: [...type.split('.').slice(0, -1), file].join('/'),
			line,
			name: `${type}.${method}`,
		}),
	},
	// .NET:   at Acme.Pay.Charge(Int32 amount) in C:\src\Pay.cs:line 42
	{
		grammar: /^\s*at (.+) in (.+):line (\d+)$/,
		read: ([, call = '', path = '', line]) => ({ path, line, name: call.replace(/\(.*$/, '') }),
	},
	// Rust:   3: pay::charge, and below it   at ./src/pay.rs:42:9
	{
		grammar: /^\s*at (\S.*\.rs):(\d+)(?::\d+)?$/,
		read: ([, path = '', line], above) => ({
			path,
			line,
			name: /^\s*\d+:\s+(?:0x[0-9a-f]+ - )?(.+)$/.exec(above)?.[1],
		}),
	},
	// thread 'main' panicked at src/main.rs:4:5:   (before 1.73: panicked at 'message', src/main.rs:4:5)
	{
		grammar: /panicked at (?:'.*', )?(\S+\.rs):(\d+)(?::\d+)?/,
		read: ([, path = '', line]) => ({ path, line }),
	},
	// Node, Chromium:   at async Pay.charge (file:///app/pay.js:42:7)
	{
		grammar: /^\s*at (?:async )?(?:new )?(.*) \((.+):(\d+):\d+\)$/,
		read: ([, name, path = '', line]) => ({ path, line, name }),
	},
	{ grammar: /^\s*at (?:async )?(.+):(\d+):\d+$/, read: ([, path = '', line]) => ({ path, line }) },
	// Firefox, Safari: charge@https://shop.example/pay.js:42:7
	{
		grammar: /^\s*([^@\s]*)@(\S+):(\d+):\d+$/,
		read: ([, name, path = '', line]) => ({ path, line, name }),
	},
	// Go: main.charge(0x1, …), and below it   /app/pay.go:42 +0x1d
	{
		grammar: /^\s+(\S.*\.go):(\d+)(?: \+0x[0-9a-f]+)?$/,
		read: ([, path = '', line], above) => ({
			path,
			line,
			name: /^\s*(?:created by )?(\S.*?)(?:\([^()]*\)| in goroutine \d+)?$/.exec(above)?.[1],
		}),
	},
	// Ruby: from /app/pay.rb:42:in 'Pay#charge'   (before 3.4: in `charge')
	{
		grammar: /^\s*(?:\d+: )?(?:from )?(\S.*?\.(?:rb|erb|rake|ru|haml|slim)):(\d+)(?::in [`'](.+?)')?/,
		read: ([, path = '', line, name]) => ({ path, line, name }),
	},
	// PHP: #0 /app/Pay.php(42): Pay->charge()
	{
		grammar: /^\s*#\d+ (.+\.php)\((\d+)\): (.+)$/,
		read: ([, path = '', line, call = '']) => ({ path, line, name: call.replace(/\(.*$/, '') }),
	},
	// anything else that says path:line
	{
		grammar: /(?:^|[\s("'[=,])((?:[\w.@~+-]*[\\/])*[\w.@+-]+\.[A-Za-z]\w{0,5}):(\d+)(?![\w.])/,
		read: ([, path = '', line]) => ({ path, line }),
	},
];

/** `''` for what is no file of anybody's: the insides of Node, code without a name. */
function cleanPath(raw: string): string {
	const path = raw.replace(/\\/g, '/');
	if (/^(?:node:|internal\/|native\b|<)/.test(path)) return '';
	const local = path
		.replace(/^(?:webpack(?:-internal)?|file|app|vm|turbopack):\/\/\/?/i, '')
		.replace(/^https?:\/\/[^/]*/i, '')
		.replace(/^[A-Za-z]:(?=\/)/, '')
		.replace(/[?#].*$/, '');
	const names = decodePercent(local).split('/');
	return names.filter((name) => !/^(?:\.{0,2}|~)$/.test(name)).join('/');
}

function decodePercent(path: string): string {
	try {
		return decodeURI(path);
	} catch {
		return path; // a real % in a name, not an escape
	}
}
