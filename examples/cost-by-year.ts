// The cost of a scenario by year, without running a raid.
import { readFileSync } from 'node:fs';
import { type Catalog, costAnswer, parseScenario, resolveScenario } from 'cupola';

const catalog = JSON.parse(readFileSync(new URL(import.meta.resolve('cupola/catalog.json')), 'utf8')) as Catalog;
const text = readFileSync(new URL('../scenarios/cbo-2026.yaml', import.meta.url), 'utf8');
const architecture = resolveScenario(parseScenario(text, 'cbo-2026.yaml'), catalog, {});
const notes: string[] = [];
const cost = costAnswer(architecture, notes);
cost?.result.yearMusd.forEach((musd, i) => {
  console.log(`${cost.result.startYear + i}  ${(musd / 1000).toFixed(1)} B$`);
});
