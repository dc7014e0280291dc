import type { MessagePlan } from '../flow/architecture.ts';
import { InputError, type Problem } from '../flow/problems.ts';
import { said } from '../flow/said.ts';
import { say, tell } from '../words/words.ts';
import { type CommandSpec, WITHOUT_FORCE, withoutOption } from './command.ts';

const MOST_MOMENTS = 1000;

/** `cupola load`: what the networks carry of the messages of a shield. */
export const command: CommandSpec = {
  name: 'load',
  readsScenario: true,
  summary: 'How full the networks are with tracks, frames, orders and reports, and what of them they carry',
  configure(program) {
    program
      .option(
        '--at <seconds>',
        'seconds after the epoch, comma separated; default: those at which `run` looks at its networks',
      )
      .option('--json', 'one JSON document');
    withoutOption(program, WITHOUT_FORCE);
  },
  examples: [
    'cupola load scenarios/golden-dome.yaml --at 0',
    'cupola load scenarios/golden-dome.yaml --at 0 --set networks.leo.otherTrafficFraction=0.8 --json',
    'cupola load scenarios/golden-dome.yaml --at 0,3600 --without spacex',
  ],
  async run(context) {
    const { args, options, out, note, color, columns } = context;
    const asked = options.at === undefined ? undefined : momentsOf(String(options.at));
    const [
      { loadForce },
      { networkTimesS },
      { prepare },
      { withStanding },
      { networkLoad },
      { transportProblems },
      { healthNotes },
    ] = await Promise.all([
      import('./load-force.ts'),
      import('../run/network-times.ts'),
      import('../run/prepare.ts'),
      import('../force/standing.ts'),
      import('../transport/load.ts'),
      import('../transport/problems.ts'),
      import('../world/health-notes.ts'),
    ]);
    const loaded = await loadForce(args[0]!, options);
    const { architecture, remaining, catalog } = loaded;
    for (const warning of transportProblems(architecture).warnings) note(say('told.warning', { what: warning }));
    const prepared = prepare(architecture);
    const [transport] = prepared.transports;
    if (!transport) throw new InputError([{ code: 'no-network', path: 'networks', said: said('command.no-network') }]);
    if (architecture.command.length === 0)
      throw new InputError([{ code: 'no-command', path: 'command', said: said('load.no-centre') }]);
    for (const sentence of healthNotes(prepared.elements.space, architecture.epochUtc)) note(tell(sentence));
    const { defaultMessages } = await import('../read/messages.ts');
    const messages: MessagePlan[] = architecture.messages ?? defaultMessages(catalog);
    const { stated: availability } = withStanding(prepared.force, remaining);
    const load = networkLoad(transport, { timesS: asked ?? networkTimesS(architecture), messages, availability });
    if (options.json) {
      const { carry } = await import('./carry.ts');
      out(JSON.stringify(await carry(load, { spec: command, loaded }, context), null, 2));
      return 0;
    }
    const [{ loadScreen }, { colorStyle, plainStyle }] = await Promise.all([
      import('../report/load-screen.ts'),
      import('../report/text.ts'),
    ]);
    out(loadScreen(architecture.name, load, color ? colorStyle : plainStyle, columns));
    return 0;
  },
};

/** @throws InputError for words that are no seconds, and for too many */
function momentsOf(words: string): number[] {
  const parts = words.split(',');
  const problems = parts
    .filter((word) => word.trim() === '' || !(Math.abs(Number(word)) <= 1e10))
    .map((word): Problem => ({ code: 'bad-option', path: '--at', said: said('option.seconds', { min: -1e10, word }) }));
  if (parts.length > MOST_MOMENTS) {
    const tooMany = said('command.samples', { count: parts.length, limit: MOST_MOMENTS });
    problems.push({ code: 'bad-option', path: '--at', said: tooMany });
  }
  if (problems.length > 0) throw new InputError(problems);
  return parts.map(Number);
}
