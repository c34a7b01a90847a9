import { readInlineCode } from './inlineCode';
import type { LintDocument } from './document';
import { shellFences, type ShellFence } from './shellFences';

/** A script file that a command starts, where it stands. */
export interface ScriptMention {
	readonly path: string;
	readonly line: number;
}

const path = String.raw`((?:\.{1,2}\/)*(?:[\w@-][\w@.-]*\/)*[\w@-][\w@.-]*\.(?:sh|bash|zsh|py|js|mjs|cjs|ts|rb|pl|ps1|php)|\.{1,2}\/[\w@-][\w@./-]*)(?=[\s"']|$)`;
/** What may stand before the program: variables, `sudo -E`, `time`, `source`. */
const lead = String.raw`^\s*(?:\$\s+)?(?:[A-Za-z_]\w*=\S*\s+)*(?:sudo\s+(?:-\S+\s+)*)?(?:(?:time|nohup|exec|source|\.)\s+)?`;
const program = String.raw`(?:bash|zsh|ksh|dash|sh|python[\d.]*|node|ruby|perl|php|pwsh|ts-node|tsx|bun)`;

const asCommand = new RegExp(lead + path);
const asArgument = new RegExp(String.raw`(?:^|\s)${program}\s+(?:-[\w-]+\s+)*${path}`);
/** Runs on another machine or in a container, whose files nobody here knows. */
const remote =
	/^\s*(?:sudo\s+)?(?:ssh|scp|docker|docker-compose|podman|kubectl|oc|heroku|fly|flyctl|vagrant|nomad|aws|gcloud)\b/;
/** The fence works in another place from here on, or brings the script along. */
const leaves =
	/(?:^|[\s;&|])(?:cd\s+[/~$<]|ssh\s|git\s+clone|pushd\s|wget\s|\w+\s+exec\s+-\w*t)|curl\b.{0,300}\s-\w*[oO]\b/;
const generated = /(?:^|\/)(?:\.?venv|node_modules|dist|build|target|out)\//;

/** Scripts that shell fences start, and those that inline code of list items tells to start. */
export function scriptMentions(document: LintDocument): readonly ScriptMention[] {
	const inFences = shellFences(document).flatMap(mentionsInFence);
	const inItems = document.blocks.flatMap((block) => {
		if (block.kind !== 'item') return [];
		return readInlineCode(document, block.line, block.endLine).flatMap(({ line, text }) => {
			const found = scriptOf(text);
			const isCall = asArgument.test(text) || /^\.{1,2}\/|\.(?:sh|bash)$/.test(found ?? '');
			return found !== undefined && isCall ? [{ path: found, line }] : [];
		});
	});
	return [...inFences, ...inItems].filter((mention) => !generated.test(mention.path));
}

function mentionsInFence({ fence, commands }: ShellFence): readonly ScriptMention[] {
	const mentions: ScriptMention[] = [];
	for (const { line, text } of commands) {
		if (leaves.test(text)) break;
		for (const part of (text.split('\n')[0] ?? '').split(/[;&|]+|\$\(/)) {
			const found = remote.test(part) ? undefined : scriptOf(part);
			if (found !== undefined && !isWritten(fence.text, found)) mentions.push({ path: found, line });
		}
	}
	return mentions;
}

function scriptOf(command: string): string | undefined {
	return asCommand.exec(command)?.[1] ?? asArgument.exec(command)?.[1];
}

/** `cat > fix.sh <<EOF`, `| tee fix.sh`: the fence makes the file it starts. */
function isWritten(text: string, script: string): boolean {
	const name = script.replace(/^\.\//, '');
	return [`> ${name}`, `>${name}`, `> ./${name}`, `tee ${name}`].some((form) => text.includes(form));
}
