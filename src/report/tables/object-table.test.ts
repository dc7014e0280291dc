import { expect, test } from 'vitest';
import { shippedScenario } from '../../../test/fixtures/shipped-scenario.ts';
import { type TrialOutcome, warheadsThrough } from '../../flow/outcomes.ts';
import { trialRecords } from '../../run/drive.ts';
import { prepare } from '../../run/prepare.ts';
import { objectTable } from './object-table.ts';

/** Rows of the table by name, and what they come from. */
function raids(cargo: { warheadCount?: number; decoys: number; heavyDecoyFraction?: number; busS?: number }) {
  const architecture = shippedScenario('one-missile');
  for (const plan of architecture.threats) Object.assign(plan, cargo, { count: 12 });
  for (const plan of architecture.interceptors) plan.killProbability = 0.3; // some missiles are stopped, some are not
  const prepared = prepare(architecture);
  const outcomes = [0, 1].map((trial): TrialOutcome => trialRecords(prepared, trial).outcome);
  const layerIds = architecture.interceptors.map(({ id }) => id);
  const { columns, data } = objectTable(outcomes, { layerIds, threatIds: prepared.flights.map(({ id }) => id) });
  const rows = data[0].map((_, row) =>
    Object.fromEntries(columns.map(({ name }, column) => [name, data[column][row]])),
  );
  return { rows, outcomes, missiles: prepared.flights };
}

test('missiles of one warhead are objects without a parent, and end as the missiles do', () => {
  const { rows, outcomes, missiles } = raids({ decoys: 0 });
  expect(rows).toHaveLength(2 * missiles.length);
  for (const { kind, parent, partedS } of rows)
    expect({ kind, parent, partedS }).toEqual({ kind: 'warhead', parent: null, partedS: null });
  expect(rows.map(({ threat }) => threat)).toEqual([...missiles, ...missiles].map(({ id }) => id));
  const through = rows.filter(({ stoppedBy }) => stoppedBy === null);
  expect(through).toHaveLength(outcomes.reduce((sum, outcome) => sum + warheadsThrough(outcome), 0));
  for (const { leakReason } of through) expect(leakReason).not.toBeNull();
});

test('warheads and decoys part from their missile, or are stopped aboard', () => {
  const { rows, outcomes, missiles } = raids({ warheadCount: 2, decoys: 3, heavyDecoyFraction: 0.5, busS: 60 });
  expect(rows).toHaveLength(2 * 5 * missiles.length);
  const ofKind = (wanted: string) => rows.filter(({ kind }) => kind === wanted);
  expect(ofKind('warhead')).toHaveLength(2 * 2 * missiles.length);
  expect(ofKind('decoy').length).toBeGreaterThan(0);
  expect(ofKind('light-decoy')).toHaveLength(2 * 3 * missiles.length - ofKind('decoy').length);
  expect(ofKind('warhead').filter(({ stoppedBy }) => stoppedBy === null)).toHaveLength(
    outcomes.reduce((sum, outcome) => sum + warheadsThrough(outcome), 0),
  );
  const parted = rows.filter(({ partedS }) => partedS !== null);
  const aboard = rows.filter(({ partedS }) => partedS === null);
  expect(parted.length).toBeGreaterThan(0);
  expect(aboard.length).toBeGreaterThan(0);
  for (const { parent, threat } of parted) expect(parent).toBe(threat);
  for (const { stoppedS, partedS } of parted)
    if (stoppedS !== null) expect(stoppedS).toBeGreaterThanOrEqual(partedS as number);
  // one hit takes all that is aboard
  for (const { parent, trial, threat, stoppedBy, stoppedS } of aboard) {
    expect(parent).toBeNull();
    const others = rows.filter((row) => row.trial === trial && row.threat === threat);
    expect(others.map((row) => [row.stoppedBy, row.stoppedS])).toEqual(Array(5).fill([stoppedBy, stoppedS]));
  }
});
