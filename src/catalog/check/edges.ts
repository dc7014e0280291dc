import { type Said, said } from '../../flow/said.ts';
import { firstDay } from '../../num/dates.ts';
import type { EntryValues } from '../entry.ts';
import type { ReadCatalog, ReadEntry } from '../load.ts';
import { shareGroups } from '../shares.ts';
import type { Fault } from './check.ts';

type Edge = Omit<NonNullable<EntryValues<'partners'>['edges']>[number], 'shareFraction'> & {
  shareFraction?: { value: number; basis: string };
};

const SLACK = 0.01;
/** Kinds of edge whose shares make up the whole. */
const WHOLE: readonly string[] = ['builds', 'provides', 'launches'];

/** What is wrong with the edges of the partner books: vehicles without an entry, shares, and edges past their date. */
export function edgeFaults(catalog: ReadCatalog): Fault[] {
  return catalog.read
    .filter(({ entry }) => entry.kind === 'partners')
    .flatMap((book) => {
      const edges = (book.entry.fields.edges ?? []) as Edge[];
      return [...vehicleFaults(book, edges, catalog), ...shareFaults(book, edges), ...pastFaults(book, edges)];
    });
}

function vehicleFaults(book: ReadEntry, edges: readonly Edge[], { catalog }: ReadCatalog): Fault[] {
  const functions = ((book.entry.fields.functions ?? []) as { id: string }[]).map(({ id }) => id);
  return edges.flatMap(({ kind, from }, i): Fault[] => {
    const isKnown = Object.hasOwn(catalog.entries.launchers, from) || functions.includes(from);
    if (kind !== 'launches' || isKnown) return [];
    return [{ rule: 'vehicle', at: book, path: ['edges', i, 'from'], said: said('check-rule.vehicle', { from }) }];
  });
}

/** Shares of a group add up to the whole, and one that is made up says so. */
function shareFaults(book: ReadEntry, edges: readonly Edge[]): Fault[] {
  const faults: Fault[] = [];
  for (const { to, group, sum, edges: members } of shareGroups(edges)) {
    // a supplier's part may be in a part of what it goes into; makers and launchers share the whole
    const isShared = members.every(
      (edge) => edge.shareFraction !== undefined && WHOLE.includes((edge as unknown as Edge).kind),
    );
    const isOff = sum > 1 + SLACK || (isShared && sum < 1 - SLACK);
    if (!isOff) continue;
    const first = members.find(({ shareFraction }) => shareFraction !== undefined) as unknown as Edge;
    const path = ['edges', edges.indexOf(first), 'shareFraction'];
    const fault = group ? said('check-rule.group-shares', { group, to, sum }) : said('check-rule.shares', { to, sum });
    faults.push({ rule: 'shares', at: book, path, said: fault });
  }
  edges.forEach((edge, i) => {
    const { role, kind, shareFraction, splitAssumed } = edge;
    const isMakers = kind === 'builds' || kind === 'provides';
    const isMadeUp = role === 'assumption' && shareFraction?.basis === 'assumption' && shareFraction.value < 1;
    if (splitAssumed && role === 'contract')
      faults.push({
        rule: 'shares',
        at: book,
        path: ['edges', i, 'splitAssumed'],
        said: said('check-rule.made-up'),
      }); // prettier-ignore
    else if (isMakers && isMadeUp && !splitAssumed)
      faults.push({
        rule: 'shares',
        at: book,
        path: ['edges', i, 'shareFraction'],
        said: said('check-rule.split-assumed'),
      }); // prettier-ignore
  });
  return faults;
}

/** Edges that count as current though their time is over, or has not come. */
function pastFaults(book: ReadEntry, edges: readonly Edge[]): Fault[] {
  const day = book.entry.asOfDate;
  if (day === undefined) return [];
  return edges.flatMap((edge, i): Fault[] => {
    const report = (path: string, fault: Said): Fault => ({
      rule: 'past-edge',
      at: book,
      path: ['edges', i, path],
      said: fault,
    });
    const { fromDate, untilDate, role } = edge;
    if (fromDate !== undefined && untilDate !== undefined && firstDay(untilDate) < firstDay(fromDate))
      return [report('untilDate', said('check-rule.ends-first', { date: fromDate }))];
    const isOver = untilDate !== undefined && firstDay(untilDate) <= firstDay(day);
    if (!isOver) return [];
    const offered = (['capacityPerYr', 'delayYr', 'fixedMusd'] as const).filter((name) => edge[name] !== undefined);
    if (role === 'candidate') return [report('role', said('check-rule.no-candidate', { date: untilDate }))];
    return offered.map((name) => report(name, said('check-rule.delivers-nothing', { date: untilDate })));
  });
}
