// Mocha's spec reporter, which also writes {passed, failed, skipped} to the file named by TEST_RESULT.
const fs = require('node:fs');
const { Spec } = require('mocha').reporters;

module.exports = class CountingReporter extends Spec {
	constructor(runner, options) {
		super(runner, options);
		runner.once('end', () => {
			const { passes, failures, pending } = runner.stats;
			const counts = { passed: passes, failed: failures, skipped: pending };
			fs.writeFileSync(process.env.TEST_RESULT, JSON.stringify(counts));
		});
	}
};
