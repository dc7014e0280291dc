import { describe, expect, it } from 'vitest';
import { inputDifferences } from './input-differences.ts';
import { inputRows } from './input-rows.ts';

const site = (id: string) => ({ id, name: `Gateway ${id}`, latitudeDeg: 40 });

describe('inputRows', () => {
  it('puts many elements that one side lacks into one row', () => {
    const sites = ['a', 'b', 'c', 'd', 'e'].map(site);
    const rows = inputRows(inputDifferences({ name: 'one', sites }, { name: 'two', sites: sites.slice(0, 1) }));
    expect(rows).toEqual([
      ['name', 'one', 'two'],
      ['4 of sites', 'b, c, d and 1 more', 'none'],
    ]);
  });

  it('keeps a few apart, each by its name and partner', () => {
    const differences = inputDifferences(
      { networks: [] },
      { networks: [{ id: 'leo', name: 'Amazon Leo', partner: 'amazon', shells: [] }] },
    );
    expect(inputRows(differences)).toEqual([['networks leo', 'none', 'Amazon Leo (amazon)']]);
  });

  it('never groups values that both sides have', () => {
    const many = (value: number) => ({ sites: ['a', 'b', 'c', 'd'].map((id) => ({ id, value })) });
    expect(inputRows(inputDifferences(many(1), many(2)))).toHaveLength(4);
  });
});
