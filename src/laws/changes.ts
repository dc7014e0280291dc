import type { Architecture, InterceptorPlan, SensorPlan, ThreatPlan } from '../flow/architecture.ts';
import { nothingOut } from '../flow/failures.ts';
import { interceptorKinds } from '../kinds/interceptors/interceptor-kinds.ts';
import { isInOrbit } from '../kinds/place.ts';

type Lists = 'networks' | 'sensors' | 'interceptors' | 'systems';

/** The architecture without one element. */
export function withoutElement(architecture: Architecture, list: Lists, id: string): Architecture {
  return { ...architecture, [list]: (architecture[list] as { id: string }[]).filter((plan) => plan.id !== id) };
}

/** Every satellite, battery and site of the layers holds twice as many. */
export function twiceTheInterceptors(architecture: Architecture): Architecture {
  const doubled = (plan: InterceptorPlan): InterceptorPlan => {
    const held = interceptorKinds[plan.basing].perPlaceCount(plan);
    if (isInOrbit(plan)) return { ...plan, perUnitCount: 2 * held };
    const { inventoryCount: stock } = plan;
    return { ...plan, perSiteCount: 2 * held, ...(stock !== undefined && { inventoryCount: 2 * stock }) };
  };
  return { ...architecture, interceptors: architecture.interceptors.map(doubled) };
}

export function isShellLayer(plan: InterceptorPlan): boolean {
  return isInOrbit(plan) && !plan.elements && (plan.shells?.length ?? 0) > 0;
}

/** Every layer of space interceptors in shells has the same shells once more, their planes between those that are there. */
export function twiceTheLayerSatellites(architecture: Architecture): Architecture {
  const doubled = (plan: InterceptorPlan): InterceptorPlan => (isShellLayer(plan) ? withShellsAgain(plan) : plan);
  return { ...architecture, interceptors: architecture.interceptors.map(doubled) };
}

function withShellsAgain(plan: InterceptorPlan): InterceptorPlan {
  const again = plan.shells!.map((shell) => {
    const spreadDeg = shell.raanSpreadDeg ?? (shell.pattern === 'star' ? 180 : 360);
    const raanOffsetDeg = ((shell.raanOffsetDeg ?? 0) + spreadDeg / shell.planes / 2) % 360;
    return { ...shell, ...(shell.id !== undefined && { id: `${shell.id}-again` }), raanOffsetDeg };
  });
  return { ...plan, shells: [...plan.shells!, ...again] };
}

/** Every sensor once more, under another name, after those that are there. */
export function twiceTheSensors(architecture: Architecture): Architecture {
  const again = architecture.sensors.map((plan): SensorPlan => ({ ...plan, id: `${plan.id}-again` }));
  return { ...architecture, sensors: [...architecture.sensors, ...again] };
}

/** Whoever speaks to a network speaks to a second one like it too. */
export function networkAgain(architecture: Architecture, id: string): Architecture {
  const again = `${id}-again`;
  const network = architecture.networks.find((plan) => plan.id === id)!;
  const speaks = <T extends { terminals: string[] }>(plan: T): T =>
    plan.terminals.includes(id) ? { ...plan, terminals: [...plan.terminals, again] } : plan;
  const bridges = architecture.bridges
    .filter(({ between }) => between.includes(id))
    .map(({ between: [a, b], maxKm }) => ({
      between: [a === id ? again : a, b === id ? again : b] as [string, string],
      maxKm,
    }));
  return {
    ...architecture,
    networks: [...architecture.networks, { ...network, id: again }],
    bridges: [...architecture.bridges, ...bridges],
    sensors: architecture.sensors.map(speaks),
    command: architecture.command.map(speaks),
    interceptors: architecture.interceptors.map(speaks),
  };
}

/** Decisions and releases take half the time. */
export function halfTheDecision(architecture: Architecture): Architecture {
  const half = ({ lowS, modeS, highS }: { lowS: number; modeS: number; highS: number }) => ({
    lowS: lowS / 2,
    modeS: modeS / 2,
    highS: highS / 2,
  });
  const command = architecture.command.map((plan) => ({
    ...plan,
    decision: half(plan.decision),
    release: half(plan.release),
  }));
  return { ...architecture, command };
}

/** No centre keeps a missile waiting for another. */
export function withoutQueues(architecture: Architecture): Architecture {
  const command = architecture.command.map(({ decisionsPerMin: _rate, deciderCount: _deciders, ...plan }) => plan);
  return { ...architecture, command };
}

/** The fire control of every layer that guides so many interceptors at once guides twice as many. */
export function twiceTheGuided(architecture: Architecture): Architecture {
  const interceptors = architecture.interceptors.map((plan) =>
    plan.guidedCount === undefined ? plan : { ...plan, guidedCount: 2 * plan.guidedCount },
  );
  return { ...architecture, interceptors };
}

/** Interceptors that are told in flight where their target will be are told so over twice the range. */
export function twiceTheUpdateRange(architecture: Architecture): Architecture {
  const interceptors = architecture.interceptors.map((plan) =>
    plan.updateRangeKm === undefined ? plan : { ...plan, updateRangeKm: 2 * plan.updateRangeKm },
  );
  return { ...architecture, interceptors };
}

/** Every centre with a rate has twice the deciders. */
export function twiceTheDeciders(architecture: Architecture): Architecture {
  const command = architecture.command.map((plan) =>
    plan.decisionsPerMin === undefined ? plan : { ...plan, deciderCount: 2 * (plan.deciderCount ?? 1) },
  );
  return { ...architecture, command };
}

/** Every interceptor makes up twice the way to the side. */
export function twiceTheDivert(architecture: Architecture): Architecture {
  const interceptors = architecture.interceptors.map((plan) =>
    plan.divertKm === undefined ? plan : { ...plan, divertKm: 2 * plan.divertKm },
  );
  return { ...architecture, interceptors };
}

/** Every shot that is fired at a tracked missile hits. */
export function certainHits(architecture: Architecture): Architecture {
  const interceptors = architecture.interceptors.map((plan) => ({
    ...plan,
    killProbability: 1,
    reliabilityProbability: 1,
    trackProbability: 1,
    killCorrelation: 0,
    designFaultProbability: 0,
  }));
  return { ...architecture, interceptors };
}

/** Nothing is out of order: every satellite, site and network works, and no partner is switched off. */
export function allWorks(architecture: Architecture): Architecture {
  const works = { satelliteAvailabilityProbability: 1 };
  return {
    ...architecture,
    networks: architecture.networks.map((plan) => ({ ...plan, ...works, outageHYr: 0 })),
    sensors: architecture.sensors.map((plan) => ({ ...plan, ...works, designFaultProbability: 0 })),
    interceptors: architecture.interceptors.map((plan) => ({ ...plan, ...works, designFaultProbability: 0 })),
    failures: nothingOut(),
  };
}

/** Just under one: a satellite then draws whether it works, so that two cases share the draw. */
const ALMOST_ONE = 1 - 1e-12;

/** Of every ten units that work, three more are out. */
export function moreOutages(architecture: Architecture): Architecture {
  return withAvailability(architecture, 0.7);
}

/** The same shield, every unit drawing whether it works even where it always does: what {@link moreOutages} is compared with. */
export function drawnOutages(architecture: Architecture): Architecture {
  return withAvailability(architecture, ALMOST_ONE);
}

function withAvailability(architecture: Architecture, ratio: number): Architecture {
  const less = <T extends { satelliteAvailabilityProbability?: number }>(plan: T): T => ({
    ...plan,
    satelliteAvailabilityProbability: ratio * (plan.satelliteAvailabilityProbability ?? 1),
  });
  return {
    ...architecture,
    networks: architecture.networks.map(less),
    sensors: architecture.sensors.map(less),
    interceptors: architecture.interceptors.map(less),
  };
}

/** Every group flies twice: the second missiles after all the first ones in the list, at the same times. */
export function twiceTheRaid(architecture: Architecture): Architecture {
  const again = architecture.threats.map((plan): ThreatPlan => ({ ...plan, id: `${plan.id}-again` }));
  return { ...architecture, threats: [...architecture.threats, ...again] };
}

/** Whether a group's missiles may carry several warheads and decoys. */
export function carriesMany({ flight }: ThreatPlan): boolean {
  return flight !== 'cruise';
}

/** Every missile that may carries twice the warheads. */
export function twiceTheWarheads(architecture: Architecture): Architecture {
  const doubled = (plan: ThreatPlan): ThreatPlan =>
    carriesMany(plan) ? { ...plan, warheadCount: 2 * (plan.warheadCount ?? 1) } : plan;
  return { ...architecture, threats: architecture.threats.map(doubled) };
}

/** Every missile that may carries so many more decoys. */
export function moreDecoys(architecture: Architecture, count: number): Architecture {
  const more = (plan: ThreatPlan): ThreatPlan => (carriesMany(plan) ? { ...plan, decoys: plan.decoys + count } : plan);
  return { ...architecture, threats: architecture.threats.map(more) };
}

/** With one more partner switched off. */
export function withoutPartner(architecture: Architecture, partner: string): Architecture {
  const { failures } = architecture;
  return { ...architecture, failures: { ...failures, partnersOff: [...failures.partnersOff, partner] } };
}

/** With one more network whose control plane is down. */
export function withNetworkDown(architecture: Architecture, id: string): Architecture {
  const { failures } = architecture;
  return { ...architecture, failures: { ...failures, controlPlanesDown: [...failures.controlPlanesDown, id] } };
}
