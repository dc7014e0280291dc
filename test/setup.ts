// Before every file of tests: the words, for a test may import the engine alone, whose problems are told in them; and one seed for
// all properties. What it imports stays loaded from file to file where files share a process.
import fc from 'fast-check';
import '../src/words/words.ts';

/** Seed of every property test; another one by the environment: `FAST_CHECK_SEED=7 npx vitest run src/num`. */
const FIXED_SEED = 20_260_701;

const { FAST_CHECK_SEED = String(FIXED_SEED) } = process.env;
const seed = Number(FAST_CHECK_SEED);
if (!Number.isInteger(seed)) throw new RangeError(`FAST_CHECK_SEED must be a whole number: ${FAST_CHECK_SEED}`);
fc.configureGlobal({ seed });
