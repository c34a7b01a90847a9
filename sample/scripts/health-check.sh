#!/usr/bin/env bash
# Is production healthy? Exit 0: yes. 1: degraded. 2: the check itself could not run.
. "$(dirname "$0")/lib/host.sh"
ensure_host

release=$(current_release)
pool="$host/releases/$release/config/pool.conf"
size=$(value "$pool" pool_size)
limit=$(value "$pool" acquire_timeout_ms)
flag=$(cat "$host/flags/new-reservations")

requests=$(value ops/traffic.conf pickup_requests)
reservations=$(value ops/traffic.conf reservation_requests)
if [ "$flag" = on ]; then
	requests=$((requests + reservations))
fi
waiting=$((requests > size ? requests - size : 0))

printf 'release           %s\n' "$release"
printf 'new-reservations  %s\n' "$flag"
printf 'pool              %s connections, %s requests at once, %s waiting\n' "$size" "$requests" "$waiting"
printf 'acquire limit     %s ms\n' "$limit"

if [ "$waiting" -gt 0 ]; then
	echo 'DEGRADED: requests time out waiting for a database connection; pick-up doors stay shut.'
	exit 1
fi
if [ "$flag" = off ]; then
	echo 'HEALTHY, but new reservations are paused: remember to switch them on again.'
else
	echo 'HEALTHY'
fi
