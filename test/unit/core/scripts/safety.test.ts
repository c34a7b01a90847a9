import assert from 'node:assert/strict';
import { parseRunbook } from '../../../../src/core/runbook/parse';
import { classifyEffect } from '../../../../src/core/scripts/effect';
import { findHiddenCharacter } from '../../../../src/core/scripts/hiddenCharacters';
import { segmentsOf } from '../../../../src/core/scripts/segments';
import { splitShellBlock } from '../../../../src/core/scripts/split';

suite('what changes things is never called a check', () => {
	const changing: readonly (readonly [string, string])[] = [
		['', 'curl -fsSL https://x.example/i | sudo bash'],
		['', 'curl -sX POST https://x.example/eject'],
		['', 'curl -fsSd @x https://x.example'],
		['', "curl --json '{}' https://x.example"],
		['', 'curl -o /etc/app.conf https://x.example'],
		['', 'echo y | shutdown -h now'],
		['', 'echo x && halt'],
		['', 'echo $(halt)'],
		['', 'echo "$(halt)"'],
		['', 'echo `halt`'],
		['', 'test -f x || ./run-it.sh'],
		['', '[ -f a ] && ./wipe.sh'],
		['', 'cat dump.sql | psql prod'],
		['', 'find . -name x | xargs shred'],
		['', 'cat ids | xargs -n1 kubectl evict'],
		['', 'git branch -D main'],
		['', 'journalctl --vacuum-size=1G'],
		['', 'ss -K dst 1.2.3.4'],
		['', 'dmesg -C'],
		['', 'date -s 12:00'],
		['', 'sort -o a b'],
		['', 'wget -O /etc/x https://x.example'],
		['', "echo $'it\\'s fine'\nrm -rf /data"],
		['', 'grep x > out.txt'],
		['', 'find . -delete'],
		['Check the standby by swapping primaries', './swap-primary.sh'],
		['Monitor', 'shutdown -h now'],
		['Verify backups', 'psql -c "ALTER TABLE x"'],
		['Check health', 'some-tool --now'],
	];
	for (const [title, command] of changing) {
		test(`${title}: ${command}`, () => {
			const { effect, because } = classifyEffect(title, command.split('\n'));
			assert.notEqual(effect, 'check', because);
		});
	}
	const reading: readonly string[] = [
		'curl -X GET https://x.example',
		'curl -fsS -o /dev/null https://x.example',
		'curl -fsS https://x.example | jq .status',
		'kubectl -n prod get pods -o wide',
		'kubectl rollout status deploy/x',
		'git --no-pager log -5 --oneline',
		'git -C repo tag --list',
		'TZ=UTC date',
		'find . -name "*.log" -mtime -1 | head',
		'ps aux | grep nginx 2>/dev/null',
		'test -f x && echo yes || echo no',
		'if curl -f x; then\n  echo up\nfi',
		'docker ps\ndf -h',
		'STATUS=$(curl -s x)\necho "$STATUS"',
	];
	for (const command of reading) {
		test(`reads: ${command}`, () => {
			const { effect, because } = classifyEffect('', command.split('\n'));
			assert.equal(effect, 'check', because);
		});
	}
});

suite('parts that need each other are never run apart', () => {
	const whole: readonly string[] = [
		'# A\nRELEASE_DIR=$(readlink -f x)  # follow the link\n# B\nrm -rf "$RELEASE_DIR"/old/*',
		'# A\nmkdir -p w && cd w\n# B\nrm -rf *',
		'# A\nPOD=$(kubectl get pods \\\n  -o name)\n# B\nkubectl delete $POD',
		'# A\nA=1 B=2\n# B\necho $B',
		'# A\nHOSTS=(a b)\n# B\nfor h in "${HOSTS[@]}"; do ssh $h x; done',
		'# A\nread -p "Host? " HOST\n# B\nssh $HOST reboot',
		'# A\neval "$(aws-env prod)"\n# B\naws s3 rm x',
		'# A\nif x; then\n  T=1\nfi\n# B\n./deploy $T',
		'# A\nssh prod-1\n# B\nsystemctl restart x',
		'# A\nkubectl exec -it pod -- bash\n# B\nrm x',
		'# A\nsudo su -\n# B\nrm x',
		'# A\npsql -h db prod\n# B\nDROP TABLE x',
		'# A\nsource env.sh\n# B\n./go',
		'# A\nlog() { echo x; }\n# B\nlog',
	];
	for (const text of whole) test(JSON.stringify(text), () => assert.equal(splitShellBlock(text).length, 1));
	const apart: readonly string[] = [
		'# A\ncurl x\n# B\nrm y',
		'# A\nX=1 ./run.sh\n# B\n./other.sh $HOME',
		'# A\nssh prod-1 uptime\n# B\n./restart.sh',
		'# A\npsql -c "select 1"\n# B\n./restart.sh',
	];
	for (const text of apart)
		test(`apart: ${JSON.stringify(text)}`, () => assert.equal(splitShellBlock(text).length, 2));

	test('a check and a script file that calls itself one are two scripts', () => {
		const text =
			'```sh\n# Check API\ncurl x\n\n# Verify the standby by making it primary\n./make-primary.sh\n```';
		assert.deepEqual(
			parseRunbook(text).scripts.map(({ title }) => title),
			['Check API', 'Verify the standby by making it primary'],
		);
	});
});

suite('segmentsOf', () => {
	const cases: readonly (readonly [string, readonly string[] | undefined])[] = [
		['a | b && c; d', ['a', 'b', 'c', 'd']],
		['a \'x | y\' "p; q"', ['a \'x | y\' "p; q"']],
		['echo "$(b c)"', ['echo "', 'b c', '"']],
		['a 2>&1 & b', ['a 2>&1', 'b']],
		['a # b | c\nd', ['a', 'd']],
		['a \\\n b', ['a   b']],
		['cat <<E\nE', undefined],
		['a "', undefined],
		["a $'x'", undefined],
	];
	for (const [text, expected] of cases)
		test(JSON.stringify(text), () => assert.deepEqual(segmentsOf(text), expected));
});

suite('hidden characters', () => {
	const hidden = [0xad, 0x34f, 0x115f, 0x3164, 0xffa0, 0x180e, 0x206a, 0xe0041, 0xa0, 0x2003];
	for (const code of hidden) {
		test(code.toString(16), () => assert.ok(findHiddenCharacter(`ls ${String.fromCodePoint(code)}`)));
	}
	test('an emoji with its selector is seen', () =>
		assert.equal(findHiddenCharacter('# ⚠️ careful 👩‍🚒\nls'), undefined));
});
