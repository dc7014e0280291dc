import { computed } from '@preact/signals';
import type { DependenceResult } from 'cupola';
import { otherColor } from '../globe/palette.ts';
import { nameText, textOr } from '../i18n/text.ts';
import { partnerColors } from './constellation.ts';
import { plan, type RunState, reference, variant } from './session.ts';

/** The run whose partners are listed: the plan with everybody in, or the plan itself where another scenario is the reference. */
const listed = computed(() => (plan.value.against && variant.value) || reference.value);

/** A partner as the list on the left shows it. */
export interface PartnerRow {
  id: string;
  name: string;
  /** Share of all satellites that it provides or builds. */
  satelliteFraction: number;
  moneyFraction: number;
  /** What rests on it, by name, the most affected first. */
  functions: string[];
  color: string;
}

/** Partners of the reference, those with most satellites and money first. */
export const partnerRows = computed<PartnerRow[]>(() => rowsOf(listed.value));

/** The same of the run that it is compared with. */
export const referencePartnerRows = computed<PartnerRow[]>(() => rowsOf(reference.value));

function rowsOf({ opened, dependence }: RunState): PartnerRow[] {
  if (!opened) return [];
  const satellites = opened.elements.reduce((sum, { count }) => sum + count, 0);
  const owned = new Map(
    opened.partners.map(({ id, satelliteCount }) => [id, satelliteCount / Math.max(1, satellites)]),
  );
  const rows = new Map<string, PartnerRow>();
  for (const { id, name, functions } of opened.partners) {
    const roles = functions.map((role) => textOr(`role.${role}`, role));
    rows.set(id, {
      id,
      name: nameText.value(name),
      satelliteFraction: owned.get(id) ?? 0,
      moneyFraction: 0,
      functions: roles,
      color: colorOf(id),
    });
  }
  for (const { id, name, kind, moneyFraction, fallsFraction } of dependence?.roots ?? []) {
    if (kind !== 'partner') continue;
    const functions = Object.entries(fallsFraction)
      .sort((a, b) => b[1] - a[1])
      .map(([functionId]) => dependence!.functions.find((each) => each.id === functionId)?.name ?? functionId)
      .map(nameText.value);
    const built = builtFraction(id, dependence!) ?? 0;
    const satelliteFraction = Math.max(owned.get(id) ?? 0, built);
    rows.set(id, {
      id,
      name: nameText.value(name),
      satelliteFraction,
      moneyFraction: moneyFraction ?? 0,
      functions,
      color: colorOf(id),
    });
  }
  const weight = ({ satelliteFraction, moneyFraction }: PartnerRow) => satelliteFraction + 2 * moneyFraction;
  return [...rows.values()].sort((a, b) => weight(b) - weight(a) || b.functions.length - a.functions.length);
}

/** Share of all units of the shield's functions that a partner makes. */
function builtFraction(id: string, dependence: DependenceResult): number | undefined {
  let made = 0;
  let all = 0;
  for (const { unitCount, units } of dependence.functions) {
    all += unitCount;
    made += unitCount * (units?.shares.find(({ partner }) => partner === id)?.shareFraction ?? 0);
  }
  return all > 0 ? made / all : undefined;
}

function colorOf(id: string): string {
  return partnerColors.value.get(id) ?? otherColor;
}
