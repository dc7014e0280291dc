#!/usr/bin/env bash
# Everything that must hold, from a bare clone: install, lint, types, unit, validation, golden, end to end in Chromium.
set -uo pipefail
cd "$(dirname "$0")/.."

major=$(node -p 'process.versions.node.split(".")[0]' 2>/dev/null || echo 0)
if [ "$major" -lt 20 ]; then echo 'Node.js 20 or newer is needed.' >&2; exit 1; fi

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
failures=$work/failures # what failed, told again at the end: the lines between may be thousands
touch "$failures"
count() { echo "$1 $2" >>"$work/counts"; } # count PASSED FAILED; from side processes too
step() { # step NAME COMMAND...: one check that counts as one test; its lines come together when it ends, for another may run beside it
  local name=$1 start=$SECONDS said
  shift
  said=$(mktemp -p "$work")
  if "$@" >"$said" 2>&1; then
    count 1 0
  else
    count 0 1
    { echo "FAILED: $name"; tail -n 40 "$said"; } >>"$failures"
  fi
  printf '%s\n' "== $name" "$(cat "$said")" "   $((SECONDS - start)) s"
}
needs() { # programs that tests start
  local need
  for need in chromium broker; do bash "scripts/need-$need.sh" || return; done
  bash scripts/need-python.sh
  bash scripts/need-schedulers.sh
}

export CUPOLA_APT_UPDATED=$work/apt-updated
needs &
bash scripts/install.sh || { echo 'npm could not install the packages' >&2; echo '0 passed, 1 failed'; exit 1; }
wait $! || { echo '0 passed, 1 failed'; exit 1; }
echo "   installed: $SECONDS s"
{ bash scripts/newest-node.sh >"$work/newest" || echo none >"$work/newest"; } & # it may have to be fetched

{
  step 'types of the studio' npm run --silent types:studio
  step 'documentation site, of pages that are up to date' node scripts/docs.mjs site
} &
beside=$!
step 'schema is up to date' node scripts/schema.mjs --check
# from another folder, as a user may call ./cupola
step 'build' bash -c 'cd / && node "$0"' "$PWD/scripts/build.mjs"
touch dist/.built
step 'studio' node scripts/studio-build.mjs
step 'lint, types, dead code, licences, size of the package' npm run --silent check
wait "$beside"
step 'two builds are the same bytes' node scripts/reproducible.mjs
wait

suite() { # suite NAME NODE FILTER...: vitest under that Node; its tests count one by one
  local name=$1 node=$2 status p f start=$SECONDS report=$work/report.json log=$work/log
  shift 2
  echo "== $name, Node $("$node" -p process.versions.node)"
  : >"$report"
  PATH=$(dirname "$node"):$PATH "$node" node_modules/vitest/vitest.mjs run "$@" \
    --reporter=default --reporter=json --outputFile.json="$report" 2>&1 | tee "$log"
  status=${PIPESTATUS[0]}
  read -r p f < <(node scripts/test-counts.mjs "$report" "$name" "$failures")
  count "$p" "$f"
  if [ "$status" -ne 0 ] && [ "$f" -eq 0 ]; then
    count 0 1
    { echo "FAILED: $name: exit code $status though no test failed"; tail -n 40 "$log"; } >>"$failures"
  fi
  echo "   $((SECONDS - start)) s"
}
no_deprecation() { ! grep -E 'DeprecationWarning|ExperimentalWarning' "$work/log"; }

own=$(command -v node)
newest=$(cat "$work/newest")
if [ "$newest" = none ]; then
  echo 'The newest even Node could not be had: everything runs on the one that is here alone.' >&2
  newest=
fi
suite 'unit, validation, golden, end to end' "${newest:-$own}" # the newest takes a third less time

if [ -n "$newest" ]; then
  step 'nothing warns of what Node will drop' no_deprecation
  # what leans on Node: commands, files, threads, the package but for what the compiler says of its types; of whole runs one of each sort stands for the rest
  suite 'the Node that is here: commands, files, threads, golden, package' "$own" \
    src/cli src/ensemble src/read test/golden test/package -t '^(?!.*(types resolve|commands that read what is shipped|all-partners|golden-dome-2026-07|two-families|without-spacex))'
fi

cat "$failures"
awk '{ passed += $1; failed += $2 } END { print passed " passed, " failed + 0 " failed"; exit failed > 0 }' "$work/counts"
