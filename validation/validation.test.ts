import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { type CheckedCase, validationMarkdown } from '../src/cli/validation-text.ts';
import { cases } from './all.ts';
import { differenceOf, isInside } from './assess-row.ts';
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
      expect(['published', 'independent', 'self-consistent']).toContain(validation.level);
    });

    rows.forEach((row, index) => {
      test(`${index + 1}. ${row.what}`, () => {
        expect(row.why).not.toBe('');
        expect(row.tolerance).toBeGreaterThanOrEqual(0);
        const story = `published ${row.published}, computed ${row.computed}, difference ${differenceOf(row)}`;
        expect(isInside(row), `${story}, tolerance ${row.tolerance}`).toBe(true);
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

test('a value outside the tolerance, or none at all, is not inside', () => {
  const row = { what: '', published: 10, computed: 10.2, tolerance: 0.1, unit: '', why: '' };
  expect(isInside(row)).toBe(false);
  expect(isInside({ ...row, computed: 10.05 })).toBe(true);
  expect(isInside({ ...row, relative: true })).toBe(true);
  expect(isInside({ ...row, computed: Number.NaN })).toBe(false);
  expect(isInside({ ...row, published: Number.NaN })).toBe(false);
});
