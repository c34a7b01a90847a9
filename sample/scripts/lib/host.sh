# Shared by the scripts next to this folder. Read it before an incident, not during one.
#
# A practice checkout has no production host, so the first script that needs one builds a stand-in under
# var/host from the newest release tags. `rm -rf var` puts everything back to the start.
set -Eeuo pipefail
# An unforeseen failure must not look like exit 1, which the checks use for an answer.
trap 'exit 2' ERR
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
export LC_ALL=C # one sort order for ls, sort and comm

host=var/host

# Exit 2 always means "the script could not do its work", never "production is bad".
die() {
	printf '%s\n' "$*" >&2
	exit 2
}

# value FILE KEY: one number from a key=value file.
value() {
	local key number
	while IFS='=' read -r key number; do
		if [ "$key" = "$2" ]; then
			echo "$number"
			return
		fi
	done <"$1"
	die "$1 has no line $2=."
}

# The kept releases, newest first.
release_tags() {
	git for-each-ref --count=4 --merged=HEAD --sort=-v:refname --format='%(refname:lstrip=2)' 'refs/tags/v[0-9]*'
}

# Copies what a release runs with. A half-written folder must never look like a release, hence the mv.
install_release() {
	local version=$1 incoming="$host/incoming.$$"
	[ -d "$host/releases/$version" ] && return
	mkdir -p "$incoming" "$host/releases"
	git archive "refs/tags/$version" config migrations | tar -x -C "$incoming"
	mv "$incoming" "$host/releases/$version"
}

# Readers see the old or the new release, nothing between.
switch_to() {
	printf '%s\n' "$1" >"$host/current.$$"
	mv "$host/current.$$" "$host/current"
}

current_release() {
	cat "$host/current"
}

# The release before the given one among those on the host.
release_before() {
	release_tags | grep -Fx -A 1 -- "$1" | sed -n 2p || true
}

# migration_gap RELEASE: applied migrations that RELEASE has never heard of. Whatever is on the host was applied
# once, and going back to an older release does not take a migration back.
migration_gap() {
	comm -13 <(ls "$host/releases/$1/migrations") <(ls "$host"/releases/*/migrations | grep '[.]sql$' | sort -u)
}

ensure_host() {
	[ -f "$host/current" ] && return
	local tags version
	[ -e .git ] || die 'This is not a git checkout; the stand-in host is built from the release tags.'
	tags=$(release_tags)
	[ -n "$tags" ] || die 'No release tag is reachable from here; fetch the tags and try again.'
	for version in $tags; do
		install_release "$version"
	done
	mkdir -p "$host/flags"
	printf 'on\n' >"$host/flags/new-reservations"
	switch_to "${tags%%$'\n'*}"
}
