#!/usr/bin/env bash
# Installs the packages of the lock file where they are missing or older than it. `npm install --no-save` and not
# `npm ci`: the latter refuses a lock file that lacks the binaries of other platforms, and registries may not have them.
set -euo pipefail
cd "$(dirname "$0")/.."
lock=node_modules/.package-lock.json
[ -e "$lock" ] && [ ! package-lock.json -nt "$lock" ] && exit 0
echo 'installing packages ...' >&2
npm install --no-save --no-audit --no-fund --loglevel=error >&2
touch "$lock"
