#!/usr/bin/env bash
# Finds a Redis or Valkey server for the cluster tests; installs one with apt-get where that is possible.
set -euo pipefail
found() { [ -n "${CUPOLA_BROKER:-}" ] && [ -x "$CUPOLA_BROKER" ] || command -v redis-server >/dev/null || command -v valkey-server >/dev/null; }
found && exit 0
if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
  echo '== installing redis-server for the cluster tests'
  # RUNLEVEL=1 keeps the package from starting a server of its own
  export DEBIAN_FRONTEND=noninteractive RUNLEVEL=1
  { apt-get update -qq && apt-get install -y -qq --no-install-recommends redis-server; } >/tmp/cupola-apt-broker.log 2>&1 && found && exit 0
  tail -n 5 /tmp/cupola-apt-broker.log >&2
fi
cat >&2 <<'EOT'
The cluster tests need a Redis or Valkey server and none was found. Install one, then run npm test again:
  sudo apt-get install redis-server
or name one: CUPOLA_BROKER=/path/to/redis-server npm test
EOT
exit 1
