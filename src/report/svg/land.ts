import { coastlines } from '../../physics/areas.ts';

/** Coastlines as the path of a plate carrée map of a size, 180° W to 180° E and 90° N to 90° S. */
export function landPath(width: number, height: number): string {
  return coastlines()
    .map((points) => {
      let text = '';
      for (let i = 0; i < points.length; i += 2) {
        const [lonDeg, latDeg] = [points[i]!, points[i + 1]!];
        // a coast that passes 180 degrees goes on at the other edge of the map; the pole is no coast
        const isBreak = i === 0 || Math.abs(lonDeg - points[i - 2]!) > 180 || latDeg <= -90;
        text += `${isBreak ? 'M' : 'L'}${(((lonDeg + 180) / 360) * width).toFixed(1)} ${(((90 - latDeg) / 180) * height).toFixed(1)}`;
      }
      return text;
    })
    .join('');
}
