import type { Architecture, PartnerBook } from '../flow/architecture.ts';
import {
  type DependenceHistory,
  type HeldFunction,
  type HistoryPoint,
  type PastDependence,
  type TogetherId,
  UNNAMED,
} from '../flow/dependence-history.ts';
import { lastDay } from '../num/dates.ts';
import { herfindahlIndex } from './concentration.ts';
import { trendAnswers } from './history-claims.ts';
import { contractsLater, type Holding, holdingsOf, isHeld, isLater, ownersOf } from './ledger.ts';
import { withoutUnits } from './supply-graph.ts';

/** Functions that stand on the surface, or in no orbit: they are in none of those taken together. */
const ON_THE_GROUND = ['surface-interceptors', 'command-and-control', 'ground'];
const LAUNCH = /^launch-/;

/** The days that a ledger can tell: from its first whole year to the day to which the book was kept, or for which the catalog was read. */
export interface HistorySpan {
  first: string;
  last: string;
}

/** The span of an architecture's ledger; null where its book has none. */
export function historySpan({ partners, asOfDate }: Architecture): HistorySpan | null {
  const days = (partners?.ledger ?? []).map(({ date }) => lastDay(date)).sort();
  if (days.length === 0) return null;
  const kept = [days.at(-1)!, lastDay(partners!.asOfDate ?? days.at(-1)!)].sort().at(-1)!;
  const last = asOfDate === undefined ? kept : [kept, lastDay(asOfDate)].sort()[0];
  const first = `${Number(days[0].slice(0, 4)) + 1}-01-01`;
  return first < last ? { first, last } : null;
}

/** The history by half years; null where the book has no ledger. */
export function historyOf(architecture: Architecture): DependenceHistory | null {
  const span = historySpan(architecture);
  return span && dependenceHistory(architecture.partners!, halfYears(span), span);
}

/** Who held what on a day and what was said until then, by what was public on it; what came out later is told apart. */
export function pastOn(architecture: Architecture, day: string): PastDependence {
  const { first } = historySpan(architecture)!;
  const book = architecture.partners!;
  const ledger = book.ledger!.filter((record) => !isLater(record, day));
  const span = { first, last: day };
  const history = dependenceHistory({ ...book, ledger }, [...new Set([...halfYears(span), day])], span);
  return { history, publicLater: contractsLater(book.ledger!, day) };
}

/**
 * Who held each function of the shield by date, out of the ledger of a book.
 *
 * Contracts count one each; money is that announced in the year that ended on the day, in dollars of its time. What a firm was given
 * counts for its owner from the day of the purchase. Awards to several firms whose parts are not public are open money: they
 * are in the counts and in no share of money. Nothing of it is of the scenario: it is the public record.
 *
 * @param dates days to look at, ISO 8601, each within {@link historySpan}
 */
export function dependenceHistory(book: PartnerBook, dates: readonly string[], span: HistorySpan): DependenceHistory {
  const ledger = book.ledger ?? [];
  const holdings = holdingsOf(ledger);
  const ownerOn = ownersOf(ledger);
  const functions = (book.functions ?? []).map(({ id, name }) => ({ id, name: withoutUnits(name) }));
  const pointOn = (date: string): HistoryPoint => {
    const of = (ids: readonly string[]) => heldOn(holdings, new Set(ids), date, ownerOn);
    const all = functions.map(({ id }) => id);
    const together: Record<TogetherId, string[]> = {
      space: all.filter((id) => !LAUNCH.test(id) && !ON_THE_GROUND.includes(id)),
      launch: all.filter((id) => LAUNCH.test(id)),
      all: all.filter((id) => !ON_THE_GROUND.includes(id)),
    };
    return {
      date,
      functions: Object.fromEntries(all.map((id) => [id, of([id])])),
      together: { space: of(together.space), launch: of(together.launch), all: of(together.all) },
    };
  };
  return {
    points: dates.map(pointOn),
    functions,
    partners: Object.fromEntries((book.members ?? []).map(({ id, name }) => [id, name.replace(/ \(.*\)$/, '')])),
    claims: trendAnswers(book, pointOn, span),
    firstDate: span.first,
    lastDate: span.last,
  };
}

/** The last days of every half year within a span, and its own last day. */
export function halfYears({ first, last }: HistorySpan): string[] {
  const days: string[] = [];
  for (let year = Number(first.slice(0, 4)); year <= Number(last.slice(0, 4)); year++)
    days.push(`${year}-06-30`, `${year}-12-31`);
  return [...days.filter((day) => day >= first && day < last), last];
}

function heldOn(
  holdings: readonly Holding[],
  functionIds: ReadonlySet<string>,
  day: string,
  ownerOn: (partner: string, day: string) => string,
): HeldFunction {
  const contractCounts: Record<string, number> = {};
  const unitCounts: Record<string, number> = {};
  const newMusd: Record<string, number> = {};
  const unpricedCounts: Record<string, number> = {};
  const openPartners = new Set<string>();
  let openMusd = 0;
  const add = (to: Record<string, number>, partner: string, amount: number) => {
    to[partner] = (to[partner] ?? 0) + amount;
  };
  const yearBefore = `${Number(day.slice(0, 4)) - 1}${day.slice(4)}`;
  for (const holding of holdings) {
    const { record, fromDay, valueMusd, unitsCount } = holding;
    if (!functionIds.has(record.forFunction!)) continue;
    const partners = [...new Set(holding.partners.map((partner) => ownerOn(partner, day)))];
    const isOne = partners.length === 1 && partners[0] !== UNNAMED;
    if (isHeld(holding, day)) {
      for (const partner of partners) add(contractCounts, partner, 1);
      if (isOne && unitsCount !== undefined) add(unitCounts, partners[0], unitsCount);
    }
    if (record.what === 'holding' || fromDay > day || fromDay <= yearBefore) continue;
    if (valueMusd === undefined) add(unpricedCounts, isOne ? partners[0] : UNNAMED, 1);
    else if (isOne) add(newMusd, partners[0], valueMusd);
    else {
      openMusd += valueMusd;
      for (const partner of partners) openPartners.add(partner);
    }
  }
  return {
    contractCounts,
    contractShares: sharesOf(contractCounts),
    contractHerfindahlIndex: herfindahlIndex(Object.values(contractCounts)),
    unitCounts,
    newMusd,
    openMusd,
    openPartners: [...openPartners].sort(),
    unpricedCounts,
    moneyShares: sharesOf(newMusd),
    moneyHerfindahlIndex: herfindahlIndex(Object.values(newMusd)),
  };
}

function sharesOf(amounts: Record<string, number>): Record<string, number> {
  const total = Object.values(amounts).reduce((sum, amount) => sum + amount, 0);
  const sorted = Object.entries(amounts).sort(([a, x], [b, y]) => y - x || a.localeCompare(b));
  return Object.fromEntries(sorted.map(([partner, amount]) => [partner, amount / total]));
}
