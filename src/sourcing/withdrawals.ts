import type { Catalog } from '../catalog/entry.ts';
import { rootNodes } from '../dependence/dependence.ts';
import { launchPool } from '../dependence/launch-pool.ts';
import { type SupplyGraph, supplyGraph } from '../dependence/supply-graph.ts';
import type { Architecture } from '../flow/architecture.ts';
import { type Said, said } from '../flow/said.ts';
import type { VariantEffect, WithdrawalMode, WithdrawalResult, WithdrawalsResult } from '../flow/withdrawal.ts';
import { networkKinds, type Topology } from '../kinds/networks/network-kinds.ts';
import { launcherPlans } from '../read/catalog-plans.ts';
import { eventNote } from './event-note.ts';
import { type Substitution, substitutionFor } from './substitution.ts';
import { remainingAt } from './variant.ts';
import { effectOf } from './variant-trials.ts';

export interface WithdrawalOptions {
  /** Years after the withdrawal at which the effect is computed. */
  yearsYr: number[];
  trials: number;
  /** Partners and parts to look at; all by default. */
  roots?: string[];
  /** Pairs of partners beside the single ones. */
  pairs?: boolean;
  catalog?: Catalog;
}

/** Which variants to run so that every withdrawal has its effect; equal ones stand once. */
export interface WithdrawalPlan {
  architecture: Architecture;
  graph: SupplyGraph;
  options: WithdrawalOptions;
  cases: WithdrawalCase[];
  /** Shares left by element, one list a variant; index 0 is the base case. */
  variants: [element: string, share: number][][];
}

export interface WithdrawalCase {
  roots: string[];
  name: string;
  kind: WithdrawalResult['kind'];
  mode: WithdrawalMode;
  substitution: Substitution;
  /** By year asked for: position in `variants`. */
  variantIndices: number[];
}

/**
 * Every withdrawal of a scenario, what it leaves of each element by year, and the variants that have to be run (`thinnedOut`).
 *
 * A mode that changes nothing for a root is left out: those who build but do not operate deny no service, and a control
 * centre supplies nothing.
 */
export function planWithdrawals(architecture: Architecture, options: WithdrawalOptions): WithdrawalPlan {
  const graph = withoutBentPipes(supplyGraph(architecture), options.catalog);
  const { launchers } = architecture.launch;
  const pool = launchPool(
    graph,
    launcherPlans(options.catalog, launchers),
    launchers.map(({ id }) => id),
  );
  const variants: WithdrawalPlan['variants'] = [[]];
  const known = new Map([[signature(new Map()), 0]]);
  const cases: WithdrawalCase[] = [];
  for (const { roots, name, kind } of rootSets(graph, options)) {
    for (const mode of ['supply-stops', 'service-denied'] as const) {
      const substitution = substitutionFor(architecture, graph, pool, new Set(roots), mode);
      if (mode === 'service-denied' && !substitution.losses.some(({ isDenied }) => isDenied)) continue;
      const variantIndices = options.yearsYr.map((afterYr) => {
        const remaining = remainingAt(substitution.losses, afterYr);
        const key = signature(remaining);
        const found = known.get(key);
        if (found !== undefined) return found;
        known.set(key, variants.length);
        return variants.push([...remaining]) - 1;
      });
      cases.push({ roots, name, kind, mode, substitution, variantIndices });
    }
  }
  return { architecture, graph, options, cases, variants };
}

/** Networks without links between their satellites stand in for no backbone. */
function withoutBentPipes(graph: SupplyGraph, catalog: Catalog | undefined): SupplyGraph {
  const isBentPipe = (entry: string) => {
    const topology = catalog?.entries.networks[entry]?.fields.crosslinks as Topology | undefined;
    return topology !== undefined && !networkKinds[topology].isRelaying;
  };
  return { ...graph, edges: graph.edges.filter(({ role, to }) => role !== 'candidate' || !isBentPipe(to)) };
}

/** Shares left, to a tenth of a percent: finer differences are below any sampling. */
function signature(remaining: ReadonlyMap<string, number>): string {
  return [...remaining]
    .filter(([, share]) => share < 0.9995)
    .map(([id, share]) => `${id}:${share.toFixed(3)}`)
    .sort()
    .join(' ');
}

function rootSets(graph: SupplyGraph, { roots, pairs }: WithdrawalOptions) {
  const nodes = rootNodes(graph).filter(({ key }) => !roots || roots.includes(key));
  const single = nodes.map(({ key, name, kind }) => ({ roots: [key], name, kind: kind as WithdrawalResult['kind'] }));
  if (!pairs) return single;
  const partners = nodes.filter(({ kind }) => kind === 'partner');
  const couples = partners.flatMap((a, i) =>
    partners
      .slice(i + 1)
      .map((b) => ({ roots: [a.key, b.key], name: `${a.name} and ${b.name}`, kind: 'pair' as const })),
  );
  return [...single, ...couples];
}

/**
 * Puts the trials of the variants together.
 *
 * @param rows by variant: metrics by trial, as many as were run; index 0 is the base case
 */
export function withdrawalsOf(
  { cases, options, graph, architecture }: WithdrawalPlan,
  rows: readonly (readonly Float64Array[])[],
): WithdrawalsResult {
  const trials = Math.min(...rows.map((each) => each.length));
  const effects = rows.map((each): VariantEffect => effectOf(rows[0].slice(0, trials), each.slice(0, trials)));
  const results = cases.map((each): WithdrawalResult => {
    const { losses, takeovers, substitutionMusd, fieldingDelayYr, restoredYr } = each.substitution;
    const byYear = options.yearsYr.map((afterYr, i) => ({ afterYr, effect: effects[each.variantIndices[i]] }));
    const harmCount = byYear.reduce((sum, { effect }) => sum + effect.leakersCount.difference, 0) / byYear.length;
    const { roots, name, kind, mode } = each;
    return {
      roots,
      name,
      kind,
      mode,
      losses,
      takeovers,
      substitutionMusd,
      fieldingDelayYr,
      restoredYr,
      effects: byYear,
      harmCount,
    };
  });
  const harmless = results.filter((result) => isHarmless(result)).map(({ name }) => name);
  return {
    yearsYr: options.yearsYr,
    trials,
    baseNoLeakerProbability: effects[0].noLeakerProbability.base,
    baseLeakersCount: effects[0].leakersCount.base,
    results: results
      .filter((result) => !isHarmless(result))
      .sort((a, b) => b.harmCount - a.harmCount || lost(b) - lost(a)),
    harmless: [...new Set(harmless)],
    notes: [...notesOf(graph), ...eventNote(architecture)],
  };
}

function isHarmless({ losses }: WithdrawalResult): boolean {
  return losses.every(({ remainingFraction }) => remainingFraction.every((share) => share > 0.9995));
}

/** Units lost at the worst time, summed over elements as shares. */
function lost({ losses }: WithdrawalResult): number {
  return losses.reduce((sum, { remainingFraction }) => sum + 1 - Math.min(...remainingFraction), 0);
}

function notesOf({ elements }: SupplyGraph): Said[] {
  const notes = [said('withdrawal.starts-complete'), said('withdrawal.drawn-anew'), said('withdrawal.scarce-launches')];
  const hasCommand = elements.some(({ functionId }) => functionId === 'command-and-control');
  return hasCommand ? [...notes, said('withdrawal.command')] : notes;
}
