#!/usr/bin/env bash
# Draws the terminal pictures of the README anew, from what the commands print.
set -euo pipefail
cd "$(dirname "$0")/.."
node scripts/terminal-picture.mjs docs/images/run.svg 57 run scenarios/golden-dome.yaml
node scripts/terminal-picture.mjs docs/images/source.svg 52 source scenarios/golden-dome.yaml
./cupola partners scenarios/golden-dome.yaml --history --svg docs/images/dependence-history.svg --force >/dev/null
