import { isObjectId } from './objectId';

/** Where a commit is seen in a browser. */
export type CommitLink = (sha: string) => string | undefined;

/** Hosts by their names, self-hosted ones too, and the way their pages are addressed; others are not guessed at. */
const hosts: readonly (readonly [RegExp, string])[] = [
	[/^(?:[\w-]+\.)*github(?:\.[\w-]+)+$/, '/commit/'],
	[/^(?:[\w-]+\.)*gitlab(?:\.[\w-]+)+$/, '/-/commit/'],
	[/^bitbucket\.org$/, '/commits/'],
	[/^(?:[\w-]+\.)*(?:codeberg|gitea|forgejo)(?:\.[\w-]+)+$/, '/commit/'],
];

/** `https://user:token@host/owner/name.git` · `ssh://git@host:22/owner/name.git` · `git@host:owner/name.git` */
const address =
	/^(?:(?:https?|ssh|git):\/\/(?:[^@/\s]*@)?([a-z\d.-]+)(?::\d{1,5})?\/|(?:[\w.-]+@)([a-z\d.-]+):)([^\s]+?)(?:\.git)?\/?$/i;
const repositoryPath = /^(?:[\w.-]*\w[\w.-]*\/){1,8}[\w.-]*\w[\w.-]*$/;

/**
 * Links to the commits of a remote, from its address as git has it: a name and a password in it are left out. Without a
 * link for what is no such address, or a host that is not known.
 */
export function commitLinks(remote: string): CommitLink {
	const [, web, ssh, path = ''] = address.exec(remote.trim()) ?? [];
	const host = (web ?? ssh ?? '').toLowerCase();
	const page = hosts.find(([pattern]) => pattern.test(host))?.[1];
	const isPath = repositoryPath.test(path) && !path.split('/').some((part) => /^\.+$/.test(part));
	if (page === undefined || !isPath) return () => undefined;
	return (sha) => (isObjectId(sha) ? `https://${host}/${path}${page}${sha}` : undefined);
}
