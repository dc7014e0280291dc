import type { Draw } from '../../figures/draw.ts';
import type { UsedNumber } from '../../flow/architecture.ts';
import type { Certificate } from '../../flow/certificate.ts';
import type { DeparturesByDate } from '../../flow/departures.ts';
import type { DependenceResult } from '../../flow/dependence.ts';
import type { DependenceHistory } from '../../flow/dependence-history.ts';
import type { LaunchMap } from '../../flow/launch-map.ts';
import type { Result } from '../../flow/result.ts';
import type { ShieldSwings } from '../../flow/shield-swing.ts';
import type { SourcingResult } from '../../flow/sourcing.ts';
import type { WithdrawalsResult } from '../../flow/withdrawal.ts';

/** What a report is made of. Only the result is needed; each other part adds its section. */
export interface ReportInput {
  result: Result;
  /** The scenario file as written, and its name. */
  scenarioText?: string;
  scenarioName?: string;
  /** Numbers of the run with their sources, to cite them. */
  uses?: readonly UsedNumber[];
  dependence?: DependenceResult | null;
  /** Who held what since 2019, by the ledger of the book. */
  history?: DependenceHistory | null;
  /** Of the complete force, where the run has no answer by date. */
  withdrawals?: WithdrawalsResult | null;
  /** What departures do to the answer by date, on its draws and raids. */
  departures?: DeparturesByDate;
  sourcing?: SourcingResult | null;
  maps?: readonly LaunchMap[];
  /** What moves the shield most. */
  shieldSwings?: ShieldSwings | null;
  /** Laws that the scenario was held against. */
  certificate?: Certificate;
  /** Draws its charts. */
  draw: Draw;
}
