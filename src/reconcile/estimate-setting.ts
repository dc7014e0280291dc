import { estimatePhases } from '../catalog/estimate-kinds.ts';
import type { EconomyPlan } from '../flow/architecture.ts';
import { type AssumptionCode, assumptionCodes, type HeldAssumption } from '../flow/reconcile.ts';
import { said } from '../flow/said.ts';
import { priceFactor } from '../programme/deflator.ts';
import { countsValue, countValue, layerValue } from './changed-values.ts';
import { layerInDollars } from './layer-cost.ts';
import {
  geometry,
  type LayerCode,
  type LayerPair,
  layerFields,
  pairLayers,
  sizeCodes,
  sizedCount,
} from './layer-pair.ts';
import { holdsPhase, holdsRest, type Phase, restMusd, type Study, type StudyLayer } from './study.ts';
import type { Change } from './walk.ts';

/** A layer of one phase as it stands along a walk. */
interface Member {
  phase: Phase;
  /** Filled layers; at both ends where the layer is shared or held. */
  pair: LayerPair;
  /** At one end alone: the walk brings it in, or takes it out. */
  only?: 'from' | 'to';
}

/** Everything that a walk between two studies starts from. */
export interface Setting {
  from: Study;
  to: Study;
  economy: EconomyPlan;
  members: Member[];
  changes: (Change & { key: string })[];
  held: HeldAssumption[];
  /** Dollars of each end; the same where one of them names no year. */
  years: { from: number; to: number };
}

/** Two studies made comparable: the layers, the changes between them, and what is held. */
export function settingOf(from: Study, to: Study, economy: EconomyPlan, lender?: Study): Setting {
  const isSameYear = from.priceYearAssumed === true || to.priceYearAssumed === true;
  const years = { from: isSameYear ? to.priceYear : from.priceYear, to: to.priceYear };
  const setting: Setting = { from, to, economy, members: [], changes: [], held: [], years };
  for (const phase of estimatePhases) addPhase(phase, setting, lender);
  addWholes(setting);
  setting.changes.sort((a, b) => assumptionCodes.indexOf(a.code) - assumptionCodes.indexOf(b.code));
  return setting;
}

/** In the dollars of the end of the walk, in which all layers are compared. */
function layerOf(study: Study, phase: Phase, { economy, years }: Setting, year: number): StudyLayer | undefined {
  const layer = study.layers.find((each) => each.phase === phase);
  return layer && layerInDollars(layer, priceFactor(economy, year, years.to));
}

function addPhase(phase: Phase, setting: Setting, lender?: Study): void {
  const { from, to, years } = setting;
  const [a, b] = [layerOf(from, phase, setting, years.from), layerOf(to, phase, setting, years.to)];
  const [atFrom, atTo] = [holdsPhase(from, phase), holdsPhase(to, phase)];
  const one = a ?? b;
  if (!one) return;
  const only = a && atTo === 'no' ? 'from' : b && atFrom === 'no' ? 'to' : undefined;
  const pair = pairLayers(a ?? one, b ?? one, lender && layerOf(lender, phase, setting, lender.priceYear));
  setting.members.push({ phase, pair, only });
  const nameOf = (by: LayerPair['held'][number]['by']) =>
    by === 'lender' ? (lender?.name ?? '') : by === 'from' ? from.name : to.name;
  if (only) {
    const present = said('reconcile.layer', { count: one.interceptorCount });
    const absent = said('reconcile.no-layer');
    const [before, after] = only === 'from' ? [present, absent] : [absent, present];
    setting.changes.push({ code: 'scope', key: phase, subject: phase, before, after });
  } else if (a && b) addLayerChanges(pair, { from: own(from, phase), to: own(to, phase) }, setting);
  else {
    const by = a ? from.name : to.name;
    setting.held.push({ code: 'interceptors', by, value: countValue(one.interceptorCount, false) });
    for (const code of pair.shared.filter((each) => isFelt(each, pair, [])))
      setting.held.push({ code, by, value: layerValue(one, code) });
  }
  for (const { code, by, layer } of pair.held)
    if (isFelt(code, pair, setting.changes))
      setting.held.push({ code, by: nameOf(by), value: layerValue(layer, code) });
}

/** A layer as its study has it, in its own dollars. */
function own({ layers }: Study, phase: Phase): StudyLayer {
  return layers.find((each) => each.phase === phase)!;
}

/** Whether the total leans on an assumption: sizes only where a step is computed from them, launch only where it is priced. */
function isFelt(code: LayerCode, pair: LayerPair, changes: readonly Change[]): boolean {
  if (SIZE_CODES.includes(code)) return geometry.includes(code) && changes.some((each) => isGeometry(each.code));
  return !(code === 'mass' || code === 'launch-price') || isLaunchPriced(pair.from);
}

function isGeometry(code: AssumptionCode): boolean {
  return (geometry as readonly AssumptionCode[]).includes(code);
}

/** Steps of a layer that both have: its size taken apart as far as both state it, then its prices. */
function addLayerChanges(pair: LayerPair, shown: { from: StudyLayer; to: StudyLayer }, { changes }: Setting): void {
  const add = (code: AssumptionCode, before: Change['before'], after: Change['after']) =>
    changes.push({ code, key: code, before, after });
  const isDifferent = (code: LayerCode) => layerFields[code].some((name) => pair.from[name] !== pair.to[name]);
  const sizes = sizeCodes(pair);
  const prices = pair.shared.filter((code) => !sizes.includes(code) && !SIZE_CODES.includes(code));
  const isPriced = (code: LayerCode) =>
    !(code === 'mass' || code === 'launch-price') || [pair.from, pair.to].every(isLaunchPriced);
  for (const code of [...sizes, ...prices.filter(isPriced)])
    if (isDifferent(code)) add(code, layerValue(shown.from, code), layerValue(shown.to, code));
  const isPerMissile = sizes.includes('raid');
  const rest = ({ interceptorCount, raidCount = 1 }: StudyLayer) =>
    countValue(isPerMissile ? interceptorCount / raidCount : interceptorCount, isPerMissile);
  const resized = sizedCount(pair, (code) => code !== 'per-missile');
  if (Math.abs(resized / pair.to.interceptorCount - 1) > 1e-6)
    add(isPerMissile ? 'per-missile' : 'interceptors', rest(pair.from), rest(pair.to));
}

/** Whether its launch is priced apart from its units. */
function isLaunchPriced({ massKg, launchUsdKg, launchIncluded }: StudyLayer): boolean {
  return massKg !== undefined && launchUsdKg !== undefined && !launchIncluded;
}

const SIZE_CODES: readonly LayerCode[] = ['raid', 'shots', 'speed', 'delay', 'orbit'];

/** Steps of the whole: dollars, years, the undivided rest, what is counted at all. */
function addWholes(setting: Setting): void {
  const { from, to, years, changes, held } = setting;
  const year = (value: number) => said('reconcile.dollars-of', { year: String(value) });
  if (years.from !== years.to)
    changes.push({ code: 'price-year', key: 'price-year', before: year(years.from), after: year(years.to) });
  const span = (value: number) => said('reconcile.years', { value });
  if (from.horizonYr !== undefined && to.horizonYr !== undefined) {
    if (from.horizonYr !== to.horizonYr)
      changes.push({ code: 'years', key: 'years', before: span(from.horizonYr), after: span(to.horizonYr) });
  } else if (from.horizonYr !== undefined || to.horizonYr !== undefined) {
    const by = from.horizonYr === undefined ? to : from;
    held.push({ code: 'years', by: by.name, value: span(by.horizonYr!) });
  }
  if (String(from.counts) !== String(to.counts))
    changes.push({ code: 'counts', key: 'counts', before: countsValue(from), after: countsValue(to) });
  addRest(setting);
}

function addRest({ from, to, changes, held }: Setting): void {
  const [atFrom, atTo] = [holdsRest(from), holdsRest(to)];
  const amount = (study: Study) => said('reconcile.block', { musd: restMusd(study) });
  const none = said('reconcile.no-rest');
  if (atFrom === 'yes' && atTo === 'yes') {
    if (restMusd(from) !== restMusd(to))
      changes.push({ code: 'rest', key: 'rest', before: amount(from), after: amount(to) });
  } else if (atFrom === 'yes' && atTo === 'no')
    changes.push({ code: 'scope', key: 'rest', subject: 'rest', before: amount(from), after: none });
  else if (atFrom === 'no' && atTo === 'yes')
    changes.push({ code: 'scope', key: 'rest', subject: 'rest', before: none, after: amount(to) });
  else if (atFrom === 'yes' || atTo === 'yes') {
    const by = atFrom === 'yes' ? from : to;
    held.push({ code: 'rest', by: by.name, value: amount(by) });
  }
}
