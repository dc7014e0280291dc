/** White to dark blue. */
export function shade(fraction: number): string {
  const t = Math.max(0, Math.min(1, fraction));
  const mix = (from: number, to: number) => Math.round(from + (to - from) * t);
  return `rgb(${mix(240, 18)},${mix(245, 62)},${mix(250, 120)})`;
}
