import type { Figure } from '../../figures/figure.ts';
import type { LaunchMap } from '../../flow/launch-map.ts';
import { said } from '../../flow/said.ts';
import { mapFigure } from '../figures/map-figures.ts';

/**
 * Maps of both cases, those of one kind beside each other on one scale; a map that is the same in both stands once.
 *
 * @param names of the cases
 */
export function compareMaps(
  names: readonly [a: string, b: string],
  a: readonly LaunchMap[],
  b: readonly LaunchMap[],
): Figure[] {
  const ids = [...new Set([...a, ...b].map(({ id }) => id))];
  return ids.flatMap((id) => {
    const [x, y] = [a, b].map((maps) => maps.find((map) => map.id === id));
    if (x && y && x.values.every((value, i) => Object.is(value, y.values[i])))
      return [mapFigure({ ...x, title: said('compare.same-in-both', { title: x.title }) })];
    const values = [...(x?.values ?? []), ...(y?.values ?? [])].filter(Number.isFinite);
    const scale: [number, number] = [Math.min(...values), Math.max(...values)];
    return [x, y].flatMap((map, i) =>
      map
        ? [
            mapFigure({
              ...map,
              id: `${map.id}-${'ab'[i]}`,
              title: said('compare.map-of', { title: map.title, name: names[i] }),
              scale: map.scale ?? scale,
            }),
          ]
        : [],
    );
  });
}
