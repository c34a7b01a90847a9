#!/usr/bin/env bash
# What differs between the running release and the one before it? Exit 0: answered. 2: could not run.
. "$(dirname "$0")/lib/host.sh"
ensure_host

current=$(current_release)
previous=$(release_before "$current")
[ -n "$previous" ] || die "$current is the oldest release on the host."
echo "$previous -> $current"
# diff answers 1 for "different", which is what we came for.
diff -r -U 1 "$host/releases/$previous" "$host/releases/$current" || [ $? -eq 1 ]
