import { describe, expect, test } from 'vitest';
import { launcher, spaceLayer, surfaceLayer, testArchitecture } from '../../test/fixtures/architecture.ts';
import type { Architecture } from '../flow/architecture.ts';
import { type EventPlan, type PartnerEvent, yearsTo } from '../flow/events.ts';
import type { Programme } from '../flow/programme.ts';
import { fieldingOf } from './fielding.ts';
import { programmeOf } from './programme.ts';

const START = 2026;
/** 780 satellites, 13 to a launch, up within two years. */
const layer = spaceLayer({
  shells: [{ planes: 26, satellitesPerPlane: 30, altitudeKm: 400, inclinationDeg: 70 }],
  unitMusd: 20,
  massKg: 1294,
  lifeYr: 5,
});
const launchers = [launcher({ id: 'one', cadencePerYr: 60 }), launcher({ id: 'two', cadencePerYr: 40 })];
const radars = surfaceLayer({ perSiteCount: 10, sites: ['a', 'b'], productionPerYr: 4, unitMusd: 5 });

type Happening<E = EventPlan> = E extends EventPlan ? Omit<E, 'atYr'> : never;

function built(events: Happening[], parts: Partial<Architecture> = {}, draw = 0): Programme {
  const timed = events.map((event) => ({ ...event, atYr: yearsTo(event.date, START) }) as EventPlan);
  const architecture = testArchitecture({
    interceptors: [layer, radars],
    launch: { launchers },
    ...(timed.length > 0 && { events: timed }),
    ...parts,
  });
  return programmeOf(architecture, { draw });
}

/** The first of two months on which a series shows that something at the start of `date` happened. */
const monthOf = (date: string) => Math.round(yearsTo(date, START) * 12) - 1;
const standing = (programme: Programme, date: string, id = 'sbi') =>
  programme.elements.find((element) => element.id === id)!.inServiceCounts![monthOf(date)];
const sum = (values: ArrayLike<number>) => Array.from(values).reduce((total, value) => total + value, 0);
const leaves = (fields: Partial<PartnerEvent> & { date: string }): Happening<PartnerEvent> => ({
  kind: 'partner',
  partner: 'maker',
  what: 'stops',
  vehicles: [],
  elements: [],
  joining: [],
  ...fields,
});
const plain = built([]);

describe('dates', () => {
  test('years, months and days count by the calendar', () => {
    expect(yearsTo('2031', START)).toBe(5);
    expect(yearsTo('2031-07', START)).toBe(5.5);
    expect(yearsTo('2031-02-15', START)).toBeCloseTo(5 + 1.5 / 12, 12);
  });
});

describe('before its date an event changes nothing', () => {
  const events: [string, Happening[]][] = [
    ['loss', [{ kind: 'loss', date: '2031-07-01', element: 'sbi', lostFraction: 0.5 }]],
    ['grounding', [{ kind: 'grounding', date: '2031-07-01', vehicle: 'one', months: 9 }]],
    ['budget', [{ kind: 'budget', date: '2031-07-01', musdYr: 100 }]],
    [
      'partner',
      [
        leaves({
          date: '2031-07-01',
          vehicles: [{ id: 'one', leftFraction: 0 }],
          elements: [
            { id: 'sbi', madeFraction: 0, launchedFraction: 1, isDenied: true, joins: [{ afterYr: 1, perYr: 10 }] },
          ],
          joining: [{ plan: launcher({ id: 'three' }), afterYr: 0.5, perYr: 10 }],
        }),
      ],
    ],
    ['silence', [{ kind: 'silence', date: '2031-07-01', network: 'none' }]],
  ];
  test.each(events)('%s', (_, list) => {
    for (const draw of [0, 3]) {
      const before = built([], {}, draw);
      const after = built(list, {}, draw);
      before.elements.forEach(({ inServiceCounts }, e) => {
        const until = monthOf('2031-07-01');
        expect(Array.from(after.elements[e].inServiceCounts!).slice(0, until)).toEqual(
          Array.from(inServiceCounts!).slice(0, until),
        );
      });
      const years = 2031 - START;
      for (const key of ['obligationYearMusd', 'outlayYearMusd'] as const)
        expect(after[key].slice(0, years)).toEqual(before[key].slice(0, years));
    }
  });

  test('an empty list is the same programme to the bit', () => {
    expect(built([], { events: [] })).toEqual(plain);
  });
});

describe('units are lost', () => {
  const half = built([{ kind: 'loss', date: '2032-01-01', element: 'sbi', lostFraction: 0.5 }]);

  test('half of what stands is gone on the day, is launched again, and costs more', () => {
    expect(standing(half, '2031-12-01')).toBe(standing(plain, '2031-12-01'));
    expect(standing(half, '2031-12-01')).toBeGreaterThan(700);
    expect(standing(half, '2032-01-01')).toBeCloseTo(standing(plain, '2032-01-01') / 2, 6);
    const [loss] = half.losses!;
    expect(loss).toMatchObject({ element: 'sbi', event: 0, atYr: 6 });
    expect(loss.afterCount).toBeCloseTo(loss.beforeCount / 2, 6);
    expect(standing(half, '2033-01-01')).toBeGreaterThan(700);
    expect(sum(half.elements[0].boughtCounts)).toBeGreaterThan(sum(plain.elements[0].boughtCounts));
    expect(sum(half.obligationYearMusd)).toBeGreaterThan(sum(plain.obligationYearMusd));
  });

  test('a day within a month counts at the end of that month, the first day at once', () => {
    const late = built([{ kind: 'loss', date: '2032-01-20', element: 'sbi', lostFraction: 0.5 }]);
    expect(standing(late, '2032-01-01')).toBe(standing(plain, '2032-01-01'));
    expect(standing(late, '2032-02-01')).toBeLessThan(500);
  });

  test('all of it: nothing stands; none of it: nothing changes', () => {
    const all = built([{ kind: 'loss', date: '2032-01-01', element: 'sbi', lostFraction: 1 }]);
    expect(standing(all, '2032-01-01')).toBe(0);
    const none = built([{ kind: 'loss', date: '2032-01-01', element: 'sbi', lostFraction: 0 }]);
    expect(none.elements).toEqual(plain.elements);
  });

  test('the larger the share, the less stands; what is lost and what comes back never make more than the target', () => {
    const by = [0.1, 0.3, 0.9].map((lostFraction) =>
      standing(built([{ kind: 'loss', date: '2032-01-01', element: 'sbi', lostFraction }]), '2032-01-01'),
    );
    expect([...by].sort((a, b) => b - a)).toEqual(by);
    const often = built(
      ['2027-02', '2027-03-10', '2029', '2031-05'].map((date) => ({
        kind: 'loss' as const,
        date,
        element: 'sbi',
        lostFraction: 0.37,
      })),
    );
    for (const count of Array.from(often.elements[0].inServiceCounts!)) {
      expect(count).toBeGreaterThanOrEqual(0);
      expect(count).toBeLessThanOrEqual(2 * 780 + 1);
    }
    expect(standing(often, '2034-01-01')).toBeGreaterThan(700);
  });

  test('on the ground whole units go, and come at the rate of their makers', () => {
    const site = built([{ kind: 'loss', date: '2036-01-01', element: 'ground', lostFraction: 0.5 }]);
    expect(standing(plain, '2035-12-01', 'ground')).toBe(20);
    expect(standing(site, '2036-01-01', 'ground')).toBe(10);
    const aYearOn = standing(site, '2037-01-01', 'ground');
    expect(aYearOn).toBeGreaterThan(11);
    expect(aYearOn).toBeLessThan(17);
    expect(standing(site, '2042-01-01', 'ground')).toBe(20);
    expect(sum(site.elements[1].boughtCounts)).toBe(30);
  });

  test('what stood at the start is lost as well, and makers of nothing make nothing good', () => {
    const old = surfaceLayer({ sites: ['a', 'b'], perSiteCount: 20, inventoryCount: 40, existingCount: 40 } as never);
    const silo = built([{ kind: 'loss', date: '2030-01-01', element: 'ground', lostFraction: 0.5 }], {
      interceptors: [old],
    });
    expect(standing(silo, '2029-12-01', 'ground')).toBe(40);
    expect(standing(silo, '2030-01-01', 'ground')).toBe(20);
    expect(standing(silo, '2045-01-01', 'ground')).toBe(20);
    const sky = { ...layer, existingCount: 780 } as never;
    const aged = built([{ kind: 'loss', date: '2027-07-01', element: 'sbi', lostFraction: 1 }], {
      interceptors: [sky],
    });
    expect(standing(aged, '2027-06-01')).toBeGreaterThan(700);
    expect(standing(aged, '2027-07-01')).toBe(0);
    expect(standing(aged, '2030-01-01')).toBeGreaterThan(700);
  });
});

describe('vehicles are grounded', () => {
  const launchesIn = (programme: Programme, year: number) =>
    programme.vehicles.reduce((total, { launchCounts }) => total + launchCounts[year - START], 0);

  test('all of them for a year: nobody flies in it, and all do afterwards', () => {
    const still = built(
      ['one', 'two'].map((vehicle) => ({ kind: 'grounding' as const, date: '2030-01-01', vehicle, months: 12 })),
    );
    expect(launchesIn(plain, 2030)).toBeGreaterThan(3);
    expect(launchesIn(still, 2029)).toBe(launchesIn(plain, 2029));
    expect(launchesIn(still, 2030)).toBe(0);
    expect(launchesIn(still, 2031)).toBeGreaterThan(3);
  });

  test('one of them: the other flies more, and together less stands', () => {
    const one = built([{ kind: 'grounding', date: '2026-03-01', vehicle: 'one', months: 24 }]);
    expect(one.vehicles[0].launchCounts[1]).toBe(0);
    expect(sum(one.vehicles[1].launchCounts.slice(0, 3))).toBeGreaterThan(
      sum(plain.vehicles[1].launchCounts.slice(0, 3)),
    );
    expect(standing(one, '2027-06-01')).toBeLessThan(standing(plain, '2027-06-01'));
  });
});

describe('money changes', () => {
  /** Units and launches as the campaign pays them. */
  const paidIn = ({ elements, vehicles }: Programme, year: number) =>
    elements[0].boughtCounts[year - START] * 20 +
    vehicles.reduce((total, { launchCounts }) => total + launchCounts[year - START] * 70, 0);

  test('from the first day of a year on it holds, until the next one', () => {
    const busy = { interceptors: [{ ...layer, lifeYr: 1 }] };
    const capped = built(
      [
        { kind: 'budget', date: '2027-01-01', musdYr: 1500 },
        { kind: 'budget', date: '2029-01-01', musdYr: 4000 },
      ],
      busy,
    );
    expect(paidIn(capped, 2026)).toBe(paidIn(built([], busy), 2026));
    for (const year of [2027, 2028]) {
      expect(paidIn(capped, year)).toBeLessThanOrEqual(1500);
      expect(paidIn(capped, year)).toBeGreaterThan(1000);
    }
    for (let year = 2029; year < 2046; year++) expect(paidIn(capped, year)).toBeLessThanOrEqual(4000);
    expect(Math.max(...[2029, 2030, 2031].map((year) => paidIn(capped, year)))).toBeGreaterThan(1500);
  });

  test('within a year it counts for the part that is left', () => {
    const once = built([
      { kind: 'budget', date: '2026-01-01', musdYr: 2000 },
      { kind: 'budget', date: '2027-07-01', musdYr: 4000 },
    ]);
    expect(paidIn(once, 2026)).toBeLessThanOrEqual(2000);
    expect(paidIn(once, 2027)).toBeLessThanOrEqual(3000);
    expect(paidIn(once, 2027)).toBeGreaterThan(2000);
    const none = built([{ kind: 'budget', date: '2026-07-01', musdYr: 0 }]);
    expect(sum(none.vehicles.flatMap(({ launchCounts }) => launchCounts.slice(1)))).toBe(0);
    expect(paidIn(none, 2026)).toBeGreaterThan(0);
  });

  test('the more there is, the more stands', () => {
    const by = [0, 800, 2000, 6000].map((musdYr) =>
      standing(built([{ kind: 'budget', date: '2026-06-01', musdYr }]), '2032-01-01'),
    );
    expect([...by].sort((a, b) => a - b)).toEqual(by);
    expect(by[3]).toBeGreaterThan(by[1] + 100);
  });
});

describe('nobody foresees an event', () => {
  const layerMoney = ({ elements }: Programme) => elements[0].obligationYearMusd;

  test('what was ordered before a stop is paid, though it never flies', () => {
    const elements = [{ id: 'sbi', madeFraction: 0, launchedFraction: 1, isDenied: false, joins: [] }];
    const gone = built([leaves({ date: '2030-01-01', elements })]);
    const flown = sum(gone.elements[0].boughtCounts) * 20;
    const launches = sum(gone.vehicles.flatMap(({ launchCounts }) => launchCounts)) * 70;
    expect(sum(layerMoney(gone))).toBeGreaterThan(flown + launches + 500);
    expect(layerMoney(gone).slice(0, 4)).toEqual(layerMoney(plain).slice(0, 4));
    expect(sum(layerMoney(gone).slice(4))).toBe(0);
  });

  test('what waits through a grounding is used before more is ordered: in the end it is paid once', () => {
    const still = built(
      ['one', 'two'].map((vehicle) => ({ kind: 'grounding' as const, date: '2030-01-01', vehicle, months: 12 })),
    );
    const flown = sum(still.elements[0].boughtCounts) * 20;
    const launches = sum(still.vehicles.flatMap(({ launchCounts }) => launchCounts)) * 70;
    expect(sum(layerMoney(still)) / (flown + launches)).toBeCloseTo(1, 6);
  });

  test('what is lost is ordered again when it is lost', () => {
    const lost = built([{ kind: 'loss', date: '2029-01-01', element: 'sbi', lostFraction: 1 }]);
    expect(layerMoney(lost)[3]).toBeGreaterThan(15_000);
    expect(sum(lost.elements.flatMap((element) => element.outlayYearMusd))).toBeCloseTo(sum(lost.outlayYearMusd), 3);
    expect(sum(lost.partners.flatMap((partner) => partner.outlayYearMusd))).toBeCloseTo(sum(lost.outlayYearMusd), 3);
  });
});

describe('a partner leaves', () => {
  const vehicles = [{ id: 'one', leftFraction: 0 }];

  test('their vehicle flies no more, until they are back', () => {
    const gone = built([leaves({ date: '2030-01-01', vehicles })]);
    expect(sum(gone.vehicles[0].launchCounts.slice(4))).toBe(0);
    expect(sum(gone.vehicles[1].launchCounts.slice(4))).toBeGreaterThan(50);
    const back = built([leaves({ date: '2030-01-01', untilYr: 6, vehicles })]);
    expect(sum(back.vehicles[0].launchCounts.slice(4, 6))).toBe(0);
    expect(sum(back.vehicles[0].launchCounts.slice(6))).toBeGreaterThan(20);
  });

  test('a vehicle that keeps a part of its rate flies that part', () => {
    const busy = { interceptors: [{ ...layer, lifeYr: 1 }] };
    const whole = built([], busy);
    const part = built([leaves({ date: '2026-01-01', vehicles: [{ id: 'one', leftFraction: 0.3 }] })], busy);
    const ratio = sum(part.vehicles[0].launchCounts) / sum(whole.vehicles[0].launchCounts);
    expect(ratio).toBeGreaterThan(0.25);
    expect(ratio).toBeLessThan(0.36);
  });

  test.each([
    ['without a limit', {} as { productionPerYr?: number }],
    ['by a factory', { productionPerYr: 500 }],
  ])('nothing more is made %s, and what stands wears out', (_, fields) => {
    const parts = { interceptors: [{ ...layer, ...fields }] };
    const elements = [{ id: 'sbi', madeFraction: 0, launchedFraction: 1, isDenied: false, joins: [] }];
    const gone = built([leaves({ date: '2030-01-01', elements })], parts);
    expect(standing(gone, '2030-06-01')).toBeGreaterThan(600);
    // what the factory has in store, a year of output at most, still flies
    expect(sum(gone.elements[0].boughtCounts.slice(5))).toBeLessThanOrEqual(fields.productionPerYr ?? 0);
    expect(standing(gone, '2042-06-01')).toBe(0);
    const back = built([leaves({ date: '2030-01-01', untilYr: 8, elements })], parts);
    expect(standing(back, '2037-01-01')).toBeGreaterThan(100);
  });

  test('others take over after their delay', () => {
    const joins = [{ afterYr: 3, perYr: 100 }];
    const elements = [{ id: 'sbi', madeFraction: 0, launchedFraction: 1, isDenied: false, joins }];
    const gone = built([leaves({ date: '2030-01-01', elements })]);
    const bought = gone.elements[0].boughtCounts;
    expect(sum(bought.slice(4, 7))).toBe(0);
    expect(sum(bought.slice(7))).toBeGreaterThan(1100);
    expect(sum(bought.slice(7))).toBeLessThanOrEqual(1300);
  });

  test('a vehicle of the book joins after its delay and is paid; before and after the absence it does not fly', () => {
    const third = launcher({ id: 'three', partner: 'third', priceMusd: 90 });
    const joining = [{ plan: third, afterYr: 1, perYr: 30 }];
    const both = launchers.map(({ id }) => ({ id, leftFraction: 0 }));
    const gone = built([leaves({ date: '2030-01-01', untilYr: 10, vehicles: both, joining })]);
    const three = gone.vehicles.find(({ id }) => id === 'three')!.launchCounts;
    expect(sum(three.slice(0, 5))).toBe(0);
    expect(three[6]).toBeGreaterThan(15);
    expect(sum(three.slice(10))).toBe(0);
    const paid = sum(gone.partners.find(({ partner }) => partner === 'third')!.outlayYearMusd);
    expect(paid).toBeGreaterThan(0.9 * 90 * sum(three));
    expect(paid).toBeLessThanOrEqual(90 * sum(three) + 1e-6);
  });

  test('denied for good is worse than stopped: what stands is gone as well', () => {
    const taken = (isDenied: boolean, untilYr?: number) =>
      built([
        leaves({
          date: '2030-01-01',
          ...(untilYr !== undefined && { untilYr }),
          elements: [
            { id: 'sbi', madeFraction: 0.5, launchedFraction: 1, isDenied, joins: [{ afterYr: 1, perYr: 60 }] },
          ],
        }),
      ]);
    expect(standing(taken(false), '2030-06-01')).toBeGreaterThan(700);
    expect(standing(taken(true), '2030-06-01')).toBe(0);
    expect(standing(taken(true), '2033-01-01')).toBeGreaterThan(0);
    expect(taken(true, 6).losses).toBeUndefined(); // out for a time, and then there again
  });
});

test('the campaign of `field` is the same, and says so', () => {
  const events: EventPlan[] = [{ kind: 'loss', date: '2032', atYr: 6, element: 'sbi', lostFraction: 1 }];
  const { elements, notes } = fieldingOf(testArchitecture({ interceptors: [layer], launch: { launchers }, events }), {
    trials: 5,
  });
  expect(elements[0].unitCount.p90[monthOf('2032-01-01')]).toBe(0);
  expect(notes).toContainEqual({ code: 'fielding.events', args: { count: 1 } });
});
