import { parse, stringify } from 'yaml';
import type { Catalog } from '../catalog/entry.ts';
import type { PlanMix, PlanModel } from '../flow/partner-plan.ts';
import { mixScenario, type WrittenScenario } from './mix-scenario.ts';

/**
 * As `mixScenario`, from the text of a scenario file to that of a new one.
 *
 * @param head name and description of the new scenario, in the language of the reader
 */
export function mixText(
  text: string,
  catalog: Catalog,
  { model, mix }: { model: PlanModel; mix: PlanMix },
  head: { name: string; description: string },
): { text: string; makerOf: Map<string, number> } {
  const { scenario, makerOf } = mixScenario(parse(text) as WrittenScenario, catalog, model, mix);
  return { text: stringify({ ...scenario, ...head }, { lineWidth: 120 }), makerOf };
}
