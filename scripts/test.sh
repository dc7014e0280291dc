#!/usr/bin/env bash
# Everything that must hold, from a bare clone: install, lint, types, unit, validation, golden, end to end in Chromium.
set -uo pipefail
cd "$(dirname "$0")/.."

major=$(node -p 'process.versions.node.split(".")[0]' 2>/dev/null || echo 0)
if [ "$major" -lt 20 ]; then echo 'Node.js 20 or newer is needed.' >&2; exit 1; fi

passed=0
failed=0
failures=$(mktemp) # what failed, told again at the end: the lines between may be thousands
report=$(mktemp)
said=$(mktemp)
log=$(mktemp)
trap 'rm -f "$failures" "$report" "$said" "$log"' EXIT
step() { # step NAME COMMAND...: one check that counts as one test
  local name=$1 start=$SECONDS
  shift
  echo "== $name"
  if "$@" 2>&1 | tee "$said"; then
    passed=$((passed + 1))
  else
    failed=$((failed + 1))
    { echo "FAILED: $name"; tail -n 40 "$said"; } >>"$failures"
  fi
  echo "   $((SECONDS - start)) s"
}

bash scripts/install.sh || { echo 'npm could not install the packages' >&2; echo '0 passed, 1 failed'; exit 1; }
for need in chromium broker; do
  bash "scripts/need-$need.sh" || { echo '0 passed, 1 failed'; exit 1; }
done

bash scripts/need-python.sh
bash scripts/need-schedulers.sh

step 'types of the studio' npm run --silent types:studio
step 'schema is up to date' node scripts/schema.mjs --check
# from another folder, as a user may call ./cupola
step 'build' bash -c 'cd / && node "$0"' "$PWD/scripts/build.mjs"
touch dist/.built
step 'lint, types, dead code, licences, size of the package' npm run --silent check
step 'studio' node scripts/studio-build.mjs
step 'two builds are the same bytes' node scripts/reproducible.mjs
step 'documentation site' npm run --silent docs

suite() { # suite NAME NODE FILTER...: vitest under that Node; its tests count one by one
  local name=$1 node=$2 status p f start=$SECONDS
  shift 2
  echo "== $name, Node $("$node" -p process.versions.node)"
  : >"$report"
  PATH=$(dirname "$node"):$PATH "$node" node_modules/vitest/vitest.mjs run "$@" \
    --reporter=default --reporter=json --outputFile.json="$report" 2>&1 | tee "$log"
  status=${PIPESTATUS[0]}
  read -r p f < <(node scripts/test-counts.mjs "$report" "$name" "$failures")
  passed=$((passed + p))
  failed=$((failed + f))
  if [ "$status" -ne 0 ] && [ "$f" -eq 0 ]; then
    failed=$((failed + 1))
    { echo "FAILED: $name: exit code $status though no test failed"; tail -n 40 "$log"; } >>"$failures"
  fi
  echo "   $((SECONDS - start)) s"
}
no_deprecation() { ! grep -E 'DeprecationWarning|ExperimentalWarning' "$log"; }

suite 'unit, validation, golden, end to end' "$(command -v node)"

if newest=$(bash scripts/newest-node.sh); then
  if [ -n "$newest" ]; then
    # what leans on Node: files, threads, the package; numbers of whole runs stand for the rest
    suite 'the newest even Node: files, threads, golden, package' "$newest" \
      src/cli src/ensemble src/read test/golden test/package
    step 'nothing warns of what Node will drop' no_deprecation
  fi
else
  echo 'The newest even Node could not be had: its tests are left out.' >&2
fi

cat "$failures"
echo "$passed passed, $failed failed"
[ "$failed" -eq 0 ]
