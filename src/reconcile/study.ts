import type { Catalog, CatalogEntry, EntryValues } from '../catalog/entry.ts';
import { isSourced } from '../catalog/entry.ts';
import { estimatePhases, restScopes } from '../catalog/estimate-kinds.ts';
import type { SourcedNumber } from '../catalog/field.ts';
import { type AssumptionCode, wantedCodes } from '../flow/reconcile.ts';

type Values = EntryValues<'estimates'>;
export type StudyLayer = NonNullable<Values['layers']>[number];
export type Phase = StudyLayer['phase'];

/** A published estimate with plain numbers; money in dollars of its price year. */
export interface Study extends Values {
  /** Ends of the published total, where it has a range. */
  lowMusd?: number;
  highMusd?: number;
  /** Year of its dollars: stated, or that of its date. */
  priceYear: number;
  layers: StudyLayer[];
}

/** A published estimate out of its entry. */
export function studyOf({ id, name, fields }: CatalogEntry): Study {
  const values = plainOf(fields) as unknown as Values;
  const total = fields.totalMusd as SourcedNumber | undefined;
  const { low: lowMusd, high: highMusd } = total ?? {};
  const priceYear = total?.priceYear ?? Number(values.date.slice(0, 4));
  return { ...values, id, name, layers: values.layers ?? [], lowMusd, highMusd, priceYear };
}

/** All published estimates of a catalog, earliest first. */
export function studiesOf({ entries }: Pick<Catalog, 'entries'>): Study[] {
  return Object.values(entries.estimates)
    .map(studyOf)
    .sort((a, b) => (a.date === b.date ? (a.id < b.id ? -1 : 1) : a.date < b.date ? -1 : 1));
}

function plainOf(value: unknown): unknown {
  if (isSourced(value)) return value.value;
  if (Array.isArray(value)) return value.map(plainOf);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, plainOf(inner)]));
}

/** Whether a study holds a part of a shield, says that it does not, or leaves it open. */
type Holds = 'yes' | 'no' | 'open';

export function holdsPhase({ layers, scope }: Study, phase: Phase): Holds {
  if (layers.some((layer) => layer.phase === phase)) return 'yes';
  return scope && !scope.includes(phase) ? 'no' : 'open';
}

export function holdsRest({ blocks = [], scope }: Study): Holds {
  if (blocks.length > 0) return 'yes';
  return scope && !restScopes.some((each) => scope.includes(each)) ? 'no' : 'open';
}

/** What a study counts beside its layers, all of it undivided. */
export function restMusd({ blocks = [] }: Study): number {
  return blocks.reduce((sum, { amountMusd }) => sum + amountMusd, 0);
}

/** Whether a layer states an assumption. */
export function states(layer: StudyLayer, code: AssumptionCode): boolean {
  switch (code) {
    case 'raid':
      return layer.raidCount !== undefined;
    case 'shots':
      return layer.shotsCount !== undefined;
    case 'speed':
      return layer.deltaVKmS !== undefined;
    case 'delay':
      return layer.flyOutS !== undefined;
    case 'orbit':
      return layer.altitudeKm !== undefined;
    case 'mass':
      return layer.massKg !== undefined;
    case 'unit-cost':
      return layer.unitMusd !== undefined || layer.firstUnitMusd !== undefined;
    case 'launch-price':
      return layer.launchUsdKg !== undefined;
    case 'life':
      return layer.lifeYr !== undefined;
    case 'buying':
      return layer.replacement !== undefined;
    case 'development':
      return layer.developmentMusd !== undefined;
    case 'operations':
      return layer.operationsMusdYr !== undefined;
    default:
      return true;
  }
}

/** Assumptions that a study could state and does not. A study without space interceptors has none to state about them. */
export function silentCodes(study: Study): AssumptionCode[] {
  const hasNoLayer = estimatePhases.every((phase) => holdsPhase(study, phase) === 'no');
  return wantedCodes.filter((code) => {
    if (code === 'scope') return study.scope === undefined;
    if (code === 'years') return study.horizonYr === undefined;
    if (code === 'price-year') return study.priceYearAssumed === true;
    if (hasNoLayer) return false;
    if (study.layers.length === 0) return true;
    return study.layers.some((layer) => !states(layer, code));
  });
}
