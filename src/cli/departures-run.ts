import type { Catalog } from '../catalog/entry.ts';
import type { Architecture } from '../flow/architecture.ts';
import type { Departing, DeparturesByDate } from '../flow/departures.ts';
import type { CommandContext } from './command.ts';
import { flyJoint, type JointNumbers } from './joint-run.ts';

const modes = ['stops', 'denied'] as const;

/**
 * Every departure that takes something from the programme, each an event of its own on the same draws and raids; null after Ctrl-C.
 *
 * @param roots partners and parts by id, with their names
 * @param leaveDate day on which they leave, one at a time
 */
export async function departuresByDate(
  { architecture, catalog }: { architecture: Architecture; catalog: Catalog },
  roots: ReadonlyMap<string, string>,
  { draws, raids, date: leaveDate, threads }: JointNumbers & { date: string; threads: number },
  context: CommandContext,
): Promise<DeparturesByDate | null> {
  const [{ jointDates }, { withDeparture }, { jointDifferences }, { drawnCells, drawsFlown, shareBand }] =
    await Promise.all([
      import('../run/joint.ts'),
      import('../read/events.ts'),
      import('../effect/joint-difference.ts'),
      import('../effect/joint-answer.ts'),
    ]);
  const numbers = { draws, raids, dates: jointDates(architecture), threads };
  const base = await flyJoint(architecture, numbers, context);
  if (!base) return null;
  const departures: Departing[] = [];
  for (const [partner, name] of roots)
    for (const mode of modes) {
      const variant = withDeparture(architecture, { partner, what: mode, date: leaveDate }, catalog);
      if (!takesAny(variant, { partner, mode })) continue;
      const table = await flyJoint(variant, numbers, context);
      if (!table) return null;
      departures.push({ partner, name, mode, date: leaveDate, byDate: jointDifferences(base, table) });
    }
  return {
    base: base.dates.map((date, d) => ({ date, noLeaker: shareBand(drawnCells(base, d), base.raids) })),
    departures: departures.sort((a, b) => lastChange(a) - lastChange(b)),
    draws: drawsFlown(base),
  };
}

/** Whether a departure takes anything; one that denies nothing is the same as one that stops. */
function takesAny({ events = [] }: Architecture, { partner, mode }: { partner: string; mode: string }): boolean {
  const event = events.find((each) => each.kind === 'partner' && each.partner === partner && each.what === mode);
  if (event?.kind !== 'partner') return false;
  const isFelt = event.vehicles.length > 0 || event.elements.length > 0;
  return mode === 'stops' ? isFelt : event.elements.some(({ isDenied }) => isDenied);
}

function lastChange({ byDate }: Departing): number {
  return byDate.at(-1)!.meanDifference;
}
