// Stands in for @vscode/deviceid. Nothing is reported to anybody, so every machine may be the same one.
exports.getDeviceId = async () => '00000000-0000-4000-8000-000000000000';
