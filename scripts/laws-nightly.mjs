// The laws over many random scenarios from a fresh seed, and the other property tests from the same one. Prints the seed and how to
// repeat it. `npm run laws:nightly -- 500` tries 500 scenarios.
import { spawnSync } from 'node:child_process';
import { randomInt } from 'node:crypto';

const scenarios = process.argv[2] ?? '300';
const seed = process.env.FAST_CHECK_SEED ?? String(randomInt(2 ** 31));
const repeat = `FAST_CHECK_SEED=${seed} npm run laws:nightly -- ${scenarios}`;
console.log(`seed ${seed}; again: ${repeat}`);
const { status } = spawnSync('npx', ['vitest', 'run', 'test/laws', 'src'], {
  stdio: 'inherit',
  env: { ...process.env, FAST_CHECK_SEED: seed, LAWS_SCENARIOS: scenarios },
});
console.log(`${status === 0 ? 'all held' : 'something failed'}; again: ${repeat}`);
process.exit(status ?? 1);
