import type { Architecture } from '../flow/architecture.ts';
import type { Provenance, UsedSource } from '../flow/provenance.ts';

/** Counts what the numbers of an architecture rest on, and lists their sources. */
export function provenanceOf(architecture: Architecture): Provenance {
  const basisCount = { stated: 0, 'second-hand': 0, derived: 0, estimate: 0, assumption: 0 };
  const used = new Map<string, Pick<UsedSource, 'numberCount' | 'statedCount' | 'secondHandCount'>>();
  const weight = new Map<string, number>();
  let overriddenCount = 0;
  const uses = architecture.uses.filter(({ path }) => !isLaterRow(path));
  for (const { basis, source, overridden, path } of uses) {
    basisCount[basis]++;
    if (overridden) overriddenCount++;
    const counts = used.get(source) ?? { numberCount: 0, statedCount: 0, secondHandCount: 0 };
    counts.numberCount++;
    if (basis === 'stated') counts.statedCount++;
    if (basis === 'second-hand') counts.secondHandCount++;
    used.set(source, counts);
    if (!isCoordinate(path)) weight.set(source, (weight.get(source) ?? 0) + 1);
  }
  const numberCount = uses.length;
  const sources: UsedSource[] = [...used]
    .filter(([key]) => key in architecture.sources)
    .map(([key, counts]) => ({ key, ...counts, ...architecture.sources[key] }))
    .sort((a, b) => (weight.get(b.key) ?? 0) - (weight.get(a.key) ?? 0) || (a.key < b.key ? -1 : 1));
  return {
    numberCount,
    basisCount,
    assumptionFraction: numberCount > 0 ? basisCount.assumption / numberCount : 0,
    overriddenCount,
    sources,
    catalogHash: architecture.catalogHash,
    asOfDate: architecture.asOfDate,
    scenarioHash: architecture.scenarioHash,
  };
}

/** Rows of the price index after the first: the table counts as one number. */
function isLaterRow(path: string): boolean {
  return path.startsWith('deflators[') && path !== 'deflators[0].index';
}

/** Coordinates of sites are many and move little: sources are ranked without them. */
function isCoordinate(path: string): boolean {
  return path === 'latDeg' || path === 'lonDeg';
}
