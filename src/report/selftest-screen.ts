import type { Certificate, LawComparison, LawResult } from '../flow/certificate.ts';
import { count } from '../words/numbers.ts';
import { heading, type Style, wrap } from './text.ts';

const VERDICTS = { held: 'held', broken: 'BROKEN', silent: '-' } as const;
const MOST_COLUMNS = 120;

/** A certificate on a terminal: the sentence to quote, what is broken with its numbers, then every law. */
export function selftestScreen(certificate: Certificate, style: Style, columns: number): string {
  const { laws } = certificate;
  const width = Math.min(columns, MOST_COLUMNS);
  const broken = laws.filter(({ verdict }) => verdict === 'broken');
  return [
    style.bold(certificate.name),
    '',
    wrap(certificateSentence(certificate), width),
    ...(broken.length > 0 ? [heading('Broken', style)] : []),
    ...broken.flatMap((law) => [
      style.bad(wrap(`${law.sentence} (${law.id})`, width, 2)),
      ...law.breaks.map((each) => wrap(each, width, 4)),
    ]),
    heading('Laws', style),
    ...laws.map((law) => lawLines(law, style, width)),
    '',
    wrap(methodSentence(certificate), width, 2),
    style.dim(wrap(identitySentence(certificate), width, 2)),
  ].join('\n');
}

/** How many laws hold, in a sentence. */
export function certificateSentence({ held, broken, silent }: Certificate): string {
  const parts = [
    `${held} ${held === 1 ? 'law holds' : 'laws hold'}`,
    broken === 0 ? 'none is broken' : `${broken} ${broken === 1 ? 'is' : 'are'} broken`,
    ...(silent > 0 ? [`${silent} ${silent === 1 ? 'says' : 'say'} nothing about this scenario`] : []),
  ];
  return `${parts.join(', ')}.`;
}

/** How laws were tried, and how often a true one is refused. */
export function methodSentence({ trials, comparisons, falseAlarmRatio, levelRatio }: Certificate): string {
  const exact = 'Exact laws break at one counterexample.';
  if (comparisons === 0) return exact;
  return (
    `${exact} The others compare ${count(trials)} raids in pairs that share their random numbers, by the exact test of flipped signs, at ` +
    `${levelRatio.toPrecision(2)} for each of ${comparisons} comparisons: a model that keeps every law is refused by chance in at most one of ` +
    `${count(1 / falseAlarmRatio)} certificates.`
  );
}

/** What was tried: seed, version and hashes. */
export function identitySentence({ seed, version, scenarioHash, catalogHash }: Certificate): string {
  return `Seed ${seed}, cupola ${version}, scenario ${scenarioHash}, catalog ${catalogHash}.`;
}

/** What a law came to: what was tried, or why nothing was. */
export function lawWords({ verdict, why, closest, note, cases }: LawResult): string {
  if (verdict === 'silent') return `says nothing here (${why})`;
  const tried = `${count(cases)} ${cases === 1 ? 'case' : 'cases'}`;
  return [tried, note, closest && closestWords(closest)].filter(Boolean).join('; ');
}

function closestWords({ changed, baseLeakers, changedLeakers }: LawComparison): string {
  return `${changed}: ${count(changedLeakers, 2)} get through, ${count(baseLeakers, 2)} before`;
}

function lawLines(law: LawResult, style: Style, width: number): string {
  const mark = VERDICTS[law.verdict].padEnd(6);
  const colored =
    law.verdict === 'held' ? style.good(mark) : law.verdict === 'broken' ? style.bad(mark) : style.dim(mark);
  const sentence = wrap(law.sentence, width, 10).trimStart();
  return `  ${colored}  ${sentence}\n${style.dim(wrap(`${law.id}: ${lawWords(law)}`, width, 10))}`;
}
