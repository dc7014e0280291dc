import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Catalog } from '../catalog/entry.ts';
import { loadInstalledCatalog } from '../cli/load-catalog.ts';
import type { Architecture } from '../flow/architecture.ts';
import { parseScenario } from '../read/parse.ts';
import { resolveScenario } from '../read/resolve.ts';
import { type Gone, withdrawn } from './withdrawn.ts';

const file = new URL('../../scenarios/golden-dome-2026-07.yaml', import.meta.url);
let catalog: Catalog;
let architecture: Architecture;

beforeAll(async () => {
  catalog = await loadInstalledCatalog();
  architecture = resolveScenario(parseScenario(readFileSync(file, 'utf8'), 'golden-dome-2026-07.yaml'), catalog);
});

describe('an architecture after partners have left', () => {
  test('nobody gone: every plan is the one before', () => {
    const { architecture: after, remaining } = withdrawn(architecture, catalog, [
      { partner: 'nobody-of-that-name', what: 'denied', afterYr: 5 },
    ]);
    expect(remaining.size).toBe(0);
    expect(after).toEqual(architecture);
  });

  test('service denied takes the networks of the partner at once; supply that stops does not', () => {
    const share = (what: Gone['what'], afterYr: number) =>
      withdrawn(architecture, catalog, [{ partner: 'spacex', what, afterYr }]).remaining.get('starshield') ?? 1;
    expect(share('denied', 0)).toBe(0);
    expect(share('stops', 0)).toBe(1);
    expect(share('stops', 8)).toBeLessThan(1);
  });

  test('what stands on the ground stays there without its maker', () => {
    const { remaining } = withdrawn(architecture, catalog, [{ partner: 'boeing', what: 'stops', afterYr: 10 }]);
    expect(architecture.interceptors.map(({ id }) => id)).toContain('gbi');
    expect(remaining.get('gbi') ?? 1).toBe(1);
  });

  test('losses of the two ways add up and never go below nothing', () => {
    const both = withdrawn(architecture, catalog, [
      { partner: 'amazon', what: 'stops', afterYr: 4 },
      { partner: 'spacex', what: 'denied', afterYr: 4 },
    ]);
    expect(both.substitutions.map(({ mode }) => mode).sort()).toEqual(['service-denied', 'supply-stops']);
    for (const share of both.remaining.values()) {
      expect(share).toBeGreaterThanOrEqual(0);
      expect(share).toBeLessThanOrEqual(1);
    }
  });

  test('the bill: what others are paid, less what those who left were, is what the substitutes cost', () => {
    const billOf = (partner: string) => {
      const gone: Gone = { partner, what: 'stops', afterYr: 5 };
      return withdrawn(architecture, catalog, [gone]).substitutions[0].substitution;
    };
    const { bill, substitutionMusd } = billOf('spacex');
    expect(bill.paidMusd - bill.savedMusd).toBe(substitutionMusd);
    expect(substitutionMusd).toBeGreaterThan(0);
    expect(bill.unspentMusd).toBeGreaterThan(0); // interceptors that no launch carries
    const noLoss = billOf('anduril').bill;
    expect(Object.values(noLoss)).toEqual([0, 0, 0]);
  });
});
