import { beforeAll, describe, expect, test } from 'vitest';
import type { Catalog } from '../catalog/entry.ts';
import { loadInstalledCatalog } from '../cli/load-catalog.ts';
import { loadScenarioFile } from '../cli/load-scenario.ts';
import { departureOf } from '../dependence/departure.ts';
import type { Architecture } from '../flow/architecture.ts';
import { fieldingOf } from '../programme/fielding.ts';
import { launcherPlans } from '../read/catalog-plans.ts';
import { fieldingWithout } from './fielding-without.ts';

let catalog: Catalog;
let architecture: Architecture;
const few = { trials: 20 };

beforeAll(async () => {
  catalog = await loadInstalledCatalog();
  ({ architecture } = await loadScenarioFile('scenarios/golden-dome-2026-07.yaml'));
});

describe('the fielding without a partner', () => {
  test('without somebody on whom nothing rests it is the one before', () => {
    const before = fieldingOf(architecture, few);
    expect(fieldingWithout(architecture, catalog, ['nobody-of-that-name'], few)).toEqual(before);
  });

  test('without the main launcher it is later, and no month has more units', () => {
    const before = fieldingOf(architecture, few);
    const after = fieldingWithout(architecture, catalog, ['spacex'], few);
    const unitsAtEnd = (fielding: typeof before) =>
      fielding.elements.find(({ id }) => id === 'sbi')!.unitCount.p50.at(-1)!;
    expect(unitsAtEnd(after)).toBeLessThan(unitsAtEnd(before));
    expect(after.vehicles.some(({ id }) => id === 'falcon-9')).toBe(false);
    const months = before.elements.find(({ id }) => id === 'sbi')!.unitCount.p50;
    const later = after.elements.find(({ id }) => id === 'sbi')!.unitCount.p50;
    expect(later).toHaveLength(months.length);
    expect(later.filter((units, month) => units > months[month] + 1)).toEqual([]);
  });

  test('without any launcher nothing is launched', () => {
    const { launchers } = architecture.launch;
    const vehicles = [...new Set(launchers.map(({ id }) => id)), ...Object.keys(catalog.entries.launchers)];
    const after = fieldingWithout(architecture, catalog, vehicles, few);
    const sbi = after.elements.find(({ id }) => id === 'sbi')!;
    expect(Math.max(...sbi.unitCount.p90)).toBe(0);
    expect(sbi.fullCapability.reachedProbability).toBe(0);
  });

  test.each(['spacex', 'ula', 'northrop'])(
    'an event that takes %s on the first day is the same campaign',
    (partner) => {
      const plans = launcherPlans(catalog, architecture.launch.launchers);
      const takes = departureOf(architecture, { partner, what: 'stops' }, plans);
      const events = [{ kind: 'partner' as const, date: '2028', atYr: 0, partner, what: 'stops' as const, ...takes }];
      const event = fieldingOf({ ...architecture, events }, few);
      const without = fieldingWithout(architecture, catalog, [partner], few);
      event.elements.forEach((element, e) => {
        const other = without.elements[e].unitCount.p50;
        const standing = (units: number) => Math.min(units, element.targetCount); // less what is up ahead of a replacement
        for (const month of [119, 239]) {
          const apart = Math.abs(standing(element.unitCount.p50[month]) - standing(other[month]));
          expect(apart, element.id).toBeLessThan(0.05 * element.targetCount + 1);
        }
      });
      const isListed = ({ id }: { id: string }) => architecture.launch.launchers.some((plan) => plan.id === id);
      const joined = (fielding: typeof event) =>
        fielding.vehicles.filter((vehicle) => !isListed(vehicle)).map(({ id }) => id);
      expect(joined(event)).toEqual(joined(without));
    },
  );
});
