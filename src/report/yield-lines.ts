import type { ExchangeAnswer, LayerExchange, LayerYield, OffenceRatio, ShieldYield } from '../flow/exchange.ts';
import { count, money, range, short } from '../words/numbers.ts';
import { nameIn, say } from '../words/words.ts';
import { heading, type Style, table, wrap } from './text.ts';

/** Shots, interceptors and money for each missile stopped, layer by layer. */
export function yieldLines(yields: ShieldYield | null, style: Style, width: number): string[] {
  if (!yields || !(yields.stopsPerRaid > 0)) return [];
  const columns = ['left', 'right', 'right', 'right', 'right', 'right'] as const;
  return [
    heading(say('yield.title'), style),
    wrap(yieldSentence(yields), width, 2),
    table(yieldHead(), yieldLayers(yields).map(yieldRow), [...columns], style),
  ];
}

export function yieldSentence({
  unit,
  shotsPerStop,
  interceptorsPerStop,
  musdPerStop,
  years,
  priceYear,
}: ShieldYield): string {
  const found = { shots: shotsPerStop, ready: interceptorsPerStop, cost: musdPerStop };
  const part = { ...found, years, year: priceYear };
  return unit === 'warheads' ? say('yield.warheads', part) : say('yield.sentence', part);
}

export function yieldHead(): string[] {
  return (['layer', 'ready', 'shots-a-stop', 'ready-a-stop', 'layer-cost', 'cost-a-stop'] as const).map((key) =>
    say(`head.${key}`),
  );
}

/** Layers that cost something or stop something. */
export function yieldLayers({ layers }: ShieldYield): LayerYield[] {
  return layers.filter(({ stopsPerRaid, totalMusd }) => stopsPerRaid > 0 || totalMusd > 0);
}

export function yieldRow(layer: LayerYield): string[] {
  return [
    layer.id,
    count(layer.interceptorCount),
    known(layer.shotsPerStop, (value) => count(value, 2)),
    known(layer.interceptorsPerStop, (value) => count(value, value < 10 ? 1 : 0)),
    known(layer.totalMusd, money),
    known(layer.musdPerStop, money),
  ];
}

/** What one more missile costs the defender beside what it costs the attacker. */
export function exchangeLines(exchange: ExchangeAnswer | undefined, style: Style, width: number): string[] {
  if (!exchange) return [];
  const [layerHead, offenceHead] = [exchangeHead(), exchangeOffenceHead(exchange)];
  return [
    heading(say('exchange.title'), style),
    ...exchangeSentences(exchange).map((sentence) => wrap(sentence, width, 2)),
    ...(exchange.layers.length > 0
      ? [table(layerHead, exchange.layers.map(exchangeRow), ['left', 'right', 'right', 'right', 'right'], style)]
      : []),
    ...(Number.isFinite(exchange.marginalMusd)
      ? ['', table(offenceHead, exchange.offence.map(offenceRow), ['left', 'right', 'right', 'right', 'left'], style)]
      : []),
    wrap(say('exchange.note'), width, 2),
  ];
}

export function exchangeSentences({ simulated, marginalMusd, years, priceYear }: ExchangeAnswer): string[] {
  if (!Number.isFinite(marginalMusd)) return [say('exchange.none')];
  const lead = say('exchange.sentence', { cost: marginalMusd, years, year: priceYear });
  if (!simulated) return [lead];
  const { layerId: layer, missileCount, furtherCount, trials, stoppedFraction: share } = simulated;
  const raid = { layer, missiles: missileCount, more: missileCount + furtherCount, share, raids: trials };
  if (!Number.isFinite(simulated.scaleRatio))
    return [lead, say('exchange.not-enough', { ...raid, best: simulated.stoppedEnlargedFraction })];
  if (simulated.furtherInterceptorCount === 0) return [say('exchange.enough', raid)];
  const { stoppedUnchangedFraction: unchanged, furtherInterceptorCount: further, scaleRatio: scale } = simulated;
  return [lead, say('exchange.simulated', { ...raid, unchanged, further, scale })];
}

export function exchangeHead(): string[] {
  const keys = ['layer', 'absentee', 'shots-a-stop', 'one-for-life', 'one-more'] as const;
  return keys.map((key) => say(`head.${key}`));
}

export function exchangeRow({ id, absenteeRatio, shotsPerStop, lifecycleMusd, marginalMusd }: LayerExchange): string[] {
  const absentee = say('run.ratio', { value: absenteeRatio });
  return [id, absentee, count(shotsPerStop, 2), money(lifecycleMusd), money(marginalMusd)];
}

export function exchangeOffenceHead({ priceYear }: Pick<ExchangeAnswer, 'priceYear'>): string[] {
  return [
    say('head.attackers-missile'),
    say('head.as-published'),
    say('exchange.in-year', { year: priceYear }),
    say('head.defence-to-offence'),
    say('head.rests-on'),
  ];
}

export function offenceRow(price: OffenceRatio): string[] {
  const { unitMusd, lowMusd, highMusd, priceYear, basis, ratio, lowRatio, highRatio } = price;
  const ends = (low: number | undefined, high: number | undefined, middle: string, show: (value: number) => string) =>
    low === undefined || high === undefined ? middle : range(show(low), show(high));
  const amount = ends(lowMusd, highMusd, short(unitMusd), short);
  return [
    nameIn(price.name),
    say('exchange.price', { amount, year: priceYear }),
    money(price.convertedMusd),
    ends(lowRatio, highRatio, ratioWords(ratio), ratioWords),
    say(`basis.${basis}`),
  ];
}

function ratioWords(value: number): string {
  return value >= 10 ? count(value) : short(value);
}

function known(value: number, show: (value: number) => string): string {
  return Number.isFinite(value) ? show(value) : '-';
}
