import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import * as z from 'zod';
import {
  bases,
  catalogSchema,
  choice,
  maybeFlag,
  maybeList,
  maybeQuantity,
  maybeWords,
  overrideSchema,
  quantity,
  type Shape,
  sourced,
  text,
} from './field.ts';

const shape = {
  label: text('a name'),
  pattern: choice('which', ['delta', 'star']),
  altitudeKm: quantity('height', { min: 150, max: 50_000 }),
  planes: maybeQuantity('planes', { min: 1, max: 100, integer: true }),
  unitMusd: maybeQuantity('price', { money: true }),
  isShifted: maybeFlag('shift'),
  sees: maybeWords('phases', ['boost', 'glide']),
  shells: maybeList('shells', { planes: quantity('planes', { min: 1, max: 9, integer: true }) }, 2),
} satisfies Shape;
const catalog = z.strictObject(catalogSchema(shape));
const override = z.strictObject(overrideSchema(shape));
const number = (value: number, more: object = {}) => ({
  value,
  source: 'press',
  where: 'p. 1',
  basis: 'stated',
  ...more,
});
const entry = (more: object = {}) => ({ label: 'L', pattern: 'delta', altitudeKm: number(400), ...more });
const accepts = (schema: z.ZodType, value: unknown) => schema.safeParse(value).success;

describe('catalogSchema', () => {
  test('takes the required fields, and the optional ones when they are there', () => {
    expect(accepts(catalog, entry())).toBe(true);
    expect(accepts(catalog, entry({ planes: number(3), isShifted: true, sees: ['boost'] }))).toBe(true);
    const { altitudeKm: _left, ...without } = entry();
    expect(accepts(catalog, without)).toBe(false);
  });

  test('never takes a bare number, nor a number without source, place or basis', () => {
    expect(accepts(catalog, entry({ altitudeKm: 400 }))).toBe(false);
    for (const key of ['value', 'source', 'where', 'basis']) {
      const { [key as 'value']: _left, ...rest } = number(400);
      expect(accepts(catalog, entry({ altitudeKm: rest })), key).toBe(false);
    }
  });

  test.each([
    ['below the range', { altitudeKm: number(149) }],
    ['above the range', { altitudeKm: number(50_001) }],
    ['not a whole number', { planes: number(2.5) }],
    ['not a number', { altitudeKm: number(Number.NaN) }],
    ['infinite', { altitudeKm: number(Number.POSITIVE_INFINITY) }],
    ['an unknown choice', { pattern: 'rosette' }],
    ['an unknown word', { sees: ['terminal'] }],
    ['an unknown field', { altitudeM: number(1) }],
    ['too long a list', { shells: [1, 2, 3].map((planes) => ({ planes: number(planes) })) }],
    ['money without a price year', { unitMusd: number(22) }],
    ['an unknown currency', { unitMusd: number(22, { priceYear: 2026, currency: 'GBP' }) }],
  ])('refuses %s', (_name, more) => {
    expect(accepts(catalog, entry(more))).toBe(false);
  });

  test('money is in dollars unless it says otherwise', () => {
    const parsed = catalog.parse(entry({ unitMusd: number(22, { priceYear: 2026 }) })) as Record<string, unknown>;
    expect(parsed.unitMusd).toMatchObject({ currency: 'USD', priceYear: 2026 });
  });

  test('a range must hold its value, ends included', () => {
    fc.assert(
      fc.property(
        fc.tuple(fc.double({ min: 150, max: 50_000, noNaN: true }), fc.double({ min: 150, max: 50_000, noNaN: true })),
        fc.double({ min: 150, max: 50_000, noNaN: true }),
        ([low, high], value) => {
          const given = entry({ altitudeKm: number(value, { low, high }) });
          expect(accepts(catalog, given)).toBe(low <= value && value <= high);
        },
      ),
    );
  });
});

describe('overrideSchema', () => {
  test('requires nothing, and takes plain numbers beside sourced ones, at any depth', () => {
    expect(accepts(override, {})).toBe(true);
    expect(accepts(override, { altitudeKm: 500 })).toBe(true);
    expect(accepts(override, { altitudeKm: number(500) })).toBe(true);
    expect(accepts(override, { shells: [{ planes: 3 }] })).toBe(true);
  });

  test('keeps the ranges of the catalog', () => {
    expect(accepts(override, { altitudeKm: 5 })).toBe(false);
    expect(accepts(override, { shells: [{ planes: 10 }] })).toBe(false);
    expect(accepts(override, { shells: [{ plan: 1 }] })).toBe(false);
  });
});

test('each basis is taken and no other', () => {
  const schema = sourced(shape.altitudeKm);
  for (const basis of bases) expect(accepts(schema, number(400, { basis }))).toBe(true);
  expect(accepts(schema, number(400, { basis: 'guess' }))).toBe(false);
});
