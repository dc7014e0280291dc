import type { LinkMap } from 'cupola';
import { DEG_RAD, ecefFromGeodetic, eciFromEcef, gmstRad, positionAt, type Trajectory } from 'cupola/physics';
import type { RaidPlace, RaidScene, SceneShot, SceneThreat, SiteInfo } from '../worker/protocol.ts';
import { type Aims, aimColors, aimState } from './aims.ts';
import { type Fleet, moveFleet } from './fleet.ts';
import { noteTime } from './frame-times.ts';
import { linkLines } from './link-lines.ts';
import { categories, colors } from './palette.ts';
import { EARTH_KM } from './projector.ts';
import type { Frame, GlobeView, Group, Line, Mark } from './renderer.ts';
import { pointUnderSun } from './sun.ts';

/** How long a message stays visible after it has arrived. */
const MESSAGE_SHOWN_S = 25;
const HIT_SHOWN_S = 400;

export interface FrameInput {
  fleet: Fleet;
  scene: RaidScene | undefined;
  groups: Group[];
  isOut: Uint8Array;
  /** [site] name beside its sign; empty: none. */
  siteLabels: readonly string[];
  /** After the first launch, or after the epoch without a raid. */
  timeS: number;
  view: GlobeView;
  selected: number;
  threatIndex: number;
  /** Message of the chosen missile whose way stays visible. */
  messageKind: 'none' | 'report' | 'order';
  /** Aim points to draw. */
  aims: Aims | undefined;
  /** Links to draw. */
  links: LinkMap | undefined;
  layers: {
    graticule: boolean;
    borders: boolean;
    night: boolean;
    paths: boolean;
    messages: boolean;
    circles: boolean;
    labels: boolean;
  };
}

/** All that is visible at one moment. */
export function buildFrame(input: FrameInput): Frame {
  const { fleet, scene, groups, isOut, timeS, selected, layers } = input;
  const epochS = (scene?.startS ?? 0) + timeS;
  const unixS = fleet.opened.epochUnixS + epochS;
  const gmst = gmstRad(unixS);
  let atMs = performance.now();
  moveFleet(fleet, epochS);
  atMs = noteTime('propagation', atMs);
  const sun = pointUnderSun(unixS, gmst);
  const lines: Line[] = [];
  const marks: Mark[] = [];
  const context: Context = { ...input, gmst, lines, marks };
  if (input.links) lines.push(...linkLines(input.links, fleet.positionEciKm, gmst));
  if (input.aims) addAims(context, input.aims);
  if (layers.circles) addSites(context);
  if (scene && layers.paths) {
    for (const [i, threat] of scene.threats.entries()) addThreat(context, threat, i === input.threatIndex);
    for (const shot of scene.shots) addShot(context, shot, scene);
  }
  if (scene && layers.messages)
    for (const [i, threat] of scene.threats.entries()) addMessages(context, threat, i === input.threatIndex);
  if (layers.circles) addFootprint(context);
  noteTime('scene', atMs);
  return {
    tS: epochS,
    gmstRad: gmst,
    positionEciKm: fleet.positionEciKm,
    count: fleet.count,
    groups,
    isOut,
    lines,
    marks,
    selected,
    sunLonDeg: sun.lonDeg,
    sunLatDeg: sun.latDeg,
    graticule: layers.graticule,
    borders: layers.borders,
    night: layers.night,
  };
}

interface Context extends FrameInput {
  gmst: number;
  lines: Line[];
  marks: Mark[];
}

const pathCache = new WeakMap<Trajectory, { eci: Float64Array; ecef: Float64Array }>();

/** The whole path in both axes, computed once. */
function pathsOf(trajectory: Trajectory, launchUnixS: number) {
  const known = pathCache.get(trajectory);
  if (known) return known;
  const eci = trajectory.positionEciKm;
  const ecef = new Float64Array(eci.length);
  for (let k = 0; k < trajectory.count; k++) {
    const angle = gmstRad(launchUnixS + k * trajectory.stepS);
    const c = Math.cos(angle);
    const s = Math.sin(angle);
    const a = 3 * k;
    ecef[a] = c * eci[a] + s * eci[a + 1];
    ecef[a + 1] = c * eci[a + 1] - s * eci[a];
    ecef[a + 2] = eci[a + 2];
  }
  const paths = { eci, ecef };
  pathCache.set(trajectory, paths);
  return paths;
}

const head = new Float64Array(3);

function addThreat(context: Context, threat: SceneThreat, isSelected: boolean): void {
  const { timeS, scene, view, lines, marks, fleet } = context;
  const { trajectory, launchS, stoppedS } = threat;
  const ownS = timeS - launchS;
  if (ownS < 0) return;
  const launchUnixS = fleet.opened.epochUnixS + scene!.startS + launchS;
  const axes = view.frame === 'eci' ? 'eci' : 'ecef';
  const points = pathsOf(trajectory, launchUnixS)[axes];
  const isStopped = timeS >= stoppedS;
  const endS = Math.min(ownS, isStopped ? stoppedS - launchS : trajectory.impactS);
  const steps = 3 * Math.max(1, Math.floor(endS / trajectory.stepS) + 1);
  const color = colors.threat;
  const alpha = isSelected ? 1 : 0.7;
  const widthPx = isSelected ? 2.2 : 1.4;
  lines.push({
    points: points.subarray(steps - 3),
    axes,
    color,
    widthPx: 1,
    alpha: isStopped ? 0.18 : 0.35,
    dashPx: 4,
  });
  positionAt(trajectory, endS, head);
  const flown = new Float64Array(steps + 3);
  flown.set(points.subarray(0, steps));
  if (axes === 'eci') flown.set(head, steps);
  else turnTo(flown, steps, head, gmstRad(launchUnixS + endS));
  lines.push({ points: flown, axes, color, widthPx, alpha });
  const place = atNow(context, head, launchUnixS + endS);
  if (isStopped) {
    if (timeS - stoppedS < HIT_SHOWN_S) marks.push({ eciKm: place, shape: 'cross', color: colors.shot, sizePx: 5 });
  } else if (ownS >= trajectory.impactS) marks.push({ eciKm: place, shape: 'ring', color: colors.leaked, sizePx: 8 });
  else
    marks.push({
      eciKm: place,
      shape: 'triangle',
      color,
      sizePx: isSelected ? 5 : 4,
      label: isSelected ? threat.id : undefined,
    });
}

/** In Earth-fixed view a past place stands still over the ground; in inertial view, in space. */
function atNow({ view, gmst }: Context, eciKm: Float64Array, unixS: number): [number, number, number] {
  if (view.frame === 'eci') return [eciKm[0], eciKm[1], eciKm[2]];
  const angle = gmst - gmstRad(unixS);
  const c = Math.cos(angle);
  const s = Math.sin(angle);
  return [c * eciKm[0] - s * eciKm[1], s * eciKm[0] + c * eciKm[1], eciKm[2]];
}

function turnTo(out: Float64Array, at: number, eciKm: Float64Array, angle: number): void {
  const c = Math.cos(angle);
  const s = Math.sin(angle);
  out[at] = c * eciKm[0] + s * eciKm[1];
  out[at + 1] = c * eciKm[1] - s * eciKm[0];
  out[at + 2] = eciKm[2];
}

/** Inertial position of a place now. */
function placeNow({ fleet, gmst }: Context, place: RaidPlace, out: Float64Array, offset: number): void {
  if ('ecefKm' in place) {
    eciFromEcef(gmst, Float64Array.from(place.ecefKm), out, 1, 0, offset);
    return;
  }
  const a = 3 * ((fleet.first[place.elementIndex] ?? 0) + place.unitIndex);
  for (let i = 0; i < 3; i++) out[offset + i] = fleet.positionEciKm[a + i] ?? Number.NaN;
}

function addShot(context: Context, shot: SceneShot, scene: RaidScene): void {
  const { timeS, lines, marks } = context;
  const { releaseS, interceptS, result } = shot;
  if (result === 'already-dead' || timeS < releaseS || timeS > interceptS + 15) return;
  const threat = scene.threats[shot.threatIndex];
  const points = new Float64Array(6);
  placeNow(context, shot.from, points, 0);
  positionAt(threat.trajectory, interceptS - threat.launchS, points, 3);
  const share = Math.min(1, (timeS - releaseS) / Math.max(1, interceptS - releaseS));
  for (let i = 0; i < 3; i++) points[3 + i] = points[i] + share * (points[3 + i] - points[i]);
  lines.push({ points, axes: 'eci', color: colors.shot, widthPx: 1.2, alpha: 0.85 });
  const tip: [number, number, number] = [points[3], points[4], points[5]];
  marks.push({
    eciKm: tip,
    shape: timeS < interceptS ? 'dot' : 'ring',
    color: colors.shot,
    sizePx: timeS < interceptS ? 2 : 5,
  });
}

/** The way of a message while it matters; that of the chosen missile stays a little. */
function addMessages(context: Context, threat: SceneThreat, isSelected: boolean): void {
  const { timeS, lines, marks, messageKind } = context;
  for (const message of threat.messages) {
    const ageS = timeS - message.sentS;
    const isChosen = isSelected && message.kind === messageKind;
    if (!isChosen && !(ageS >= 0 && ageS < MESSAGE_SHOWN_S)) continue;
    const points = new Float64Array(3 * message.stops.length);
    for (const [i, stop] of message.stops.entries()) placeNow(context, stop, points, 3 * i);
    const color = message.kind === 'report' ? colors.report : colors.order;
    lines.push({ points, axes: 'eci', color, widthPx: isSelected ? 2.4 : 1.1, alpha: isSelected ? 0.95 : 0.5 });
    for (let a = 0; isChosen && a < points.length; a += 3)
      marks.push({ eciKm: [points[a], points[a + 1], points[a + 2]], shape: 'ring', color, sizePx: 3 });
  }
}

const siteKinds: Record<SiteInfo['kind'], { shape: Mark['shape']; color: string; sizePx: number }> = {
  command: { shape: 'square', color: colors.order, sizePx: 3.5 },
  gateway: { shape: 'dot', color: '#6f8296', sizePx: 1.6 },
  radar: { shape: 'triangle', color: categories[2], sizePx: 4 },
  battery: { shape: 'triangle', color: categories[1], sizePx: 4 },
  launch: { shape: 'cross', color: colors.threat, sizePx: 4 },
  aim: { shape: 'ring', color: colors.site, sizePx: 4 },
};

function addSites(context: Context): void {
  const { fleet, layers, marks, lines, gmst, siteLabels } = context;
  for (const [i, site] of fleet.opened.sites.entries()) {
    const sign = siteKinds[site.kind];
    const label = (layers.labels && siteLabels[i]) || undefined;
    marks.push({ eciKm: siteEci(site, gmst), ...sign, label });
    if (site.radiusKm && site.radiusKm < 0.5 * Math.PI * EARTH_KM)
      lines.push(circle(site.latDeg, site.lonDeg, site.radiusKm / EARTH_KM, sign.color, 0.35));
  }
}

/** A square at each aim point, by how well it is defended. */
function addAims({ marks, gmst }: Context, { points, chances }: Aims): void {
  for (const [i, point] of points.entries())
    marks.push({ eciKm: siteEci(point, gmst), shape: 'square', color: aimColors[aimState(chances[i])], sizePx: 2.4 });
}

function siteEci({ latDeg, lonDeg }: Pick<SiteInfo, 'latDeg' | 'lonDeg'>, gmst: number): [number, number, number] {
  const km = new Float64Array(3);
  ecefFromGeodetic(latDeg * DEG_RAD, lonDeg * DEG_RAD, 0, km);
  eciFromEcef(gmst, km, km);
  return [km[0], km[1], km[2]];
}

/** Under the chosen satellite: what it serves, sees or reaches. */
function addFootprint({ fleet, selected, gmst, lines }: Context): void {
  if (selected < 0 || selected >= fleet.count) return;
  const info = fleet.opened.elements[fleet.elementIndex[selected]];
  const [x, y, z] = fleet.positionEciKm.subarray(3 * selected, 3 * selected + 3) as unknown as [number, number, number];
  const latDeg = Math.atan2(z, Math.sqrt(x * x + y * y)) / DEG_RAD;
  const lonDeg = (Math.atan2(y, x) - gmst) / DEG_RAD;
  if (info.reach) lines.push(circle(latDeg, lonDeg, info.reach.halfAngleRad, colors.footprint, 0.9));
}

/** A small circle on the ground. */
function circle(latDeg: number, lonDeg: number, angleRad: number, color: string, alpha: number): Line {
  const corners = 72;
  const points = new Float64Array(3 * (corners + 1));
  const phi = latDeg * DEG_RAD;
  const lambda = lonDeg * DEG_RAD;
  const up = [Math.cos(phi) * Math.cos(lambda), Math.cos(phi) * Math.sin(lambda), Math.sin(phi)];
  const east = [-Math.sin(lambda), Math.cos(lambda), 0];
  const north = [-Math.sin(phi) * Math.cos(lambda), -Math.sin(phi) * Math.sin(lambda), Math.cos(phi)];
  for (let k = 0; k <= corners; k++) {
    const turn = (2 * Math.PI * k) / corners;
    const e = Math.sin(angleRad) * Math.cos(turn);
    const n = Math.sin(angleRad) * Math.sin(turn);
    for (let i = 0; i < 3; i++)
      points[3 * k + i] = EARTH_KM * (Math.cos(angleRad) * up[i] + e * east[i] + n * north[i]);
  }
  return { points, axes: 'ecef', color, widthPx: 1.2, alpha };
}
