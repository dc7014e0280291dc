#!/usr/bin/env bash
# Finds Chromium for the end-to-end tests; installs it with apt-get where that is possible.
set -euo pipefail
. "$(dirname "$0")/apt.sh"
found() {
  [ -n "${CUPOLA_CHROMIUM:-}" ] && [ -x "$CUPOLA_CHROMIUM" ] && return 0
  command -v chromium >/dev/null || command -v chromium-browser >/dev/null || command -v google-chrome >/dev/null
}
found && exit 0
install_by_apt 'the end-to-end tests' chromium && found && exit 0
cat >&2 <<'EOT'
The end-to-end tests need Chromium and none was found. Install it, then run npm test again:
  sudo apt-get install chromium
or name one: CUPOLA_CHROMIUM=/path/to/chromium npm test
EOT
exit 1
