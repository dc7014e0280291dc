// How many interceptors of the basic AEI tier can reach a launch, and how that falls with the time to decide.
import { readFileSync } from 'node:fs';
import { type Catalog, loadScenario, run } from 'cupola';

const read = (path: string) => readFileSync(new URL(path, import.meta.url), 'utf8');
const catalog = JSON.parse(readFileSync(new URL(import.meta.resolve('cupola/catalog.json')), 'utf8')) as Catalog;

for (const decisionS of [0, 30, 60]) {
  const text = read('../scenarios/one-missile.yaml').replace('decisionS: 30', `decisionS: ${decisionS}`);
  const architecture = loadScenario(text, catalog, { file: 'one-missile.yaml' });
  architecture.analysis.trials = 50;
  const { coverage, effect } = run(architecture).result;
  const stopped = effect?.noLeaker.probability ?? Number.NaN;
  console.log(
    `decision ${decisionS} s: ${coverage[0]?.inReachMeanCount.toFixed(2)} in reach, stopped in ${(100 * stopped).toFixed(0)} %`,
  );
}
