/**
 * The charts of Cupola: what each shows, and the one place that draws them, with Observable Plot. `htmlReport` takes `draw`.
 *
 * @module
 */

export {
  type CardLook,
  type ChartRow,
  cardBand,
  cardBars,
  cardEstimate,
  cardLines,
  cardRanges,
  NAMED_ROOM_PX,
} from './card-charts.ts';
export { cardCurves } from './card-curves.ts';
export { cardMap } from './card-map.ts';
export type { Chart, Inks, Look } from './chart.ts';
export { type Draw, draw, drawOn } from './draw.ts';
export type { Figure } from './figure.ts';
