import { sizeLayer } from '../closed-forms/sizing.ts';
import type { AssumptionCode } from '../flow/reconcile.ts';
import { type StudyLayer, states } from './study.ts';

/** One layer as two studies count it, each filled with what only the other, or a third, states. */
export interface LayerPair {
  from: StudyLayer;
  to: StudyLayer;
  /** What one alone states, and what neither does and a third study lends. */
  held: { code: LayerCode; by: 'from' | 'to' | 'lender'; layer: StudyLayer }[];
  /** Assumptions that both state. */
  shared: LayerCode[];
}

/** Fields of a layer by the assumption that they belong to. */
export const layerFields = {
  raid: ['raidCount'],
  shots: ['shotsCount'],
  speed: ['deltaVKmS', 'accelerationG'],
  delay: ['flyOutS'],
  orbit: ['altitudeKm', 'interceptAltitudeKm'],
  mass: ['massKg'],
  'unit-cost': ['unitMusd', 'firstUnitMusd', 'learningRatio', 'launchIncluded'],
  'launch-price': ['launchUsdKg'],
  life: ['lifeYr'],
  buying: ['replacement', 'deploymentYr'],
  development: ['developmentMusd'],
  operations: ['operationsMusdYr'],
} as const satisfies Partial<Record<AssumptionCode, readonly (keyof StudyLayer)[]>>;
export type LayerCode = keyof typeof layerFields;
const layerCodes = Object.keys(layerFields) as LayerCode[];

/** What a third study may lend where neither states it: without these nothing can be priced. */
const LENT: readonly LayerCode[] = ['unit-cost', 'life', 'buying', 'operations'];

/** Money on top of the units. */
const ADDED: readonly LayerCode[] = ['development', 'operations'];

/**
 * Two layers made comparable: what one does not state is taken from the other, so that it is the same at both and no step.
 *
 * @param lender layer of a third study, for what neither states
 */
export function pairLayers(from: StudyLayer, to: StudyLayer, lender: StudyLayer | undefined): LayerPair {
  const pair: LayerPair = { from: { ...from }, to: { ...to }, held: [], shared: [] };
  /** Whose unit price each side has: the launch inside it is that study's. */
  const priced = { from, to };
  for (const code of layerCodes) {
    const [a, b] = [states(from, code), states(to, code)];
    if (a && b) pair.shared.push(code);
    else if ((a || b) && ADDED.includes(code) && states(a ? to : from, 'unit-cost')) {
      // a study with prices of its own that names no such money counts none
      for (const name of layerFields[code]) Object.assign(pair[a ? 'to' : 'from'], { [name]: 0 });
      pair.shared.push(code);
    } else if (a || b) {
      const [by, out, into] = a ? (['from', from, 'to'] as const) : (['to', to, 'from'] as const);
      fill(pair[into], out, code);
      if (code === 'unit-cost') priced[into] = out;
      pair.held.push({ code, by, layer: out });
    } else if (lender && LENT.includes(code) && states(lender, code)) {
      for (const side of ['from', 'to'] as const) {
        fill(pair[side], lender, code);
        if (code === 'unit-cost') priced[side] = lender;
      }
      pair.held.push({ code, by: 'lender', layer: lender });
    }
  }
  for (const side of ['from', 'to'] as const) takeLaunchOut(pair[side], priced[side].launchUsdKg);
  return pair;
}

function fill(into: StudyLayer, out: StudyLayer, code: LayerCode): void {
  for (const name of layerFields[code]) if (out[name] !== undefined) Object.assign(into, { [name]: out[name] });
}

/** A unit price that includes its launch becomes one without, where the mass and the price of that launch are known. */
function takeLaunchOut(layer: StudyLayer, insideUsdKg: number | undefined): void {
  const { launchIncluded, massKg, unitMusd } = layer;
  if (!launchIncluded || unitMusd === undefined || massKg === undefined || insideUsdKg === undefined) return;
  layer.unitMusd = unitMusd - (massKg * insideUsdKg) / 1e6;
  layer.launchUsdKg ??= insideUsdKg;
  delete layer.launchIncluded;
}

/** Numbers of a layer that make up how many interceptors it has. */
type Sizing = Pick<
  StudyLayer,
  'interceptorCount' | 'raidCount' | 'shotsCount' | 'deltaVKmS' | 'accelerationG' | 'flyOutS' | 'altitudeKm'
> & { interceptAltitudeKm?: number };

/**
 * Interceptors on orbit for each one in reach by the closed form: an even shell, a disc in reach.
 *
 * @returns undefined where speed, delay or height is not known, or nothing is in reach
 * @source aei-sbi-calculator, formula of the absentee ratio
 */
function absenteeOf({
  deltaVKmS,
  accelerationG,
  flyOutS,
  altitudeKm,
  interceptAltitudeKm,
}: Sizing): number | undefined {
  if (deltaVKmS === undefined || flyOutS === undefined || altitudeKm === undefined) return undefined;
  const { absenteeRatio } = sizeLayer({
    deltaVKmS,
    flyOutS,
    altitudeKm,
    ...(accelerationG !== undefined && { meanAccelerationG: accelerationG }),
    ...(interceptAltitudeKm !== undefined && { interceptAltitudeKm }),
  });
  return Number.isFinite(absenteeRatio) ? absenteeRatio : undefined;
}

export const geometry: readonly LayerCode[] = ['speed', 'delay', 'orbit'];

/** The assumptions of the size of a layer that a pair can take apart; the rest of the count is one more. */
export function sizeCodes({ from, to, shared }: LayerPair): LayerCode[] {
  const isBoth = (code: LayerCode) => shared.includes(code);
  const codes: LayerCode[] = isBoth('raid') ? ['raid'] : [];
  if (isBoth('shots')) codes.push('shots');
  if (absenteeOf(from) === undefined || absenteeOf(to) === undefined) return codes;
  const isWhole = geometry.every(isBoth);
  return [...codes, ...geometry.filter((code) => isBoth(code) && (code !== 'orbit' || isWhole))];
}

/**
 * How many interceptors a layer has with some of its assumptions as at the one end and the others as at the other.
 *
 * Missiles times shots times the absentee ratio of the closed form, each where both ends state it, times what the published
 * count is over their product: so both ends come out as published.
 *
 * @param isTo whether an assumption is as at the end of the walk
 */
export function sizedCount(pair: LayerPair, isTo: (code: LayerCode | 'per-missile') => boolean): number {
  const codes = sizeCodes(pair);
  const product = (layerOf: (code: LayerCode) => StudyLayer): number => {
    const pick = (code: LayerCode) => (codes.includes(code) ? layerOf(code) : pair.from);
    let count = 1;
    if (codes.includes('raid')) count *= pick('raid').raidCount!;
    if (codes.includes('shots')) count *= pick('shots').shotsCount!;
    if (geometry.some((code) => codes.includes(code))) {
      const { deltaVKmS, accelerationG } = pick('speed');
      const { altitudeKm, interceptAltitudeKm } = pick('orbit');
      const { flyOutS } = pick('delay');
      count *= absenteeOf({ ...pair.from, deltaVKmS, accelerationG, altitudeKm, interceptAltitudeKm, flyOutS }) ?? 1;
    }
    return count;
  };
  const rest = isTo('per-missile') ? pair.to : pair.from;
  const own = product(() => rest);
  return (rest.interceptorCount / own) * product((code) => (isTo(code) ? pair.to : pair.from));
}
