import type { CostResult, CostUncertainty } from '../../flow/cost.ts';
import type { FieldingResult } from '../../flow/fielding.ts';
import type { NetworkReport } from '../../flow/network-report.ts';
import { leakReasons, type TrialOutcome, warheadsThrough } from '../../flow/outcomes.ts';
import type { Provenance } from '../../flow/provenance.ts';
import type { Result } from '../../flow/result.ts';
import { tell } from '../../words/words.ts';
import { jointTables } from './joint-tables.ts';
import { objectTable } from './object-table.ts';
import { type Field, rowCount, type TidyTable, tidyTable } from './tidy-table.ts';

/** Names of what the records of a run only number. */
export interface RunNames {
  /** Layers in the order of the scenario. */
  layerIds: string[];
  /** Missiles in the order of the raid. */
  threatIds: string[];
}

/** Every table of a run that has rows. */
export function runTables(result: Result, outcomes: readonly TrialOutcome[], names: RunNames): TidyTable[] {
  const tables = [
    trialTable(outcomes),
    trialLayerTable(outcomes, names),
    threatTable(outcomes, names),
    objectTable(outcomes, names),
    shotTable(outcomes, names),
    ...(result.cost ? costTables(result.cost.result, result.cost.uncertainty) : []),
    ...(result.fielding ? fieldingTables(result.fielding) : []),
    ...jointTables(result),
    ...(result.networks ? networkTables(result.networks) : []),
    sourceTable(result.provenance),
    basisTable(result.provenance),
  ];
  return tables.filter((table) => rowCount(table) > 0);
}

function trialTable(outcomes: readonly TrialOutcome[]): TidyTable {
  const sum = (list: Int32Array) => list.reduce((all, each) => all + each, 0);
  return tidyTable('trials', 'one raid', outcomes, [
    ['trial', 'whole', 'number of the trial, from 0', ({ trial }) => trial],
    ['startS', 'number', 'first launch, seconds after the epoch', ({ startS }) => startS],
    ['leakerCount', 'whole', 'missiles that got through', (o) => o.stoppedByLayer.filter((layer) => layer < 0).length],
    ['warheadLeakerCount', 'whole', 'warheads that got through', warheadsThrough],
    ['shotCount', 'whole', 'interceptors released', ({ shotCount }) => sum(shotCount)],
    ['killCount', 'whole', 'hits that stopped something', ({ killCount }) => sum(killCount)],
  ]);
}

function trialLayerTable(outcomes: readonly TrialOutcome[], { layerIds }: RunNames): TidyTable {
  const rows = outcomes.flatMap((outcome) => layerIds.map((layer, index) => ({ outcome, layer, index })));
  return tidyTable('trial-layers', 'one layer in one raid', rows, [
    ['trial', 'whole', 'number of the trial', ({ outcome }) => outcome.trial],
    ['layer', 'text', 'layer of interceptors', ({ layer }) => layer],
    ['shotCount', 'whole', 'interceptors released', ({ outcome, index }) => outcome.shotCount[index]],
    ['killCount', 'whole', 'hits that stopped something', ({ outcome, index }) => outcome.killCount[index]],
    [
      'inReachCount',
      'whole',
      'interceptors that could reach the first missile in time',
      ({ outcome, index }) => outcome.inReachCount[index],
    ],
  ]);
}

function threatTable(outcomes: readonly TrialOutcome[], { layerIds, threatIds }: RunNames): TidyTable {
  const rows = outcomes.flatMap((o) => Array.from(o.stoppedByLayer, (layer, k) => ({ o, layer, k })));
  const time = (
    name: string,
    about: string,
    of: (outcome: TrialOutcome) => Float64Array,
  ): Field<(typeof rows)[number]> => [name, 'number', `${about}, seconds after its own launch`, ({ o, k }) => of(o)[k]];
  return tidyTable('threats', 'one missile in one raid', rows, [
    ['trial', 'whole', 'number of the trial', ({ o }) => o.trial],
    ['threat', 'text', 'missile of the raid', ({ k }) => threatIds[k] ?? String(k)],
    ['stoppedBy', 'text', 'layer that stopped it; empty: it got through', ({ layer }) => layerIds[layer]],
    ['leakReason', 'text', 'why it got through', ({ o, k }) => leakReasons[o.leakReasonIndex[k]]],
    time('detectedS', 'detected', ({ detectedS }) => detectedS),
    time('commitS', 'track good enough to commit', ({ commitS }) => commitS),
    time('decidedS', 'order given', ({ decidedS }) => decidedS),
    time('releasedS', 'first interceptor released', ({ releasedS }) => releasedS),
    time('stoppedS', 'stopped', ({ stoppedS }) => stoppedS),
  ]);
}

function shotTable(outcomes: readonly TrialOutcome[], { layerIds, threatIds }: RunNames): TidyTable {
  const rows = outcomes.flatMap(({ trial, shots }) => shots.map((shot, shotIndex) => ({ trial, shotIndex, ...shot })));
  return tidyTable('shots', 'one interceptor released', rows, [
    ['trial', 'whole', 'number of the trial', ({ trial }) => trial],
    ['shotIndex', 'whole', 'shot of the trial, from 0', ({ shotIndex }) => shotIndex],
    ['layer', 'text', 'layer of interceptors', ({ layerIndex }) => layerIds[layerIndex]],
    ['unitIndex', 'whole', 'satellite or site, from 0', ({ unitIndex }) => unitIndex],
    [
      'threat',
      'text',
      'missile it was released at',
      ({ threatIndex }) => threatIds[threatIndex] ?? String(threatIndex),
    ],
    [
      'objectIndex',
      'whole',
      'object of the raid; empty: at all that the missile carries',
      ({ objectIndex }) => (objectIndex < 0 ? undefined : objectIndex),
    ],
    ['roundIndex', 'whole', 'salvo, from 0', ({ round }) => round],
    ['orderedS', 'number', 'order given, seconds after the first launch', ({ orderedS }) => orderedS],
    ['releaseS', 'number', 'released, seconds after the first launch', ({ releaseS }) => releaseS],
    ['interceptS', 'number', 'intercept, seconds after the first launch', ({ interceptS }) => interceptS],
    ['result', 'text', 'killed, missed, failed, not-tracked or already-dead', ({ result }) => result],
  ]);
}

function costTables(cost: CostResult, uncertainty: CostUncertainty): TidyTable[] {
  const { startYear, elements, partners, launches } = cost;
  const byYear = <T>(list: readonly T[], years: (each: T) => number[]) =>
    list.flatMap((each) => years(each).map((_, i) => ({ ...each, i })));
  return [
    tidyTable(
      'cost-years',
      'one element in one year',
      byYear(elements, ({ yearMusd }) => yearMusd),
      [
        ['year', 'whole', 'fiscal year', ({ i }) => startYear + i],
        ['element', 'text', 'element of the scenario', ({ id }) => id],
        ['role', 'text', 'network, sensor, interceptor or system', ({ role }) => role],
        ['partner', 'text', 'who provides it', ({ partner }) => partner],
        ['costMusd', 'number', `cost, millions of dollars of ${cost.priceYear}`, ({ yearMusd, i }) => yearMusd[i]],
        ['boughtCount', 'number', 'units bought', ({ boughtCounts, i }) => boughtCounts[i]],
        [
          'inServiceCount',
          'number',
          'units in service at the end of the year',
          ({ inServiceCounts, i }) => inServiceCounts[i],
        ],
      ],
    ),
    tidyTable(
      'cost-categories',
      'one element and kind of spending',
      elements.flatMap(({ id, categoryMusd }) =>
        Object.entries(categoryMusd).map(([category, musd]) => ({ id, category, musd })),
      ),
      [
        ['element', 'text', 'element of the scenario', ({ id }) => id],
        ['category', 'text', 'what the money is spent on', ({ category }) => category],
        ['costMusd', 'number', `over the horizon, millions of dollars of ${cost.priceYear}`, ({ musd }) => musd],
      ],
    ),
    tidyTable(
      'cost-partners',
      'one partner in one year',
      byYear(partners, ({ yearMusd }) => yearMusd),
      [
        ['year', 'whole', 'fiscal year', ({ i }) => startYear + i],
        ['partner', 'text', 'who is paid', ({ partner }) => partner],
        ['costMusd', 'number', `millions of dollars of ${cost.priceYear}`, ({ yearMusd, i }) => yearMusd[i]],
      ],
    ),
    tidyTable(
      'launches',
      'one vehicle in one year',
      byYear(launches, ({ launchCounts }) => launchCounts),
      [
        ['year', 'whole', 'fiscal year', ({ i }) => startYear + i],
        ['vehicle', 'text', 'launch vehicle', ({ vehicle }) => vehicle],
        ['partner', 'text', 'who flies it', ({ partner }) => partner],
        ['launchCount', 'number', 'launches that the cost buys', ({ launchCounts, i }) => launchCounts[i]],
      ],
    ),
    ...uncertaintyTables(uncertainty, startYear, cost.priceYear),
  ];
}

function uncertaintyTables(
  { yearMusd, sCurve, tornado }: CostUncertainty,
  startYear: number,
  priceYear: number,
): TidyTable[] {
  const money = `millions of dollars of ${priceYear}`;
  return [
    tidyTable(
      'cost-band',
      'one year of the whole, with ranges',
      yearMusd.map((spread, i) => ({ ...spread, i })),
      [
        ['year', 'whole', 'fiscal year', ({ i }) => startYear + i],
        ['p10Musd', 'number', `tenth percentile, ${money}`, ({ p10 }) => p10],
        ['p50Musd', 'number', `median, ${money}`, ({ p50 }) => p50],
        ['p90Musd', 'number', `ninetieth percentile, ${money}`, ({ p90 }) => p90],
        ['meanMusd', 'number', `mean, ${money}`, ({ mean }) => mean],
      ],
    ),
    tidyTable('cost-s-curve', 'one point of the distribution of the total', sCurve, [
      ['costMusd', 'number', `total, ${money}`, ({ costMusd }) => costMusd],
      ['probability', 'number', 'chance that the total is at or under it', ({ probability }) => probability],
    ]),
    tidyTable('cost-tornado', 'one input with a range, all others at their value', tornado, [
      ['element', 'text', 'element of the scenario', ({ element }) => element],
      ['path', 'text', 'input; its unit is the suffix of its name', ({ path }) => path],
      ['low', 'number', 'low end of the input, in its own unit', ({ low }) => low],
      ['value', 'number', 'value of the input', ({ value }) => value],
      ['high', 'number', 'high end of the input', ({ high }) => high],
      ['totalAtLowMusd', 'number', `total with the input at its low, ${money}`, ({ totalAtLowMusd }) => totalAtLowMusd],
      [
        'totalAtHighMusd',
        'number',
        `total with the input at its high, ${money}`,
        ({ totalAtHighMusd }) => totalAtHighMusd,
      ],
    ]),
  ];
}

function fieldingTables({ startYear, elements, capabilityFraction: whole, constraints }: FieldingResult): TidyTable[] {
  const month = (m: number) => `${startYear + Math.floor(m / 12)}-${String((m % 12) + 1).padStart(2, '0')}`;
  const rows = elements.flatMap(({ id, unitCount, capabilityFraction }) =>
    unitCount.p50.map((_, m) => ({ m, element: id, units: unitCount, share: capabilityFraction })),
  );
  return [
    tidyTable('fielding', 'one element at the end of one month', rows, [
      ['month', 'text', 'such as 2030-04', ({ m }) => month(m)],
      ['element', 'text', 'element of the scenario', ({ element }) => element],
      [
        'p10Count',
        'number',
        'units that stand (satellites in orbit), in service or not yet, tenth percentile',
        ({ units, m }) => units.p10[m],
      ],
      ['p50Count', 'number', 'the same, median', ({ units, m }) => units.p50[m]],
      ['p90Count', 'number', 'the same, ninetieth percentile', ({ units, m }) => units.p90[m]],
      ['p50Fraction', 'number', 'of the units wanted, those in service, median', ({ share, m }) => share.p50[m]],
    ]),
    tidyTable(
      'fielding-whole',
      'the whole at the end of one month',
      whole.p50.map((_, m) => m),
      [
        ['month', 'text', 'such as 2030-04', month],
        ['p10Fraction', 'number', "mean of the elements' fractions, tenth percentile", (m) => whole.p10[m]],
        ['p50Fraction', 'number', 'the same, median', (m) => whole.p50[m]],
        ['p90Fraction', 'number', 'the same, ninetieth percentile', (m) => whole.p90[m]],
      ],
    ),
    tidyTable('fielding-constraints', 'one half-year', constraints, [
      ['period', 'text', 'such as 2030 H1', ({ period }) => period],
      ['binding', 'text', 'what held the campaign back most often', ({ binding }) => binding],
      ['shareFraction', 'number', 'share of the trials in which it did', (c) => c.shareFraction[c.binding]],
    ]),
  ];
}

function networkTables({ variants }: NetworkReport): TidyTable[] {
  const rows = variants.flatMap((variant) => [...variant.legs, ...variant.routes].map((leg) => ({ variant, leg })));
  return [
    tidyTable('networks', 'the networks in one state', variants, [
      ['variant', 'text', 'as planned, or what is gone', ({ name }) => tell(name)],
      ['kind', 'text', 'what kind of thing is gone', ({ kind }) => kind],
      [
        'cutFraction',
        'number',
        'of what was connected as planned, the share that is cut',
        ({ cutFraction }) => cutFraction,
      ],
      ['partCount', 'number', 'connected parts, mean over the moments', ({ partCount }) => partCount],
      ['largestPartFraction', 'number', 'of the working satellites, in the largest part', (v) => v.largestPartFraction],
    ]),
    tidyTable('messages', 'one kind of message with the networks in one state', rows, [
      ['variant', 'text', 'as planned, or what is gone', ({ variant }) => tell(variant.name)],
      ['id', 'text', 'sensor, layer or route', ({ leg }) => leg.id],
      ['kind', 'text', 'sensor to the centre, centre to interceptor, or route', ({ leg }) => leg.kind],
      ['sampleCount', 'whole', 'units times moments looked at', ({ leg }) => leg.sampleCount],
      ['reachableFraction', 'number', 'share of them with a way', ({ leg }) => leg.reachableFraction],
      ['medianS', 'number', 'one-way time, median', ({ leg }) => leg.medianS],
      ['p95S', 'number', 'one-way time, 95th percentile', ({ leg }) => leg.p95S],
      ['worstS', 'number', 'one-way time, longest', ({ leg }) => leg.worstS],
    ]),
  ];
}

function sourceTable({ sources }: Provenance): TidyTable {
  return tidyTable('sources', 'one source of the numbers', sources, [
    ['key', 'text', 'key in the catalog', ({ key }) => key],
    ['title', 'text', 'title', ({ title }) => title],
    ['producer', 'text', 'author or publisher', ({ producer }) => producer],
    ['date', 'text', 'date, or year', ({ date }) => date],
    ['url', 'text', 'address', ({ url }) => url],
    [
      'seen',
      'text',
      'read in the original (primary), quoted by others (secondary), recalled (not-seen)',
      ({ seen }) => seen,
    ],
    [
      'kind',
      'text',
      'primary, record (publication of record), aggregator, mirror, forum, file, own',
      ({ kind }) => kind,
    ],
    ['place', 'text', 'where it stands', ({ place }) => place],
    [
      'quotedBy',
      'text',
      'key of the source that was read, where it was seen only as quoted',
      ({ quotedBy }) => quotedBy,
    ],
    ['numberCount', 'whole', 'numbers of the run that rest on it', ({ numberCount }) => numberCount],
    [
      'statedCount',
      'whole',
      'of these, stated in a primary document or a record that quotes one',
      (row) => row.statedCount,
    ],
    ['secondHandCount', 'whole', 'of these, second hand', ({ secondHandCount }) => secondHandCount],
  ]);
}

/** How far the numbers of the run can be trusted: best first. */
function basisTable({ basisCount }: Provenance): TidyTable {
  return tidyTable('basis', 'how far some of the numbers can be trusted', Object.entries(basisCount), [
    ['basis', 'text', 'stated, second-hand, derived, estimate, assumption', ([basis]) => basis],
    ['numberCount', 'whole', 'numbers of the run', ([, numberCount]) => numberCount],
  ]);
}

/** The ways of messages over time. */
export interface RouteRow {
  tS: number;
  route: string;
  from: string;
  to: string;
  /** Absent: no way. */
  oneWayS?: number;
  hopCount?: number;
  networks?: string;
  partners?: string;
  gateways?: string;
  reason?: string;
}

/** One route at one moment. */
export function routeTable(rows: readonly RouteRow[]): TidyTable {
  return tidyTable('routes', 'one route of the scenario at one moment', rows, [
    ['tS', 'number', 'seconds after the epoch', ({ tS }) => tS],
    ['route', 'text', 'route of the scenario', ({ route }) => route],
    ['from', 'text', 'start', ({ from }) => from],
    ['to', 'text', 'end', ({ to }) => to],
    ['oneWayS', 'number', 'one-way time; empty: no way', ({ oneWayS }) => oneWayS],
    ['hopCount', 'whole', 'satellites passed', ({ hopCount }) => hopCount],
    ['networks', 'text', 'networks in the order in which they carry it', ({ networks }) => networks],
    ['partners', 'text', 'partners who provide them', ({ partners }) => partners],
    ['gateways', 'text', 'gateways passed', ({ gateways }) => gateways],
    ['reason', 'text', 'why there is no way', ({ reason }) => reason],
  ]);
}
