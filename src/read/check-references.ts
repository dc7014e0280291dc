import { suggestion } from '../catalog/yaml-document.ts';
import type { Architecture } from '../flow/architecture.ts';
import { objectCountOf } from '../flow/objects.ts';
import { said } from '../flow/said.ts';
import { interceptorKinds } from '../kinds/interceptors/interceptor-kinds.ts';
import { isInOrbit } from '../kinds/place.ts';
import { areaIds, countryIds } from '../physics/areas.ts';
import { checkCommand } from './check-command.ts';
import { checkFailures } from './check-failures.ts';
import { checkMessages } from './check-messages.ts';
import { MAX_MISSILES, MAX_OBJECTS, MAX_SATELLITES } from './defaults.ts';
import type { MergeContext } from './merge.ts';
import { addProblemAt } from './merge.ts';
import type { RaidScenario } from './raid.ts';
import type { SiteLookup } from './sites.ts';

const LISTS = ['networks', 'messages', 'sensors', 'command', 'interceptors', 'systems', 'threat'] as const;

/** Checks that the parts of an architecture fit together; adds what does not to the problems of the context. */
export function checkArchitecture(
  architecture: Architecture,
  scenario: RaidScenario,
  context: MergeContext,
  sites: SiteLookup,
): void {
  checkIds(scenario, context);
  checkSites(architecture, context, sites);
  checkNetworkNames(architecture, scenario, context);
  checkCommand(architecture, context);
  checkMessages(architecture, context);
  checkFailures(architecture, scenario, context);
  checkAreas(scenario, context);
  checkOrbits(architecture, context);
  checkThreats(architecture, context);
  checkSizes(architecture, context);
}

function checkIds(scenario: RaidScenario, context: MergeContext): void {
  const seen = new Map<string, string>();
  for (const list of LISTS) {
    scenario[list]?.forEach((item, i) => {
      const id = (item as { id: string }).id;
      const first = seen.get(id);
      if (first) addProblemAt(context, [list, i, 'id'], 'duplicate-id', said('problem.id-used', { id, first }));
      else seen.set(id, `${list}[${i}]`);
    });
  }
}

function checkSites(architecture: Architecture, context: MergeContext, sites: SiteLookup): void {
  architecture.command.forEach(({ site }, i) => void sites.site(site, ['command', i, 'site']));
  architecture.networks.forEach(({ gateways }, i) => {
    for (const gateway of gateways ?? []) sites.site(gateway, ['networks', i, 'gateways']);
  });
  const elements = new Set(
    [...architecture.sensors, ...architecture.interceptors, ...architecture.command].map(({ id }) => id),
  );
  architecture.routes.forEach((route, i) => {
    for (const key of ['from', 'to'] as const) {
      const word = route[key];
      if (word.includes(',')) sites.place(word, ['routes', i, key]);
      else if (!elements.has(word.split('/')[0])) sites.site(word, ['routes', i, key]);
    }
  });
  architecture.sensors.forEach((plan, i) => {
    const { sites: where, id } = plan;
    for (const site of where ?? []) sites.site(site, ['sensors', i, 'sites']);
    if (context.unresolved.has(id)) return;
    if (!isInOrbit(plan) && !where?.length)
      addProblemAt(context, ['sensors', i], 'no-site', said('problem.sensor-needs-sites', { id }));
  });
  architecture.interceptors.forEach((plan, i) => {
    const { sites: where, id, updateRangeKm, lastUpdateS } = plan;
    for (const site of where ?? []) sites.site(site, ['interceptors', i, 'sites']);
    if ((updateRangeKm === undefined) !== (lastUpdateS === undefined))
      addProblemAt(context, ['interceptors', i], 'missing', said('problem.told-until', { id }));
    if (context.unresolved.has(id)) return;
    const { needs, isToldInFlight } = interceptorKinds[plan.basing];
    if (updateRangeKm !== undefined && !isToldInFlight)
      addProblemAt(context, ['interceptors', i, 'updateRangeKm'], 'rule', said('problem.told-from-sites'));
    if (isInOrbit(plan)) return;
    if (!where?.length)
      addProblemAt(context, ['interceptors', i], 'no-site', said('problem.layer-needs-sites', { id }));
    for (const name of needs.filter((each) => plan[each] === undefined))
      addProblemAt(context, ['interceptors', i], 'missing', said('problem.surface-layer-needs', { id, name }));
  });
}

function checkNetworkNames(architecture: Architecture, scenario: RaidScenario, context: MergeContext): void {
  const names = architecture.networks.map(({ id }) => id);
  const check = (name: string, path: PropertyKey[]) => {
    if (!names.includes(name))
      addProblemAt(
        context,
        path,
        'unknown-network',
        said('problem.unknown-network', { id: name, hint: suggestion(name, names) }),
      );
  };
  for (const list of ['sensors', 'command', 'interceptors'] as const) {
    architecture[list].forEach(({ terminals }, i) => {
      terminals.forEach((name, k) => {
        check(name, [list, i, 'terminals', k]);
      });
    });
  }
  scenario.bridges?.forEach(({ between }, i) => {
    between.forEach((name, k) => {
      check(name, ['bridges', i, 'between', k]);
    });
  });
  scenario.routes?.forEach(({ networks }, i) => {
    networks?.forEach((name, k) => {
      check(name, ['routes', i, 'networks', k]);
    });
  });
}

/** Areas of the map by name; allies are whole countries. */
function checkAreas(scenario: RaidScenario, context: MergeContext): void {
  for (const [list, known] of [
    ['defended', areaIds],
    ['allies', countryIds],
  ] as const) {
    scenario[list]?.forEach((id, i) => {
      if (!known.includes(id))
        addProblemAt(
          context,
          [list, i],
          'unknown-area',
          said('problem.unknown-area', { id, hint: suggestion(id, known) }),
        );
    });
  }
}

function checkOrbits(architecture: Architecture, context: MergeContext): void {
  for (const list of ['networks', 'sensors', 'interceptors'] as const) {
    architecture[list].forEach((plan, i) => {
      if (!isInOrbit(plan as Parameters<typeof isInOrbit>[0]) || context.unresolved.has(plan.id)) return;
      const has = plan.shells?.length || plan.geostationary?.length || plan.elliptical?.length || plan.elements;
      const named = (context.document.value as Record<string, { elements?: unknown }[]>)[list]?.[i]?.elements;
      if (!has && !named) addProblemAt(context, [list, i], 'no-orbit', said('problem.no-orbit', { id: plan.id }));
      if ('basing' in plan) {
        for (const name of interceptorKinds[plan.basing].needs)
          if (plan[name] === undefined)
            addProblemAt(context, [list, i], 'missing', said('problem.space-layer-needs', { id: plan.id, name }));
      }
      plan.shells?.forEach((shell, k) => {
        if (shell.phasing !== undefined && shell.alternateHalfSlot)
          addProblemAt(context, [list, i, 'shells', k], 'rule', said('problem.phasing'));
      });
    });
  }
}

function checkThreats(architecture: Architecture, context: MergeContext): void {
  const needed = {
    ballistic: ['burnS', 'burnoutAltitudeKm', 'burnoutDownrangeKm', 'maxRangeKm'],
    glide: [
      'burnS',
      'burnoutAltitudeKm',
      'burnoutDownrangeKm',
      'liftToDragRatio',
      'glideEntryKmS',
      'glideExitKmS',
      'ballisticCoefficientKgM2',
    ],
    cruise: ['speedKmS', 'heightKm', 'maxRangeKm'],
    'fractional-orbit': ['burnS', 'burnoutAltitudeKm', 'burnoutDownrangeKm', 'retroKmS'],
  } as const;
  architecture.threats.forEach((plan, i) => {
    if (context.unresolved.has(plan.id)) return;
    for (const name of needed[plan.flight] ?? [])
      if (plan[name] === undefined)
        addProblemAt(context, ['threat', i], 'missing', said('problem.threat-needs', { flight: plan.flight, name }));
    if (plan.loftDeg !== 0 && plan.flight !== 'ballistic')
      addProblemAt(context, ['threat', i, 'loftDeg'], 'rule', said('problem.loft', { flight: plan.flight }));
  });
}

function checkSizes(architecture: Architecture, context: MergeContext): void {
  const constellations = [...architecture.networks, ...architecture.sensors, ...architecture.interceptors];
  let satellites = 0;
  for (const { shells } of constellations)
    for (const shell of shells ?? []) satellites += shell.planes * shell.satellitesPerPlane;
  if (satellites > MAX_SATELLITES)
    addProblemAt(
      context,
      [],
      'too-many-satellites',
      said('problem.too-many-satellites', { count: satellites, limit: MAX_SATELLITES }),
    );
  const missiles = architecture.threats.reduce((sum, { count }) => sum + count, 0);
  if (missiles > MAX_MISSILES)
    addProblemAt(
      context,
      ['threat'],
      'too-many-missiles',
      said('problem.too-many-missiles', { count: missiles, limit: MAX_MISSILES }),
    );
  const objects = architecture.threats.reduce((sum, plan) => sum + plan.count * objectCountOf(plan), 0);
  if (objects > MAX_OBJECTS)
    addProblemAt(
      context,
      ['threat'],
      'too-many-objects',
      said('problem.too-many-objects', { count: objects, limit: MAX_OBJECTS }),
    );
  architecture.threats.forEach((plan, i) => {
    if (plan.flight === 'cruise' && objectCountOf(plan) > 1)
      addProblemAt(
        context,
        ['threat', i, plan.decoys > 0 ? 'decoys' : 'warheadCount'],
        'one-object',
        said('problem.one-object', { id: plan.id }),
      );
  });
}
