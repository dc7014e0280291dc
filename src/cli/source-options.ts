import { availableParallelism } from 'node:os';
import type { Architecture } from '../flow/architecture.ts';
import { yearsTo } from '../flow/events.ts';
import { InputError, type Problem } from '../flow/problems.ts';
import { said } from '../flow/said.ts';
import { canSimulate } from '../run/prepare.ts';
import type { SourcingOptions } from '../sourcing/search.ts';

export const DEFAULT_LOSS = 0.5;
export const DEFAULT_DRAWS = 8;
export const DEFAULT_RAIDS = 4;
/** A budget below this, in millions, was meant in billions. */
const FEW_MUSD = 1000;
/** The same of a yearly one. */
const FEW_YEARLY_MUSD = 100;

/** What a command line of `cupola source` asks for. */
export interface Wanted {
  search: SourcingOptions;
  atLeast?: number;
  /** Years after the start to the day of `--by`. */
  untilYr?: number;
  budgetMusd?: number;
  draws: number;
  raids: number;
  threads: number;
}

/** @throws InputError every problem of the words */
export function readOptions(options: Record<string, unknown>, architecture: Architecture): Wanted {
  const problems: Problem[] = [];
  const number = (name: string, key: string, [low, high]: readonly [number, number]): number | undefined => {
    const word = options[key];
    if (word === undefined) return undefined;
    const value = Number(word);
    if (String(word).trim() !== '' && value >= low && value <= high) return value;
    problems.push({
      code: 'wrong-number',
      path: `--${name}`,
      said: said('option.number', { min: low, max: high, word: String(word) }),
    });
    return undefined;
  };
  const whole = (name: string, [low, high]: readonly [number, number]): number | undefined => {
    const value = number(name, name, [low, high]);
    if (value === undefined || Number.isInteger(value)) return value;
    problems.push({
      code: 'wrong-number',
      path: `--${name}`,
      said: said('option.whole', { min: low, max: high, word: String(options[name]) }),
    });
    return undefined;
  };
  const wanted = {
    search: {
      lossFraction: number('loss', 'loss', [0, 1]) ?? DEFAULT_LOSS,
      lossYr: yearOf('loss-date', options.lossDate, architecture, problems),
      withinYr: number('within', 'within', [0, 60]),
      warmFraction: number('warm', 'warm', [0, 1]),
      stepYr: stepOf(options.step, problems),
      budgetMusdYr: number('budget-musd-yr', 'budgetMusdYr', [1, 1e8]),
      learningRatio: number('learning', 'learning', [0.5, 1]),
      without: partnersOf('without', options.without, architecture, problems),
      keep: partnersOf('keep', options.keep, architecture, problems),
      maxShareFraction: number('max-share', 'maxShare', [0.01, 1]),
      maxHerfindahlIndex: number('hhi', 'hhi', [100, 10_000]),
      twoFamilies: options.twoFamilies === true,
      pairs: options.pairs === true,
      shortfallMusd: number('shortfall-musd', 'shortfallMusd', [0, 1e7]),
      lossPerYr: number('loss-rate', 'lossRate', [0, 10]),
      inFutures: options.futures === true,
    },
    atLeast: number('at-least', 'atLeast', [0, 1]),
    untilYr: yearOf('by', options.by, architecture, problems),
    budgetMusd: number('budget-musd', 'budgetMusd', [1, 1e8]),
    draws: whole('draws', [0, 1024]) ?? DEFAULT_DRAWS,
    raids: whole('raids', [1, 1000]) ?? DEFAULT_RAIDS,
    threads: whole('threads', [1, 256]) ?? availableParallelism(),
  };
  if (options.lossRate !== undefined && options.shortfallMusd === undefined)
    problems.push({ code: 'missing-option', path: '--shortfall-musd', said: said('source.rate-alone') });
  const hasBy = options.by !== undefined;
  const needsBy = options.atLeast !== undefined || options.budgetMusd !== undefined;
  if (hasBy !== needsBy)
    problems.push({
      code: 'missing-option',
      path: hasBy ? '--by' : '--at-least',
      said: said(hasBy ? 'source.by-alone' : 'source.without-by'),
    });
  if (needsBy && !canSimulate(architecture))
    problems.push({ code: 'no-raid', path: '--at-least', said: said('source.no-raid') });
  if (wanted.budgetMusd !== undefined && wanted.budgetMusd < FEW_MUSD)
    problems.push({
      code: 'wrong-unit',
      path: '--budget-musd',
      said: said('source.few-millions', { musd: wanted.budgetMusd, more: 1000 * wanted.budgetMusd }),
    });
  if (wanted.search.budgetMusdYr !== undefined && wanted.search.budgetMusdYr < FEW_YEARLY_MUSD)
    problems.push({
      code: 'wrong-unit',
      path: '--budget-musd-yr',
      said: said('source.few-millions', {
        musd: wanted.search.budgetMusdYr,
        more: 1000 * wanted.search.budgetMusdYr,
      }),
    });
  if (problems.length > 0) throw new InputError(problems);
  return wanted;
}

/** Lengths of a period that fit a year, years. */
const STEPS_YR = [1, 0.5, 0.25];

function stepOf(word: unknown, problems: Problem[]): number | undefined {
  if (word === undefined || STEPS_YR.includes(Number(word))) return word === undefined ? undefined : Number(word);
  problems.push({
    code: 'wrong-number',
    path: '--step',
    said: said('source.step', { word: String(word), known: STEPS_YR.map(String) }),
  });
  return undefined;
}

/** Years from the start of the programme to a day, with a year left after it. */
function yearOf(option: string, word: unknown, { analysis }: Architecture, problems: Problem[]): number | undefined {
  if (word === undefined) return undefined;
  const date = /^\d{4}(-\d{2}(-\d{2})?)?$/.test(String(word)) ? String(word) : '';
  const years = date === '' ? Number.NaN : yearsTo(date.length === 4 ? `${date}-01-01` : date, analysis.startYear);
  if (years >= 0 && years <= analysis.horizonYr - 1) return years;
  const [from, until] = [analysis.startYear, analysis.startYear + analysis.horizonYr - 1].map(String);
  problems.push({
    code: 'wrong-date',
    path: `--${option}`,
    said: said('source.day', { word: String(word), from: from, until: until }),
  });
  return undefined;
}

/** Partners by id; a name that names nothing is a problem. */
function partnersOf(
  option: string,
  words: unknown,
  { partners }: Architecture,
  problems: Problem[],
): string[] | undefined {
  if (words === undefined) return undefined;
  const known = (partners?.members ?? []).map(({ id }) => id);
  return (words as string[]).filter((id) => {
    if (known.includes(id)) return true;
    problems.push({
      code: 'unknown-partner',
      path: `--${option}`,
      said: said('command.no-partner', { id, hint: said('command.known', { known }) }),
    });
    return false;
  });
}
