import type { NetworkLoad } from '../../flow/network-load.ts';
import type { NetworkReport } from '../../flow/network-report.ts';
import { count } from '../../words/numbers.ts';
import { say } from '../../words/words.ts';
import { classHead, classRow, limitHead, limitRow } from '../load-screen.ts';
import { cutWords, legCells, legHead, waysOf } from '../network-section.ts';
import { dataTable, type Markup } from './markup.ts';

/** How long messages take as planned, and what cuts each route; nothing where there are no networks. */
export function messageTables(networks: NetworkReport | null): (Markup | null)[] {
  const planned = networks?.variants[0];
  if (!networks || !planned) return [];
  const { resilience, timesS } = networks;
  const legs = [...planned.legs, ...planned.routes];
  return [
    legs.length === 0
      ? null
      : dataTable(
          say('table.messages', { count: timesS.length }),
          [say('col.message'), ...legHead()],
          legs.map(legCells),
        ),
    resilience.length === 0
      ? null
      : dataTable(
          say('table.routes'),
          (['route', 'disjoint', 'what-cuts'] as const).map((key) => say(`col.${key}`)),
          resilience.map((route) => [route.id, count(waysOf(route)), cutWords(route)]),
        ),
  ];
}

/** What classes of messages ask of the networks; nothing where the scenario states none. */
export function loadTables(load: NetworkLoad | undefined): (Markup | null)[] {
  if (!load) return [];
  return [
    dataTable(say('load.classes'), classHead(), load.classes.map(classRow)),
    load.fullest.length === 0 ? null : dataTable(say('load.fullest'), limitHead(), load.fullest.map(limitRow)),
  ];
}
