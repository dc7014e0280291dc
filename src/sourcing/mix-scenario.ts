import type { Catalog } from '../catalog/entry.ts';
import type { SourcingMix, SourcingModel } from '../flow/sourcing.ts';
import { plainEntry } from '../read/catalog-plans.ts';

interface Shell {
  planes: number;
  satellitesPerPlane: number;
  raanOffsetDeg?: number;
  raanSpreadDeg?: number;
  pattern?: 'delta' | 'star';
}

type Written = Record<string, unknown> & { id: string; use?: string };

/** A scenario as written, by its top keys. */
export type WrittenScenario = Record<string, unknown>;

export interface MixScenario {
  scenario: WrittenScenario;
  /** By element of the new scenario: number of the offer that it came from. */
  offerOf: Map<string, number>;
}

const LISTS: Record<string, 'networks' | 'sensors' | 'interceptors'> = {
  backbone: 'networks',
  transport: 'networks',
  'ir-tracking-leo': 'sensors',
  'ir-tracking-meo': 'sensors',
  'airborne-target-tracking': 'sensors',
  'space-interceptors': 'interceptors',
};
const SMALLEST = 0.02;

/**
 * Turns a mix back into a scenario: the elements of each searched function give way to one element an offer, with its
 * planes in proportion to its amount and its maker as partner; launches to the vehicles of the mix.
 *
 * Makers of one constellation take neighbouring planes of it; parts of one network are joined by bridges. Clients take
 * terminals for the new networks. Everything else stays.
 *
 * @param written the scenario as the file has it
 */
export function mixScenario(
  written: WrittenScenario,
  catalog: Catalog,
  model: SourcingModel,
  mix: SourcingMix,
): MixScenario {
  const scenario = structuredClone(written);
  const offerOf = new Map<string, number>();
  const renamed = new Map<string, string[]>();
  for (const { functionId } of model.demands) {
    const list = LISTS[functionId];
    if (!list) continue;
    const taken = model.offers.flatMap((offer, o) =>
      offer.functionId === functionId && mix.amountsFraction[o] > SMALLEST ? [o] : [],
    );
    const old = elementsOf(scenario, list).filter((element) => servesFunction(element, functionId, model));
    const made = newElements(old, taken, model, mix, catalog);
    made.forEach(({ element, offer }) => {
      offerOf.set(element.id, offer);
    });
    const ids = made.map(({ element }) => element.id);
    for (const { id } of old) renamed.set(id, ids);
    const all = elementsOf(scenario, list);
    const at = Math.max(
      0,
      all.findIndex((element) => old.includes(element)),
    );
    const kept = (element: Written) => !old.includes(element);
    const fresh = made.map(({ element }) => element);
    scenario[list] = [...all.slice(0, at).filter(kept), ...fresh, ...all.slice(at).filter(kept)]; // layers keep their order
    if (functionId === 'transport' && ids.length > 1)
      scenario.bridges = [...((scenario.bridges as unknown[]) ?? []), ...bridges(ids)];
  }
  renameTerminals(scenario, renamed);
  scenario.launch = { use: vehicles(model, mix) };
  scenario.name = `${scenario.name}: the cheapest mix that survives a loss`;
  return { scenario, offerOf };
}

function elementsOf(scenario: WrittenScenario, list: string): Written[] {
  return (scenario[list] ?? []) as Written[];
}

/** Elements that an offer of the function would replace: those that use an entry of its offers. */
function servesFunction({ id, use }: Written, functionId: string, { offers }: SourcingModel): boolean {
  const entries = offers.filter((offer) => offer.functionId === functionId).map(({ entry }) => entry);
  return entries.includes(use ?? id);
}

function newElements(old: Written[], taken: number[], model: SourcingModel, mix: SourcingMix, catalog: Catalog) {
  const byEntry = new Map<string, number[]>();
  const template = old.at(-1);
  for (const o of taken) {
    const { entry } = model.offers[o];
    const key = old.some(({ use }) => use === entry)
      ? entry
      : isOwnConstellation(model, o)
        ? entry
        : (template?.use ?? entry);
    byEntry.set(key, [...(byEntry.get(key) ?? []), o]);
  }
  return [...byEntry].flatMap(([entry, offers]) => {
    const base = old.find(({ use }) => use === entry) ?? { ...template, id: entry, use: entry };
    const shells = shellsOf(base, entry, catalog);
    return split(base, entry, shells, offers, model, mix, entry in catalog.entries.networks);
  });
}

/** Whether an offer is a constellation by itself, not a maker of another's. */
function isOwnConstellation({ offers }: SourcingModel, o: number): boolean {
  return offers[o].id === offers[o].entry;
}

function shellsOf(base: Written, entry: string, catalog: Catalog): Shell[] {
  if (Array.isArray(base.shells)) return base.shells as Shell[];
  const found = [catalog.entries.networks, catalog.entries.sensors, catalog.entries.interceptors].find(
    (byId) => entry in byId,
  );
  return found ? (plainEntry<{ shells?: Shell[] }>(found[entry]).shells ?? []) : [];
}

/** One element for each offer, with neighbouring planes of every shell. */
function split(
  base: Written,
  entry: string,
  shells: Shell[],
  offers: number[],
  model: SourcingModel,
  mix: SourcingMix,
  isNetwork: boolean,
) {
  const amounts = offers.map((o) => mix.amountsFraction[o]);
  const total = amounts.reduce((sum, each) => sum + each, 0);
  let before = 0;
  return offers.map((o, i) => {
    const from = before / total;
    before += amounts[i];
    const to = before / total;
    const own = shells.map((shell) => sector(shell, from, to, Math.min(2, total))).filter(({ planes }) => planes > 0);
    const isWhole = offers.length === 1 && Math.abs(total - 1) < 0.05;
    const { partner, isCandidate } = model.offers[o];
    const isOwn = isOwnConstellation(model, o);
    // a newcomer flies a constellation of the same kind, under its own name and control
    const isNewcomer = isCandidate && !isOwn && base.crosslinks === undefined && isNetwork;
    const id = isNewcomer ? `${partner}-${entry}` : offers.length === 1 ? base.id : `${base.id}-${partner}`;
    const element: Written = { ...base, id, use: entry, partner, ...(!isWhole && own.length > 0 && { shells: own }) };
    if (isOwn) delete element.partner;
    if (isNewcomer) element.controlPlane = `${partner}-control-plane`;
    return { element, offer: o };
  });
}

/** The planes of a shell between two shares of the whole, of a shell scaled to the amount that is bought. */
function sector(shell: Shell, from: number, to: number, scale: number): Shell {
  const planes = Math.max(1, Math.round(shell.planes * scale));
  const first = Math.round(from * planes);
  const count = Math.round(to * planes) - first;
  const spread = shell.raanSpreadDeg ?? (shell.pattern === 'star' ? 180 : 360);
  return {
    ...shell,
    planes: count,
    raanOffsetDeg: ((shell.raanOffsetDeg ?? 0) + (spread * first) / planes) % 360,
    raanSpreadDeg: (spread * count) / planes,
  };
}

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

function vehicles({ offers }: SourcingModel, { amountsFraction }: SourcingMix): string[] {
  const used = offers.filter(
    ({ functionId }, o) => functionId.startsWith('launch-') && amountsFraction[o] > SMALLEST / 4,
  );
  return [...new Set(used.map(({ entry }) => entry))];
}
