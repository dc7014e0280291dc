import type { LinkMap } from 'cupola';
import { colors } from './palette.ts';
import type { Line } from './renderer.ts';

/** More links than this are not drawn: the busiest, or every so many. */
export const MOST_LINKS = 1500;
/** Units over a link from which on it is drawn wider. */
const WIDE_FROM = [1, 10, 100] as const;
const WIDTHS_PX = [0.7, 1.3, 2.4] as const;
const ALPHAS = [0.35, 0.6, 0.9] as const;

/** Links to draw of a map: by width, pairs of ends. */
export interface ChosenLinks {
  classes: Int32Array[];
  shownCount: number;
  count: number;
}

const chosen = new WeakMap<LinkMap, ChosenLinks>();

/** Which links of a map are drawn; the same each time. */
export function chooseLinks(map: LinkMap): ChosenLinks {
  const known = chosen.get(map);
  if (known) return known;
  const { ends, useCount } = map;
  const count = useCount.length;
  const isUsed = useCount.some((uses) => uses > 0);
  let order = Array.from({ length: count }, (_, k) => k);
  if (count > MOST_LINKS) {
    if (isUsed) order = order.sort((a, b) => useCount[b] - useCount[a] || a - b).slice(0, MOST_LINKS);
    else order = Array.from({ length: MOST_LINKS }, (_, k) => Math.floor((k * count) / MOST_LINKS));
  }
  const classes: number[][] = WIDE_FROM.map(() => []);
  for (const k of order) {
    const width = WIDE_FROM.findLastIndex((from) => useCount[k] >= from);
    classes[Math.max(0, width)].push(ends[2 * k], ends[2 * k + 1]);
  }
  const made = { classes: classes.map((pairs) => Int32Array.from(pairs)), shownCount: order.length, count };
  chosen.set(map, made);
  return made;
}

/** The links where their ends now are; a line holds many, parted by points that are nowhere. */
export function linkLines(map: LinkMap, positionEciKm: Float64Array, gmstRad: number): Line[] {
  const { groundEcefKm: ground } = map;
  const c = Math.cos(gmstRad);
  const s = Math.sin(gmstRad);
  return chooseLinks(map).classes.flatMap((pairs, width): Line[] => {
    if (pairs.length === 0) return [];
    const points = new Float64Array(4.5 * pairs.length);
    for (let k = 0, a = 0; k < pairs.length; k++, a += k % 2 === 0 ? 6 : 3) {
      const end = pairs[k];
      if (end >= 0) {
        points[a] = positionEciKm[3 * end];
        points[a + 1] = positionEciKm[3 * end + 1];
        points[a + 2] = positionEciKm[3 * end + 2];
      } else {
        const g = 3 * (-1 - end);
        points[a] = c * ground[g] - s * ground[g + 1];
        points[a + 1] = s * ground[g] + c * ground[g + 1];
        points[a + 2] = ground[g + 2];
      }
      if (k % 2 === 1) points.fill(Number.NaN, a + 3, a + 6);
    }
    return [{ points, axes: 'eci', color: colors.link, widthPx: WIDTHS_PX[width], alpha: ALPHAS[width] }];
  });
}
