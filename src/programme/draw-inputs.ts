import type { Architecture, UsedNumber } from '../flow/architecture.ts';

/** One number that nobody knows: it has one value in each draw, wherever the architecture uses it. */
export interface DrawInput {
  /** Entry and path, or element and path where the number is the scenario's own; names its random stream. */
  key: string;
  element: string;
  path: string;
  value: number;
  low: number;
  high: number;
  rangeKind: 'bounds' | 'band80';
  distribution: 'triangular' | 'lognormal';
  basis: UsedNumber['basis'];
  source: string;
  isWhole: boolean;
  /** Elements that take it. */
  elements: string[];
}

/**
 * How many there are and where they fly is the design that a scenario states, and the raid is what it asks about: their ranges in the
 * catalog say what else might be built or might come, and are not drawn. Neither are records of what happened.
 */
const STATED =
  /^(shells|elliptical|geostationary|latDeg|lonDeg|heightM|count|crosslinkCount|warheadCount|decoyCount|decoys|flights|successes|deployedCount|inventoryCount|unitsCount|perSiteCount|perUnitCount|existing\w*|usdPerEur|deflators|announced\w*|members|ledger|budgets|announcements|offence)\b/;

/** What the catalog knows and neither the programme nor a raid reads: the book's capacities and shares, other prices, rates of links. */
const NOT_READ =
  /^(edges|prices|cadenceMinPerYr|productionMaxPerYr|expendablePayloadKg|clientLinkMbps|clientRadioMbps|crosslinkMbps|gatewayLinkMbps|gatewayMbps|userLinkMbps|otherTrafficFraction|accessDelayMs|slotS|convergenceS|slotGapMs|slotDelayMs|sizeBytes|ratePerS|busyFraction|priority|laserTerminalCount|growth|fundedMusd)\b/;

/** Of these, what the search for partners reads of makers and vehicles: rate, delay and the price of being taken in. Today's shares are stated. */
const OF_BOOK = /^edges\[\d+\]\.(capacityPerYr|delayYr|fixedMusd)$/;

/** Numbers that come in whole units. */
const WHOLE = /(looksCount|padCount|targetsCount|volumeCount|TerminalCount|LinkCount|RadioCount)$/;

/** What the draws are for: the programme and its raids, or a search that reads the book of partners too. */
export type DrawReader = 'programme' | 'search';

/**
 * Every number of an architecture that has a range and is drawn.
 *
 * A number of one catalog entry is one unknown, however many elements use the entry; one that the scenario replaced is that
 * element's own.
 */
export function drawInputs({ uses }: Architecture, reader: DrawReader = 'programme'): DrawInput[] {
  const isRead = (path: string) => !NOT_READ.test(path) || (reader === 'search' && OF_BOOK.test(path));
  const byKey = new Map<string, DrawInput>();
  for (const use of uses) {
    const { low, high, value } = use;
    if (low === undefined || high === undefined || !(high > low) || STATED.test(use.path) || !isRead(use.path))
      continue;
    const key = `${use.entry ?? use.element}.${use.path}`;
    const known = byKey.get(key);
    if (known) {
      if (!known.elements.includes(use.element)) known.elements.push(use.element);
      continue;
    }
    byKey.set(key, {
      key,
      element: use.element,
      path: use.path,
      value,
      low,
      high,
      rangeKind: use.rangeKind ?? 'bounds',
      distribution: use.distribution ?? 'triangular',
      basis: use.basis,
      source: use.source,
      isWhole: WHOLE.test(use.path),
      elements: [use.element],
    });
  }
  return [...byKey.values()];
}
