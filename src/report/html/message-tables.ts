import type { NetworkReport } from '../../flow/network-report.ts';
import { cutWords, LEG_HEAD, legCells } from '../network-section.ts';
import { count } from '../number.ts';
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
          `One way, as planned, over ${count(timesS.length)} ${timesS.length === 1 ? 'moment' : 'moments'}; reached: share of the tries that find a way`,
          ['message', ...LEG_HEAD],
          legs.map(legCells),
        ),
    resilience.length === 0
      ? null
      : dataTable(
          'How hard the routes are to cut, at the first moment; disjoint ways share no link, at most four are looked for',
          ['route', 'disjoint ways', 'what cuts it'],
          resilience.map((route) => [route.id, count(route.alternativesS.length), cutWords(route)]),
        ),
  ];
}
