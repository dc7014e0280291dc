import type { ConstellationCoverage } from '../flow/coverage.ts';
import { InputError, type Problem } from '../flow/problems.ts';
import { said } from '../flow/said.ts';
import type { SpaceElement } from '../flow/world.ts';
import { say, tell } from '../words/words.ts';
import { type CommandSpec, WITHOUT_FORCE, withoutOption } from './command.ts';

const MOST_STEPS = 200_000;

/** `cupola coverage`: how many satellites of each layer see or reach each latitude. */
export const command: CommandSpec = {
  name: 'coverage',
  readsScenario: true,
  summary: 'How many satellites of each layer see or reach a place, by latitude, and what would cover all the Earth',
  configure(program) {
    program
      .option('--layer <id>', 'one network, sensor or interceptor layer; all by default')
      .option('--fold <k>', 'satellites that must cover every place', '1')
      .option('--step-s <seconds>', 'between looks', '120')
      .option('--hours <hours>', 'span of time', '24')
      .option('--altitude-km <km>', 'height of the target or intercept; by default that of the phase')
      .option('--fly-out-s <seconds>', 'fly-out of interceptors; by default the longest of the layer')
      .option('--json', 'one JSON document');
    withoutOption(program, WITHOUT_FORCE);
  },
  examples: [
    'cupola coverage scenarios/golden-dome.yaml',
    'cupola coverage scenarios/golden-dome.yaml --layer tracking --fold 2',
    'cupola coverage scenarios/cbo-2026.yaml --layer sbi --fly-out-s 90 --altitude-km 150',
    'cupola coverage scenarios/golden-dome.yaml --layer sbi --without spacex',
    'cupola coverage scenarios/golden-dome.yaml --json',
  ],
  async run({ args, options, out, note, progress, color, columns, signal }) {
    const asked = readOptions(options);
    const [{ loadForce }, { buildElements }, { healthNotes }, { constellationCoverage }, { workingShare }] =
      await Promise.all([
        import('./load-force.ts'),
        import('../world/elements.ts'),
        import('../world/health-notes.ts'),
        import('../effect/constellation-coverage.ts'),
        import('../force/standing.ts'),
      ]);
    const { architecture, remaining } = await loadForce(args[0]!, options);
    const elements = buildElements(architecture);
    const { space: states } = workingShare(elements, remaining);
    const layers = pickLayers(elements.space, options.layer as string | undefined);
    for (const sentence of healthNotes(layers, architecture.epochUtc)) note(tell(sentence));
    const found: ConstellationCoverage[] = [];
    for (const element of layers) {
      if (signal.aborted) break;
      progress(say('progress.layers', { id: element.id, done: found.length, of: layers.length }));
      const isThinned = (remaining.get(element.id) ?? 1) < 1;
      const left = isThinned ? { states: states[elements.space.indexOf(element)] } : {};
      found.push(constellationCoverage(architecture, element, { ...asked, ...left }));
      await new Promise(setImmediate); // lets Ctrl-C in
    }
    progress('');
    if (options.json) {
      out(JSON.stringify(found, null, 2));
      return 0;
    }
    const [{ coverageScreen }, { colorStyle, plainStyle }] = await Promise.all([
      import('../report/coverage-screen.ts'),
      import('../report/text.ts'),
    ]);
    out(coverageScreen(architecture.name, found, asked.durationS / 3600, color ? colorStyle : plainStyle, columns));
    return 0;
  },
};

function pickLayers(space: readonly SpaceElement[], wanted: string | undefined): SpaceElement[] {
  const picked = space.filter(({ id }) => wanted === undefined || id === wanted);
  if (picked.length > 0) return picked;
  if (wanted === undefined)
    throw new InputError([{ code: 'no-satellites', path: '', said: said('command.no-satellites') }]);
  const known = space.map(({ id }) => id);
  const without = said('command.layer-no-satellites', { id: wanted, known });
  throw new InputError([{ code: 'no-satellites', path: '--layer', said: without }]);
}

interface Asked {
  fold: number;
  stepS: number;
  durationS: number;
  targetAltitudeKm?: number;
  flyOutS?: number;
}

/** Options as numbers; every problem at once. */
function readOptions(options: Record<string, unknown>): Asked {
  const problems: Problem[] = [];
  const number = (name: string, flag: string, min: number, max: number): number | undefined => {
    const word = options[name] as string | undefined;
    if (word === undefined) return undefined;
    const value = word.trim() === '' ? Number.NaN : Number(word);
    if (value >= min && value <= max) return value;
    problems.push({ code: 'out-of-range', path: flag, said: said('option.number', { min, max, word }) });
    return undefined;
  };
  const fold = number('fold', '--fold', 1, 1000) ?? 1;
  if (!Number.isInteger(fold))
    problems.push({ code: 'out-of-range', path: '--fold', said: said('option.any-whole', { word: String(fold) }) });
  const stepS = number('stepS', '--step-s', 0.1, 86_400) ?? 120;
  const durationS = 3600 * (number('hours', '--hours', 0, 10_000) ?? 24);
  const asked = {
    fold,
    stepS,
    durationS,
    targetAltitudeKm: number('altitudeKm', '--altitude-km', 0, 100_000),
    flyOutS: number('flyOutS', '--fly-out-s', 1, 100_000),
  };
  if (durationS / stepS > MOST_STEPS)
    problems.push({
      code: 'out-of-range',
      path: '--step-s',
      said: said('command.looks', { count: Math.floor(durationS / stepS), limit: MOST_STEPS }),
    });
  if (problems.length > 0) throw new InputError(problems);
  return asked;
}
