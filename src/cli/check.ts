import type { Architecture } from '../flow/architecture.ts';
import { InputError, type Problem } from '../flow/problems.ts';
import { type Args, type Said, said } from '../flow/said.ts';
import type { CommandContext, CommandSpec } from './command.ts';
import { setOption } from './command.ts';

/** What `--json` says of one file. */
interface Checked {
  file: string;
  isRunnable: boolean;
  problems: { code: string; path: string; line?: number; column?: number; message: string }[];
  notes: string[];
}

/** `cupola check`: every problem of scenarios, without running them. */
export const command: CommandSpec = {
  name: 'check',
  summary: 'Read scenarios and tell all that is wrong with them, without running anything',
  configure(program) {
    setOption(program)
      .argument('<scenarios...>', 'scenario files (YAML); - for standard input')
      .option('--json', 'one JSON document');
  },
  examples: [
    'cupola check scenarios/golden-dome.yaml',
    'cupola check scenarios/one-missile.yaml scenarios/cbo-2026.yaml',
    'cupola check scenarios/one-missile.yaml --set interceptors.sbi.salvo=3 --json',
  ],
  async run(context) {
    const files = context.args.flat() as string[];
    const checked: Checked[] = [];
    const faults: Problem[] = [];
    for (const file of files) checked.push(await checkOne(file, faults, context));
    if (context.options.json) {
      context.out(JSON.stringify(checked));
      return faults.length > 0 ? 2 : 0;
    }
    if (faults.length > 0) throw new InputError(faults);
    return 0;
  },
};

async function checkOne(file: string, faults: Problem[], { options, out, columns }: CommandContext): Promise<Checked> {
  const [{ loadScenarioFile }, { say, tell }, { wrap }] = await Promise.all([
    import('./load-scenario.ts'),
    import('../words/words.ts'),
    import('../report/text.ts'),
  ]);
  try {
    const { architecture } = await loadScenarioFile(file, { set: options.set as string[] | undefined });
    const notes = architecture.notes.map(tell);
    if (!options.json) {
      const { shownName } = await import('./input-file.ts');
      out(`${shownName(file)}: ${architecture.name}`);
      out(`  ${say('check.can-run', contentsOf(architecture))}`);
      for (const note of notes)
        out(
          wrap(note, columns - 4)
            .replaceAll(/^/gm, '    ')
            .replace('    ', '  - '),
        );
    }
    return { file, isRunnable: true, problems: [], notes };
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    faults.push(...error.problems);
    const problems = error.problems.map(({ code, path, line, column, said: fault }) => ({
      code,
      path,
      line,
      column,
      message: tell(fault),
    }));
    return { file, isRunnable: false, problems, notes: [] };
  }
}

/** `3 networks, 9 sensors, 2 layers of interceptors, 10 missiles; raids are flown; 20 years from 2026`. */
function contentsOf(architecture: Architecture): Args<'check.can-run'> {
  const { networks, sensors, interceptors, threats, command: centres, partners, analysis } = architecture;
  const missiles = threats.reduce((sum, { count }) => sum + count, 0);
  const parts = [
    networks.length > 0 && said('check.networks', { count: networks.length }),
    sensors.length > 0 && said('check.sensors', { count: sensors.length }),
    interceptors.length > 0 && said('check.layers', { count: interceptors.length }),
    missiles > 0 && said('check.missiles', { count: missiles }),
    partners && said('check.book'),
  ].filter((part): part is Said => Boolean(part));
  const isFlown = missiles > 0 && centres.length > 0 && interceptors.length > 0;
  return {
    parts: parts.length > 0 ? parts : said('check.empty'),
    raids: said(isFlown ? 'check.raids' : 'check.no-raid'),
    years: analysis.horizonYr,
    from: String(analysis.startYear),
  };
}
