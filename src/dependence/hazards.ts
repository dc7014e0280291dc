import type { Architecture } from '../flow/architecture.ts';
import type { HazardRate, HazardRecord, LauncherHazard } from '../flow/hazards.ts';
import { firstDay, lastDay } from '../num/dates.ts';
import { gammaQuantile } from '../num/gamma.ts';
import { holdingsOf, type LedgerRecord } from './ledger.ts';

const DAY_MS = 86_400_000;
const YEAR_DAYS = 365.25;

/**
 * A rate from a count: events over years, with the band of 80 % of the gamma distribution of a rate of which nothing was known before
 * (Jeffreys: count + 1/2).
 *
 * @source nist-handbook, 8.1.10; box-tiao-1973, Jeffreys' prior of a Poisson rate
 */
export function rateOf(count: number, observedYr: number): HazardRate {
  const at = (p: number) => gammaQuantile(p, count + 0.5) / observedYr;
  return { count, observedYr, perYr: count / observedYr, lowPerYr: at(0.1), highPerYr: at(0.9) };
}

/**
 * Interruptions by the ledger of the scenario's book: vehicles on the ground after a loss, and awards that were ended before they were due.
 *
 * A vehicle is observed from its first flight, but not from before the ledger begins; those of whose losses the ledger has none are left
 * out, as that may mean that nobody kept the record. No partner of a book left whole, so what a loss for good is likelier than is not
 * counted but bounded by the awards that ended.
 *
 * @returns undefined where the book has no ledger
 */
export function hazardRecord({ partners, launch }: Architecture): HazardRecord | undefined {
  const ledger = partners?.ledger;
  if (!partners || !ledger || ledger.length === 0) return undefined;
  const fromDate = ledger.map(({ date }) => firstDay(date)).sort()[0];
  const untilDate = lastDay(partners.asOfDate ?? fromDate);
  const launchers = launch.launchers.flatMap(({ id, name, partner, firstFlightDate }): LauncherHazard[] => {
    const losses = ledger.filter(
      ({ what, entry, date }) => what === 'loss' && entry === id && firstDay(date) <= untilDate,
    );
    const since = firstFlightDate === undefined ? fromDate : later(firstDay(firstFlightDate), fromDate);
    const observedDays = daysBetween(since, untilDate);
    if (losses.length === 0 || !(observedDays > 0)) return [];
    const downDays = daysDown(losses, untilDate);
    return [
      {
        vehicle: id,
        name,
        partner: partner ?? id,
        rate: rateOf(losses.length, observedDays / YEAR_DAYS),
        meanDays: downDays / losses.length,
        downFraction: downDays / observedDays,
        isDown: losses.some(({ newDate }) => newDate === undefined),
      },
    ];
  });
  const holdings = holdingsOf(ledger);
  const endings = ledger.filter(({ what }) => what === 'cancellation');
  const awardDays = holdings.reduce((sum, { fromDay, untilDay }) => {
    const until = untilDay !== undefined && untilDay < untilDate ? untilDay : untilDate;
    return sum + Math.max(0, daysBetween(fromDay, until));
  }, 0);
  return {
    fromDate,
    untilDate,
    launchers: launchers.sort((a, b) => b.downFraction - a.downFraction),
    ended: {
      ...rateOf(endings.length, awardDays / YEAR_DAYS),
      partners: [...new Set(endings.map(({ partner }) => partner))],
    },
  };
}

/** Days on which any of some losses kept a vehicle on the ground: those that overlap count once. */
function daysDown(losses: readonly LedgerRecord[], untilDate: string): number {
  let reached = '';
  let days = 0;
  for (const { date, newDate } of [...losses].sort((a, b) => (firstDay(a.date) < firstDay(b.date) ? -1 : 1))) {
    const end = newDate === undefined ? untilDate : lastDay(newDate);
    const start = later(firstDay(date), reached);
    if (end > start) days += daysBetween(start, end);
    reached = later(reached, end);
  }
  return days;
}

const later = (a: string, b: string) => (a > b ? a : b);

/** Days between two dates, of which one may be the 31st of a shorter month. */
function daysBetween(from: string, until: string): number {
  return (timeOf(until) - timeOf(from)) / DAY_MS;
}

function timeOf(day: string): number {
  const [year, month, date] = day.split('-').map(Number);
  return Date.UTC(year, month - 1, date);
}
