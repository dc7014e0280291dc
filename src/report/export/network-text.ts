import { type TidyTable, tidyTable } from '../tables/tidy-table.ts';

const BITS = 8;

/** A link between two named ends. */
export interface ExportedLink {
  from: string;
  to: string;
  kind: string;
  oneWayS: number;
  /** Absent: its network states none, or fibre. */
  rateMbps?: number;
}

/** Links of one moment as a table. @param atS seconds after the epoch */
export function linkTable(links: readonly ExportedLink[], atS: number): TidyTable {
  return tidyTable('links', 'one link that stands', links, [
    ['tS', 'number', 'seconds after the epoch', () => atS],
    ['from', 'text', 'one end: a satellite or a site', ({ from }) => from],
    ['to', 'text', 'the other end', ({ to }) => to],
    ['kind', 'text', 'crosslink, gateway, terminal of a command centre, or fibre', ({ kind }) => kind],
    ['oneWayS', 'number', 'time over it, with half of the delay at each end', ({ oneWayS }) => oneWayS],
    ['rateMbps', 'number', 'what it carries each way; nothing: not stated, or fibre', ({ rateMbps }) => rateMbps],
  ]);
}

/** Delays between sites as a table. @param atS seconds after the epoch */
export function delayTable(delays: readonly Omit<ExportedLink, 'kind' | 'rateMbps'>[], atS: number): TidyTable {
  return tidyTable('delays', 'two sites', delays, [
    ['tS', 'number', 'seconds after the epoch', () => atS],
    ['from', 'text', 'one site', ({ from }) => from],
    ['to', 'text', 'the other site', ({ to }) => to],
    ['oneWayS', 'number', 'least time over all networks and the fibre; nothing: no way', ({ oneWayS }) => oneWayS],
  ]);
}

/** Links of one moment as GraphML: an undirected graph whose edges have a kind, a time, and a rate where one is stated. */
export function graphMlText(links: readonly ExportedLink[]): string {
  const names = [...new Set(links.flatMap(({ from, to }) => [from, to]))];
  const nodes = names.map((name) => `<node id="${escaped(name)}"/>`);
  const edges = links.map(
    ({ from, to, kind, oneWayS, rateMbps }) =>
      `<edge source="${escaped(from)}" target="${escaped(to)}"><data key="k">${kind}</data><data key="s">${oneWayS}</data>${
        rateMbps === undefined ? '' : `<data key="r">${rateMbps}</data>`
      }</edge>`,
  );
  return `<?xml version="1.0" encoding="UTF-8"?>
<graphml xmlns="http://graphml.graphdrawing.org/xmlns">
<key id="k" for="edge" attr.name="kind" attr.type="string"/>
<key id="s" for="edge" attr.name="oneWayS" attr.type="double"/>
<key id="r" for="edge" attr.name="rateMbps" attr.type="double"/>
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
 * @param mbpsOf rate of a link, each way
 * @param epochUtc moment from which the times count
 */
export function ionText(
  contacts: readonly ExportedContact[],
  mbpsOf: (link: ExportedLink) => number,
  epochUtc: string,
): string {
  const numbers = nodeNumbers(contacts);
  const head = [
    `# contact plan by cupola; times in seconds after ${epochUtc}`,
    `@ ${epochUtc
      .replace(/-/g, '/')
      .replace('T', '-')
      .replace(/(\.\d+)?Z$/, '')}`,
    ...[...numbers].map(([name, number]) => `# node ${number} ${name}`),
  ];
  const lines = contacts.flatMap((contact) => {
    const { from, to, fromS, untilS, oneWayS } = contact;
    const bytesS = Math.round((mbpsOf(contact) * 1e6) / BITS);
    const [a, b] = [numbers.get(from)!, numbers.get(to)!];
    const when = `+${Math.round(fromS)} +${Math.round(untilS)}`;
    const owlt = Math.round(oneWayS);
    return [
      `# ${(1000 * oneWayS).toFixed(3)} ms at most`,
      ...[`${a} ${b}`, `${b} ${a}`].flatMap((way) => [
        `a contact ${when} ${way} ${bytesS}`,
        `a range ${when} ${way} ${owlt}`,
      ]),
    ];
  });
  return `${[...head, ...lines].join('\n')}\n`;
}

/** Numbers from 1 for the ends of contacts, in the order in which they come. */
function nodeNumbers(contacts: readonly ExportedContact[]): Map<string, number> {
  const numbers = new Map<string, number>();
  for (const name of contacts.flatMap(({ from, to }) => [from, to]))
    if (!numbers.has(name)) numbers.set(name, numbers.size + 1);
  return numbers;
}

/**
 * The same contacts as HDTN keeps a contact plan: one entry each way, whole seconds from the epoch, bits a second. `nodes` has the names of the numbers.
 *
 * @param mbpsOf rate of a link, each way
 */
export function hdtnText(
  contacts: readonly ExportedContact[],
  mbpsOf: (link: ExportedLink) => number,
  epochUtc: string,
): string {
  const numbers = nodeNumbers(contacts);
  const entries = contacts.flatMap((contact) => {
    const ends = [numbers.get(contact.from)!, numbers.get(contact.to)!];
    return [ends, ends.toReversed()].map(([source, dest]) => ({
      source,
      dest,
      startTime: Math.round(contact.fromS),
      endTime: Math.round(contact.untilS),
      rateBitsPerSec: Math.round(mbpsOf(contact) * 1e6),
      owlt: Math.round(contact.oneWayS),
    }));
  });
  const nodes = Object.fromEntries([...numbers].map(([name, number]) => [number, name]));
  return `${JSON.stringify({ epochUtc, nodes, contacts: entries.map((entry, contact) => ({ contact, ...entry })) }, null, 1)}\n`;
}
