#!/usr/bin/env bash
# Finds GNU parallel and kubectl for the tests of the job scripts; installs them with apt-get where that is possible. They are
# small. Without them, and without Slurm, those tests are skipped with a message.
set -uo pipefail
. "$(dirname "$0")/apt.sh"
wanted=()
command -v parallel >/dev/null || wanted+=(parallel)
command -v kubectl >/dev/null || wanted+=(kubernetes-client)
[ "${#wanted[@]}" -eq 0 ] && exit 0
install_by_apt 'the tests of the job scripts' "${wanted[@]}" && exit 0
echo "not installed, their tests are skipped: ${wanted[*]}" >&2
