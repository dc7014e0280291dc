import type { ClassLoad, LimitLoad, LimitName, NetworkLoad } from '../flow/network-load.ts';
import { said } from '../flow/said.ts';
import { count, fixed, percent } from '../words/numbers.ts';
import { say } from '../words/words.ts';
import { heading, type Style, table, wrap } from './text.ts';

/** How the networks carry the classes of messages: shares, what is fullest, how far the load could grow, and what others take. */
export function loadScreen(name: string, load: NetworkLoad, style: Style, columns: number): string {
  const width = Math.min(columns, 110);
  return [
    style.bold(name),
    `\n${wrap(say('load.question', { centre: load.centre, count: load.timesS.length }), width)}`,
    ...loadSection(load, style, width),
  ].join('\n');
}

/** The same without a head, for the screen of a run. */
export function loadSection(load: NetworkLoad, style: Style, width: number): string[] {
  return [
    heading(say('load.classes'), style),
    classTable(load.classes, style),
    wrap(say('load.classes-note'), width, 2),
    heading(say('load.fullest'), style),
    load.fullest.length > 0 ? limitTable(load.fullest, style) : wrap(say('load.none-full'), width, 2),
    '',
    wrap(growthWords(load), width, 2),
    ...othersLines(load).map((line) => wrap(line, width, 2)),
  ];
}

const CLASS_KEYS = [
  'class',
  'units',
  'served',
  'unit-rate',
  'offered',
  'quickest',
  'even',
  'most',
  'queue',
  'queue-worst',
] as const;
const LIMIT_KEYS = ['what', 'from', 'to', 'rate', 'asked', 'held', 'full'] as const;

/** Heads of {@link classRow}. */
export const classHead = () => CLASS_KEYS.map((key) => say(`load.${key}`));

/** One class: who sends, how much, what of it arrives, how long it waits. */
export function classRow(each: ClassLoad): string[] {
  return [
    each.id,
    count(Math.round(each.unitCount)),
    count(Math.round(each.servedCount)),
    rateText(each.unitMbps),
    rateText(each.offeredMbps),
    shareText(each.quickestFraction),
    shareText(each.evenFraction),
    shareText(each.mostFraction),
    queueText(each.queueMeanS),
    queueText(each.queueWorstS),
  ];
}

function classTable(classes: readonly ClassLoad[], style: Style): string {
  return table(
    classHead(),
    classes.map(classRow),
    CLASS_KEYS.map((key) => (key === 'class' ? 'left' : 'right')),
    style,
  );
}

/** Heads of {@link limitRow}. */
export const limitHead = () => LIMIT_KEYS.map((key) => say(`load.${key}`));

/** One link, gateway or terminal, and how full it is. */
export function limitRow(limit: LimitLoad): string[] {
  return [
    say(`load.${limit.kind}`),
    limit.from,
    limit.from === limit.to ? limit.network : limit.to,
    rateText(limit.rateMbps),
    rateText(limit.offeredMbps),
    limit.heldFraction > 0 ? percent(limit.heldFraction, 0) : '-',
    percent(limit.utilisationRatio),
  ];
}

function limitTable(limits: readonly LimitLoad[], style: Style): string {
  const aligns = LIMIT_KEYS.map((_, i) => (i < 3 ? ('left' as const) : ('right' as const)));
  return table(limitHead(), limits.map(limitRow), aligns, style);
}

function growthWords({ growthRatio, growthLimits: [first, ...rest] }: NetworkLoad): string {
  if (growthRatio === null || !first) return say('load.no-limit');
  const more = rest.length > 0 ? said('load.more', { count: rest.length }) : '';
  const limit = limitWords(first);
  return growthRatio < 1
    ? say('load.too-much', { share: growthRatio, limit, more })
    : say('load.grows', { factor: growthRatio < 10 ? fixed(growthRatio, 1) : count(growthRatio), limit, more });
}

function limitWords({ kind, network, from, to }: LimitName) {
  const words = { what: said(`load.${kind}`), network, from };
  return from === to ? said('load.limit-at', words) : said('load.limit', { ...words, to });
}

/** What the traffic of other customers takes, and what going before it gives back: of the classes that it touches. */
function othersLines({ others, classes }: NetworkLoad): string[] {
  if (others.length === 0) return [];
  const lines = classes.flatMap((each) => [
    ...takenLine(each, 'load.taken-quickest', [
      each.quickestNoOthersFraction,
      each.quickestNoPreemptionFraction,
      each.quickestFraction,
    ]),
    ...takenLine(each, 'load.taken-best', [each.noOthersFraction, each.noPreemptionFraction, each.evenFraction]),
  ]);
  const held = say('load.others', { list: others.map((each) => said('load.other', each)) });
  return [lines.length > 0 ? held : `${held} ${say('load.none-taken')}`, ...lines];
}

function takenLine(
  { name, isPreempting }: ClassLoad,
  code: 'load.taken-quickest' | 'load.taken-best',
  [alone, beside, first]: [number, number, number],
): string[] {
  if (!(Math.min(beside, first) < alone - 5e-4)) return [];
  const how = said(isPreempting ? 'load.goes-first' : 'load.goes-after');
  return [say(code, { name, alone, beside, first, how })];
}

const shareText = (share: number) => (Number.isNaN(share) ? '-' : percent(share));

function queueText(valueS: number | null): string {
  if (valueS === null) return say('load.no-end');
  if (Number.isNaN(valueS) || valueS === 0) return '-';
  return `${fixed(1000 * valueS, valueS < 0.001 ? 3 : 1)} ms`;
}

/** A rate in the unit that leaves it the fewest digits. */
function rateText(mbps: number): string {
  const [unit, value] =
    mbps >= 1000
      ? (['gbps', mbps / 1000] as const)
      : mbps >= 1 || mbps === 0
        ? (['mbps', mbps] as const)
        : mbps >= 1e-3
          ? (['kbps', mbps * 1000] as const)
          : (['bps', mbps * 1e6] as const);
  return say(`load.${unit}`, { value: fixed(value, value < 10 && value % 1 !== 0 ? 1 : 0) });
}
