import fc from 'fast-check';
import { stringify } from 'yaml';
import { loadInstalledCatalog } from '../../src/cli/load-catalog.ts';
import { loadHighs } from '../../src/cli/load-highs.ts';
import { certify } from '../../src/laws/certify.ts';
import type { Law } from '../../src/laws/law.ts';
import { programmeLaws } from '../../src/laws/programme-laws.ts';
import { searchLaws } from '../../src/laws/search-laws.ts';
import { loadScenario } from '../../src/read/load-scenario.ts';
import { PooledLaws } from '../laws/pooled-laws.ts';
import { randomScenario } from '../laws/random-scenario.ts';
import { type Fate, Fault, type Part, type Trier } from './part.ts';

/** Raids of a scenario: few, as the laws against chance are held over all scenarios together. */
const RAIDS = 2;
/** A night over laws that hold finds one broken by chance so rarely that a year of nights sees none. */
const FALSE_ALARM_RATIO = 1e-4;

/** Random valid scenarios through every law of `cupola selftest`: exact ones hold on each, those against chance over all. */
export const laws: Part = { count: 10_000, limitS: 900, open: () => open() };

/** The same through the laws of the programme alone: what is built, paid and stands. */
export const programmes: Part = { count: 10_000, limitS: 60, open: () => open(programmeLaws) };

/** The same through the laws of the search for partners alone; half of the scenarios have a book of them. */
export const searches: Part = { count: 10_000, limitS: 300, open: () => open(searchLaws) };

async function open(tried?: readonly Law[]): Promise<Trier> {
  const catalog = await loadInstalledCatalog();
  const search = { highs: await loadHighs(), catalog };
  const pool = new PooledLaws();
  return {
    async tryOne(luck): Promise<Fate> {
      const [document] = fc.sample(randomScenario, { numRuns: 1, seed: luck.below(2 ** 31) });
      const text = stringify(document);
      const architecture = loadScenario(text, catalog, { file: 'random.yaml' });
      architecture.analysis.trials = RAIDS;
      const broken = pool.add(
        await certify(architecture, { version: 'night', falseAlarmRatio: FALSE_ALARM_RATIO, laws: tried, search }),
      );
      if (broken.length > 0) throw new Fault(broken.join('\n'), text);
      return 'accepted';
    },
    sum: () => ({ faults: pool.broken(FALSE_ALARM_RATIO), lines: pool.lines() }),
  };
}
