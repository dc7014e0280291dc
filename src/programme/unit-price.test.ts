import { describe, expect, test } from 'vitest';
import { launcher, spaceLayer, testArchitecture } from '../../test/fixtures/architecture.ts';
import { costOf } from './cost.ts';
import { costModel } from './cost-model.ts';
import { programmeOf } from './programme.ts';
import { splitLaunchMusd, unitNetMusd } from './unit-price.ts';

const published = { unitMusd: 22, massKg: 1294, launchUsdKg: 500, launchIncluded: true, lifeYr: 30, deploymentYr: 4 };
const inside = (1294 * 500) / 1e6;
const sum = (values: Iterable<number>) => [...values].reduce((a, b) => a + b, 0);
const shield = (more: object, launchers = [launcher({ payloadKg: 20_000, priceMusd: 70, partner: 'lifter' })]) =>
  testArchitecture({ interceptors: [spaceLayer({ ...published, ...more })], launch: { launchers } });

describe('a published price that holds its launch', () => {
  test('is freed of it, and the launch costs what the vehicle costs that flies', () => {
    const at = (priceMusd: number) => costOf(shield({}, [launcher({ payloadKg: 20_000, priceMusd })]));
    const [cheap, dear] = [at(20), at(200)];
    const { launchCount } = cheap.launches[0];
    expect(launchCount).toBeGreaterThan(500);
    expect(dear.totalMusd - cheap.totalMusd).toBeCloseTo(launchCount * 180, 3);
    expect(cheap.categoryMusd.procurement).toBeCloseTo(7800 * (22 - inside), 3);
    expect(cheap.elements[0].meanUnitMusd).toBeCloseTo(22 - inside, 9);
    expect(cheap.notes.map(({ code }) => code)).toContain('cost.launch-split');
  });

  test('is the same in the complete and in the dated form', () => {
    const architecture = shield({});
    const complete = costOf(architecture);
    const dated = programmeOf(architecture, { draw: 0 });
    const units = sum(dated.elements[0].boughtCounts);
    const launches = sum(dated.vehicles[0].launchCounts);
    expect(sum(dated.elements[0].obligationYearMusd)).toBeCloseTo(
      units * complete.elements[0].meanUnitMusd + launches * 70,
      3,
    );
  });

  test('with learning, every unit is freed of the same launch', () => {
    const learning = { unitMusd: undefined, firstUnitMusd: 60, learningRatio: 0.9 };
    const paid = (more: object) => {
      const dated = programmeOf(shield({ ...learning, ...more }), { draw: 0 });
      return { musd: sum(dated.elements[0].obligationYearMusd), units: sum(dated.elements[0].boughtCounts) };
    };
    const [with500, with1000] = [paid({}), paid({ launchUsdKg: 1000 })];
    expect(with500.musd - with1000.musd).toBeCloseTo(with500.units * inside, 3);
  });

  test('may say its launch as an amount', () => {
    const model = costModel(shield({ launchUsdKg: undefined, launchInUnitMusd: 3 }));
    expect(splitLaunchMusd(model.elements[0], model)).toBe(3);
    expect(unitNetMusd(model.elements[0], model)(100)).toBe(19);
  });

  test.each([
    ['no vehicle is listed', shield({}, [])],
    ['no vehicle lifts it', shield({}, [launcher({ payloadKg: 1000 })])],
    ['no vehicle has a price', shield({}, [launcher({ priceMusd: undefined })])],
    ['nothing says at what price', shield({ launchUsdKg: undefined })],
  ])('stands as it is where %s', (_why, architecture) => {
    const complete = costOf(architecture);
    expect(complete.totalMusd).toBeCloseTo(7800 * 22, 4);
    expect(complete.notes.map(({ code }) => code)).toContain('cost.launch-included');
    const dated = programmeOf(architecture, { draw: 0 });
    const units = sum(dated.elements[0].boughtCounts);
    expect(sum(dated.elements[0].obligationYearMusd)).toBeCloseTo(units * 22, 3);
  });
});
