import type { EffectSummary } from 'cupola';
import type { ChartRow } from 'cupola/figures';
import { nameText, text, textOr } from '../i18n/text.ts';

/** One line of a chart and of the table beside it. */
export type Row = ChartRow;

/** What becomes of the warheads, or of missiles of one warhead each: stopped by each layer, or through for each reason. */
export function leakRows(effect: EffectSummary, before?: EffectSummary): Row[] {
  const t = text.value;
  const stopped = effect.layers.map(({ id }): Row => {
    const reference = before && stoppedBy(before, id);
    return { name: t('effect.stoppedBy', { layer: id }), value: stoppedBy(effect, id), reference, color: 'good' };
  });
  const through = Object.entries(throughBy(effect)).map(([reason, count]): Row => {
    const other = before && throughBy(before)[reason as keyof typeof before.leakersByReason];
    return {
      name: textOr(`leak.${reason}`, reason),
      value: count / effect.trials,
      reference: before && other !== undefined ? other / before.trials : undefined,
      color: 'bad',
    };
  });
  return [...stopped, ...through.filter(({ value, reference }) => value > 0 || (reference ?? 0) > 0)];
}

function stoppedBy({ layers, warheads }: EffectSummary, id: string): number {
  const isLayer = (layer: { id: string }) => layer.id === id;
  return warheads?.layers.find(isLayer)?.warheadsStoppedPerRaid ?? layers.find(isLayer)?.killsPerRaid ?? 0;
}

function throughBy({ leakersByReason, warheads }: EffectSummary) {
  return warheads?.warheadsByReason ?? leakersByReason;
}

/** When a missile is seen, decided on, shot at and stopped. */
export function timeRows(effect: EffectSummary, before?: EffectSummary): Row[] {
  const t = text.value;
  const moments = [
    ['detected', 'effect.detect'],
    ['decided', 'effect.decide'],
    ['released', 'effect.release'],
    ['stopped', 'effect.stop'],
  ] as const;
  return moments.flatMap(([moment, key]) => {
    const { medianS, p10S, p90S } = effect.times[moment];
    const reference = before?.times[moment].medianS;
    return Number.isFinite(medianS) ? [{ name: t(key), value: medianS, low: p10S, high: p90S, reference }] : [];
  });
}

type Falls = NonNullable<EffectSummary['falls']>;

/** Where payloads of missiles hit in boost come down: a row for each cell of the map. */
export function fallRows({ cells }: Falls): Row[] {
  return cells.map(({ latDeg, lonDeg, count }) => ({
    name: `${latDeg}, ${lonDeg}`,
    value: count,
    x: lonDeg,
    y: latDeg,
  }));
}

/** Shares of them by sea and country, in percent. */
export function fallTable({ seaFraction, countries }: Falls): [place: string, percent: number][] {
  return [
    [text.value('effect.fallsSea'), 100 * seaFraction],
    ...countries.map(({ name, fraction }): [string, number] => [nameText.value(name), 100 * fraction]),
  ];
}
