import { median } from './measure.ts';
import { type Taken, takenBy, takenByCupola } from './program/measure-program.ts';

const ROUNDS = 5;
const GOLDEN_DOME = 'scenarios/golden-dome.yaml';

/** Commands that are over at once: the middle of some rounds. */
const SHORT = ['--help', 'glossary', 'run scenarios/one-missile.yaml --draws 0', 'run scenarios/one-missile.yaml'];
/** Commands that a user waits for: once each. */
const LONG = [
  `run ${GOLDEN_DOME} --brief`,
  `run ${GOLDEN_DOME}`,
  `run ${GOLDEN_DOME} --brief --draws 256`,
  `partners ${GOLDEN_DOME}`,
  `source ${GOLDEN_DOME}`,
];

/** What whole commands take: processor, clock, memory; of those whose words hold CUPOLA_BENCH_COMMANDS, where that is set. */
export async function bench(): Promise<string[]> {
  const only = process.env.CUPOLA_BENCH_COMMANDS ?? '';
  const isAsked = (line: string) => line.includes(only);
  return [
    lineOf(
      'node -e 0',
      middle(() => takenBy(['-e', '0'])),
    ),
    ...SHORT.filter(isAsked).map((line) =>
      lineOf(
        `cupola ${line}`,
        middle(() => takenByCupola(line)),
      ),
    ),
    ...LONG.filter(isAsked).map((line) => lineOf(`cupola ${line}`, takenByCupola(line))),
  ];
}

function middle(run: () => Taken): Taken {
  const all = Array.from({ length: ROUNDS }, run);
  const of = (key: keyof Taken) => median(all.map((each) => each[key]));
  return { cpuS: of('cpuS'), wallS: of('wallS'), peakMb: of('peakMb') };
}

function lineOf(words: string, { cpuS, wallS, peakMb }: Taken): string {
  return `${words}: ${seconds(cpuS)} of CPU, ${seconds(wallS)} by the clock, ${peakMb.toFixed(0)} MB`;
}

function seconds(value: number): string {
  return value < 1 ? `${(1000 * value).toFixed(0)} ms` : `${value.toPrecision(3)} s`;
}
