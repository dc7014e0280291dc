import type { PlanAlternative, WarmSource, WouldBeTrue } from '../../flow/partner-plan.ts';
import { type Said, said } from '../../flow/said.ts';
import type { SourcingResult, UnmetCase } from '../../flow/sourcing.ts';
import { inputWords } from '../input-words.ts';
import { bottleneckOf, fleetName, functionName, lostName, partnerName } from './names.ts';
import { flownOf, survivalOf } from './survival.ts';
import type { FlownRow } from './tables.ts';

/** Losses that no mix stands which are told one by one; further ones by name. */
const MOST_TOLD = 3;
/** Money that is nothing beside the gap of the search, millions of dollars. */
const NOTHING_MUSD = 0.5;
/** Shares this near are one share. */
const TIE = 0.015;

/** The answer in sentences: the price, what it keeps, and who cannot be done without. */
export function answerSentences(result: SourcingResult): Said[] {
  const { robust, unmet, model } = result;
  if (robust.status === 'infeasible') return [said('sourcing.none')];
  const more = unmet.slice(MOST_TOLD).map((each) => lostName(model, each.case));
  return [
    priceSentence(result),
    ...warmSwingSentences(result),
    ...learningSentences(result),
    ...bandSentences(result),
    keptSentence(result),
    ...unmet.slice(0, MOST_TOLD).flatMap((each) => [unmetSentence(result, each), ...flownSentences(result, each.case)]),
    ...(more.length > 0 ? [said('sourcing.more-unmet', { count: more.length, names: more })] : []),
    ...askedSentences(result),
  ];
}

/** How the price hangs on the least rate of a launcher, which no record gives. */
function warmSwingSentences({ model, warmSwings = [] }: SourcingResult): Said[] {
  const [low, high] = warmSwings;
  if (!low || !high || Math.abs(high.independenceMusd - low.independenceMusd) < NOTHING_MUSD) return [];
  return [
    said('sourcing.warm-swing', {
      share: model.warmFraction,
      low: low.warmFraction,
      lowMusd: low.independenceMusd,
      high: high.warmFraction,
      highMusd: high.independenceMusd,
    }),
  ];
}

/** What learning that a split order loses would change, where none is on record. */
function learningSentences({ model, learning, independenceMusd, overTodayMusd }: SourcingResult): Said[] {
  if (!learning) return [];
  const { learningRatio: slope, fleetIds, independenceMusd: more, overTodayMusd: over, shares } = learning;
  const words = {
    fleets: fleetIds.map((id) =>
      fleetName(
        model,
        model.fleets.findIndex((each) => each.id === id),
      ),
    ),
    slope,
    more,
    today: todaySentence(over),
    shares: shares.map(({ partner, shareFraction: share }) =>
      said('sourcing.holds', { name: partnerName(model, partner), share }),
    ),
  };
  const isTurned = over * overTodayMusd < 0 || more > 2 * independenceMusd || more < independenceMusd / 2;
  return [isTurned ? said('sourcing.learning-turns', words) : said('sourcing.learning', words)];
}

function todaySentence(overTodayMusd: number): Said {
  if (overTodayMusd > NOTHING_MUSD) return said('sourcing.over-today', { musd: overTodayMusd });
  if (overTodayMusd < -NOTHING_MUSD) return said('sourcing.under-today', { musd: -overTodayMusd });
  return said('sourcing.as-today');
}

/** What a chance that is asked for takes, and what a budget buys. */
function askedSentences({ model, asked, budget, response }: SourcingResult): Said[] {
  const yearAt = (yr: number) => String(Math.floor(model.startYear + yr));
  const interceptors = model.fleets.findIndex(({ functionId }) => functionId === 'space-interceptors');
  const fleet = interceptors < 0 ? said('fleet.space-interceptors') : fleetName(model, interceptors);
  const sentences: Said[] = [];
  if (asked)
    sentences.push(
      said('sourcing.asked-chance', {
        year: yearAt(asked.byYr),
        chance: asked.noLeaker,
        share: asked.shareFraction,
        fleet,
      }),
    );
  if (budget) {
    const { budgetMusd, untilYr, layer, standingFraction: share, otherMusd, restMusd, mix, noLeaker } = budget;
    const whole = model.fleets[layer].unitCount;
    const words = { year: yearAt(untilYr), budget: budgetMusd, fleet, other: otherMusd + restMusd };
    const bought = { ...words, count: Math.round(share * whole), whole, share };
    sentences.push(
      !mix
        ? said('sourcing.budget-none', words)
        : noLeaker === undefined || !response
          ? said('sourcing.budget', bought)
          : said('sourcing.budget-chance', { ...bought, chance: noLeaker, error: response.errorFraction }),
    );
  }
  return sentences;
}

function priceSentence({ model, robust, cheapest, independenceMusd, overTodayMusd }: SourcingResult): Said {
  const today = todaySentence(overTodayMusd);
  const words = { today, robust: robust.costMusd, years: model.periodCount * model.stepYr };
  // less than what the proof leaves open is no price
  if (independenceMusd <= Math.max(NOTHING_MUSD, robust.costMusd - robust.boundMusd))
    return said('sourcing.no-price', words);
  return said('sourcing.price', { ...words, more: independenceMusd, share: independenceMusd / cheapest.costMusd });
}

/** The band of the price over the draws, and the input that it hangs on. */
function bandSentences({ band }: SourcingResult): Said[] {
  if (!band) return [];
  const { overCheapestMusd: price, overTodayMusd: today, draws, cause } = band;
  const told = { draws, ...price, today10: today.p10, today50: today.p50, today90: today.p90 };
  if (!cause) return [said('sourcing.band', told)];
  const [element = '', ...path] = cause.path.split('.');
  const { low, high, lowestMusd: lowest, highestMusd: highest } = cause;
  const input = inputWords(element, path.join('.'));
  return [said('sourcing.band', told), said('sourcing.band-cause', { input, low, high, lowest, highest })];
}

function keptSentence({ model, unmet }: SourcingResult): Said {
  const words = { share: model.lossFraction, year: String(model.startYear + model.lossPeriod * model.stepYr) };
  const isPairs = model.cases.some(({ roots }) => roots.length > 1);
  if (unmet.length === 0) return isPairs ? said('sourcing.keeps-pairs', words) : said('sourcing.keeps', words);
  return isPairs ? said('sourcing.keeps-most-pairs', words) : said('sourcing.keeps-most', words);
}

function unmetSentence(result: SourcingResult, { case: c, fleets }: UnmetCase): Said {
  const { model } = result;
  return said('sourcing.cannot-lose', {
    who: lostName(model, c),
    share: model.lossFraction,
    fleets: [...fleets]
      .sort((a, b) => a.leastFraction - b.leastFraction)
      .map(({ fleet, leastFraction }) =>
        said('sourcing.fleet-left', { left: leastFraction, fleet: fleetName(model, fleet) }),
      ),
    bottleneck: bottleneckSentence(result, c),
  });
}

/** Fleets that cannot be kept, and yet the chance is: others do their work. */
function flownSentences(result: SourcingResult, c: number): Said[] {
  const isKept = survivalOf(result.model, flownOf(result, 'robust'), c) === 'survives';
  return isKept ? [said('sourcing.chance-kept', { who: lostName(result.model, c) })] : [];
}

/** What keeps a loss from being stood, as a clause. */
function bottleneckSentence(result: SourcingResult, c: number): Said {
  const lacks = {
    launch: 'sourcing.launch-lacks',
    makers: 'sourcing.makers-lack',
    nobody: 'sourcing.no-maker',
    money: 'sourcing.money-lacks',
  } as const;
  return said(lacks[bottleneckOf(result, c)]);
}

/** Whether raids let the mix survive a loss; where not, with what is short. */
export function verdict(result: SourcingResult, { case: c, survival }: FlownRow): Said | undefined {
  if (c === undefined || survival === undefined || survival === 'not-flown') return undefined;
  if (survival === 'survives') return said('sourcing.survives');
  return said('sourcing.not-survives', { bottleneck: said(`sourcing.${bottleneckOf(result, c)}`) });
}

/** Who is in all mixes that cost little more than the least, who in some, and who in none: by function, launch the last. */
export function alternativeSentences({ model, alternatives }: SourcingResult): { name: Said; parts: Said[] }[] {
  const functions = [...new Set(alternatives.map(({ functionId }) => functionId))];
  return functions.map((id) => {
    const all = alternatives.filter(({ functionId }) => functionId === id);
    const fleet = model.fleets.findIndex((each) => each.id === id);
    return {
      name: fleet >= 0 ? fleetName(model, fleet) : functionName(id, all[0].name),
      parts: partsOf(all.map((each) => ({ ...each, partnerName: partnerName(model, each.partner) }))),
    };
  });
}

function partsOf(all: readonly PlanAlternative[]): Said[] {
  const of = (wanted: PlanAlternative['role']) => all.filter(({ role }) => role === wanted);
  const essential = of('essential').sort((a, b) => b.minFraction - a.minFraction);
  const never = of('never');
  const groups = tied(of('possible'));
  const alone = groups.filter((group) => group.length === 1).flat();
  return [
    ...(essential.length > 0 ? [said('sourcing.essential', { list: essential.map(rangeOf) })] : []),
    ...groups
      .filter((group) => group.length > 1)
      .map((group) =>
        said('sourcing.any-of', {
          count: group.length,
          list: group.map(({ partnerName: name }) => said('sourcing.who', { name })),
          most: Math.max(...group.map(({ maxFraction }) => maxFraction)),
        }),
      ),
    ...(alone.length > 0
      ? [
          said('sourcing.possible', {
            list: alone.map(({ partnerName: name, maxFraction: most }) => said('sourcing.up-to', { name, most })),
          }),
        ]
      : []),
    ...(never.length > 0
      ? [said('sourcing.never', { list: never.map(({ partnerName: name }) => said('sourcing.who', { name })) })]
      : []),
  ];
}

const rangeOf = ({ partnerName: name, minFraction: low, maxFraction: high }: PlanAlternative) =>
  said('sourcing.part', { name, shares: sharesOf({ low, high }) });

/** A range of shares with one sign of percent: `0 to 57 %`. */
export function sharesOf({ low, high }: { low: number; high: number }): Said {
  return said('sourcing.shares', { low: 100 * low, high });
}

/** Those that can have as much as one another, the largest first. */
function tied(possible: readonly PlanAlternative[]): PlanAlternative[][] {
  const groups: PlanAlternative[][] = [];
  for (const each of [...possible].sort((a, b) => b.maxFraction - a.maxFraction)) {
    const last = groups.at(-1);
    if (last && last[0].maxFraction - each.maxFraction < TIE) last.push(each);
    else groups.push([each]);
  }
  return groups;
}

/** What would have to be true for the losses that no mix stands: a sentence each, and the changes that are enough. */
export function trueSentences({ model, wouldBeTrue }: SourcingResult): { sentence: Said; changes: Said[] }[] {
  return wouldBeTrue.map(({ case: c, changes }) => {
    const who = lostName(model, c);
    return {
      sentence: changes.length > 0 ? said('sourcing.enough', { who }) : said('sourcing.none-enough', { who }),
      changes: changes.map((change) =>
        changeSentence(change, (id) => model.fleets.findIndex((each) => each.id === id)),
      ),
    };

    function changeSentence(change: WouldBeTrue, at: (id: string) => number): Said {
      const { what, id, name, ratio, nowValue: now, neededValue: needed } = change;
      if (what === 'launches') return said('sourcing.true-launches', { name, now, needed });
      if (what === 'all-launches') return said('sourcing.true-all-launches', { ratio });
      const fleet = at(id) >= 0 ? fleetName(model, at(id)) : said('fleet.other', { name });
      return what === 'mass'
        ? said('sourcing.true-mass', { fleet, share: needed / now })
        : said('sourcing.true-life', { fleet, now, needed });
    }
  });
}

/** What a second launcher that is kept warm costs, and when it is worth that; those that cost most the first. */
export function warmSentences({ model, warm }: SourcingResult): Said[] {
  return [...warm.sources]
    .sort((a, b) => b.premiumMusdYr - a.premiumMusdYr)
    .map((source) => warmSentence(source, partnerName(model, source.partner)));
}

function warmSentence({ name: vehicle, premiumMusdYr: premium, breakEvenPerYr }: WarmSource, partner: string): Said {
  const name = said('sourcing.by', { vehicle, partner });
  if (premium < NOTHING_MUSD) return said('sourcing.free-saves', { name, saved: Math.max(0, -premium) });
  if (!breakEvenPerYr) return said('sourcing.not-worth', { name, premium });
  return said('sourcing.worth', { name, premium, years: 1 / breakEvenPerYr });
}
