import type { PartnerBook } from '../flow/architecture.ts';
import {
  type HistoryPoint,
  type MoneyShare,
  moneyShareOf,
  type TrendAnswer,
  type TrendState,
} from '../flow/dependence-history.ts';
import { lastDay } from '../num/dates.ts';

type TrendClaim = NonNullable<PartnerBook['trendClaims']>[number];

/** Each claim of a book about where a dependence goes, held against its ledger; those that begin outside the span are left out. */
export function trendAnswers(
  book: PartnerBook,
  pointOn: (date: string) => HistoryPoint,
  span: { first: string; last: string },
): TrendAnswer[] {
  return (book.trendClaims ?? [])
    .filter(({ sinceDate }) => lastDay(sinceDate) >= span.first && lastDay(sinceDate) < span.last)
    .map((claim) => trendAnswer(book, claim, pointOn, span.last));
}

function trendAnswer(
  book: PartnerBook,
  { id, partner, sinceDate, trend, title, source }: TrendClaim,
  pointOn: (date: string) => HistoryPoint,
  lastDate: string,
): TrendAnswer {
  const day = lastDay(sinceDate);
  const later = `${Number(day.slice(0, 4)) + 1}${day.slice(4)}`;
  const end = pointOn(lastDate);
  const [since, last] = [stateOf(pointOn(day), partner), stateOf(end, partner)];
  return {
    id,
    partner,
    partnerName: book.members?.find((member) => member.id === partner)?.name.replace(/ \(.*\)$/, '') ?? partner,
    title,
    trend,
    source,
    verdict: verdictOf(trend, since.all, last.all),
    since,
    yearLater: later < lastDate ? stateOf(pointOn(later), partner) : undefined,
    last,
    leads: Object.entries(end.functions)
      .filter(([, { contractShares }]) => Object.keys(contractShares)[0] === partner)
      .map(([functionId]) => functionId),
  };
}

/** What the bands of both years allow to be said. */
function verdictOf(trend: TrendClaim['trend'], since: MoneyShare, last: MoneyShare): TrendAnswer['verdict'] {
  const fell = last.high < since.low;
  const rose = last.low > since.high;
  if (!fell && !rose) return 'open';
  return fell === (trend === 'falling') ? 'borne-out' : 'contradicted';
}

function stateOf({ date, together }: HistoryPoint, partner: string): TrendState {
  return {
    date,
    contractFraction: together.all.contractShares[partner] ?? 0,
    space: moneyShareOf(together.space, partner),
    launch: moneyShareOf(together.launch, partner),
    all: moneyShareOf(together.all, partner),
  };
}
