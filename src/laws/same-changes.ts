import type { Architecture, ThreatPlan } from '../flow/architecture.ts';

/** Seconds in which the Earth turns once under the mean equinox. @source vallado-2013, equation 3-45 */
export const SIDEREAL_DAY_S = 86_400 / 1.002737909350795;

/** Lists whose order means nothing, the other way round. */
export function otherOrder(architecture: Architecture): Architecture {
  const turned = <T extends { terminals: string[] }>(plan: T): T => ({
    ...plan,
    terminals: plan.terminals.toReversed(),
  });
  return {
    ...architecture,
    networks: architecture.networks.toReversed(),
    bridges: architecture.bridges.toReversed(),
    sensors: architecture.sensors.map(turned).reverse(),
    command: architecture.command.map(turned),
    interceptors: architecture.interceptors.map(turned),
    systems: architecture.systems.toReversed(),
    uses: architecture.uses.toReversed(),
  };
}

/** The groups of the raid the other way round. */
export function otherGroupOrder(architecture: Architecture): Architecture {
  return { ...architecture, threats: architecture.threats.toReversed() };
}

/** Every element, network, centre and group under another name. */
export function otherNames(architecture: Architecture): Architecture {
  const { networks, sensors, interceptors, systems, command, threats } = architecture;
  const old = [networks, sensors, interceptors, systems, command, threats].flatMap((list) => list.map(({ id }) => id));
  const names = new Map(old.map((id, i) => [id, `name-${old.length - i}`]));
  const name = (id: string) => names.get(id) ?? id;
  const named = <T extends { id: string; terminals?: string[] }>(plan: T): T => ({
    ...plan,
    id: name(plan.id),
    ...(plan.terminals && { terminals: plan.terminals.map(name) }),
  });
  const place = (word: string) =>
    word
      .split('/')
      .map((part, i) => (i === 0 ? name(part) : part))
      .join('/');
  return {
    ...architecture,
    networks: networks.map(named),
    sensors: sensors.map(named),
    interceptors: interceptors.map(named),
    systems: systems.map(named),
    command: command.map(named).map((plan) => ({
      ...plan,
      ...(plan.threats && { threats: plan.threats.map(name) }),
      ...(plan.layers && { layers: plan.layers.map(name) }),
      delegated: plan.delegated.map(name),
    })),
    threats: threats.map(named),
    bridges: architecture.bridges.map(({ between: [a, b], maxKm }) => ({ between: [name(a), name(b)], maxKm })),
    failures: {
      ...architecture.failures,
      planesOut: architecture.failures.planesOut.map((each) => ({ ...each, element: name(each.element) })),
      controlPlanesDown: architecture.failures.controlPlanesDown.map(name),
    },
    routes: architecture.routes.map((route) => ({
      ...route,
      from: place(route.from),
      to: place(route.to),
      ...(route.networks && { networks: route.networks.map(name) }),
    })),
    uses: architecture.uses.map((use) => ({ ...use, element: name(use.element) })),
  };
}

/** The first group of two or more missiles as two groups that follow each other. */
export function splitGroup(architecture: Architecture): Architecture {
  const at = architecture.threats.findIndex(({ count }) => count > 1);
  const plan = architecture.threats[at];
  const first = Math.floor(plan.count / 2);
  const turn = <T>(list: T[]): T[] => list.map((_, i) => list[(i + first) % list.length]!);
  const second: ThreatPlan = {
    ...plan,
    id: `${plan.id}-rest`,
    count: plan.count - first,
    from: turn(plan.from),
    toward: turn(plan.toward),
    startS: plan.startS + first * plan.spacingS,
  };
  const threats = architecture.threats.toSpliced(at, 1, { ...plan, count: first }, second);
  const command = architecture.command.map((centre) =>
    centre.threats?.includes(plan.id) ? { ...centre, threats: [...centre.threats, second.id] } : centre,
  );
  return { ...architecture, threats, command };
}

/** Everything a sidereal day later: the Earth stands the same under the same orbits. */
export function siderealDayLater(architecture: Architecture): Architecture {
  return { ...architecture, epochUnixS: architecture.epochUnixS + SIDEREAL_DAY_S };
}
