import type { EquippedLayer } from '../engage/layer.ts';
import type { Links } from '../flow/links.ts';
import type { World } from '../flow/world.ts';
import { isInOrbit } from '../kinds/place.ts';
import { seesSome } from '../sense/sense.ts';
import { idealLinks } from '../transport/ideal-links.ts';
import { centreOneWayS, interceptorTimes, linksAt, type UnitTimes } from '../transport/links.ts';
import type { Transport } from '../transport/transport.ts';
import { LINK_TIMES_S } from './prepare.ts';
import type { AllRecords } from './records.ts';

/** Moments at which a raid's links are looked at: the first, and those before the last impact. */
export function momentsOfRaid(transports: readonly Transport[], { threats }: World): readonly number[] {
  if (transports.length === 0) return [0];
  const lastS = threats.reduce((last, { launchS, trajectory }) => Math.max(last, launchS + trajectory.impactS), 0);
  return LINK_TIMES_S.filter((tS, i) => i === 0 || tS < lastS);
}

/**
 * @param isBrief interceptors in space are left out: of thousands only a few can reach a threat, and `layerTimes` asks for those; and
 * sensors that see no phase of these flights; whole, these come after the others for the terminals of relays
 */
export function momentLinks(
  given: Pick<AllRecords, 'architecture' | 'transports' | 'seats' | 'world' | 'outages'>,
  index: number,
  isBrief: boolean,
  spare?: Links,
): Links {
  const { architecture, transports, seats, world, outages } = given;
  const transport = transports[index];
  if (!transport || !outages) return spare ?? idealLinks(world);
  const interceptorUnits = isBrief
    ? architecture.interceptors.map((plan) => (isInOrbit(plan) ? [] : undefined))
    : undefined;
  const idleSensors = architecture.sensors.map((plan) => (seesSome(world, plan) ? 0 : 1));
  const sensorUnits = isBrief ? idleSensors.map((isIdle) => (isIdle ? [] : undefined)) : undefined;
  const wanted = { startS: world.startS, tS: LINK_TIMES_S[index], interceptorUnits, sensorUnits, idleSensors };
  const links = linksAt(transport, wanted, outages, spare);
  if (seats.length > 0) links.pictureS = architecture.command.map(() => 0);
  for (const { centre, centres, layers, transports: own } of seats) {
    const from = linksAt(own[index], { ...wanted, commandIndex: centre }, outages);
    for (const layer of layers) {
      links.interceptorOneWayS[layer] = from.interceptorOneWayS[layer];
      links.interceptorNetworkIndex[layer] = from.interceptorNetworkIndex[layer];
    }
    for (const each of centres) links.pictureS![each] = centreOneWayS(own[index], 0);
  }
  return links;
}

/** Time in which the picture of a moment comes from the first centre to another; Infinity: it has no way. */
export function pictureS({ links, seats }: Pick<AllRecords, 'links' | 'seats'>, centre: number, tS: number): number {
  return seats.length === 0 ? 0 : links.at(tS).pictureS![centre];
}

/**
 * Times of orders to the units of a layer, over the links of the moment of the first order.
 *
 * @param inQuestion units of a space layer that may reach a threat: only they are asked for
 */
export function layerTimes(
  given: Pick<AllRecords, 'world' | 'links' | 'transports' | 'seats' | 'layer' | 'due'>,
  inQuestion: (layer: EquippedLayer, orderS: Float64Array) => Int32Array,
  spare?: UnitTimes,
): UnitTimes {
  const { world, links, seats, layer, due } = given;
  let firstS = Infinity;
  for (const tS of due.orderS) if (tS < firstS) firstS = tS;
  const moment = links.at(firstS);
  const { transports } = seats.find(({ layers }) => layers.includes(layer.index)) ?? given;
  const transport = transports[links.indexAt(firstS)];
  if (transport && layer.space) {
    const units = inQuestion(layer, due.orderS);
    return interceptorTimes(transport, layer.space, world.startS + moment.tS, units, spare);
  }
  return {
    oneWayS: moment.interceptorOneWayS[layer.index],
    networkIndex: moment.interceptorNetworkIndex[layer.index],
  };
}
