import { groundView } from './ground-view.ts';
import type { SensorKind } from './sensor-kind.ts';

/** Radars at sites. */
export const groundSensor: SensorKind = {
  about: 'radars',
  place: 'site',
  sees: ['boost', 'midcourse', 'glide', 'cruise'],
  unitCount: ({ sites }) => sites?.length ?? 0,
  functionId: () => 'ground',
  shareInSight: () => 0.1,
  view({ plan, element, world }) {
    if ('parts' in element) throw new RangeError(`${plan.id}: a ground radar must have sites`);
    return groundView(plan, element, world);
  },
};
