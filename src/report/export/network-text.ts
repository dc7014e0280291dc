import { type TidyTable, tidyTable } from '../tables/tidy-table.ts';

/** A link between two named ends. */
export interface ExportedLink {
  from: string;
  to: string;
  kind: string;
  oneWayS: number;
}

/** Links of one moment as a table. @param atS seconds after the epoch */
export function linkTable(links: readonly ExportedLink[], atS: number): TidyTable {
  return tidyTable('links', 'one link that stands', links, [
    ['tS', 'number', 'seconds after the epoch', () => atS],
    ['from', 'text', 'one end: a satellite or a site', ({ from }) => from],
    ['to', 'text', 'the other end', ({ to }) => to],
    ['kind', 'text', 'crosslink, gateway, terminal of a command centre, or fibre', ({ kind }) => kind],
    ['oneWayS', 'number', 'time over it, with half of the delay at each end', ({ oneWayS }) => oneWayS],
  ]);
}

/** Delays between sites as a table. @param atS seconds after the epoch */
export function delayTable(delays: readonly Omit<ExportedLink, 'kind'>[], atS: number): TidyTable {
  return tidyTable('delays', 'two sites', delays, [
    ['tS', 'number', 'seconds after the epoch', () => atS],
    ['from', 'text', 'one site', ({ from }) => from],
    ['to', 'text', 'the other site', ({ to }) => to],
    ['oneWayS', 'number', 'least time over all networks and the fibre; nothing: no way', ({ oneWayS }) => oneWayS],
  ]);
}

/** Links of one moment as GraphML: an undirected graph whose edges have a kind and a time. */
export function graphMlText(links: readonly ExportedLink[]): string {
  const names = [...new Set(links.flatMap(({ from, to }) => [from, to]))];
  const nodes = names.map((name) => `<node id="${escaped(name)}"/>`);
  const edges = links.map(
    ({ from, to, kind, oneWayS }) =>
      `<edge source="${escaped(from)}" target="${escaped(to)}"><data key="k">${kind}</data><data key="s">${oneWayS}</data></edge>`,
  );
  return `<?xml version="1.0" encoding="UTF-8"?>
<graphml xmlns="http://graphml.graphdrawing.org/xmlns">
<key id="k" for="edge" attr.name="kind" attr.type="string"/>
<key id="s" for="edge" attr.name="oneWayS" attr.type="double"/>
<graph edgedefault="undirected">
${[...nodes, ...edges].join('\n')}
</graph>
</graphml>
`;
}

function escaped(name: string): string {
  return name.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
}

/** A link while it stands. */
export interface ExportedContact extends ExportedLink {
  fromS: number;
  untilS: number;
}

/**
 * Contacts as a plan for `ionadmin` of ION, which HDTN converts: nodes are numbers from 1, named in comments; a contact and a range each way. Times count from the
 * reference time, in whole seconds; ION knows light times in whole seconds alone, so that those here are 0, and the real ones stand in comments.
 *
 * @param rateBps bytes a second of every link
 * @param epochUtc moment from which the times count
 */
export function ionText(contacts: readonly ExportedContact[], rateBps: number, epochUtc: string): string {
  const numbers = new Map<string, number>();
  for (const name of contacts.flatMap(({ from, to }) => [from, to]))
    if (!numbers.has(name)) numbers.set(name, numbers.size + 1);
  const head = [
    `# contact plan by cupola; times in seconds after ${epochUtc}`,
    `@ ${epochUtc
      .replace(/-/g, '/')
      .replace('T', '-')
      .replace(/(\.\d+)?Z$/, '')}`,
    ...[...numbers].map(([name, number]) => `# node ${number} ${name}`),
  ];
  const lines = contacts.flatMap(({ from, to, fromS, untilS, oneWayS }) => {
    const [a, b] = [numbers.get(from)!, numbers.get(to)!];
    const when = `+${Math.round(fromS)} +${Math.round(untilS)}`;
    const owlt = Math.round(oneWayS);
    return [
      `# ${(1000 * oneWayS).toFixed(3)} ms at most`,
      ...[`${a} ${b}`, `${b} ${a}`].flatMap((way) => [
        `a contact ${when} ${way} ${Math.round(rateBps)}`,
        `a range ${when} ${way} ${owlt}`,
      ]),
    ];
  });
  return `${[...head, ...lines].join('\n')}\n`;
}
