import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { runCommand } from '../../test/fixtures/run-command.ts';
import type { Audit } from '../flow/audit.ts';
import { InputError } from '../flow/problems.ts';
import { command } from './catalog.ts';

const folder = mkdtempSync(join(tmpdir(), 'cupola-audit-'));
afterAll(() => rmSync(folder, { recursive: true }));
const file = join(folder, 'one.yaml');
writeFileSync(
  file,
  `name: One missile, one vehicle
epochUtc: 2028-06-01T00:00:00Z
command:
  - { id: c2, site: schriever, trackS: 60, decisionS: 30 }
interceptors:
  - { id: sbi, use: aei-calculator-sbi, salvo: 2, unitMusd: { value: 20, low: 5, high: 80, source: cupola, where: test, basis: assumption, priceYear: 2026 } }
threat:
  - { id: missile, use: icbm-solid, count: 1, from: north-korea-interior, toward: washington }
launch: { use: [falcon-9] }
analysis: { horizonYr: 4 }
`,
);
const FEW = ['--draws', '32', '--raids', '4', '--date', '2031-01-01'];

test('the number that decides the money stands there with what it rests on', { timeout: 120_000 }, async () => {
  const { out } = await runCommand(command, ['audit', file, ...FEW, '--json']);
  const audit = JSON.parse(out) as Audit;
  expect(audit).toMatchObject({ date: '2031-01-01', drawsCount: 32, raidsCount: 4 });
  const price = audit.lines.find(({ path }) => path === 'sbi.unitMusd')!;
  expect(price).toMatchObject({ basis: 'assumption', source: 'cupola', low: 5, high: 80 });
  expect(price.spentFraction).toBeGreaterThan(audit.spent.floorFraction);
  expect(audit.spent.byBasis.assumption).toBeGreaterThanOrEqual(price.spentFraction);
  const told = (await runCommand(command, ['audit', file, ...FEW])).out.replace(/\s+/g, ' ');
  expect(told).toContain('2031-01-01: of the spread of the chance that nothing gets through,');
  expect(told).toMatch(/sbi\.unitMusd .* 20 \(5 to 80\) assumption cupola: own assumption/);
});

test.each([
  [['audit'], 'needs a scenario file'],
  [['audit', 'scenarios/cbo-2026.yaml'], 'published'],
])('%s is refused', async (words, expected) => {
  const error = await runCommand(command, words).catch((caught: unknown) => caught);
  expect(error).toBeInstanceOf(InputError);
  expect((error as InputError).message).toContain(expected);
});
