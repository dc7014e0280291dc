/** What of a file flies at the epoch that import chooses. */
export interface Flown {
  flying: number;
  held: number;
  numbers?: (number | null)[];
  epochUtc?: string;
}

/** Words of the refusal; with `--skip-bad` what flies of the rest. */
export interface Refused {
  refused: string;
  skipping?: Flown;
}

/** One hostile file: what is odd about it, who reported the like, and the right answer. */
export interface Animal {
  file: string;
  what: string;
  /** Public reports of such a file, `owner/repository#number`. */
  report: string | null;
  answer: Flown | Refused | { stations: number; routes: number };
  /** Where conversion has another answer: it does not fly anything. */
  convert?: Flown | Refused;
}

/** The page of the documentation that lists them all. */
export function zooPage(animals: readonly Animal[]): string {
  const rows = animals.map(
    ({ file, what, report, answer }) => `| \`${file}\` | ${cell(what)} | ${links(report)} | ${cell(words(answer))} |`,
  );
  return `# Orbit zoo

${animals.length} small files of the kind that breaks readers of orbits, each written for this purpose, with the public report of such a file where one is known and the
answer of \`cupola import\`. They lie in \`test/orbit-zoo/files\`; import, convert and export are run over all of them in the tests. To convert is not to fly: debris and
objects that have come down are converted.

| file | what is odd | reported in | answer |
| --- | --- | --- | --- |
${rows.join('\n')}
`;
}

function words(answer: Animal['answer']): string {
  if ('refused' in answer) {
    const skipping = answer.skipping
      ? `; with --skip-bad ${answer.skipping.flying} of ${answer.skipping.held} fly`
      : '';
    return `refused: ${answer.refused}${skipping}`;
  }
  if ('stations' in answer)
    return `${answer.stations} stations, ${answer.routes} ${answer.routes === 1 ? 'route' : 'routes'}`;
  return answer.flying === answer.held
    ? `${answer.held} ${answer.held === 1 ? 'flies' : 'fly'}`
    : `${answer.flying} of ${answer.held} fly`;
}

function links(report: string | null): string {
  if (report === null) return '';
  return report
    .split(', ')
    .map((each) => `[${each}](https://github.com/${each.replace('#', '/issues/')})`)
    .join(', ');
}

/** Text of a cell: bars and markup are taken as they are. */
function cell(text: string): string {
  return text.replaceAll('|', '\\|').replaceAll('<', '&lt;');
}
