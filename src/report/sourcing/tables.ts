import type { PlanLoss, PlanMaker } from '../../flow/partner-plan.ts';
import type { Said } from '../../flow/said.ts';
import type { FlownMix, SourcingResult } from '../../flow/sourcing.ts';
import { type Bottleneck, bottleneckOf, fleetName, lostName, partnerName } from './names.ts';
import { flownOf, type Survival, survivalOf } from './survival.ts';

/** A smaller share is nothing. */
const NOTHING = 0.005;
/** A smaller change of a chance is none that a reader would quote. */
const FELT = 0.005;
/** Years after a loss at which a mix is seen. */
const SEEN_YR = [2, 5, 10];

/** A maker or a vehicle in the three mixes: shares of a fleet, or launches. */
export interface MixRow {
  name: string;
  /** Who flies a vehicle. */
  partner?: string;
  today: number;
  cheapest: number;
  robust: number;
  /** Least and most of all mixes that cost little more. */
  within?: { low: number; high: number };
  costMusd: number;
  basis: PlanMaker['basis'];
}

export interface MixGroup {
  name: string;
  /** In the middle of a sentence. */
  fleet: Said;
  rows: MixRow[];
}

/** Makers of each fleet that some of the three mixes takes, the largest first. */
export function mixGroups({ model, today, cheapest, robust, alternatives }: SourcingResult): MixGroup[] {
  return model.fleets.map(({ id, functionId, name }, f) => {
    const rows = model.makers.flatMap((maker, o): MixRow[] => {
      const shares = [today, cheapest, robust].map(({ makerFraction }) => makerFraction[o] ?? 0);
      if (maker.fleet !== f || shares.every((share) => share < NOTHING)) return [];
      const range = alternatives.find(
        (each) => each.partner === maker.partner && (each.functionId === id || each.functionId === functionId),
      );
      return [
        {
          name: maker.name,
          today: shares[0],
          cheapest: shares[1],
          robust: shares[2],
          within: range && { low: range.minFraction, high: range.maxFraction },
          costMusd: robust.makerMusd[o] ?? 0,
          basis: maker.basis,
        },
      ];
    });
    return { name, fleet: fleetName(model, f), rows: rows.sort((a, b) => b.robust - a.robust) };
  });
}

/** Vehicles that some of the three mixes flies, the most flown first. */
export function launchRows({ model, today, cheapest, robust }: SourcingResult): MixRow[] {
  return model.vehicles
    .flatMap(({ name, partner, basis }, v): MixRow[] => {
      const counts = [today, cheapest, robust].map(({ launchCounts }) => launchCounts[v] ?? 0);
      if (counts.every((count) => count < 0.5)) return [];
      return [
        {
          name,
          partner: partnerName(model, partner),
          today: counts[0],
          cheapest: counts[1],
          robust: counts[2],
          costMusd: robust.vehicleMusd[v] ?? 0,
          basis,
        },
      ];
    })
    .sort((a, b) => b.robust - a.robust);
}

/** A fleet after a loss: share of what would stand, at some years after it. */
export interface LossRow {
  who: Said;
  fleet: Said;
  today: number[];
  robust: number[];
  /** What is short with the mix that is chosen; absent where it keeps what is asked for. */
  bottleneck?: Bottleneck;
}

export interface LossTable {
  /** Years after the loss of the columns. */
  yearsYr: number[];
  rows: LossRow[];
  /** Losses that leave what is asked for with both mixes. */
  otherCount: number;
}

/** Losses after which today's mix or the chosen one keeps less of a fleet than is asked for, the worst first. */
export function lossTable(result: SourcingResult): LossTable {
  const { model, losses } = result;
  const yearsYr = SEEN_YR.filter((year) => year <= (model.periodCount - model.lossPeriod) * model.stepYr);
  const least = (loss: PlanLoss | undefined, f: number) => Math.min(1, ...(loss?.keptFraction[f] ?? []));
  const found = losses.robust
    .map((robust) => ({ robust, today: losses.today.find((each) => each.case === robust.case) }))
    .map(({ robust, today }) => ({
      robust,
      today,
      short: model.fleets.flatMap((_, f) =>
        Math.min(least(robust, f), least(today, f)) < model.lossFraction - NOTHING ? [f] : [],
      ),
    }))
    .filter(({ short }) => short.length > 0)
    .sort((a, b) => b.robust.shortYr - a.robust.shortYr || (b.today?.shortYr ?? 0) - (a.today?.shortYr ?? 0));
  const at = (loss: PlanLoss | undefined, f: number) =>
    yearsYr.map((year) => loss?.keptFraction[f]?.[Math.round(year / model.stepYr) - 1] ?? Number.NaN);
  return {
    yearsYr,
    otherCount: losses.robust.length - found.length,
    rows: found.flatMap(({ robust, today, short }) =>
      short.map((f) => ({
        who: lostName(model, robust.case),
        fleet: fleetName(model, f),
        today: at(today, f),
        robust: at(robust, f),
        ...(least(robust, f) < model.lossFraction - NOTHING && { bottleneck: bottleneckOf(result, robust.case) }),
      })),
    ),
  };
}

/** A mix beside the front: what it costs, and the least share of any fleet that the losses which decide leave of it. */
export interface FrontMark {
  costMusd: number;
  worstFraction: number;
}

/** Today's mix and the cheapest, measured as the points of the front are. */
export function frontMarks({ today, cheapest, losses, held }: SourcingResult): Record<'today' | 'cheapest', FrontMark> {
  const worst = (all: readonly PlanLoss[]) =>
    Math.min(1, ...all.filter((each) => held.includes(each.case)).flatMap(({ keptFraction }) => keptFraction.flat()));
  return {
    today: { costMusd: today.costMusd, worstFraction: worst(losses.today) },
    cheapest: { costMusd: cheapest.costMusd, worstFraction: worst(losses.cheapest) },
  };
}

type Band = FlownMix['base'][number];

/** A loss as raids have it with today's mix and with the chosen one; without a case: with everybody in. */
export interface FlownRow {
  case?: number;
  today?: Band[];
  robust: Band[];
  survival?: Survival;
  /** Whether the loss changes the chance of either mix by as much as a reader would quote. */
  isFelt: boolean;
}

/** The flown losses of the chosen mix beside today's, the worst first, after the one with everybody in. */
export function flownRows(result: SourcingResult): FlownRow[] {
  const [robust, today] = [flownOf(result, 'robust'), flownOf(result, 'today')];
  if (!robust) return [];
  const worst = ({ difference }: FlownMix['cases'][number]) => Math.min(...difference.map(({ mean }) => mean));
  return [
    { robust: robust.base, ...(today && { today: today.base }), isFelt: true },
    ...[...robust.cases]
      .sort((a, b) => worst(a) - worst(b))
      .map(
        (each): FlownRow => ({
          case: each.case,
          robust: each.noLeaker,
          today: today?.cases.find((other) => other.case === each.case)?.noLeaker,
          survival: survivalOf(result.model, robust, each.case),
          isFelt: [each, today?.cases.find((other) => other.case === each.case)].some((mix) =>
            mix?.difference.some(({ mean }) => Math.abs(mean) >= FELT),
          ),
        }),
      ),
  ];
}

/** What a mix costs, and the least chance that any one loss leaves of it: one point of cost against what is left of the shield. */
export interface WorstFlown {
  which: FlownMix['which'];
  costMusd: number;
  /** The loss; absent where none takes anything. */
  case?: number;
  /** Years after the loss. */
  afterYr: number;
  noLeaker: Band;
  /** Whether another flown mix costs no more and leaves more, or as much for less. */
  isBeaten: boolean;
}

/** The flown mixes by cost, each with the least median chance of any loss and date; none where nothing was flown. */
export function worstFlown(result: SourcingResult): WorstFlown[] {
  const points = (result.flown ?? []).map((mix) => ({ ...worstOf(mix), isBeaten: false, ...costOf(result, mix) }));
  const beats = (a: WorstFlown, b: WorstFlown) => {
    const [less, more] = [b.costMusd - a.costMusd, a.noLeaker.p50 - b.noLeaker.p50];
    return less >= -EVEN_MUSD && more >= -FELT && (less > EVEN_MUSD || more > FELT);
  };
  return points
    .map((point) => ({ ...point, isBeaten: points.some((other) => beats(other, point)) }))
    .sort((a, b) => a.costMusd - b.costMusd);
}

/** Costs no farther apart are one: the search proves no more. */
const EVEN_MUSD = 50;

function costOf(result: SourcingResult, { which }: FlownMix): Pick<WorstFlown, 'which' | 'costMusd'> {
  return { which, costMusd: result[which].costMusd };
}

function worstOf({ base, cases, afterYr }: FlownMix): Pick<WorstFlown, 'case' | 'afterYr' | 'noLeaker'> {
  const all = [{ case: undefined, noLeaker: base }, ...cases].flatMap((each) =>
    each.noLeaker.map((noLeaker, i) => ({ case: each.case, afterYr: afterYr[i], noLeaker })),
  );
  return all.reduce((worst, each) => (each.noLeaker.p50 < worst.noLeaker.p50 ? each : worst));
}
