import type { Architecture, ThreatPlan } from '../flow/architecture.ts';
import type { Problem } from '../flow/problems.ts';
import { type Said, said } from '../flow/said.ts';
import { remembered } from '../num/remembered.ts';
import { type BallisticClass, ballisticFault } from '../physics/ballistic-class.ts';
import { type ClassFault, notPositive } from '../physics/class-fault.ts';
import { type CruiseClass, cruiseFields } from '../physics/cruise.ts';
import { type OrbitalClass, orbitalFault } from '../physics/fractional-orbit.ts';
import { shortestGlideRangeKm } from '../physics/glide.ts';
import { type GlideClass, glideFault } from '../physics/glide-profile.ts';

export function ballisticClass(plan: ThreatPlan): BallisticClass {
  return { ...boostOf(plan), maxRangeKm: plan.maxRangeKm! };
}

export function glideClass(plan: ThreatPlan): GlideClass {
  return {
    ...boostOf(plan),
    liftToDragRatio: plan.liftToDragRatio!,
    glideSpeedKmS: plan.glideEntryKmS!,
    leastSpeedKmS: plan.glideExitKmS!,
    maxRangeKm: plan.maxRangeKm,
    ballisticCoefficientKgM2: plan.ballisticCoefficientKgM2!,
  };
}

export function cruiseClass(plan: ThreatPlan): CruiseClass {
  return { speedKmS: plan.speedKmS!, altitudeKm: plan.heightKm!, maxRangeKm: plan.maxRangeKm! };
}

export function orbitalClass(plan: ThreatPlan): OrbitalClass {
  return { ...boostOf(plan), retroKmS: plan.retroKmS!, way: plan.way };
}

function boostOf(plan: ThreatPlan) {
  return {
    burnS: plan.burnS!,
    burnoutAltitudeKm: plan.burnoutAltitudeKm!,
    burnoutDownrangeKm: plan.burnoutDownrangeKm!,
  };
}

/** Classes of gliders that are kept with what is wrong with them. */
const MOST_GLIDES = 64;

/** What physics calls otherwise than the catalog. */
const FIELD_NAMES: Record<string, keyof ThreatPlan> = {
  glideSpeedKmS: 'glideEntryKmS',
  leastSpeedKmS: 'glideExitKmS',
  altitudeKm: 'heightKm',
};

/** What keeps the numbers of a group from being a missile, at the field to change; empty where nothing does. */
export function classProblems(architecture: Architecture, plan: ThreatPlan, index: number): Problem[] {
  const fault = faultOf(plan);
  if (!fault) return [];
  const fields = fault.fields.map((field) => FIELD_NAMES[field] ?? (field as keyof ThreatPlan));
  const isWritten = (field: string) =>
    architecture.uses.some(({ element, path, entry }) => element === plan.id && path === field && entry === undefined);
  // an entry's own shortest range holds for its own numbers, not for those that a scenario puts in their place
  if (fault.rule === 'flies-so-near' && !isWritten('minRangeKm')) return [];
  const at = fields.find(isWritten) ?? fields[0];
  const values = fields.map((field) => `${field} ${plan[field]}`).join(', ');
  return [
    {
      code: 'no-missile',
      path: `threat[${index}].${at}`,
      said: said('problem.no-missile', { id: plan.id, expected: expectedOf(fault), values }),
    },
  ];
}

function expectedOf({ rule, limit = 0 }: ClassFault): Said {
  switch (rule) {
    case 'above-zero':
      return said('class.above-zero');
    case 'below-orbit':
      return said('class.below-orbit', { limit });
    case 'ends-slower':
      return said('class.ends-slower');
    case 'above-site':
      return said('class.above-site', { limit });
    case 'above-glide':
      return said('class.above-glide', { limit });
    case 'flies-so-near':
      return said('class.flies-so-near', { limit });
    case 'levels-off':
      return said('class.levels-off');
    case 'comes-down':
      return said('class.comes-down', { limit });
  }
}

function faultOf(plan: ThreatPlan): ClassFault | null {
  if (plan.flight === 'ballistic') return ballisticFault(ballisticClass(plan));
  if (plan.flight === 'cruise') return notPositive(cruiseClass(plan), cruiseFields);
  for (const { heightM } of plan.from) {
    const heightKm = heightM / 1000;
    const fault =
      plan.flight === 'glide'
        ? faultOfGlide({ of: glideClass(plan), heightKm, minRangeKm: plan.minRangeKm ?? Infinity })
        : orbitalFault(orbitalClass(plan), heightKm);
    if (fault) return fault;
  }
  return null;
}

/** Kept, as that of the shortest range flies it. */
const faultOfGlide = remembered(
  MOST_GLIDES,
  ({ of, heightKm, minRangeKm }: { of: GlideClass; heightKm: number; minRangeKm: number }): ClassFault | null => {
    const fault = glideFault(of, heightKm);
    if (fault) return fault;
    const limit = shortestGlideRangeKm(of, heightKm);
    return minRangeKm < limit ? { fields: ['minRangeKm'], rule: 'flies-so-near', limit } : null;
  },
);
