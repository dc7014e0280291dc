import {
  areaY,
  axisX,
  axisY,
  barX,
  cell,
  dot,
  gridX,
  gridY,
  line,
  lineY,
  link,
  plot,
  rect,
  ruleX,
  ruleY,
  text,
  tickX,
} from '@observablehq/plot';

/** What the charts use of Observable Plot: the one place that loads it. */
export const parts = {
  areaY,
  axisX,
  axisY,
  barX,
  cell,
  dot,
  gridX,
  gridY,
  link,
  lineY,
  line,
  plot,
  rect,
  ruleX,
  ruleY,
  text,
  tickX,
};

export type Parts = typeof parts;
