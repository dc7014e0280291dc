import { said } from '../../flow/said.ts';
import { eachNumber } from '../entry.ts';
import type { SourcedNumber } from '../field.ts';
import type { ReadCatalog, ReadEntry } from '../load.ts';
import { loadBearing } from '../load-bearing.ts';
import { pathParts } from '../number-sources.ts';
import type { Fault } from './check.ts';

/** Numbers of weight that have no low or no high, and unit prices with a launch inside that do not say at what price. */
export function rangeFaults({ read }: ReadCatalog): Fault[] {
  return read.flatMap((at) =>
    at.entry.kind === 'partners' ? bookFaults(at) : [...entryFaults(at), ...launchFaults(at)],
  );
}

const isOpen = ({ low, high }: SourcedNumber) => low === undefined || high === undefined;

function entryFaults(at: ReadEntry): Fault[] {
  const { kind, fields } = at.entry;
  if (kind === 'launchers' && fields.status === 'retired') return [];
  const faults: Fault[] = [];
  eachNumber(fields, (path, number) => {
    if (loadBearing[kind].includes(path) && isOpen(number)) faults.push(rangeFault(at, pathParts(path), path));
  });
  return faults;
}

function rangeFault(at: ReadEntry, path: PropertyKey[], name: string): Fault {
  return { rule: 'range', at, path, said: said('check-rule.range', { name }) };
}

/** Of a book: shares, costs, rates and delays that no contract fixes. */
function bookFaults(at: ReadEntry): Fault[] {
  const edges = (at.entry.fields.edges ?? []) as (Record<string, unknown> & { role: string })[];
  return edges.flatMap((edge, i) => {
    if (edge.role === 'contract') return [];
    return loadBearing.partners.flatMap((name) => {
      const number = edge[name] as SourcedNumber | undefined;
      const isFirm = number === undefined || number.basis === 'stated' || number.basis === 'derived';
      return isFirm || !isOpen(number) ? [] : [rangeFault(at, ['edges', i, name], name)];
    });
  });
}

function launchFaults(at: ReadEntry): Fault[] {
  const { launchIncluded, launchUsdKg, launchInUnitMusd } = at.entry.fields;
  if (!launchIncluded || launchUsdKg !== undefined || launchInUnitMusd !== undefined) return [];
  return [{ rule: 'launch-price', at, path: ['launchIncluded'], said: said('check-rule.launch-price') }];
}
