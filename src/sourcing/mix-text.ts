import { parse, stringify } from 'yaml';
import type { Catalog } from '../catalog/entry.ts';
import type { SourcingMix, SourcingModel } from '../flow/sourcing.ts';
import { mixScenario, type WrittenScenario } from './mix-scenario.ts';

/** As `mixScenario`, from the text of a scenario file to that of a new one. */
export function mixText(
  text: string,
  catalog: Catalog,
  model: SourcingModel,
  mix: SourcingMix,
): { text: string; offerOf: Map<string, number> } {
  const { scenario, offerOf } = mixScenario(parse(text) as WrittenScenario, catalog, model, mix);
  const head = '# Written by cupola source: the cheapest mix that survives the losses.\n';
  return { text: head + stringify(scenario, { lineWidth: 120 }), offerOf };
}
