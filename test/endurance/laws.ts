import fc from 'fast-check';
import { stringify } from 'yaml';
import { loadInstalledCatalog } from '../../src/cli/load-catalog.ts';
import { certify } from '../../src/laws/certify.ts';
import { loadScenario } from '../../src/read/load-scenario.ts';
import { randomScenario } from '../laws/random-scenario.ts';
import { type Fate, Fault, type Part, type Trier } from './part.ts';

const RAIDS = 24;
/** A law that holds is found broken by chance in one of so many comparisons: 10^4 scenarios of some 40 see none. */
const FALSE_ALARM_RATIO = 1e-8;

/** Random valid scenarios: every law of `cupola selftest` that has something to say holds. */
export const laws: Part = { count: 10_000, limitS: 900, open };

async function open(): Promise<Trier> {
  const catalog = await loadInstalledCatalog();
  return {
    async tryOne(luck): Promise<Fate> {
      const [document] = fc.sample(randomScenario, { numRuns: 1, seed: luck.below(2 ** 31) });
      const text = stringify(document);
      const architecture = loadScenario(text, catalog, { file: 'random.yaml' });
      architecture.analysis.trials = RAIDS;
      const certificate = await certify(architecture, { version: 'night', falseAlarmRatio: FALSE_ALARM_RATIO });
      const broken = certificate.laws.flatMap(({ id, breaks }) => breaks.map((each) => `${id}: ${each}`));
      if (broken.length > 0) throw new Fault(broken.join('\n'), text);
      return 'accepted';
    },
  };
}
