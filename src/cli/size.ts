import type { SizeResult } from '../closed-forms/sizing.ts';
import type { SizeInput } from '../closed-forms/sizing-input.ts';
import type { OffenceRatio } from '../flow/exchange.ts';
import { InputError, type Problem } from '../flow/problems.ts';
import { plainly, said } from '../flow/said.ts';
import { alignedRows } from '../report/text.ts';
import { collect } from './collect.ts';
import type { CommandSpec } from './command.ts';
import { dollars, readable } from './readable.ts';

const MAX_FILE_BYTES = 1024 * 1024;

/** `cupola size`: the closed-form sizing and cost of a layer of space interceptors. */
export const command: CommandSpec = {
  name: 'size',
  isEnglishOnly: true,
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
    problems.push({ ...place, code: 'out-of-range', path: key, said: plainly(`${rule}; found ${shown(value)}`) });
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
    const message = `expected a mapping of inputs, such as "salvo: 10"; found ${shown(value)}`;
    throw new InputError([{ code: 'wrong-type', file, ...document.place([]), path: '', said: plainly(message) }]);
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

function shown(value: unknown): string {
  if (Array.isArray(value)) return 'a list';
  if (typeof value === 'object' && value !== null) return 'a mapping';
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
  return `${blocks.join('\n\n')}\n${SOURCE}`;
}

/** What the defence spends on one more missile for each dollar that the attacker spends on it. */
function exchangeLines({ marginalMusd }: SizeResult, exchange: readonly OffenceRatio[]): string {
  const rows = exchange.map(({ name, unitMusd, lowMusd, highMusd, priceYear, basis, ...price }) => {
    const isRange = lowMusd !== undefined && highMusd !== undefined;
    const amount = isRange ? `${readable(lowMusd)} to ${readable(highMusd)}` : readable(unitMusd);
    const { ratio, lowRatio = ratio, highRatio = ratio } = price;
    const ratios = isRange ? `${readable(lowRatio, 3)} to ${readable(highRatio, 3)}` : readable(ratio, 3);
    return [name, `${amount} M$ of ${priceYear}`, `${ratios} : 1`, basis];
  });
  const head = ["attacker's missile", 'as published', 'defence : offence', 'basis'];
  const lead = `One more missile stopped: ${dollars(marginalMusd)}, in dollars of ${PRICE_YEAR}, beside the price of one more missile:`;
  return `${lead}\n${alignedRows([head, ...rows], ['left', 'right', 'right', 'left'])}`;
}

const SOURCE = `
  Closed form of the public AEI calculator (T. Harrison, 2025): interceptors evenly spread, no drag, no spares.
  Inputs left out take its values; cupola size --inputs lists them.`;

function headline(
  { salvo, altitudeKm, interceptAltitudeKm, flyOutS, periodYr }: SizeInput,
  result: SizeResult,
): string {
  const raid = salvo === 1 ? 'one missile' : `${readable(salvo)} missiles launched together`;
  if (result.reason === 'out-of-reach') {
    const gap = Math.abs(altitudeKm - interceptAltitudeKm);
    return `No layer of any size works: in ${readable(flyOutS)} s an interceptor flies ${readable(result.reachKm, 4)} km, and the intercept is ${readable(gap)} km from its orbit.`;
  }
  if (result.reason === 'too-heavy-to-launch') {
    return `To engage ${raid} takes ${readable(result.interceptors)} interceptors, but one weighs ${readable(result.massKg, 4)} kg and a launch carries less.`;
  }
  return `To engage ${raid} takes ${readable(result.interceptors)} interceptors on orbit and ${dollars(result.totalMusd)} over ${readable(periodYr)} years.`;
}

function lines(input: SizeInput, r: SizeResult): [string, string, string][] {
  const km = (value: number) => readable(value, 4);
  return [
    ['On orbit for each one in reach', readable(r.absenteeRatio, 4), `reach ${km(r.reachKm)} km in ${input.flyOutS} s`],
    [
      'Shots at each missile',
      readable(r.shotsPerThreat),
      `${input.killProbability} each, ${input.requiredKillProbability} wanted`,
    ],
    ['Interceptors on orbit', readable(r.interceptors), `${km(r.massKg)} kg each`],
    ['Generations', readable(r.generations), `life ${input.lifeYr} of ${input.periodYr} years`],
    ['Launches a generation', readable(r.launchesPerGeneration), `${readable(r.perLaunch)} interceptors each`],
    ['Development', dollars(r.developmentMusd), ''],
    ['Interceptors', dollars(r.procurementMusd), `${dollars(r.meanUnitMusd)} each on average`],
    ['Launches', dollars(r.launchMusd), `${dollars(r.meanLaunchMusd)} each on average`],
    ['Operations', dollars(r.operationsMusd), ''],
    ['Total', dollars(r.totalMusd), ''],
    ['One more missile', dollars(r.marginalMusd), 'absentee ratio x shots x an interceptor in every generation'],
  ];
}

async function inputList(json: boolean): Promise<string> {
  const { expectedOf, sizeFields } = await import('../closed-forms/sizing-input.ts');
  if (json) return JSON.stringify(sizeFields, null, 2);
  const rows = sizeFields.map((f) => [f.key, readable(f.published), f.unit, `${f.meaning}; ${expectedOf(f)}`]);
  return alignedRows([['input', 'published', 'unit', 'meaning'], ...rows], ['left', 'right']);
}
