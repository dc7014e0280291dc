import type { Markish, PlotOptions } from '@observablehq/plot';
import type { Parts } from './parts.ts';

/** A chart: from the parts of Observable Plot and a look to what is to be drawn. Needs no document. */
export type Chart = (plot: Parts, look: Look) => Picture;

/** One plot, or several on one ground. */
export interface Picture {
  heightPx: number;
  panels: Panel[];
}

/** A plot in a picture. */
export interface Panel extends PlotOptions {
  /** Place of its left top corner, in pixels; absent: that of the picture. */
  at?: [x: number, y: number];
}

export type Mark = Markish;

/** How wide, and in which colours. */
export interface Look {
  widthPx: number;
  inks: Inks;
}

/** Colours by what they are for. */
export interface Inks {
  ground: string;
  text: string;
  faint: string;
  rule: string;
  /** What is looked at first. */
  accent: string;
  /** What it is set against. */
  warm: string;
  /** A band around a line of `accent`. */
  band: string;
  /** Ground of what burns. */
  boost: string;
  /** What stood before. */
  before: string;
  good: string;
  bad: string;
  /** The clock, and moments on an axis of time. */
  clock: string;
  /** Of series, apart also for readers who confuse red and green. */
  series: readonly string[];
}

/** Width of every chart of a report, in pixels. */
export const CHART_WIDTH = 720;

/** As on white paper. */
export const paper: Look = {
  widthPx: CHART_WIDTH,
  inks: {
    ground: '#f3f5f7',
    text: '#1b2430',
    faint: '#5b6673',
    rule: '#d5dbe1',
    accent: '#1f5fa8',
    warm: '#c2571a',
    band: '#c9dcf0',
    boost: '#f6e7dc',
    before: '#9aa4ae',
    good: '#2f8f6f',
    bad: '#c2571a',
    clock: '#8a6d3b',
    series: ['#1f5fa8', '#e0912b', '#2f8f6f', '#b5487d', '#7a6bb5', '#6a9fd4', '#8a6d3b', '#9aa4ae'],
  },
};

/** A picture of one plot. */
export function one(heightPx: number, plot: PlotOptions): Picture {
  return { heightPx, panels: [{ height: heightPx, ...plot }] };
}
