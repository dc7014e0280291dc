#!/usr/bin/env bash
# Finds a Redis or Valkey server for the cluster tests; installs one with apt-get where that is possible.
set -euo pipefail
. "$(dirname "$0")/apt.sh"
found() { [ -n "${CUPOLA_BROKER:-}" ] && [ -x "$CUPOLA_BROKER" ] || command -v redis-server >/dev/null || command -v valkey-server >/dev/null; }
found && exit 0
install_by_apt 'the cluster tests' redis-server && found && exit 0
cat >&2 <<'EOT'
The cluster tests need a Redis or Valkey server and none was found. Install one, then run npm test again:
  sudo apt-get install redis-server
or name one: CUPOLA_BROKER=/path/to/redis-server npm test
EOT
exit 1
