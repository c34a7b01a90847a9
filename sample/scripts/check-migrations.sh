#!/usr/bin/env bash
# Would a rollback to RELEASE (default: the previous one) cross a database migration?
# Exit 0: no. 1: yes, and which. 2: the check itself could not run.
. "$(dirname "$0")/lib/host.sh"
ensure_host

target=${1:-$(release_before "$(current_release)")}
[ -n "$target" ] || die 'There is no older release on the host.'
[ -d "$host/releases/$target" ] || die "Release $target is not on the host; rollback.sh list shows what is."

gap=$(migration_gap "$target")
if [ -n "$gap" ]; then
	echo "$target does not know these migrations:"
	printf '  %s\n' $gap
	exit 1
fi
echo "$target knows every applied migration."
