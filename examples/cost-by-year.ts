// The cost of a scenario by year, without running a raid.
import { readFileSync } from 'node:fs';
import { type Catalog, costAnswer, loadScenario } from 'cupola';

const catalog = JSON.parse(readFileSync(new URL(import.meta.resolve('cupola/catalog.json')), 'utf8')) as Catalog;
const text = readFileSync(new URL('../scenarios/cbo-2026.yaml', import.meta.url), 'utf8');
const architecture = loadScenario(text, catalog, { file: 'cbo-2026.yaml' });
const notes: string[] = [];
const cost = costAnswer(architecture, notes);
cost?.result.yearMusd.forEach((musd, i) => {
  console.log(`${cost.result.startYear + i}  ${(musd / 1000).toFixed(1)} B$`);
});
