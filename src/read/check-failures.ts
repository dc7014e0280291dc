import { suggestion } from '../catalog/yaml-document.ts';
import type { Architecture } from '../flow/architecture.ts';
import { type Said, said } from '../flow/said.ts';
import type { MergeContext } from './merge.ts';
import { addProblemAt } from './merge.ts';
import type { Scenario } from './schema.ts';

type Failures = NonNullable<Scenario['failures']>;
type Planes = NonNullable<Failures['planesOut']>[number];

/** Checks that everything that a scenario declares as failed is there; adds what is not to the problems of the context. */
export function checkFailures(architecture: Architecture, { failures }: Scenario, context: MergeContext): void {
  if (!failures) return;
  const hasNetworks = architecture.networks.every(({ id }) => !context.unresolved.has(id));
  const named = {
    gatewaysOut: {
      known: gatewaysOf(architecture),
      code: 'unknown-gateway',
      sentence: 'problem.no-gateway-of',
      isWhole: hasNetworks,
    },
    controlPlanesDown: {
      known: controlPlanesOf(architecture),
      code: 'unknown-control-plane',
      sentence: 'problem.no-control-plane',
      isWhole: hasNetworks,
    },
    cablesOut: {
      known: new Set(architecture.fibre.cables.map(({ id }) => id)),
      code: 'unknown-cable',
      sentence: 'problem.no-cable',
      isWhole: true,
    },
    landingsOut: {
      known: new Set(Object.keys(architecture.fibre.landings)),
      code: 'unknown-landing',
      sentence: 'problem.no-landing',
      isWhole: true,
    },
    partnersOff: {
      known: partnersOf(architecture),
      code: 'unknown-partner',
      sentence: 'problem.no-partner-here',
      isWhole: context.unresolved.size === 0,
    },
  } as const;
  for (const list of ['gatewaysOut', 'cablesOut', 'landingsOut', 'controlPlanesDown', 'partnersOff'] as const) {
    const { known, code, sentence, isWhole } = named[list];
    if (!isWhole) continue; // an entry was not found: what it would have brought is not known
    failures[list]?.forEach((name, i) => {
      if (known.has(name)) return;
      const unknown = said(sentence, { id: name, hint: suggestion(name, known) });
      addProblemAt(context, ['failures', list, i], code, unknown);
    });
  }
  if (hasNetworks) checkFading(architecture, failures.fading ?? [], context);
  failures.planesOut?.forEach((planes, i) => {
    checkPlanes(architecture, planes, ['failures', 'planesOut', i], context);
  });
}

/** Rain and jamming name gateways, and networks that have one there, of that band. */
function checkFading({ networks }: Architecture, fading: NonNullable<Failures['fading']>, context: MergeContext): void {
  const sites = new Set(networks.flatMap(({ gateways = [] }) => gateways));
  const ids = networks.map(({ id }) => id);
  fading.forEach((plan, i) => {
    const path = ['failures', 'fading', i];
    plan.sites.forEach((site, k) => {
      const unknown = said('problem.no-gateway-of', { id: site, hint: suggestion(site, sites) });
      if (!sites.has(site)) addProblemAt(context, [...path, 'sites', k], 'unknown-gateway', unknown);
    });
    plan.networks?.forEach((id, k) => {
      const unknown = said('problem.unknown-network', { id, hint: suggestion(id, ids) });
      if (!ids.includes(id)) addProblemAt(context, [...path, 'networks', k], 'unknown-network', unknown);
    });
    const { availabilityFraction = 1, rateFraction = 1 } = plan;
    if (availabilityFraction === 1 && rateFraction === 1)
      addProblemAt(context, path, 'rule', said('problem.fading-nothing'));
    const isOfNone = (site: string) =>
      !networks.some(
        (network) =>
          network.gateways?.includes(site) &&
          (plan.networks?.includes(network.id) ?? true) &&
          (plan.band === undefined || plan.band === network.gatewayBand),
      );
    if (plan.networks?.some((id) => !ids.includes(id))) return;
    plan.sites.forEach((site, k) => {
      if (sites.has(site) && isOfNone(site))
        addProblemAt(context, [...path, 'sites', k], 'rule', said('problem.fading-none', { site }));
    });
  });
}

function gatewaysOf({ networks }: Architecture): Set<string> {
  return new Set(networks.flatMap(({ gateways = [] }) => gateways));
}

function controlPlanesOf({ networks }: Architecture): Set<string> {
  return new Set(networks.flatMap(({ id, controlPlane }) => (controlPlane ? [controlPlane, id] : [id])));
}

export function partnersOf({ partners, networks, sensors, interceptors, systems, launch }: Architecture): Set<string> {
  const elements = [...networks, ...sensors, ...interceptors, ...systems, ...launch.launchers];
  const own = elements.map(({ partner }) => partner).filter((partner) => partner !== undefined);
  return new Set([...(partners?.members ?? []).map(({ id }) => id), ...own]);
}

function checkPlanes(architecture: Architecture, planes: Planes, path: PropertyKey[], context: MergeContext): void {
  const { element, network, shell = 0, plane } = planes;
  const id = element ?? network;
  if (id === undefined || (element !== undefined && network !== undefined)) {
    addProblemAt(context, path, 'rule', said('problem.planes-of-one'));
    return;
  }
  const key = element === undefined ? 'network' : 'element';
  const { networks, sensors, interceptors } = architecture;
  const found = [...networks, ...sensors, ...interceptors].find((plan) => plan.id === id);
  if (!found) {
    const known = [...networks, ...sensors, ...interceptors]
      .filter(({ shells }) => shells?.length)
      .map((plan) => plan.id);
    const unknown = said('problem.no-element-here', { id, hint: suggestion(id, known) });
    addProblemAt(context, [...path, key], 'unknown-element', unknown);
    return;
  }
  if (context.unresolved.has(id)) return;
  const shells = found.shells ?? [];
  if (fliesFromFile(found, context)) {
    addProblemAt(context, [...path, key], 'no-planes', said('problem.flies-from-file', { id }));
    return;
  }
  if (shells.length === 0) {
    addProblemAt(context, [...path, key], 'no-planes', said('problem.no-shells', { id }));
    return;
  }
  const there = shells[shell];
  if (!there) {
    addProblemAt(
      context,
      [...path, 'shell'],
      'unknown-shell',
      said('problem.no-shell', { id, shell, upTo: upTo(shells.length) }),
    );
  } else if (plane >= there.planes) {
    const unknown = said('problem.no-plane', { shell, id, plane, upTo: upTo(there.planes) });
    addProblemAt(context, [...path, 'plane'], 'unknown-plane', unknown);
  }
}

function upTo(count: number): Said {
  return count === 1 ? said('problem.zero-only') : said('problem.zero-to', { last: count - 1 });
}

/** Whether an element names a file, read or not yet. */
export function fliesFromFile({ id }: { id: string }, { document }: MergeContext): boolean {
  const { value } = document as { value: Record<string, { id?: string; elements?: unknown }[] | undefined> };
  const lists = ['networks', 'sensors', 'interceptors'].map((list) => value[list] ?? []);
  return lists.flat().some((written) => written.id === id && written.elements !== undefined);
}
