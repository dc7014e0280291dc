import { type Catalog, isSourced } from '../catalog/entry.ts';
import { UNNAMED } from '../flow/dependence-history.ts';
import type { PlanFleet, PlanMaker, PlanMix, PlanModel } from '../flow/partner-plan.ts';
import { plainEntry } from '../read/catalog-plans.ts';

interface Shell {
  planes: number | { value: number };
  satellitesPerPlane: number | { value: number };
  raanOffsetDeg?: number | { value: number };
  raanSpreadDeg?: number | { value: number };
  pattern?: 'delta' | 'star';
}

type Written = Record<string, unknown> & { id: string; use?: string };

/** A scenario as written, by its top keys. */
export type WrittenScenario = Record<string, unknown>;

export interface MixScenario {
  scenario: WrittenScenario;
  /** By element of the new scenario that a maker of the mix stands behind: position of the maker. */
  makerOf: Map<string, number>;
}

type ListName = 'networks' | 'sensors' | 'interceptors';
const LISTS: readonly ListName[] = ['networks', 'sensors', 'interceptors'];
/** A share below this is left to the others. */
const SMALLEST = 0.03;
/** Shares this near are the same. */
const SAME = 0.05;
/** Launches over the horizon below which a vehicle is left out. */
const FEWEST_LAUNCHES = 0.5;

/**
 * Turns a mix back into a scenario: each fleet becomes one element a maker, with planes in proportion to what it builds and its own
 * rate, and `launch` lists the vehicles of the mix with the rates and dates that they have for it.
 *
 * Planes of the makers lie between each other all around the Earth, so that the loss of one thins the layer and opens no gap; where there are
 * fewer than two planes a maker, they share the satellites of each plane. Parts of one network are joined by bridges. Clients take
 * terminals for the new networks. Fleets without planes (geostationary, elliptical) keep their element and change its maker.
 *
 * @param written the scenario as the file has it
 */
export function mixScenario(written: WrittenScenario, catalog: Catalog, model: PlanModel, mix: PlanMix): MixScenario {
  const scenario = structuredClone(written);
  const makerOf = new Map<string, number>();
  const renamed = new Map<string, string[]>();
  model.fleets.forEach((fleet, f) => {
    const list = LISTS.find((each) => elementsOf(scenario, each).some(({ id }) => fleet.elements.includes(id)));
    const makers = chosenMakers(model, mix, f);
    if (!list || makers.length === 0 || isAsToday(model, mix, f)) return;
    const all = elementsOf(scenario, list);
    const old = all.filter(({ id }) => fleet.elements.includes(id));
    const made = newElements({ fleet, list, catalog, model }, old, makers);
    made.forEach(({ element, maker }) => {
      makerOf.set(element.id, maker);
    });
    const ids = made.map(({ element }) => element.id);
    for (const { id } of old) renamed.set(id, ids);
    const at = all.indexOf(old[0]);
    const kept = (element: Written) => !old.includes(element);
    const fresh = made.map(({ element }) => element);
    scenario[list] = [...all.slice(0, at).filter(kept), ...fresh, ...all.slice(at).filter(kept)];
    if (list === 'networks' && ids.length > 1)
      scenario.bridges = [...((scenario.bridges as unknown[]) ?? []), ...bridges(ids)];
  });
  renameTerminals(scenario, renamed);
  scenario.launch = launchOf(scenario, model, mix);
  return { scenario, makerOf };
}

/** Whether a fleet has the makers that it has today: then its elements stay as they are written. */
function isAsToday({ makers }: PlanModel, { makerFraction }: PlanMix, f: number): boolean {
  return makers.every(
    ({ fleet, todayFraction }, o) => fleet !== f || Math.abs(todayFraction - makerFraction[o]) < SAME,
  );
}

/** Makers of a fleet with what each builds of it, small parts left to the others. */
function chosenMakers(
  { makers }: PlanModel,
  { makerFraction }: PlanMix,
  f: number,
): { maker: number; share: number }[] {
  const own = makers.flatMap(({ fleet }, o) => (fleet === f ? [{ maker: o, share: makerFraction[o] }] : []));
  const large = own.filter(({ share }) => share >= SMALLEST);
  const total = large.reduce((sum, { share }) => sum + share, 0);
  return large.map(({ maker, share }) => ({ maker, share: share / total }));
}

function elementsOf(scenario: WrittenScenario, list: string): Written[] {
  return (scenario[list] ?? []) as Written[];
}

interface FleetContext {
  fleet: PlanFleet;
  list: ListName;
  catalog: Catalog;
  model: PlanModel;
}

function newElements(context: FleetContext, old: Written[], makers: { maker: number; share: number }[]) {
  const { fleet, list, catalog, model } = context;
  const [base] = old;
  const shells = old.flatMap((element) => shellsOf(element, list, catalog));
  const canSplit = shells.length > 0;
  const parts = canSplit ? makers : [makers.reduce((most, each) => (each.share > most.share ? each : most))];
  return parts
    .map(({ maker, share }, i) => {
      const plan = model.makers[maker];
      const isNewcomer = plan.isCandidate && list === 'networks';
      const isAlone = parts.length === 1;
      const element: Written = { ...base, id: idOf(base, plan, isAlone), use: base.use ?? base.id };
      if (plan.partner === UNNAMED) delete element.partner;
      else element.partner = plan.partner;
      if (!isAlone)
        element.shells = shellsFor(
          shells,
          parts.map((each) => each.share),
          i,
        );
      if (isAlone && old.length > 1) element.shells = shells;
      if (isNewcomer) element.controlPlane = `${plan.partner}-control-plane`;
      if (fleet.existingFraction > 0)
        element.deployedCount = Math.round(fleet.existingFraction * fleet.unitCount * share);
      element.productionPerYr = rateOf(context, base, plan.perYr * fleet.unitCount);
      if (plan.rampYr > 0) element.productionRampYr = plan.rampYr;
      return { element, maker };
    })
    .filter(({ element }) => element.shells === undefined || (element.shells as Shell[]).length > 0);
}

/** A maker's rate, with the range that the entry has for the whole layer: in a draw it is as far off as that. */
function rateOf({ list, catalog }: FleetContext, base: Written, perYr: number): unknown {
  const value = Math.max(0.01, round(perYr));
  const known = catalog.entries[list][base.use ?? base.id]?.fields.productionPerYr;
  if (!isSourced(known) || known.low === undefined || known.high === undefined) return value;
  return { value, low: round((value * known.low) / known.value), high: round((value * known.high) / known.value) };
}

const idOf = (base: Written, { partner }: PlanMaker, isAlone: boolean) =>
  isAlone ? base.id : `${base.id.slice(0, 30)}-${partner}`;

function shellsOf(base: Written, list: ListName, catalog: Catalog): Shell[] {
  if (Array.isArray(base.shells)) return base.shells as Shell[];
  const entry = catalog.entries[list][base.use ?? base.id];
  return entry ? (plainEntry<{ shells?: Shell[] }>(entry).shells ?? []) : [];
}

/** The part of every shell that one of several makers has. */
function shellsFor(shells: readonly Shell[], shares: readonly number[], i: number): Shell[] {
  return shells.flatMap((shell) => {
    const planes = plainOf(shell.planes);
    const perPlane = plainOf(shell.satellitesPerPlane);
    const spread = plainOf(shell.raanSpreadDeg) || (shell.pattern === 'star' ? 180 : 360);
    const offset = plainOf(shell.raanOffsetDeg);
    const byPlane = planes >= 2 * shares.length;
    const count = parts(byPlane ? planes : perPlane, shares)[i];
    if (count === 0) return [];
    const own = byPlane ? count : planes;
    const shift = (spread * i) / (shares.length * own);
    return [
      {
        ...shell,
        planes: own,
        satellitesPerPlane: byPlane ? perPlane : count,
        raanOffsetDeg: round((offset + shift) % 360),
        raanSpreadDeg: spread,
      },
    ];
  });
}

/** Whole parts of a number by shares: largest remainders. */
function parts(total: number, shares: readonly number[]): number[] {
  const exact = shares.map((share) => share * total);
  const whole = exact.map(Math.floor);
  const order = exact.map((each, i) => ({ i, rest: each - whole[i] })).sort((a, b) => b.rest - a.rest || a.i - b.i);
  let left = total - whole.reduce((sum, each) => sum + each, 0);
  for (const { i } of order) {
    if (left <= 0) break;
    whole[i]++;
    left--;
  }
  return whole;
}

const plainOf = (field: number | { value: number } | undefined): number =>
  typeof field === 'object' ? field.value : (field ?? 0);
const round = (value: number) => Math.round(value * 1000) / 1000;

function bridges(ids: string[]): { between: [string, string] }[] {
  return ids.flatMap((a, i) => ids.slice(i + 1).map((b) => ({ between: [a, b] as [string, string] })));
}

function renameTerminals(scenario: WrittenScenario, renamed: ReadonlyMap<string, string[]>): void {
  for (const list of ['sensors', 'interceptors', 'command'] as const) {
    for (const element of elementsOf(scenario, list)) {
      const terminals = element.terminals as string[] | undefined;
      if (terminals) element.terminals = [...new Set(terminals.flatMap((id) => renamed.get(id) ?? [id]))];
    }
  }
}

/** The vehicles of the mix; those that the book adds with the rates and first flights that they have for this programme. */
function launchOf(scenario: WrittenScenario, { vehicles }: PlanModel, mix: PlanMix): Record<string, unknown> {
  const before = (scenario.launch ?? {}) as { override?: { id: string }[] };
  const used = vehicles.filter((_, v) => mix.takenVehicles[v] && mix.launchCounts[v] > FEWEST_LAUNCHES);
  const ids = used.map(({ id }) => id);
  const kept = (before.override ?? []).filter(({ id }) => ids.includes(id));
  const added = used.flatMap(({ candidate, id }) => (candidate ? [{ id, ...candidate }] : []));
  const override = [...kept, ...added];
  return { ...before, use: ids, ...(override.length > 0 && { override }) };
}
