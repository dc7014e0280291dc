import { MOST_OBJECTS, type SalvoInput, type SalvoResult, salvoDoctrines } from '../closed-forms/salvo.ts';
import { InputError, type Problem } from '../flow/problems.ts';
import { type Said, said } from '../flow/said.ts';
import { alignedRows } from '../report/text.ts';
import { numberStyle, say } from '../words/words.ts';
import type { CommandSpec } from './command.ts';
import { readable } from './readable.ts';

/** Option of each input. */
const FLAGS: Record<keyof SalvoInput, string> = {
  warheads: '--warheads',
  killProbability: '--kill-probability',
  trackProbability: '--track-probability',
  zeroLeakProbability: '--zero-leak',
  doctrine: '--doctrine',
  decoys: '--decoys',
  warheadSeenProbability: '--warhead-seen',
  decoySeenProbability: '--decoy-seen',
};

/** `cupola salvo`: the closed-form number of interceptors for a raid. */
export const command: CommandSpec = {
  name: 'salvo',
  isDateless: true,
  summary: 'Interceptors needed against a raid in closed form (Wilkening)',
  configure(program) {
    program
      .option('--warheads <n>', 'warheads in the raid')
      .option('--kill-probability <p>', 'probability that one shot kills a tracked warhead')
      .option('--track-probability <p>', 'probability that a warhead is tracked, common to all shots at it', '1')
      .option('--zero-leak <p>', 'wanted probability that no warhead leaks')
      .option('--doctrine <name>', 'barrage or shoot-look-shoot', 'barrage')
      .option('--decoys <n>', 'decoys in the raid', '0')
      .option('--warhead-seen <p>', 'probability that a warhead is taken for a warhead', '1')
      .option('--decoy-seen <p>', 'probability that a decoy is taken for a warhead', '1')
      .option('--json', 'one JSON document');
  },
  examples: [
    'cupola salvo --warheads 20 --kill-probability 0.7 --track-probability 0.99 --zero-leak 0.8 --doctrine barrage',
    'cupola salvo --warheads 20 --kill-probability 0.7 --track-probability 0.99 --zero-leak 0.8 --doctrine shoot-look-shoot',
    'cupola salvo --warheads 4 --decoys 20 --decoy-seen 0.5 --kill-probability 0.56 --zero-leak 0.9 --json',
  ],
  async run({ options, out }) {
    const { salvo } = await import('../closed-forms/salvo.ts');
    const input = await readInput(options);
    const result = salvo(input);
    out(options.json ? JSON.stringify({ ...result, input }, null, 2) : screen(input, result));
    return 0;
  },
};

async function readInput(options: Record<string, unknown>): Promise<SalvoInput> {
  const { brokenSalvoRules } = await import('../closed-forms/salvo.ts');
  const number = (name: string) => toNumber(options[name]);
  const input = {
    warheads: number('warheads'),
    killProbability: number('killProbability'),
    trackProbability: number('trackProbability'),
    zeroLeakProbability: number('zeroLeak'),
    doctrine: options.doctrine,
    decoys: number('decoys'),
    warheadSeenProbability: number('warheadSeen'),
    decoySeenProbability: number('decoySeen'),
  };
  const problems: Problem[] = brokenSalvoRules(input).map(({ key, value }) => ({
    code: value === undefined ? 'missing' : 'out-of-range',
    path: FLAGS[key],
    said: wantedOf(key, value),
  }));
  if (problems.length > 0) throw new InputError(problems);
  return input as SalvoInput;
}

/** What an input must be, and what was found in its place. */
function wantedOf(key: keyof SalvoInput, value: unknown): Said {
  const found = value === undefined ? said('salvo.missing') : said('salvo.found', { word: JSON.stringify(value) });
  if (key === 'doctrine') return said('salvo.doctrine', { known: [...salvoDoctrines], found });
  if (key === 'warheads' || key === 'decoys')
    return said('salvo.whole', { min: key === 'warheads' ? 1 : 0, max: MOST_OBJECTS, found });
  if (key === 'zeroLeakProbability') return said('salvo.below-one', { found });
  return key === 'decoySeenProbability' ? said('salvo.share', { found }) : said('salvo.fraction', { found });
}

/** The number a word stands for, or the word itself where it is none: the check names it then. */
function toNumber(word: unknown): unknown {
  if (typeof word !== 'string' || word.trim() === '') return word;
  const value = Number(word);
  return Number.isFinite(value) ? value : word;
}

function screen(input: SalvoInput, result: SalvoResult): string {
  const rows = alignedRows(lines(input, result), ['left', 'right']);
  return `${headline(input, result)}\n\n${rows}\n\n  ${say('salvo.source')}`;
}

function headline(input: SalvoInput, result: SalvoResult): string {
  const { warheads, decoys = 0, doctrine, zeroLeakProbability, trackProbability } = input;
  const chance = `${readable(100 * zeroLeakProbability, 4)}${numberStyle().percentSpace}%`;
  const raid = decoys > 0 ? said('salvo.raid-decoys', { warheads, decoys }) : said('salvo.raid', { warheads });
  if (result.reason !== null) {
    const least = readable(result.minimumTrackProbability);
    return say('salvo.none', { raid, chance, track: trackProbability, least });
  }
  const how = doctrine === 'barrage' ? said('salvo.barrage') : said('salvo.look', { shots: result.firstShots });
  return say('salvo.takes', { raid, chance, count: result.interceptors, how });
}

function lines(input: SalvoInput, result: SalvoResult): [string, string, string][] {
  const minimum = say('salvo.exceed', { least: readable(result.minimumTrackProbability, 5) });
  const asked: [string, string, string][] = [
    [say('salvo.objects'), readable(result.objects), ''],
    [say('salvo.kill'), readable(result.warheadKillProbability, 5), say('salvo.probability')],
    [say('salvo.track'), readable(input.trackProbability), minimum],
  ];
  if (result.reason !== null) return asked;
  const before = input.doctrine === 'barrage' ? say('salvo.all') : readable(result.firstShots);
  const exact = say('salvo.rounding', { value: readable(result.interceptorsExact, 5) });
  return [
    ...asked,
    [say('salvo.shots'), readable(result.shotsPerTarget, 4), say('salvo.each', { value: input.killProbability })],
    [say('salvo.before'), before, ''],
    [say('salvo.interceptors'), readable(result.interceptors), exact],
  ];
}
