import deflator from '../catalog/economy/us-deflator.yaml?raw';
import accelerated from '../catalog/estimates/aei-2025-accelerated.yaml?raw';
import robust from '../catalog/estimates/aei-2025-robust.yaml?raw';
import option4 from '../catalog/estimates/cbo-2004-option-4.yaml?raw';
import option5 from '../catalog/estimates/cbo-2004-option-5.yaml?raw';
import letterHigh from '../catalog/estimates/cbo-2025-high.yaml?raw';
import letterLow from '../catalog/estimates/cbo-2025-low.yaml?raw';
import cbo2026 from '../catalog/estimates/cbo-2026.yaml?raw';
import nrc from '../catalog/estimates/nrc-2012.yaml?raw';
import whiteHouse from '../catalog/estimates/white-house-2025.yaml?raw';
import type { CatalogEntry } from '../src/catalog/entry.ts';
import type { Kind } from '../src/catalog/kinds.ts';
import { parseYaml } from '../src/catalog/yaml-document.ts';
import type { WalkContext } from '../src/reconcile/estimate-walk.ts';
import { type Study, studyOf } from '../src/reconcile/study.ts';

const texts = [accelerated, robust, option4, option5, letterHigh, letterLow, cbo2026, nrc, whiteHouse];
const studies = new Map(texts.map((text) => studyOf(entryOf(text, 'estimates'))).map((study) => [study.id, study]));

/** A published estimate of the catalog. @throws RangeError for one that no case uses */
export function study(id: string): Study {
  const found = studies.get(id);
  if (!found) throw new RangeError(`no estimate for a case: ${id}`);
  return found;
}

/** What walks between them are made with. */
export function walkContext(): WalkContext {
  const { id, name, fields } = entryOf(deflator, 'economy');
  const rows = fields.deflators as { year: { value: number }; index: { value: number } }[];
  const deflators = rows.map(({ year, index }) => ({ year: year.value, index: index.value }));
  return { economy: { id, name, deflators }, lender: study('cbo-2026') };
}

function entryOf(text: string, kind: Kind): CatalogEntry {
  const { id, name, ...fields } = parseYaml(text, 'catalog').value as { id: string; name: string };
  return { id, kind, name, file: '', fields };
}
