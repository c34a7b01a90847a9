// Stands in for @vscode/fs-copyfile, without which the built-in git extension does not activate.
const fs = require('node:fs/promises');

exports.copyFile = (source, target, mode) => fs.copyFile(source, target, mode);
exports.cp = (source, target, options) => fs.cp(source, target, { recursive: true, ...options });
exports.isCloneSupported = async () => false;
