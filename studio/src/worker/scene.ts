import { type Prepared, type Route, storyRoutes, type TrialRecords, tellStory, trialRecords, WORKS } from 'cupola';
import { ecefFromGeodetic } from 'cupola/physics';
import type { RaidPlace, RaidScene, SceneMessage, SceneShot, SceneThreat } from './protocol.ts';
import { raidUnitNames } from './unit-names.ts';

const MAX_STORIES = 40;

/** Everything of one raid that can be seen: flights, shots, the messages that mattered, satellites that are out. */
export function raidSceneOf(prepared: Prepared, trial: number): RaidScene {
  const records = trialRecords(prepared, trial);
  const { world, outcome } = records;
  const place = placeFinder(prepared, records);
  const threats = world.threats.map((threat, i): SceneThreat => {
    const layer = outcome.stoppedByLayer[i];
    const routes = i < MAX_STORIES ? storyRoutes(records, i) : {};
    const story = i < MAX_STORIES ? tellStory(records, i, routes) : undefined;
    const messages: SceneMessage[] = [];
    if (routes.report) {
      const arrivedS = records.tracks.threats[i].firstArrivalS;
      messages.push(messageOf('report', routes.report, arrivedS - routes.report.oneWayS, place));
    }
    const first = outcome.shots.find((shot) => shot.threatIndex === i);
    if (routes.order && first) messages.push(messageOf('order', routes.order, first.orderedS, place));
    return {
      id: threat.id,
      launchS: threat.launchS,
      trajectory: threat.trajectory,
      stoppedS: layer >= 0 ? threat.launchS + outcome.stoppedS[i] : Number.NaN,
      stoppedBy: layer >= 0 ? world.architecture.interceptors[layer].id : undefined,
      reason: story && layer < 0 ? story.end : undefined,
      story,
      messages,
    };
  });
  const shots = outcome.shots.map((shot): SceneShot => {
    const { id } = world.architecture.interceptors[shot.layerIndex];
    return { ...shot, from: place(`${id}/${shot.unitIndex}`) };
  });
  const endS = Math.max(60, ...world.threats.map(({ launchS, trajectory }) => launchS + trajectory.impactS));
  return { trial, startS: world.startS, endS, threats, shots, isOut: outOf(world) };
}

/** By element of the space, [unit] 1: does not work in this raid. */
function outOf({ availability }: TrialRecords['world']): Uint8Array[] {
  return availability.space.map((states) => states.map((state) => (state === WORKS ? 0 : 1)));
}

function messageOf(
  kind: SceneMessage['kind'],
  { path, pathS, oneWayS, networks, partners }: Route,
  sentS: number,
  place: (name: string) => RaidPlace,
): SceneMessage {
  return { kind, sentS, oneWayS, networks, partners, stops: path.map(place), pathS };
}

/** Turns names on a route (`starlink:s1/12/7`, `sbi/1625`, a site) into places. */
function placeFinder({ architecture, elements }: Prepared, { world }: TrialRecords): (name: string) => RaidPlace {
  const names = raidUnitNames(architecture, elements.space);
  return (name) => {
    const unit = /^([^/:]+)\/(\d+)$/.exec(name);
    if (unit) {
      const elementIndex = world.space.findIndex(({ id }) => id === unit[1]);
      if (elementIndex >= 0) return { name, elementIndex, unitIndex: Number(unit[2]) };
      const ground = world.ground.find(({ id }) => id === unit[1]);
      if (ground) return { name, ecefKm: xyz(ground.positionEcefKm, Number(unit[2])) };
    }
    const satellite = names(name);
    if (satellite) return { name, ...satellite };
    const centre = world.ground.find(({ id }) => id === name);
    if (centre) return { name, ecefKm: xyz(centre.positionEcefKm, 0) };
    const site = architecture.sites[name];
    const km = new Float64Array(3);
    if (site) ecefFromGeodetic((site.latDeg * Math.PI) / 180, (site.lonDeg * Math.PI) / 180, 0, km);
    else km.fill(Number.NaN);
    return { name, ecefKm: xyz(km, 0) };
  };
}

function xyz(positionKm: Float64Array, index: number): [number, number, number] {
  return [positionKm[3 * index], positionKm[3 * index + 1], positionKm[3 * index + 2]];
}
