#!/usr/bin/env bash
# Finds Chromium for the end-to-end tests; installs it with apt-get where that is possible.
set -euo pipefail
found() {
  [ -n "${CUPOLA_CHROMIUM:-}" ] && [ -x "$CUPOLA_CHROMIUM" ] && return 0
  command -v chromium >/dev/null || command -v chromium-browser >/dev/null || command -v google-chrome >/dev/null
}
found && exit 0
if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
  echo '== installing Chromium for the end-to-end tests'
  export DEBIAN_FRONTEND=noninteractive
  { apt-get update -qq && apt-get install -y -qq --no-install-recommends chromium; } >/tmp/cupola-apt.log 2>&1 && found && exit 0
  tail -n 5 /tmp/cupola-apt.log >&2
fi
cat >&2 <<'EOT'
The end-to-end tests need Chromium and none was found. Install it, then run npm test again:
  sudo apt-get install chromium
or name one: CUPOLA_CHROMIUM=/path/to/chromium npm test
EOT
exit 1
