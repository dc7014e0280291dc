# install_by_apt REASON PACKAGE...: installs Debian's packages where that is possible (as root, with apt-get); fails otherwise.
# CUPOLA_APT_UPDATED names a file that stands once the lists of packages are fresh, for those who call it several times.
install_by_apt() {
  local reason=$1 log
  shift
  [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null || return 1
  echo "== installing $* for $reason"
  log=$(mktemp)
  # RUNLEVEL=1 keeps a package from starting a server of its own
  if { { [ -e "${CUPOLA_APT_UPDATED:-}" ] || apt-get update -qq; } && DEBIAN_FRONTEND=noninteractive RUNLEVEL=1 apt-get install -y -qq --no-install-recommends "$@"; } >"$log" 2>&1; then
    rm -f "$log"
    [ -z "${CUPOLA_APT_UPDATED:-}" ] || touch "$CUPOLA_APT_UPDATED"
    return 0
  fi
  tail -n 5 "$log" >&2
  rm -f "$log"
  return 1
}
