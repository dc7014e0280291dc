/**
 * The charts of Cupola: what each shows, and the one place that draws them, with Observable Plot. `htmlReport` takes `draw`.
 *
 * @module
 */

export type { Chart, Look } from './chart.ts';
export { type Draw, draw } from './draw.ts';
export type { Figure } from './figure.ts';
