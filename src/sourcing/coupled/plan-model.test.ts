import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import loadHighs, { type Highs } from 'highs';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Catalog } from '../../catalog/entry.ts';
import { loadInstalledCatalog } from '../../cli/load-catalog.ts';
import type { Architecture } from '../../flow/architecture.ts';
import type { PlanModel } from '../../flow/partner-plan.ts';
import { loadScenario } from '../../read/load-scenario.ts';
import { mixText } from '../mix-text.ts';
import { lossOf } from './plan-loss.ts';
import { planModel } from './plan-model.ts';
import { planMps } from './plan-mps.ts';
import { cheapestPlan } from './plan-search.ts';

const FILE = 'scenarios/golden-dome.yaml';
const OPTIONS = { stepYr: 1, lossYr: 10, lossFraction: 0.5, warmFraction: 0.25 };

let highs: Highs;
let catalog: Catalog;
let text: string;
let architecture: Architecture;
let model: PlanModel;
beforeAll(async () => {
  highs = await (loadHighs as unknown as () => Promise<Highs>)();
  catalog = await loadInstalledCatalog();
  text = readFileSync(FILE, 'utf8');
  architecture = loadScenario(text, catalog, { file: FILE });
  model = planModel(architecture, catalog, OPTIONS);
});

const layerOf = ({ fleets }: PlanModel) => fleets.findIndex(({ functionId }) => functionId === 'space-interceptors');
const arriving = (vehicle: string) => 1 - model.vehicles.find(({ id }) => id === vehicle)!.lostFraction;
const caseOf = ({ cases }: PlanModel, root: string) => cases.findIndex(({ roots }) => roots.join() === root);

describe('the model of golden-dome', () => {
  test('fleets are those of the programme, and no more stands than is asked for', () => {
    const layer = model.fleets[layerOf(model)];
    expect(layer.unitCount).toBe(7800);
    expect(layer.standingFraction.every((share) => share >= 0 && share <= 1)).toBe(true);
    expect(model.fleets.map(({ elements }) => elements[0])).toContain('opir-geo');
    expect(model.fleets.flatMap(({ elements }) => elements)).not.toContain('starlink'); // bought as a service
  });

  test('what the book costs is in dollars of the scenario, whatever their year', () => {
    const { partners, uses, analysis } = architecture;
    const i = partners!.edges!.findIndex(({ kind, to }) => kind === 'provides' && to === 'space-interceptors');
    const { fixedMusd } = partners!.edges![i];
    const { priceYear } = uses.find(
      ({ element, path }) => element === partners!.id && path === `edges[${i}].fixedMusd`,
    )!;
    const paid = model.makers.find(({ fleet }) => fleet === layerOf(model))!.fixedMusd;
    expect(priceYear).toBeLessThan(analysis.priceYear);
    expect(paid).toBeGreaterThan(fixedMusd!);
    expect(paid).toBeLessThan(1.1 * fixedMusd!);
  });

  test('a vehicle has one rate, whatever it lifts and under whichever contract', () => {
    const ids = model.vehicles.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    const falcon = model.vehicles.find(({ id }) => id === 'falcon-9')!;
    expect(Math.max(...falcon.launches)).toBeLessThan(50); // the campaign: 180 a year, three quarters for others
  });

  test('a vehicle of which no launch arrives within the horizon has its price, and lifts nothing', () => {
    const short = { ...architecture, analysis: { ...architecture.analysis, horizonYr: 5, seed: 2 } };
    const few = planModel(short, catalog, { ...OPTIONS, lossYr: 2 });
    const lost = few.vehicles.find(({ id }) => id === 'eclipse')!;
    expect(lost.launches).toEqual([0, 0, 0, 0, 0]);
    expect(lost.launchMusd).toBeCloseTo(
      model.vehicles.find(({ id }) => id === 'eclipse')!.launchMusd * arriving('eclipse'),
      6,
    );
    expect(cheapestPlan(highs, few).status).toBe('optimal');
  });

  test('the radio that every interceptor needs is lost with all their makers', () => {
    const c = caseOf(model, 'link-182-radio');
    const makers = model.makers.filter(({ fleet }) => fleet === layerOf(model));
    expect(makers.length).toBeGreaterThan(3);
    expect(makers.every(({ leftFraction }) => leftFraction[c] === 0)).toBe(true);
  });

  test('assumed thirds are candidates: no maker of interceptors has a contract', () => {
    const makers = model.makers.filter(({ fleet }) => fleet === layerOf(model));
    expect(makers.every(({ isCandidate, fixedMusd }) => isCandidate && fixedMusd > 0)).toBe(true);
  });

  test('who leaves takes its vehicles and engines with it', () => {
    const c = caseOf(model, 'spacex');
    const left = new Map(model.vehicles.map(({ id, leftFraction }) => [id, leftFraction[c]]));
    expect([left.get('falcon-9'), left.get('starship'), left.get('new-glenn')]).toEqual([0, 0, 1]);
    const engine = caseOf(model, 'be-4');
    const without = model.vehicles.filter(({ leftFraction }) => leftFraction[engine] === 0).map(({ id }) => id);
    expect(without.sort()).toEqual(['new-glenn', 'vulcan']);
  });

  test('without a partner from the start, neither its makers nor its vehicles are there', () => {
    const without = planModel(architecture, catalog, { ...OPTIONS, without: ['spacex'] });
    expect([...without.makers, ...without.vehicles].some(({ partner }) => partner === 'spacex')).toBe(false);
    expect(caseOf(without, 'spacex')).toBe(-1);
  });
});

test('the same layer costs the same however the scenario splits it', () => {
  const split = text.replace(
    /^ {2}- \{ id: sbi,.*$/m,
    `  - { id: sbi-a, use: cbo-2026-sbi, terminals: [starshield, leo], salvo: 1, productionPerYr: 780, shells: [{ id: sbi, planes: 39, satellitesPerPlane: 100, altitudeKm: 400, inclinationDeg: 70 }] }
  - { id: sbi-b, use: cbo-2026-sbi, terminals: [starshield, leo], salvo: 1, productionPerYr: 780, shells: [{ id: sbi, planes: 39, satellitesPerPlane: 100, altitudeKm: 400, inclinationDeg: 70 }] }`,
  );
  expect(split).not.toBe(text);
  const halves = planModel(loadScenario(split, catalog, { file: FILE }), catalog, OPTIONS);
  const layer = halves.fleets[layerOf(halves)];
  expect([layer.unitCount, layer.elements.length]).toEqual([7800, 2]);
  const wholeMusd = cheapestPlan(highs, model).costMusd;
  // the factories of two elements have luck of their own, so what stands differs a little
  expect(cheapestPlan(highs, halves).costMusd / wholeMusd).toBeGreaterThan(0.97);
  expect(cheapestPlan(highs, halves).costMusd / wholeMusd).toBeLessThan(1.03);
});

describe('mixes of golden-dome', () => {
  test('in no period does a vehicle fly more than it has, for all fleets together', () => {
    const c = caseOf(model, 'spacex');
    const mix = cheapestPlan(highs, model, { cases: [c] });
    for (const [v, { launches }] of model.vehicles.entries())
      for (const [t, most] of launches.entries())
        expect(mix.launched[v].reduce((sum, byTime) => sum + byTime[t], 0)).toBeLessThanOrEqual(most + 1e-5);
    const cheapest = cheapestPlan(highs, model);
    expect(mix.costMusd).toBeGreaterThan(cheapest.costMusd);
    // interceptors keep no more than the launches that are left can carry
    const kept = lossOf(highs, model, mix, c).keptFraction[layerOf(model)];
    expect(kept.at(-1)).toBeLessThan(0.5);
    expect(kept[0]).toBeGreaterThan(kept.at(-1)!);
  });

  test('the mix is a scenario that reads back to the same fleet', () => {
    const mix = cheapestPlan(highs, model);
    const made = mixText(text, catalog, { model, mix }, { name: 'mix', description: 'of a test' });
    const again = loadScenario(made.text, catalog, { file: 'mix.yaml' });
    expect(again.name).toBe('mix');
    const back = planModel(again, catalog, OPTIONS);
    expect(back.fleets.map(({ entry, unitCount }) => [entry, unitCount])).toEqual(
      model.fleets.map(({ entry, unitCount }) => [entry, unitCount]),
    );
    expect(new Set(again.launch.launchers.map(({ id }) => id))).toEqual(
      new Set(model.vehicles.flatMap(({ id }, v) => (mix.takenVehicles[v] && mix.launchCounts[v] > 0.5 ? [id] : []))),
    );
    for (const [f, { standingFraction }] of back.fleets.entries())
      expect(standingFraction.at(-1)!).toBeGreaterThan(0.9 * model.fleets[f].standingFraction.at(-1)!);
  });
});

test('another solver reaches the same optimum from the MPS file, where CBC is at hand', ({ skip }) => {
  const file = join(mkdtempSync(join(tmpdir(), 'cupola-')), 'plan.mps');
  writeFileSync(file, planMps(highs, model, { cases: [] }));
  expect(readFileSync(file, 'utf8')).toContain('built.');
  let out: string;
  try {
    out = execFileSync('cbc', [file, 'ratio', '0.0001', 'solve'], { encoding: 'utf8', timeout: 60_000 });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') skip('CBC is not on this machine');
    throw error;
  }
  const theirs = Number(/Objective value:\s+([\d.]+)/.exec(out)![1]) * 1000;
  expect(theirs / cheapestPlan(highs, model).costMusd).toBeCloseTo(1, 3);
});
