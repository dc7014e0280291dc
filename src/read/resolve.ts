import type { Catalog } from '../catalog/entry.ts';
import { hashText } from '../catalog/hash.ts';
import { problemAt } from '../catalog/yaml-document.ts';
import type {
  Architecture,
  CommandPlan,
  Duration,
  EconomyPlan,
  ElementFile,
  InterceptorPlan,
  LauncherPlan,
  MessagePlan,
  NetworkPlan,
  PartnerBook,
  Place,
  SensorPlan,
  SystemPlan,
  ThreatPlan,
} from '../flow/architecture.ts';
import { nothingOut } from '../flow/failures.ts';
import { InputError, type Problem } from '../flow/problems.ts';
import { withoutRunLines } from '../flow/run-lines.ts';
import { said } from '../flow/said.ts';
import { unixSFromIso } from '../physics/time.ts';
import { checkPartnerNames } from './check-partners.ts';
import { checkArchitecture } from './check-references.ts';
import { claimPlans } from './claims.ts';
import { defaults } from './defaults.ts';
import { addEvents } from './events.ts';
import { fibrePlan } from './fibre.ts';
import { type MergeContext, mergeElement, type Written } from './merge.ts';
import { catalogOf } from './own-entries.ts';
import type { ParsedScenario } from './parse.ts';
import { expandRaid, type RawThreat } from './raid.ts';
import { resolveSites, type SiteLookup } from './sites.ts';
import { unknownEntry } from './unknown-name.ts';

/**
 * Looks up every `use:`, fills in what the scenario leaves out, and checks that the parts fit together.
 *
 * @param elementFiles text of the element files that the scenario names, by id of the element
 * @throws InputError every unknown entry, site, network or partner, missing field, duplicate id and impossible
 *   combination, with line and column
 */
export function resolveScenario(
  parsed: ParsedScenario,
  installed: Catalog,
  elementFiles: Record<string, ElementFile> = {},
): Architecture {
  const { document } = parsed;
  const problems: Problem[] = [];
  const catalog = catalogOf(parsed, installed, problems);
  const context: MergeContext = { catalog, document, problems, uses: [], unresolved: new Set(), notes: [] };
  const scenario = expandRaid(parsed.scenario, context);
  const sites = resolveSites(context);
  const merge = <T>(kind: Parameters<typeof mergeElement>[0], key: string, list: unknown[] | undefined) =>
    (list ?? []).map((written, i) => mergeElement(kind, written as Written, [key, i], context) as unknown as T);

  const networks = merge<NetworkPlan>('networks', 'networks', scenario.networks);
  const messages = merge<MessagePlan>('messages', 'messages', scenario.messages);
  messages.forEach((plan, i) => {
    const { elements } = scenario.messages![i] as { elements?: string[] };
    if (elements) plan.elements = elements;
  });
  const sensors = merge<SensorPlan>('sensors', 'sensors', scenario.sensors);
  const interceptors = merge<InterceptorPlan>('interceptors', 'interceptors', scenario.interceptors);
  const threats = merge<ThreatPlan>('threats', 'threat', scenario.threat);
  copyExtras(scenario.networks, networks, elementFiles, () => ({}));
  copyExtras(scenario.sensors, sensors, elementFiles, ({ terminals }) => ({ terminals: terminals ?? [] }));
  copyExtras(scenario.interceptors, interceptors, elementFiles, ({ terminals, salvo }) => ({
    terminals: terminals ?? [],
    salvo: salvo ?? defaults.salvo,
  }));
  scenario.threat?.forEach((raw, i) => {
    Object.assign(threats[i], threatExtras(raw as unknown as RawThreat, ['threat', i], sites));
  });

  const claims = claimPlans(scenario.claims, context);
  const architecture: Architecture = {
    name: scenario.name,
    description: scenario.description,
    epochUtc: scenario.epochUtc,
    epochUnixS: unixSFromIso(scenario.epochUtc),
    networks,
    ...(scenario.messages && { messages }),
    bridges: (scenario.bridges ?? []).map(({ between, maxKm }) => ({ between, maxKm: maxKm ?? defaults.bridgeMaxKm })),
    fibre: fibrePlan(scenario, context),
    sensors,
    command: (scenario.command ?? []).map(commandPlan),
    interceptors,
    systems: merge<SystemPlan>('systems', 'systems', scenario.systems),
    launch: launchPlan(scenario.launch, context),
    threats,
    defended: scenario.defended,
    allies: scenario.allies,
    partners: bookOf<PartnerBook>('partners', scenario.partners?.use, context),
    failures: {
      ...nothingOut(),
      ...(scenario.failures as object),
      ...planesOut(scenario.failures?.planesOut),
      ...fadingOf(scenario.failures?.fading),
    },
    routes: (scenario.routes ?? []) as Architecture['routes'],
    analysis: {
      ...defaults.analysis,
      startYear: new Date(scenario.epochUtc).getUTCFullYear(),
      ...scenario.analysis,
    },
    ...(scenario.claims && { claims }),
    ...(scenario.programme && { programme: scenario.programme }),
    economy: bookOf<EconomyPlan>('economy', scenario.economy?.use ?? onlyEconomy(catalog), context) ?? {
      id: 'none',
      name: 'none',
    },
    sites: sites.used,
    uses: context.uses,
    sources: sourcesOf([...context.uses, ...claims], catalog),
    asOfDate: catalog.asOfDate,
    catalogHash: catalog.hash,
    scenarioHash: hashText(withoutRunLines(document.text)),
    notes: context.notes,
  };
  checkArchitecture(architecture, scenario, context, sites);
  checkPartnerNames(architecture, scenario, context);
  addEvents(architecture, scenario, context);
  if (architecture.programme === 'complete') checkComplete(scenario, context);
  if (context.problems.length > 0) throw new InputError(context.problems.sort((a, b) => (a.line ?? 0) - (b.line ?? 0)));
  return architecture;
}

/** Of what is taken as complete nothing can be said by date. */
function checkComplete(scenario: ParsedScenario['scenario'], { document, problems, notes }: MergeContext): void {
  for (const key of ['events', 'claims'] as const)
    if (scenario[key]?.length)
      problems.push(problemAt(document, [key], 'rule', said('problem.complete-no-date', { key })));
  notes.push(said('note.published'));
}

type Raw = { id: string } & Record<string, unknown>;

function copyExtras<T extends { id: string; elements?: ElementFile }>(
  raw: readonly unknown[] | undefined,
  plans: T[],
  files: Record<string, ElementFile>,
  extras: (raw: Raw) => object,
): void {
  raw?.forEach((item, i) => {
    const given = item as Raw;
    const plan = Object.assign(plans[i]!, extras(given));
    const file = files[given.id];
    if (given.elements && file) plan.elements = { ...flightOf(given.elements), ...file };
  });
}

/** What a scenario says of how the elements of a file are flown; a command line may say otherwise. */
function flightOf(written: unknown): Partial<ElementFile> {
  const { maxAgeDays, skipBad } = written as { maxAgeDays?: number; skipBad?: boolean };
  return { ...(maxAgeDays !== undefined && { maxAgeDays }), ...(skipBad && { isSkippingBad: true }) };
}

function threatExtras(raw: RawThreat, path: PropertyKey[], sites: SiteLookup) {
  const places = (value: unknown, key: string): Place[] =>
    Array.isArray(value)
      ? value.map((item, i) => sites.place(item, [...path, key, i]))
      : [sites.place(value, [...path, key])];
  return {
    count: raw.count,
    from: places(raw.from, 'from'),
    toward: places(raw.toward, 'toward'),
    startS: raw.startS ?? defaults.threat.startS,
    spacingS: raw.spacingS ?? defaults.threat.spacingS,
    loftDeg: raw.loftDeg ?? defaults.threat.loftDeg,
    decoys: raw.decoys ?? defaults.threat.decoys,
  };
}

type RawDuration = number | { low: number; mode: number; high: number };

function duration(given: RawDuration | undefined, silentS: number): Duration {
  const value = given ?? silentS;
  return typeof value === 'number'
    ? { lowS: value, modeS: value, highS: value }
    : { lowS: value.low, modeS: value.mode, highS: value.high };
}

type RawCommand = NonNullable<ParsedScenario['scenario']['command']>[number];

function commandPlan(raw: RawCommand): CommandPlan {
  const silent = defaults.command;
  return {
    id: raw.id,
    site: raw.site,
    terminals: raw.terminals ?? [],
    decision: duration(raw.decisionS, silent.decisionS),
    release: duration(raw.releaseS, raw.release === 'human' ? silent.humanReleaseS : silent.releaseS),
    doctrine: raw.doctrine ?? silent.doctrine,
    lookS: raw.lookS ?? silent.lookS,
    commitErrorKm: raw.commitErrorKm ?? silent.commitErrorKm,
    trackS: raw.trackS ?? silent.trackS,
    perMissileShare: raw.perMissileShare ?? silent.perMissileShare,
    ...(raw.decisionsPerMin !== undefined && { decisionsPerMin: raw.decisionsPerMin }),
    ...(raw.deciderCount !== undefined && { deciderCount: raw.deciderCount }),
    ...(raw.threats !== undefined && { threats: raw.threats }),
    ...(raw.layers !== undefined && { layers: raw.layers }),
    delegated: raw.delegated ?? [],
  };
}

function launchPlan(raw: ParsedScenario['scenario']['launch'], context: MergeContext): Architecture['launch'] {
  const ids = typeof raw?.use === 'string' ? [raw.use] : (raw?.use ?? []);
  const overrides = new Map((raw?.override ?? []).map((item, i) => [item.id, { item, i }] as const));
  const isList = Array.isArray(raw?.use);
  const launchers = ids.map((id, i) => {
    const override = overrides.get(id);
    const path = override ? ['launch', 'override', override.i] : ['launch', 'use', ...(isList ? [i] : [])];
    overrides.delete(id);
    const isKnown = Object.hasOwn(context.catalog.entries.launchers, id);
    if (!isKnown) {
      context.problems.push(unknownEntry('launchers', id, path, context));
      return { id };
    }
    const plan = mergeElement('launchers', { ...override?.item, id, use: id } as Written, path, context);
    checkRecord(plan, override?.item ?? {}, path, context);
    return plan;
  });
  for (const [id, { i }] of overrides)
    context.problems.push(
      problemAt(
        context.document,
        ['launch', 'override', i, 'id'],
        'unknown-entry',
        said('problem.not-in-launch', { id }),
      ),
    );
  return { launchers: launchers as unknown as LauncherPlan[], usdKg: raw?.usdKg };
}

/** A vehicle that succeeded more often than it flew has no record. */
function checkRecord(
  { id, flights, successes }: Written,
  own: object,
  path: PropertyKey[],
  context: MergeContext,
): void {
  if (!(Number(successes) > Number(flights))) return;
  const at = 'successes' in own ? 'successes' : 'flights';
  const message = said('problem.successes', { id, successes: Number(successes), flights: Number(flights) });
  context.problems.push(problemAt(context.document, [...path, at], 'rule', message));
}

function sourcesOf(uses: readonly { source?: string }[], catalog: Catalog): Architecture['sources'] {
  const named = uses.flatMap(({ source }) => (source === undefined ? [] : [source]));
  const keys = [...new Set(named)].filter((key) => Object.hasOwn(catalog.sources, key));
  return Object.fromEntries(keys.sort().map((key) => [key, catalog.sources[key]]));
}

function bookOf<T>(kind: 'partners' | 'economy', use: string | undefined, context: MergeContext): T | undefined {
  if (!use) return undefined;
  return mergeElement(kind, { id: use, use }, [kind], context) as unknown as T;
}

/** The price table of a scenario that names none: the only one in the catalog. */
function onlyEconomy(catalog: Catalog): string | undefined {
  const { economy } = catalog.entries;
  const ids = Object.keys(economy).filter((id) => economy[id].fields.deflators !== undefined);
  return ids.length === 1 ? ids[0] : undefined;
}

function fadingOf(raw: NonNullable<ParsedScenario['scenario']['failures']>['fading']) {
  return raw
    ? { fading: raw.map((plan) => ({ cause: 'rain' as const, availabilityFraction: 1, rateFraction: 1, ...plan })) }
    : {};
}

function planesOut(raw: { element?: string; network?: string; shell?: number; plane: number }[] | undefined) {
  return raw
    ? {
        planesOut: raw.map(({ element, network, shell, plane }) => ({
          element: (element ?? network)!,
          shell: shell ?? 0,
          plane,
        })),
      }
    : {};
}
