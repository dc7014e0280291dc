import {
  type DependenceHistory,
  type HeldFunction,
  type MoneyShare,
  moneyShareOf,
  type TrendAnswer,
  UNNAMED,
} from '../flow/dependence-history.ts';
import { percent } from '../words/numbers.ts';
import { nameIn, say } from '../words/words.ts';

/** A claim about a dependence, answered in a sentence, with its numbers and what the record does not tell. */
export function trendSentence(answer: TrendAnswer): string {
  const { partnerName: name, since, yearLater, last, trend, verdict } = answer;
  const asked = say(`history.asked-${trend}`, { name, since: since.date });
  const verdictWords = say(`history.${verdict}`);
  const money = yearLater
    ? say('history.money-three', {
        before: share(since.all),
        year: yearLater.date,
        later: share(yearLater.all),
        last: last.date,
        now: share(last.all),
        since: since.date,
      })
    : say('history.money-two', { before: share(since.all), since: since.date, last: last.date, now: share(last.all) });
  const rest = say('history.rest', {
    spaceThen: share(since.space),
    spaceNow: share(last.space),
    contractsThen: since.contractFraction,
    contractsNow: last.contractFraction,
  });
  const { openMusd: open, unpricedCount: count } = last.all;
  const unknown = open > 0 ? say('history.unknown', { open, count }) : say('history.unknown-amounts', { count });
  return say('history.answer', { asked, verdict: verdictWords, money, rest, unknown });
}

/** `65 % (49 to 73 %)`; the band only where it has a width; `-` where there was no money. */
export function share({ fraction, low, high }: MoneyShare): string {
  if (Number.isNaN(fraction)) return '-';
  const value = percent(fraction, 0);
  if (percent(low, 0) === percent(high, 0)) return value;
  return say('history.share-band', { value, low: plainPercent(low), high: percent(high, 0) });
}

function plainPercent(fraction: number): string {
  return (100 * fraction).toFixed(0);
}

/** The partner whose history is shown: the one asked for, that of the first claim, or the one with the most contracts now. */
export function shownPartner({ claims, points }: DependenceHistory, asked?: string): string {
  const most = Object.keys(points.at(-1)!.together.all.contractShares).find((partner) => partner !== UNNAMED);
  return asked ?? claims[0]?.partner ?? most ?? UNNAMED;
}

/** A partner of the history by name. */
export function partnerName({ partners }: DependenceHistory, partner: string): string {
  return partner === UNNAMED ? nameIn('not named') : nameIn(partners[partner] ?? partner);
}

/** The largest holder with its share: `SpaceX 83 %`, `3 with 33 % each` where several are largest. */
export function largest(history: DependenceHistory, shares: Record<string, number>): string {
  const [first] = Object.entries(shares);
  if (!first) return '-';
  const equal = Object.values(shares).filter((value) => value > first[1] - 1e-9).length;
  if (equal > 2) return say('history.equal', { count: equal, share: first[1] });
  const names = Object.keys(shares)
    .slice(0, equal)
    .map((partner) => partnerName(history, partner));
  return `${names.join(', ')} ${percent(first[1], 0)}`;
}

/** A partner's shares by date: of contracts held, and of the money announced in the year before. */
export function partnerRows({ points }: DependenceHistory, partner: string) {
  return points.map(({ date, together }) => ({
    date,
    contractFraction: together.all.contractShares[partner] ?? 0,
    contractHerfindahlIndex: together.all.contractHerfindahlIndex,
    space: moneyShareOf(together.space, partner),
    launch: moneyShareOf(together.launch, partner),
    all: moneyShareOf(together.all, partner),
    moneyHerfindahlIndex: together.all.moneyHerfindahlIndex,
  }));
}

/** Points at the ends of years, and the last one. */
export function yearEnds({ points }: DependenceHistory): DependenceHistory['points'] {
  return points.filter(({ date }, i) => date.endsWith('-12-31') || i === points.length - 1);
}

/** A share of contracts as a cell: `·` for none, `-` where nobody holds the function. */
export function contractCell({ contractShares, contractHerfindahlIndex }: HeldFunction, partner: string): string {
  if (Number.isNaN(contractHerfindahlIndex)) return '-';
  const fraction = contractShares[partner] ?? 0;
  return fraction === 0 ? '·' : (100 * fraction).toFixed(0);
}
