import * as assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { resolveFrames } from '../../../../src/core/deploys/resolveFrames';
import { parseStackTrace } from '../../../../src/core/deploys/stackTrace';

function assertReads(text: string, expected: readonly string[]): void {
	assert.deepEqual(
		parseStackTrace(text).map(
			({ path, line, function: name }) => `${path}:${line ?? ''}${name === undefined ? '' : ` ${name}`}`,
		),
		expected,
	);
}

const rows: readonly [name: string, text: string, expected: readonly string[]][] = [
	[
		'Node',
		`TypeError: Cannot read properties of undefined (reading 'total')
    at Cart.total (/app/src/cart/total.ts:42:17)
    at async Promise.all (index 0)
    at new Order (/app/src/order.js:7:3)
    at Object.<anonymous> [as handler] (file:///app/my%20dir/run.mjs:1:2)
    at /app/src/anonymous.js:9:1
    at process.processTicksAndRejections (node:internal/process/task_queues:95:5)
    at eval (webpack-internal:///./src/page.tsx?1a2b:10:5)
    at fn (C:\\srv\\app\\win.js:3:1)`,
		[
			'app/src/cart/total.ts:42 Cart.total',
			'app/src/order.js:7 Order',
			'app/my dir/run.mjs:1 Object.<anonymous> [as handler]',
			'app/src/anonymous.js:9',
			'src/page.tsx:10 eval',
			'srv/app/win.js:3 fn',
		],
	],
	[
		'browsers',
		'charge@https://shop.example/static/pay.js?v=1:42:7\n@http://localhost:3000/a.js:1:2\n    at go (https://shop.example/b/c.js:5:6)',
		['static/pay.js:42 charge', 'a.js:1', 'b/c.js:5 go'],
	],
	[
		'Python',
		'Traceback (most recent call last):\n  File "/app/shop/pay.py", line 42, in charge\n    total()\n  File "<string>", line 1, in <module>\nKeyError: 1',
		['app/shop/pay.py:42 charge'],
	],
	[
		'Java and Kotlin',
		`Exception in thread "main" java.lang.IllegalStateException: x
	at com.acme.pay.Charge$Inner.run(Charge.java:42)
	at app//com.acme.Shop.lambda$go$0(Shop.kt:7)
	at java.base/java.lang.Thread.run(Thread.java:829)
	at com.acme.Native.call(Native Method)
	... 12 more`,
		[
			'com/acme/pay/Charge.java:42 com.acme.pay.Charge$Inner.run',
			'com/acme/Shop.kt:7 com.acme.Shop.lambda$go$0',
			'java/lang/Thread.java:829 java.lang.Thread.run',
		],
	],
	[
		'Go',
		`panic: runtime error
goroutine 1 [running]:
main.(*Cart).Charge(0xc000012345, 0x1)
	/app/pay/charge.go:42 +0x1d
main.main()
	/app/main.go:7
created by net/http.(*Server).Serve in goroutine 1
	/usr/local/go/src/net/http/server.go:3086 +0x5cb`,
		[
			'app/pay/charge.go:42 main.(*Cart).Charge',
			'app/main.go:7 main.main',
			'usr/local/go/src/net/http/server.go:3086 net/http.(*Server).Serve',
		],
	],
	[
		'Ruby',
		"app/models/pay.rb:42:in `charge': no total (RuntimeError)\n\tfrom /srv/app/lib/a b.rb:7:in 'Shop#go'\n        1: from bin/x.ru:3",
		['app/models/pay.rb:42 charge', 'srv/app/lib/a b.rb:7 Shop#go', 'bin/x.ru:3'],
	],
	[
		'.NET',
		'   at Acme.Pay.Charge(Int32 a, String b) in C:\\src\\Acme\\Pay.cs:line 42\n   at System.X.Y()\n   at Acme.Go() in /src/Acme/Go.cs:line 7',
		['src/Acme/Pay.cs:42 Acme.Pay.Charge', 'src/Acme/Go.cs:7 Acme.Go'],
	],
	[
		'Rust',
		`thread 'main' panicked at 'no total', src/main.rs:4:5
thread 'main' panicked at src/new.rs:9:5:
   3: pay::charge
             at ./src/pay.rs:42:9
   4: 0x55d - pay::main
             at /rustc/abc/library/core/src/ops/function.rs:250:5`,
		[
			'src/main.rs:4',
			'src/new.rs:9',
			'src/pay.rs:42 pay::charge',
			'rustc/abc/library/core/src/ops/function.rs:250 pay::main',
		],
	],
	['PHP', '#0 /app/src/Pay.php(42): Acme\\Pay->charge(1)', ['app/src/Pay.php:42 Acme\\Pay->charge']],
	[
		'anything else',
		'10:02:11 pay-1 | ERROR src/pay.ts:42: no total\n[x=lib/a-b.ex:7] at ./c.scala:9)',
		['src/pay.ts:42', 'lib/a-b.ex:7'],
	],
	['no place twice', 'a.go:1\nb.rb:2\na.go:1', ['a.go:1', 'b.rb:2']],
	[
		'windows line ends',
		'  File "a.py", line 1, in x\r\n  File "b.py", line 2, in y\r\n',
		['a.py:1 x', 'b.py:2 y'],
	],
	['none', 'Nothing here at 10:20:30, v1.2.3, 10.0.0.1:8080\n\n', []],
];

suite('core/deploys/stackTrace', () => {
	for (const [name, text, expected] of rows) test(name, () => assertReads(text, expected));

	test('never throws, whatever is pasted', () =>
		fc.assert(
			fc.property(
				fc.array(
					fc.oneof(fc.string({ maxLength: 6 }), fc.constantFrom('at ', '(', ':1:2)', '.go:', '%', '\\')),
				),
				(parts) => {
					for (const { path } of parseStackTrace(parts.join(''))) assert.notEqual(path, '');
				},
			),
			{ numRuns: 50 },
		));
	test('long lines and many of them are cut short', () => {
		const started = performance.now();
		parseStackTrace(`at ${'a '.repeat(200_000)}`);
		parseStackTrace('   at ( (:1:'.repeat(20_000));
		assert.equal(
			parseStackTrace(Array.from({ length: 9999 }, (_, n) => `a${n}.go:1`).join('\n')).length,
			200,
		);
		assert.ok(performance.now() - started < 1000);
	});
});

suite('core/deploys/resolveFrames', () => {
	const files = [
		'server.js',
		'src/pay/index.ts',
		'src/cart/index.ts',
		'lib/src/pay/index.ts',
		'app/Pay.java',
	];
	const cases: readonly [path: string, expected: readonly string[]][] = [
		['app/server.js', ['server.js']],
		['srv/app/src/cart/index.ts', ['src/cart/index.ts']],
		['srv/lib/src/pay/index.ts', ['lib/src/pay/index.ts']],
		['srv/src/pay/index.ts', ['src/pay/index.ts', 'lib/src/pay/index.ts']],
		['index.ts', ['src/pay/index.ts', 'src/cart/index.ts', 'lib/src/pay/index.ts']],
		['node_modules/express/index.ts', []],
		['com/acme/Pay.java', []],
		['com/acme/app/Pay.java', ['app/Pay.java']],
		['nothing.ts', []],
	];
	for (const [path, expected] of cases) {
		test(`${path} is ${expected.join(' or ') || 'none'}`, () =>
			assert.deepEqual(resolveFrames([{ text: '', path }], files)[0]?.paths, expected));
	}
});
