import type { PartnerBook } from '../flow/architecture.ts';
import { type HeldContract, UNNAMED } from '../flow/dependence-history.ts';
import { firstDay, lastDay } from '../num/dates.ts';
import { BUYER } from './dependence.ts';

export type LedgerRecord = NonNullable<PartnerBook['ledger']>[number];

const GIVEN = ['award', 'order', 'holding'] as const;

/** An award, order or holding of the ledger, with the days from which and until which it counts. */
export interface Holding {
  record: LedgerRecord;
  /** Last day of its month or year where no day is known: by then it had surely happened. */
  fromDay: string;
  /** First day on which it does not count; undefined where no end is known. */
  untilDay?: string;
  /** Those who got it, as they were called then; {@link UNNAMED} where the buyer stands for firms that nobody named. */
  partners: string[];
  valueMusd?: number;
  unitsCount?: number;
}

/**
 * Awards, orders and holdings of a ledger, firm ones only: candidates and assumptions hold nothing.
 *
 * A cancellation ends what its partner was given of the same function and entry before it. An order within an award that stands
 * in the ledger with its amount is left out. Awards without a known end count on.
 */
export function holdingsOf(ledger: readonly LedgerRecord[]): Holding[] {
  const isFirm = ({ what, kind }: LedgerRecord) =>
    (GIVEN as readonly string[]).includes(what) && (kind === 'contract' || kind === 'history');
  return ledger
    .filter((record) => isFirm(record) && record.forFunction !== undefined && !record.isWithin)
    .map((record) => {
      const named = [record.partner, ...(record.partners ?? [])].filter((partner) => partner !== BUYER);
      return {
        record,
        fromDay: lastDay(record.date),
        untilDay: endOf(record, ledger),
        partners: named.length > 0 ? named : [UNNAMED],
        valueMusd: record.valueMusd,
        unitsCount: record.unitsCount,
      };
    })
    .sort((a, b) => (a.fromDay < b.fromDay ? -1 : a.fromDay > b.fromDay ? 1 : 0));
}

/** The end that a record states of a holding, or the cancellation of what it gave. */
function endOf(record: LedgerRecord, ledger: readonly LedgerRecord[]): string | undefined {
  const cancelled = ledger.find(
    ({ what, partner, forFunction, entry, date }) =>
      what === 'cancellation' &&
      partner === record.partner &&
      forFunction === record.forFunction &&
      entry === record.entry &&
      firstDay(date) >= firstDay(record.date),
  );
  if (cancelled) return lastDay(cancelled.date);
  return record.what === 'holding' && record.newDate !== undefined ? firstDay(record.newDate) : undefined;
}

/** Who owned a firm on a day: the owner of its owner, and so on. Purchases that are agreed and not closed do not count. */
export function ownersOf(ledger: readonly LedgerRecord[]): (partner: string, day: string) => string {
  const bought = ledger.filter(({ what, kind, entry }) => what === 'ownership' && kind === 'history' && entry);
  return (partner, day) => {
    let owner = partner;
    for (const seen = new Set<string>(); !seen.has(owner); ) {
      seen.add(owner);
      const deal = bought.find(({ entry, date }) => entry === owner && lastDay(date) <= day);
      owner = deal?.partner ?? owner;
    }
    return owner;
  };
}

/** Whether a record became public after a day, or tells of one after it. */
export function isLater({ knownFrom, date }: LedgerRecord, day: string): boolean {
  return firstDay(knownFrom ?? date) > day;
}

/** What was held on a day though nobody outside knew of it, oldest first. */
export function contractsLater(ledger: readonly LedgerRecord[], day: string): HeldContract[] {
  const ownerOn = ownersOf(ledger);
  return holdingsOf(ledger)
    .filter((holding) => isLater(holding.record, day) && isHeld(holding, day))
    .map(({ record, fromDay, untilDay, partners, valueMusd }) => ({
      fromDate: fromDay,
      untilDate: untilDay,
      partners: [...new Set(partners.map((partner) => ownerOn(partner, day)))],
      title: record.title,
      valueMusd,
      functionId: record.forFunction!,
      publicFrom: record.knownFrom ?? record.date,
      basis: record.basis,
    }));
}

export function isHeld({ fromDay, untilDay }: Holding, day: string): boolean {
  return fromDay <= day && (untilDay === undefined || untilDay > day);
}
