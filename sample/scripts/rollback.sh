#!/usr/bin/env bash
# rollback.sh list                      the releases on the host, the running one marked
# rollback.sh previous|vX.Y.Z [--force] runs that release again
# Exit 0: done. 1: refused, because a migration lies between (--force overrides). 2: could not run.
. "$(dirname "$0")/lib/host.sh"
ensure_host

usage='Usage: rollback.sh list | rollback.sh previous|vX.Y.Z [--force]'
target=${1:-}
current=$(current_release)

case $target in
	list)
		release_tags | sed -e "s/^/  /" -e "s/^  $current\$/* $current/"
		exit 0
		;;
	previous)
		target=$(release_before "$current")
		[ -n "$target" ] || die "$current is the oldest release on the host."
		;;
	v[0-9]*) ;;
	*) die "$usage" ;;
esac

[ -d "$host/releases/$target" ] || die "Release $target is not on the host; rollback.sh list shows what is."
if [ "$target" = "$current" ]; then
	echo "$current is already running; nothing changed."
	exit 0
fi

gap=$(migration_gap "$target")
if [ -n "$gap" ] && [ "${2:-}" != --force ]; then
	echo "Refused: $target does not know the migration" $gap >&2
	echo 'Read runbooks/ROLLBACK.md, "Across a migration", before you use --force.' >&2
	exit 1
fi

switch_to "$target"
echo "Rolled back from $current to $target."
echo 'Next: bash scripts/health-check.sh'
