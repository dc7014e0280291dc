#!/usr/bin/env bash
# Finds GNU parallel and kubectl for the tests of the job scripts; installs them with apt-get where that is possible. They are
# small. Without them, and without Slurm, those tests are skipped with a message.
set -uo pipefail
wanted=()
command -v parallel >/dev/null || wanted+=(parallel)
command -v kubectl >/dev/null || wanted+=(kubernetes-client)
[ "${#wanted[@]}" -eq 0 ] && exit 0
if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
  echo "== installing ${wanted[*]} for the tests of the job scripts"
  export DEBIAN_FRONTEND=noninteractive
  { apt-get update -qq && apt-get install -y -qq --no-install-recommends "${wanted[@]}"; } >/tmp/cupola-apt-schedulers.log 2>&1 && exit 0
  tail -n 5 /tmp/cupola-apt-schedulers.log >&2
fi
echo "not installed, their tests are skipped: ${wanted[*]}" >&2
