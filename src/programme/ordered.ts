import type { Architecture } from '../flow/architecture.ts';
import type { ElementMoney } from './programme-money.ts';
import type { MoneyKind } from './spend-out.ts';

/** Money of all elements as it would go with only the first events, until the year in which the next one happens. */
export interface Foreseen {
  untilYear: number;
  money: readonly ElementMoney[];
}

/** The architectures before each year in which something happens to the campaign: with nothing, with what came by then, and so on. */
export function beforeEvents(architecture: Architecture): { untilYear: number; architecture: Architecture }[] {
  const { events = [] } = architecture;
  const yearOf = ({ atYr }: { atYr: number }) => Math.floor(atYr);
  const acting = events.filter(({ kind }) => kind !== 'silence' && kind !== 'cable');
  const years = [...new Set(acting.map(yearOf))].filter((year) => year > 0 && year < architecture.analysis.horizonYr);
  return years
    .sort((a, b) => a - b)
    .map((untilYear) => ({
      untilYear,
      architecture: { ...architecture, events: events.filter((event) => yearOf(event) < untilYear) },
    }));
}

/**
 * Obligations of an element as nobody foresaw what happened: until the year of an event they are those of the programme without it.
 *
 * What was ordered and is not needed for a time is used before anything is ordered again; what is never used is paid all the same. What is
 * needed sooner than it could have been ordered is paid in the year of the event.
 */
export function unforeseen(element: number, after: ElementMoney, before: readonly Foreseen[]): ElementMoney {
  if (before.length === 0) return after;
  const spliced = (pick: (money: ElementMoney) => Float64Array) =>
    splice(
      pick(after),
      before.map(({ untilYear, money }) => ({ untilYear, byYear: pick(money[element]) })),
    );
  const launchMusd = after.launchMusd.map((_, v) => spliced((money) => money.launchMusd[v]));
  const launchByKgMusd = spliced((money) => money.launchByKgMusd);
  const procurement = spliced(unitsAlone);
  for (const launches of [...launchMusd, launchByKgMusd])
    for (let year = 0; year < procurement.length; year++) procurement[year] += launches[year];
  // to the bit as without any event, where sums and differences would round
  const [first] = before as [Foreseen];
  procurement.set(first.money[element].byKind.procurement.subarray(0, first.untilYear));
  const kind = (name: MoneyKind) => spliced(({ byKind }) => byKind[name]);
  return {
    byKind: { research: kind('research'), procurement, operations: kind('operations') },
    launchMusd,
    launchByKgMusd,
  };
}

/** Procurement without what goes to launches. */
function unitsAlone({ byKind, launchMusd, launchByKgMusd }: ElementMoney): Float64Array {
  return byKind.procurement.map((musd, year) =>
    [...launchMusd, launchByKgMusd].reduce((left, launches) => left - launches[year], musd),
  );
}

function splice(after: Float64Array, before: readonly { untilYear: number; byYear: Float64Array }[]): Float64Array {
  const made = new Float64Array(after.length);
  const all = [...before.map(({ byYear }) => byYear), after];
  const sums = all.map(cumulated);
  let spent = 0;
  let part = 0;
  for (let year = 0; year < made.length; year++) {
    while (part < before.length && year >= before[part].untilYear) part++;
    const planned = sums[part][year];
    made[year] = part === 0 ? all[0][year] : Math.max(0, planned - spent);
    spent = Math.max(spent, planned);
  }
  return made;
}

function cumulated(byYear: Float64Array): Float64Array {
  let sum = 0;
  return byYear.map((musd) => {
    sum += musd;
    return sum;
  });
}
