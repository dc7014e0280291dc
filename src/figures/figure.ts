import type { Chart } from './chart.ts';

/** A chart or map: a sentence that says what it shows, the picture, and the numbers behind it. */
export interface Figure {
  /** Short name for a file, such as `leak-reasons`. */
  id: string;
  title: string;
  /** What the picture shows, in a sentence: read out in its place. */
  sentence: string;
  chart: Chart;
  columns: string[];
  rows: (string | number)[][];
}
