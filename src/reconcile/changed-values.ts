import { moneyParts } from '../catalog/estimate-kinds.ts';
import type { AssumptionCode } from '../flow/reconcile.ts';
import { type Said, said } from '../flow/said.ts';
import type { LayerCode } from './layer-pair.ts';
import type { Study, StudyLayer } from './study.ts';

/** What a layer has of an assumption, in words with its unit. */
export function layerValue(layer: StudyLayer, code: LayerCode): Said {
  const orNone = (value: number | undefined, tell: (value: number) => Said) =>
    value === undefined ? said('reconcile.not-stated') : tell(value);
  switch (code) {
    case 'raid':
      return orNone(layer.raidCount, (count) => said('reconcile.missiles', { count }));
    case 'shots':
      return orNone(layer.shotsCount, (count) => said('reconcile.shots', { count }));
    case 'speed':
      return orNone(layer.deltaVKmS, (value) => said('reconcile.km-s', { value }));
    case 'delay':
      return orNone(layer.flyOutS, (value) => said('reconcile.fly-out', { value }));
    case 'orbit':
      return orNone(layer.altitudeKm, (value) => said('reconcile.km', { value }));
    case 'mass':
      return orNone(layer.massKg, (value) => said('reconcile.kg', { value }));
    case 'unit-cost':
      return layer.firstUnitMusd === undefined
        ? orNone(layer.unitMusd, (musd) =>
            said(layer.launchIncluded ? 'reconcile.unit-launched' : 'reconcile.unit', { musd }),
          )
        : said('reconcile.first-unit', { musd: layer.firstUnitMusd, ratio: layer.learningRatio ?? 1 });
    case 'launch-price':
      return orNone(layer.launchUsdKg, (value) => said('reconcile.usd-kg', { value }));
    case 'life':
      return orNone(layer.lifeYr, (value) => said('reconcile.years', { value }));
    case 'buying':
      return layer.replacement === undefined
        ? said('reconcile.not-stated')
        : said(layer.replacement === 'steady' ? 'reconcile.steady' : 'reconcile.generation');
    case 'development':
      return orNone(layer.developmentMusd, (musd) => said('reconcile.musd', { musd }));
    case 'operations':
      return orNone(layer.operationsMusdYr, (musd) => said('reconcile.musd-yr', { musd }));
  }
}

/** How many interceptors, or how many for each missile. */
export function countValue(count: number, isPerMissile: boolean): Said {
  return said(isPerMissile ? 'reconcile.per-missile' : 'reconcile.interceptors', { count });
}

/** Parts of the money that a study counts. */
export function countsValue({ counts }: Study): Said {
  if (counts === undefined) return said('reconcile.all-parts');
  return said('reconcile.parts', {
    parts: moneyParts.filter((part) => counts.includes(part)).map((part) => said(`reconcile.part-${part}`)),
  });
}

/** Name of an assumption. */
export function codeName(code: AssumptionCode): Said {
  return said(`reconcile.code-${code}`);
}
