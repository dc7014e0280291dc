import type { SalvoInput, SalvoResult } from '../closed-forms/salvo.ts';
import { InputError, type Problem } from '../flow/problems.ts';
import { plainly } from '../flow/said.ts';
import { alignedRows } from '../report/text.ts';
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
  isEnglishOnly: true,
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
  const problems: Problem[] = brokenSalvoRules(input).map(({ key, rule, value }) => ({
    code: value === undefined ? 'missing' : 'out-of-range',
    path: FLAGS[key],
    said: plainly(value === undefined ? `is missing; it ${rule}` : `${rule}; found ${JSON.stringify(value)}`),
  }));
  if (problems.length > 0) throw new InputError(problems);
  return input as SalvoInput;
}

/** The number a word stands for, or the word itself where it is none: the check names it then. */
function toNumber(word: unknown): unknown {
  if (typeof word !== 'string' || word.trim() === '') return word;
  const value = Number(word);
  return Number.isFinite(value) ? value : word;
}

function screen(input: SalvoInput, result: SalvoResult): string {
  return `${headline(input, result)}\n\n${alignedRows(lines(input, result), ['left', 'right'])}\n${SOURCE}`;
}

const SOURCE = `
  Closed form after D. Wilkening (Stanford, 1998): independent shots on a track common to all of them.`;

function headline(input: SalvoInput, result: SalvoResult): string {
  const { warheads, decoys = 0, doctrine, zeroLeakProbability, trackProbability } = input;
  const chance = `with a probability of ${readable(100 * zeroLeakProbability, 4)} %`;
  const raid = `${readable(warheads)} ${warheads === 1 ? 'warhead' : 'warheads'}${decoys > 0 ? ` among ${readable(decoys)} ${decoys === 1 ? 'decoy' : 'decoys'}` : ''}`;
  if (result.reason !== null) {
    return `No number of interceptors stops ${raid} ${chance}: the track probability is ${trackProbability} and must exceed ${readable(result.minimumTrackProbability)}.`;
  }
  const how =
    doctrine === 'barrage'
      ? 'in a barrage'
      : `with a look after ${readable(result.firstShots)} ${result.firstShots === 1 ? 'shot' : 'shots'} at each`;
  const count = `${readable(result.interceptors)} ${result.interceptors === 1 ? 'interceptor' : 'interceptors'}`;
  return `To stop ${raid} ${chance} takes ${count} ${how}.`;
}

function lines(input: SalvoInput, result: SalvoResult): [string, string, string][] {
  const minimum = `must exceed ${readable(result.minimumTrackProbability, 5)}`;
  const asked: [string, string, string][] = [
    ['Objects shot at', readable(result.objects), ''],
    ['Kill needed for each warhead', readable(result.warheadKillProbability, 5), 'probability'],
    ['Track probability', readable(input.trackProbability), minimum],
  ];
  if (result.reason !== null) return asked;
  const before = input.doctrine === 'barrage' ? 'all' : readable(result.firstShots);
  return [
    ...asked,
    ['Shots planned for each object', readable(result.shotsPerTarget, 4), `${input.killProbability} each`],
    ['Shots before the look', before, ''],
    ['Interceptors', readable(result.interceptors), `${readable(result.interceptorsExact, 5)} before rounding`],
  ];
}
