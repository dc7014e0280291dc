/** Shares of one measure by partner, fractions of its sum, largest first. */
export type PartnerShares = Record<string, number>;

/** Who held one function, or several together, on a day. */
export interface HeldFunction {
  /** Awards, orders and holdings that had begun and not ended, by partner: each counts one, whatever its size. */
  contractCounts: Record<string, number>;
  contractShares: PartnerShares;
  /** Herfindahl-Hirschman index of the contract shares, 0 to 10,000; NaN where nobody holds the function. */
  contractHerfindahlIndex: number;
  /** Satellites or missions of those that state a number, by partner. */
  unitCounts: Record<string, number>;
  /** Awards and orders of the year that ended on the day, million USD as announced, by partner. */
  newMusd: Record<string, number>;
  /** The same for awards to several firms, or to firms not named, whose parts are not public, million USD. */
  openMusd: number;
  /** Partners among whom the open money is. */
  openPartners: string[];
  /** Awards of the year without an amount, by partner; `unassigned` where nobody is named. */
  unpricedCounts: Record<string, number>;
  /** Shares of the new money whose partner is known. */
  moneyShares: PartnerShares;
  /** Herfindahl-Hirschman index of those; NaN where there was none. */
  moneyHerfindahlIndex: number;
}

/** The dependence on a day. */
export interface HistoryPoint {
  /** ISO 8601. */
  date: string;
  functions: Record<string, HeldFunction>;
  /** Functions taken together: satellites and space interceptors; launches; both. */
  together: Record<TogetherId, HeldFunction>;
}

export type TogetherId = 'space' | 'launch' | 'all';

/** A contract that was held on a day though it became public later. */
export interface HeldContract {
  functionId: string;
  /** Day from which it counts: the last of its month or year, where no day is known. */
  fromDate: string;
  untilDate?: string;
  /** Whoever owned the firm on the day; `unassigned` where none is named. */
  partners: string[];
  title: string;
  valueMusd?: number;
  /** Since when it is public, ISO 8601. */
  publicFrom: string;
  basis: string;
}

/** What was said of a dependence, held against the ledger. */
export interface TrendAnswer {
  id: string;
  partner: string;
  partnerName: string;
  title: string;
  trend: 'falling' | 'rising';
  source: string;
  /**
   * By the new money of all functions together, in the year before the claim and in the last one: borne out where even the
   * end of the band that speaks against it goes the way that was said, contradicted where both go the other way.
   */
  verdict: 'borne-out' | 'contradicted' | 'open';
  since: TrendState;
  /** A year later, where the ledger reaches that far. */
  yearLater?: TrendState;
  last: TrendState;
  /** Of the last state by function: where the partner has the largest share. */
  leads: string[];
}

/** Shares of one partner on a day. */
export interface TrendState {
  date: string;
  /** Of contracts held, all functions together. */
  contractFraction: number;
  space: MoneyShare;
  launch: MoneyShare;
  all: MoneyShare;
}

/** Share of a year's new money: of that whose partner is known, and the ends if all or none of the open money is theirs. */
export interface MoneyShare {
  fraction: number;
  low: number;
  high: number;
  knownMusd: number;
  openMusd: number;
  /** Awards without an amount, which no band holds. */
  unpricedCount: number;
}

/** Who held what since the ledger begins, and what comes of the claims about it. */
export interface DependenceHistory {
  points: HistoryPoint[];
  functions: { id: string; name: string }[];
  partners: Record<string, string>;
  claims: TrendAnswer[];
  firstDate: string;
  lastDate: string;
}

/** The dependence on a day, by what was public then. */
export interface PastDependence {
  /** Up to the day; its last point is the day itself. */
  history: DependenceHistory;
  publicLater: HeldContract[];
}

/** A firm that nobody named. */
export const UNNAMED = 'unassigned';
/** What shares of money are of beside partners: money without a name, and the launch of whatever is lifted. */
export const NO_PARTNERS: readonly string[] = [UNNAMED, 'launch'];

/** The share of a partner in a year's new money, and the ends that the open money leaves. */
export function moneyShareOf(held: HeldFunction, partner: string): MoneyShare {
  const own = held.newMusd[partner] ?? 0;
  const knownMusd = Object.values(held.newMusd).reduce((sum, musd) => sum + musd, 0);
  const whole = knownMusd + held.openMusd;
  const isAmong = held.openPartners.includes(partner) || held.openPartners.includes(UNNAMED);
  return {
    fraction: knownMusd > 0 ? own / knownMusd : Number.NaN,
    low: whole > 0 ? own / whole : Number.NaN,
    high: whole > 0 ? (own + (isAmong ? held.openMusd : 0)) / whole : Number.NaN,
    knownMusd,
    openMusd: held.openMusd,
    unpricedCount: Object.values(held.unpricedCounts).reduce((sum, count) => sum + count, 0),
  };
}
