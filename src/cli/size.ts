import type { SizeResult } from '../closed-forms/sizing.ts';
import type { SizeInput } from '../closed-forms/sizing-input.ts';
import type { OffenceRatio } from '../flow/exchange.ts';
import { InputError, type Problem } from '../flow/problems.ts';
import { type Said, said } from '../flow/said.ts';
import { alignedRows } from '../report/text.ts';
import { range } from '../words/numbers.ts';
import { nameIn, say } from '../words/words.ts';
import { collect } from './collect.ts';
import type { CommandSpec } from './command.ts';
import { dollars, readable } from './readable.ts';

const MAX_FILE_BYTES = 1024 * 1024;

/** `cupola size`: the closed-form sizing and cost of a layer of space interceptors. */
export const command: CommandSpec = {
  name: 'size',
  isDateless: true,
  summary: 'Size and cost of a space-interceptor layer in closed form',
  configure(program) {
    program
      .argument('[file]', 'YAML file with any of the inputs; the others take the published values')
      .option('--set <key=value>', 'one input, over the file (repeatable)', collect)
      .option('--inputs', 'list the inputs with their meaning, unit, range and published value')
      .option('--json', 'one JSON document');
  },
  examples: [
    'cupola size',
    'cupola size --set salvo=10',
    'cupola size --set flyOutS=60 --set lifeYr=10 --json',
    'cupola size --inputs',
  ],
  async run({ args, options, out }) {
    if (options.inputs) {
      out(await inputList(options.json === true));
      return 0;
    }
    const { sizeLayer } = await import('../closed-forms/sizing.ts');
    const input = await readInput(args[0], (options.set ?? []) as string[]);
    const result = sizeLayer(input);
    const exchange = await exchangeOf(result);
    out(options.json ? JSON.stringify({ ...result, exchange, input }, null, 2) : screen(input, result, exchange));
    return 0;
  },
};

/** One input as given, and where. */
interface Given {
  key: string;
  value: unknown;
  place: Partial<Problem>;
}

/** Inputs from the file, then from `--set`, over the published ones; every problem of both at once. */
async function readInput(file: string | undefined, words: readonly string[]): Promise<SizeInput> {
  const { aeiDefaults, brokenSizeRules, sizeFields } = await import('../closed-forms/sizing-input.ts');
  const known = new Set<string>(sizeFields.map((field) => field.key));
  const given = [...(file === undefined ? [] : await fromFile(file)), ...words.map(fromWord)];
  const problems: Problem[] = [];
  for (const { key, place } of given.filter((entry) => !known.has(entry.key))) {
    const { suggestion } = await import('../catalog/yaml-document.ts');
    problems.push({
      ...place,
      code: 'unknown-key',
      path: key,
      said: said('problem.unknown-key', { hint: suggestion(key, known) }),
    });
  }
  const accepted = given.filter(({ key }) => known.has(key));
  const input = { ...aeiDefaults, ...Object.fromEntries(accepted.map(({ key, value }) => [key, value])) };
  for (const { key, rule, value } of brokenSizeRules(input)) {
    const place = accepted.findLast((entry) => entry.key === key)?.place;
    const found = said('size.found', { rule, word: shown(value) });
    problems.push({ ...place, code: 'out-of-range', path: key, said: found });
  }
  if (problems.length > 0) throw new InputError(problems.sort((a, b) => (a.line ?? 0) - (b.line ?? 0)));
  return input;
}

async function fromFile(file: string): Promise<Given[]> {
  const [{ parseYaml }, { readInputFile, shownName }] = await Promise.all([
    import('../catalog/yaml-document.ts'),
    import('./input-file.ts'),
  ]);
  const document = parseYaml(await readInputFile(file, MAX_FILE_BYTES), shownName(file));
  const { value } = document;
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    const found = said('size.no-mapping', { example: '"salvo: 10"', word: shown(value) });
    throw new InputError([{ code: 'wrong-type', file, ...document.place([]), path: '', said: found }]);
  }
  return Object.entries(value).map(([key, entry]) => ({
    key,
    value: entry,
    place: { file, ...document.place([], key) },
  }));
}

function fromWord(word: string): Given {
  const at = word.indexOf('=');
  const text = at < 0 ? '' : word.slice(at + 1).trim();
  const value = text === '' || Number.isNaN(Number(text)) ? text : Number(text);
  return { key: at < 0 ? word : word.slice(0, at), value, place: { file: '--set' } };
}

function shown(value: unknown): string | Said {
  if (Array.isArray(value)) return said('size.list');
  if (typeof value === 'object' && value !== null) return said('shown.mapping');
  const text = typeof value === 'string' ? JSON.stringify(value) : String(value);
  return text.length > 60 ? `${text.slice(0, 57)}...` : text;
}

/** Dollars of the published calculator, to which prices of missiles are converted. */
const PRICE_YEAR = 2026;

/** One more missile stopped beside the published prices of one more missile; nothing where no layer works. */
async function exchangeOf({ marginalMusd }: SizeResult): Promise<OffenceRatio[]> {
  if (!Number.isFinite(marginalMusd)) return [];
  const [
    { loadInstalledCatalog },
    { catalogDeflator, offencePrices },
    { offenceRatios },
    { hasPriceYear, priceFactor },
  ] = await Promise.all([
    import('./load-catalog.ts'),
    import('../read/offence-prices.ts'),
    import('../effect/exchange.ts'),
    import('../programme/deflator.ts'),
  ]);
  const catalog = await loadInstalledCatalog();
  const economy = catalogDeflator(catalog);
  const known = offencePrices(catalog).filter(({ priceYear }) => hasPriceYear(economy, priceYear));
  return offenceRatios(marginalMusd, known, (year) => priceFactor(economy, year, PRICE_YEAR));
}

function screen(input: SizeInput, result: SizeResult, exchange: readonly OffenceRatio[]): string {
  const blocks = [headline(input, result), alignedRows(lines(input, result), ['left', 'right'])];
  if (exchange.length > 0) blocks.push(exchangeLines(result, exchange));
  blocks.push(`  ${say('size.source')}\n  ${say('size.left-out', { command: 'cupola size --inputs' })}`);
  return blocks.join('\n\n');
}

/** What the defence spends on one more missile for each dollar that the attacker spends on it. */
function exchangeLines({ marginalMusd }: SizeResult, exchange: readonly OffenceRatio[]): string {
  const rows = exchange.map(({ name, unitMusd, lowMusd, highMusd, priceYear, basis, ...price }) => {
    const isRange = lowMusd !== undefined && highMusd !== undefined;
    const amount = isRange ? range(readable(lowMusd), readable(highMusd)) : readable(unitMusd);
    const money = `${amount} ${say('size.musd')}`;
    const { ratio: mean, lowRatio = mean, highRatio = mean } = price;
    const ratio = isRange ? range(readable(lowRatio, 3), readable(highRatio, 3)) : readable(mean, 3);
    return [
      nameIn(name),
      say('unit.of-year', { money, year: priceYear }),
      say('size.ratio', { ratio }),
      say(`basis.${basis}`),
    ];
  });
  const head = [say('size.their-missile'), say('size.as-published'), say('size.defence-offence'), say('col.basis')];
  const lead = say('size.exchange', { money: dollars(marginalMusd), year: PRICE_YEAR });
  return `${lead}\n${alignedRows([head, ...rows], ['left', 'right', 'right', 'left'])}`;
}

function headline(
  { salvo, altitudeKm, interceptAltitudeKm, flyOutS, periodYr }: SizeInput,
  result: SizeResult,
): string {
  if (result.reason === 'out-of-reach') {
    const gap = readable(Math.abs(altitudeKm - interceptAltitudeKm));
    return say('size.out-of-reach', { flyOut: readable(flyOutS), reach: readable(result.reachKm, 4), gap });
  }
  const raid = salvo === 1 ? said('size.one') : said('size.together', { count: salvo });
  const count = readable(result.interceptors);
  if (result.reason === 'too-heavy-to-launch') {
    return say('size.too-heavy', { raid, count, mass: readable(result.massKg, 4) });
  }
  return say('size.takes', { raid, count, money: dollars(result.totalMusd), years: readable(periodYr) });
}

function lines(input: SizeInput, r: SizeResult): [string, string, string][] {
  const { flyOutS: flyOut, killProbability: each, requiredKillProbability: wanted } = input;
  const onAverage = (musd: number) => (Number.isNaN(musd) ? '' : say('size.on-average', { money: dollars(musd) }));
  const life = say('size.life', { life: input.lifeYr, years: input.periodYr });
  return [
    [say('size.absentee'), readable(r.absenteeRatio, 4), say('size.reach', { reach: readable(r.reachKm, 4), flyOut })],
    [say('size.shots'), readable(r.shotsPerThreat), say('size.shots-each', { each, wanted })],
    [say('size.interceptors'), readable(r.interceptors), say('size.mass-each', { mass: readable(r.massKg, 4) })],
    [say('size.generations'), readable(r.generations), life],
    [say('size.launches'), readable(r.launchesPerGeneration), say('size.per-launch', { count: readable(r.perLaunch) })],
    [say('size.development'), dollars(r.developmentMusd), ''],
    [say('size.procurement'), dollars(r.procurementMusd), onAverage(r.meanUnitMusd)],
    [say('size.launch-cost'), dollars(r.launchMusd), onAverage(r.meanLaunchMusd)],
    [say('size.operations'), dollars(r.operationsMusd), ''],
    [say('size.total'), dollars(r.totalMusd), ''],
    [say('size.marginal'), dollars(r.marginalMusd), say('size.marginal-means')],
  ];
}

async function inputList(json: boolean): Promise<string> {
  const { expectedOf, sizeFields, unitOf } = await import('../closed-forms/sizing-input.ts');
  const fields = sizeFields.map(({ key, ...field }) => ({ key, meaning: say(`size-input.${key}`), ...field }));
  if (json) return JSON.stringify(fields, null, 2);
  const rows = fields.map((field) => {
    const { key, meaning, published, unit } = field;
    const line = say('size.meaning', { meaning, expected: expectedOf(field) });
    return [key, readable(published), say('text', { text: unitOf(unit) }), line];
  });
  const head = [say('size.head-input'), say('size.head-published'), say('size.head-unit'), say('size.head-meaning')];
  return alignedRows([head, ...rows], ['left', 'right']);
}
