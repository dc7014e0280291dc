#!/usr/bin/env bash
# Finds a Python with the packages that check what goes out to other tools; installs Debian's where that is possible. Without them
# those tests skip, and say so.
set -uo pipefail
. "$(dirname "$0")/apt.sh"
found() {
  local python
  for python in "${CUPOLA_PYTHON:-}" /usr/bin/python3 python3; do
    [ -n "$python" ] && "$python" -c "import $1" >/dev/null 2>&1 && return 0
  done
  return 1
}
missing=()
for name in sgp4 pandas matplotlib; do found "$name" || missing+=("python3-$name"); done
[ ${#missing[@]} -eq 0 ] && exit 0
install_by_apt 'the tests of exports' "${missing[@]}" && exit 0
echo "Tests that need ${missing[*]} will be skipped." >&2
exit 0
