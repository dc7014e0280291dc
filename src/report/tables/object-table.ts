import { leakReasons, type ObjectOutcome, objectOutcomes, type TrialOutcome } from '../../flow/outcomes.ts';
import type { RunNames } from './run-tables.ts';
import { type TidyTable, tidyTable } from './tidy-table.ts';

/** What each warhead and decoy is, whose it was and what became of it, raid by raid. */
export function objectTable(outcomes: readonly TrialOutcome[], { layerIds, threatIds }: RunNames): TidyTable {
  const rows = outcomes.flatMap((outcome) => {
    const objects = objectOutcomes(outcome);
    return Array.from(objects.threatIndex, (threat, i) => ({ trial: outcome.trial, objects, threat, i }));
  });
  const idOf = (threat: number) => threatIds[threat] ?? String(threat);
  return tidyTable('objects', 'one warhead or decoy in one raid', rows, [
    ['trial', 'whole', 'number of the trial', ({ trial }) => trial],
    ['objectIndex', 'whole', 'object of the raid, from 0', ({ i }) => i],
    ['threat', 'text', 'missile that carries it, and on whose path it flies', ({ threat }) => idOf(threat)],
    [
      'kind',
      'text',
      'warhead, decoy, or light-decoy, which the air strips away',
      ({ objects, i }) => kindOf(objects, i),
    ],
    [
      'parent',
      'text',
      'what it parted from; empty: stopped aboard, or all that its missile carries',
      ({ objects, threat, i }) => (objects.partedS[i] >= 0 ? idOf(threat) : undefined),
    ],
    ['partedS', 'number', 'parted, seconds after the launch of its missile', ({ objects, i }) => objects.partedS[i]],
    [
      'stoppedBy',
      'text',
      'layer that stopped it; empty: it got through',
      ({ objects, i }) => layerIds[objects.stoppedByLayer[i]],
    ],
    ['leakReason', 'text', 'why a warhead got through', ({ objects, i }) => leakReasons[objects.leakReasonIndex[i]]],
    ['stoppedS', 'number', 'stopped, seconds after the launch of its missile', ({ objects, i }) => objects.stoppedS[i]],
  ]);
}

function kindOf({ isWarhead, isStripped }: ObjectOutcome, object: number): string {
  if (isWarhead[object]) return 'warhead';
  return isStripped[object] ? 'light-decoy' : 'decoy';
}
