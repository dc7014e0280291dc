import type { StoryRoutes } from '../effect/story.ts';
import { orderingCentre, placeOfCentre } from '../flow/centres.ts';
import type { Route } from '../flow/links.ts';
import { routeEnd } from '../transport/ends.ts';
import { isRoute, routeAt } from '../transport/route.ts';
import type { TrialRecords } from './drive.ts';

/** The ways that the first report on a threat and the first order against it took; absent where there was none. */
export function storyRoutes(records: TrialRecords, threatIndex: number): StoryRoutes {
  const { architecture, outages, world, contacts, outcome } = records;
  const [transport] = records.transports;
  if (!transport || !outages) return {};
  const { command } = architecture;
  const centre = command[0].id;
  const between = (from: string, to: string, tS: number): Route | undefined => {
    const found = routeAt(transport, routeEnd(transport, from), routeEnd(transport, to), world.startS + tS, outages);
    return isRoute(found) ? found : undefined;
  };
  const routes: StoryRoutes = {};
  let first = -1;
  for (let i = 0; contacts && i < contacts.count; i++) {
    if (contacts.threatIndex[i] !== threatIndex || Number.isNaN(contacts.arrivalS[i])) continue;
    if (first < 0 || contacts.arrivalS[i] < contacts.arrivalS[first]) first = i;
  }
  if (contacts && first >= 0) {
    const sensor = `${architecture.sensors[contacts.sensorIndex[first]].id}/${contacts.unitIndex[first]}`;
    routes.report = between(sensor, centre, contacts.tS[first]);
  }
  const shot = outcome.shots.find((each) => each.threatIndex === threatIndex);
  if (shot) {
    const { id } = architecture.interceptors[shot.layerIndex];
    const from = command[placeOfCentre(command, orderingCentre(command, id))].id;
    routes.order = between(from, `${id}/${shot.unitIndex}`, shot.orderedS);
  }
  return routes;
}
