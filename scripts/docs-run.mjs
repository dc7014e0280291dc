// The page of the run: its stages and who reads what, from the list that the driver runs.

/** @param {{ pipeline, salvo, answerParts }} code the lists of the engine */
export function runPage({ pipeline, salvo, answerParts }) {
  const lines = [
    '# A raid, stage by stage',
    '',
    'A run prepares the architecture once a thread, flies raid after raid, and puts the answer together. A raid is the list of stages below, in',
    'this order: `src/run/pipeline.ts` is the list, and one driver runs it on the command line, in the studio, in studies and in the tests.',
    'Each stage is a function of the records that it reads, and gives one record; the fields of the records are in [Records](records.md).',
    '',
    '`cupola run S --save-stages DIR` writes every record of one raid, `--explain` tells one missile from them, and `--timings` says how long',
    'each stage took.',
    '',
    diagram(
      pipeline.map((stage) => ({
        ...stage,
        reads: stage.writes === 'engagement' ? [...stage.reads, ...salvo.flatMap(({ reads }) => reads)] : stage.reads,
      })),
    ),
    '',
    ...table(pipeline),
    '',
    'What a stage reads and no stage makes is given: `architecture`, `elements` (orbits and sites), `flights` (solved paths), `transports` and',
    '`standing` (networks, and what of them is out for good), `layers`, the number of the raid (`trial`), and room to work in (`senseRoom`).',
    'Where only the outcome is wanted, links are made when a stage first asks for their moment, and looks as far as the last commit needs.',
    '',
    '## A salvo',
    '',
    'The engagement repeats these steps for every layer, outermost first, until no order is due or none is given. `layer` and `round` say',
    'whose salvo it is; each salvo gives the next state of the engagement.',
    '',
    ...table(salvo),
    '',
    '## Beside the raids',
    '',
    `While other threads fly the raids, this one works out ${words(answerParts.slice(0, -1))}; then the ${answerParts.at(-1)} is put together.`,
    '',
  ];
  return lines.join('\n');
}

function table(stages) {
  const rows = stages.map(({ name, about, reads, writes }) => {
    const given = reads.map((each) => `\`${each}\``).join(', ');
    return `| ${name} | ${about} | ${given} | \`${writes}\` |`;
  });
  return ['| stage | what it does | reads | makes |', '| --- | --- | --- | --- |', ...rows];
}

function words(names) {
  return names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;
}

const ROW = 34;
const BOX = { x: 4, width: 132, height: 24 };

/** Stages from top to bottom, and an arc from each to those that read its record. */
function diagram(stages) {
  const y = (row) => row * ROW + 4 + BOX.height / 2;
  const right = BOX.x + BOX.width;
  const arcs = stages.flatMap(({ reads }, to) =>
    stages.flatMap(({ writes }, from) => {
      if (from >= to || !reads.includes(writes)) return [];
      const out = right + 16 + 16 * (to - from);
      return `<path d="M${right} ${y(from) + 4}C${out} ${y(from) + 4} ${out} ${y(to) - 4} ${right + 5} ${y(to) - 4}" fill="none" stroke="currentColor" opacity="0.55" marker-end="url(#head)"/>`;
    }),
  );
  const boxes = stages.map(
    ({ name }, row) =>
      `<rect x="${BOX.x}" y="${row * ROW + 4}" width="${BOX.width}" height="${BOX.height}" rx="4" fill="none" stroke="currentColor"/>` +
      `<text x="${BOX.x + BOX.width / 2}" y="${y(row) + 4}" text-anchor="middle" font-size="13" fill="currentColor">${name}</text>`,
  );
  const label = `Stages of a raid: ${stages.map(({ name }) => name).join(', ')}; an arc runs from each to those that read its record.`;
  return [
    `<svg viewBox="0 0 300 ${stages.length * ROW + 4}" width="300" role="img" aria-label="${label}">`,
    '<defs><marker id="head" viewBox="0 0 6 6" refX="5" refY="3" markerWidth="6" markerHeight="6" orient="auto"><path d="M0 0L6 3L0 6z" fill="currentColor"/></marker></defs>',
    ...arcs,
    ...boxes,
    '</svg>',
  ].join('\n');
}
