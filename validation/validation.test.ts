import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { backTestMarkdown, type CheckedCase, validationMarkdown } from '../src/cli/validation-text.ts';
import { cases } from './all.ts';
import { differenceOf, isAsSaid, isInside } from './assess-row.ts';
import { readReference } from './read-reference.ts';

const folder = (name: string) => new URL(`./${name}`, import.meta.url);

test('every folder with a case is in the list, under its own name', () => {
  const folders = readdirSync(folder('.'), { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && existsSync(folder(`${entry.name}/case.ts`)))
    .map((entry) => entry.name);
  expect(cases.map(({ validation }) => validation.id).sort()).toEqual(folders.sort());
});

const checked: CheckedCase[] = [];
for (const { validation, reference, referenceRows, rows: rowCount } of cases) {
  describe(validation.id, () => {
    const table = readReference(reference);
    const rows = validation.run(table);
    checked.push({
      ...validation,
      rows: rows.map((row) => ({ ...row, difference: differenceOf(row), inside: isInside(row) })),
    });

    test('no row of the table and no comparison is missing', () => {
      expect(table).toHaveLength(referenceRows);
      expect(rows).toHaveLength(rowCount);
    });

    test('says where its figures come from', () => {
      expect(readFileSync(folder(`${validation.id}/README.md`), 'utf8').length).toBeGreaterThan(200);
      expect(validation.source.length).toBeGreaterThan(10);
      expect(['published', 'independent', 'self-consistent', 'back-test']).toContain(validation.level);
    });

    rows.forEach((row, index) => {
      test(`${index + 1}. ${row.what}`, () => {
        expect(row.why).not.toBe('');
        expect(row.tolerance).toBeGreaterThanOrEqual(0);
        const story = `published ${row.published}, computed ${row.computed}, difference ${differenceOf(row)}`;
        const allowed = row.band ? `band ${row.band.low} to ${row.band.high}` : `tolerance ${row.tolerance}`;
        expect(isAsSaid(row), `${story}, ${allowed}${row.misses ? `, said to miss: ${row.misses}` : ''}`).toBe(true);
        expect(row.misses === undefined || validation.level === 'back-test').toBe(true);
      });
    });
  });
}

test('the page of the manual shows these values (cupola validate --markdown > docs/validation.md)', () => {
  const page = readFileSync(folder('../docs/validation.md'), 'utf8');
  expect(page).toBe(validationMarkdown(checked));
  const [count] = /\d+ values/.exec(page)!;
  expect(readFileSync(folder('../README.md'), 'utf8')).toContain(count.replace('values', 'published or independently'));
});

test('the page of back-tests shows these (cupola validate --back-tests --markdown > docs/back-tests.md)', () => {
  const page = readFileSync(folder('../docs/back-tests.md'), 'utf8');
  expect(page).toBe(backTestMarkdown(checked));
});

test('a figure outside the band misses, and a reason for one that does not is out of date', () => {
  const row = { what: '', published: 4, computed: 12, tolerance: 0, unit: '', why: '', band: { low: 10, high: 14 } };
  expect(isInside(row)).toBe(false);
  expect(isAsSaid(row)).toBe(false);
  expect(isAsSaid({ ...row, misses: 'the round is older' })).toBe(true);
  expect(isAsSaid({ ...row, published: 10 })).toBe(true);
  expect(isAsSaid({ ...row, published: 10, misses: 'the round is older' })).toBe(false);
  expect(isInside({ ...row, published: Number.NaN })).toBe(false);
});

test('a value outside the tolerance, or none at all, is not inside', () => {
  const row = { what: '', published: 10, computed: 10.2, tolerance: 0.1, unit: '', why: '' };
  expect(isInside(row)).toBe(false);
  expect(isInside({ ...row, computed: 10.05 })).toBe(true);
  expect(isInside({ ...row, relative: true })).toBe(true);
  expect(isInside({ ...row, computed: Number.NaN })).toBe(false);
  expect(isInside({ ...row, published: Number.NaN })).toBe(false);
});
