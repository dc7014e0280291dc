import { gmstRad } from 'cupola/physics';
import { moveFleet } from '../globe/fleet.ts';
import type { GlobeView } from '../globe/renderer.ts';
import type { Sight } from '../state/constellation.ts';

/** A view with the chosen satellite of a picture in its middle. */
export function viewOver({ fleet, scene, selected }: Sight, nowS: number, from: GlobeView): GlobeView {
  const all = fleet.value;
  if (!all) return from;
  const epochS = (scene.value?.startS ?? 0) + nowS;
  moveFleet(all, epochS);
  const a = 3 * selected.value;
  const p = all.positionEciKm;
  const [x, y, z] = [p[a], p[a + 1], p[a + 2]];
  if (!Number.isFinite(x)) return from;
  const turnRad = from.frame === 'eci' ? 0 : gmstRad(all.opened.epochUnixS + epochS);
  const lonDeg = ((Math.atan2(y, x) - turnRad) * 180) / Math.PI;
  return { ...from, lonDeg, latDeg: (Math.atan2(z, Math.hypot(x, y)) * 180) / Math.PI };
}
