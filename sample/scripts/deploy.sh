#!/usr/bin/env bash
# deploy.sh vX.Y.Z: puts a tagged release on the host and runs it.
# Exit 0: done. 2: could not run.
. "$(dirname "$0")/lib/host.sh"
ensure_host

version=${1:-}
case $version in
	v[0-9]*) ;;
	*) die 'Usage: deploy.sh vX.Y.Z' ;;
esac
git rev-parse --quiet --verify "refs/tags/$version" >/dev/null || die "There is no tag $version."

before=$(current_release)
install_release "$version"
switch_to "$version"
echo "Deployed $version; before: $before."
