#!/usr/bin/env bash
# flag.sh new-reservations on|off: opens or closes the door for new work; pick-ups are never paused.
# Exit 0: done. 2: could not run.
. "$(dirname "$0")/lib/host.sh"

name=${1:-}
state=${2:-}
[ "$name" = new-reservations ] || die 'Usage: flag.sh new-reservations on|off'
case $state in
	on | off) ;;
	*) die 'Usage: flag.sh new-reservations on|off' ;;
esac

ensure_host
before=$(cat "$host/flags/$name")
printf '%s\n' "$state" >"$host/flags/$name"
echo "$name: $before -> $state"
