/** Colours of the charts: names of the page's style sheet, which has them for a light and for a dark ground. */
export const ink = {
  /** Of series, in order; the first two are far apart for any colour vision. */
  series: Array.from({ length: 8 }, (_, i) => `var(--series-${i})`),
  /** What stood before. */
  ghost: 'var(--ghost)',
  alarm: 'var(--alarm)',
  /** The clock, and moments on an axis of time. */
  clock: 'var(--clock)',
  /** Messages on their way. */
  report: 'var(--report)',
  text: 'var(--text)',
} as const;

/** A drawing whose colours are written into it, as on a light ground. */
export function onPaper(drawing: string): string {
  const probe = document.createElement('i');
  probe.className = 'on-paper';
  document.body.append(probe);
  const style = getComputedStyle(probe);
  const inked = drawing.replace(/var\((--[a-z0-9-]+)\)/g, (_, name: string) => style.getPropertyValue(name).trim());
  probe.remove();
  return inked;
}
