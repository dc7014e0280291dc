import { describe, expect, test } from 'vitest';
import { spaceLayer, testArchitecture } from '../../test/fixtures/architecture.ts';
import { shippedScenario } from '../../test/fixtures/shipped-scenario.ts';
import { drawnArchitecture, drawTable } from './drawn-architecture.ts';
import { programmeOf } from './programme.ts';
import { outlays, spendOutRates } from './spend-out.ts';

const sum = (values: Iterable<number>) => [...values].reduce((total, value) => total + value, 0);

describe('outlays', () => {
  test('ten a year for three years, at the rates of research: 4.8 8.6 9.4 4.9 1.3 .5 .2', () => {
    const paid = outlays([10, 10, 10, 0, 0, 0, 0], 'research');
    [4.8, 8.6, 9.4, 4.9, 1.3, 0.5, 0.2].forEach((musd, year) => {
      expect(Math.abs(paid[year] - musd)).toBeLessThan(0.11);
    });
  });

  test('every obligation is paid in the end', () => {
    for (const kind of ['research', 'procurement', 'operations'] as const) {
      expect(sum(spendOutRates(kind))).toBeCloseTo(1, 12);
      expect(sum(outlays([7, 3, 0, 0, 0, 0, 0, 0], kind))).toBeCloseTo(10, 9);
    }
  });
});

describe.each([
  ...[
    'golden-dome',
    'golden-dome-2026-07',
    'without-spacex',
    'two-families',
    'all-partners',
    'cbo-2026',
    'limited-raid',
  ],
  ...['mixed-raid', 'one-missile', 'aei-2025', 'aei-2025-prices'],
])('programme of %s', (name) => {
  const architecture = shippedScenario(name);
  const table = drawTable(architecture, 8);
  const draws = [0, 1, 2].map((draw) => programmeOf(drawnArchitecture(architecture, table, draw), { draw }));

  test('the money of the elements is that of the years and that of the partners', () => {
    for (const { elements, partners, outlayYearMusd, obligationYearMusd } of draws) {
      const total = sum(outlayYearMusd);
      expect(sum(elements.flatMap((element) => element.outlayYearMusd))).toBeCloseTo(total, 4);
      expect(sum(partners.flatMap((partner) => partner.outlayYearMusd))).toBeCloseTo(total, 4);
      expect(total).toBeLessThanOrEqual(sum(obligationYearMusd) + 1e-6);
      expect(total).toBeGreaterThan(0);
    }
  });

  test('what stands was bought or stood before; what flies is lifted by vehicles of the scenario', () => {
    for (const { elements, vehicles } of draws) {
      const listed = architecture.launch.launchers.map(({ id }) => id);
      for (const { id } of vehicles) expect(listed).toContain(id);
      for (const element of elements) {
        if (!element.inServiceCounts) continue;
        const plan = [...architecture.networks, ...architecture.sensors, ...architecture.interceptors].find(
          ({ id }) => id === element.id,
        ) as { deployedCount?: number; inventoryCount?: number; existingCount?: number } | undefined;
        const before = plan?.existingCount ?? plan?.deployedCount ?? plan?.inventoryCount ?? 0;
        const bought = sum(element.boughtCounts);
        for (const standing of Array.from(element.inServiceCounts)) {
          // a set that came at once is replaced at once, a quarter of a year ahead
          expect(standing).toBeLessThanOrEqual(Math.max(element.targetCount * 2 + 1, before) + 1e-6);
          expect(standing).toBeLessThanOrEqual(before + bought + 1e-6);
        }
      }
    }
  });

  test('the same draw is the same programme; another is not', () => {
    const again = programmeOf(drawnArchitecture(architecture, table, 1), { draw: 1 });
    expect(again).toEqual(draws[1]);
  });
});

describe('prices', () => {
  const layer = spaceLayer({ unitMusd: 22, massKg: 1294, launchUsdKg: 500, launchIncluded: true, lifeYr: 5 });
  const launchers = [
    {
      id: 'heavy',
      name: 'Heavy',
      status: 'flying',
      payloadKg: 100_000,
      priceMusd: 50,
      cadencePerYr: 200,
      partner: 'lifter',
    },
  ];
  const built = programmeOf(testArchitecture({ interceptors: [layer], launch: { launchers } as never }), { draw: 0 });

  test('a unit price that holds the launch is freed of it, and the launch is paid to who flies', () => {
    const element = built.elements[0];
    const units = sum(element.boughtCounts);
    const launches = sum(built.vehicles[0].launchCounts);
    expect(launches).toBeGreaterThan(100);
    const lifter = sum(built.partners.find(({ partner }) => partner === 'lifter')!.outlayYearMusd);
    expect(lifter).toBeGreaterThan(0.9 * launches * 50 * 0.8);
    expect(lifter).toBeLessThanOrEqual(launches * 50 + 1e-6);
    const net = 22 - (1294 * 500) / 1e6;
    expect(sum(element.obligationYearMusd)).toBeCloseTo(units * net + launches * 50, 3);
  });

  test('without a vehicle the published price stands as it is', () => {
    const alone = programmeOf(testArchitecture({ interceptors: [layer] }), { draw: 0 });
    const units = sum(alone.elements[0].boughtCounts);
    expect(sum(alone.elements[0].obligationYearMusd)).toBeCloseTo(units * 22, 3);
  });

  test('operations of a layer are paid once, however many makers share it', () => {
    const part = (id: string) => ({ ...layer, id, entry: 'layer', operationsMusdYr: 1000 });
    const years = (parts: ReturnType<typeof part>[]) =>
      programmeOf(testArchitecture({ interceptors: parts, launch: { launchers } as never }), { draw: 0 });
    const one = years([part('a')]);
    const two = years([part('a'), part('b')]);
    const withoutUnits = (run: typeof one) =>
      sum(run.obligationYearMusd) -
      sum(run.elements.flatMap(({ boughtCounts }) => boughtCounts)) * (22 - 0.647) -
      sum(run.vehicles[0].launchCounts) * 50;
    expect(withoutUnits(one)).toBeGreaterThan(18_000);
    expect(withoutUnits(two)).toBeCloseTo(withoutUnits(one), 0);
  });

  test('a yearly budget is kept', () => {
    const capped = programmeOf(testArchitecture({ interceptors: [layer], launch: { launchers } as never }), {
      draw: 0,
      rules: { budgetMusdYr: [2000, 5000] },
    });
    capped.elements[0].boughtCounts.forEach((count, year) => {
      const spent = count * 22 + capped.vehicles[0].launchCounts[year] * 50;
      expect(spent).toBeLessThanOrEqual((year === 0 ? 2000 : 5000) + 1e-6);
    });
    expect(capped.elements[0].inServiceCounts![239]).toBeLessThan(built.elements[0].inServiceCounts![239]);
  });
});
