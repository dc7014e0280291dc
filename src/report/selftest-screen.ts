import type { Certificate, LawResult } from '../flow/certificate.ts';
import { type Said, said } from '../flow/said.ts';
import { numberStyle, say, tell } from '../words/words.ts';
import { heading, type Style, wrap } from './text.ts';

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
    ...(broken.length > 0 ? [heading(say('laws.head-broken'), style)] : []),
    ...broken.flatMap((law) => [
      style.bad(wrap(`${tell(law.sentence)} (${law.id})`, width, 2)),
      ...law.breaks.map((each) => wrap(tell(each), width, 4)),
    ]),
    heading(say('laws.head'), style),
    ...laws.map((law) => lawLines(law, style, width)),
    '',
    wrap(methodSentence(certificate), width, 2),
    style.dim(wrap(identitySentence(certificate), width, 2)),
  ].join('\n');
}

/** How many laws hold, in a sentence. */
export function certificateSentence({ held, broken, silent }: Certificate): string {
  const parts: Said[] = [
    said('laws.hold', { count: held }),
    broken === 0 ? said('laws.none-broken') : said('laws.some-broken', { count: broken }),
    ...(silent > 0 ? [said('laws.silent', { count: silent })] : []),
  ];
  return say('laws.summary', { parts });
}

/** How laws were tried, and how often a true one is refused. */
export function methodSentence({ trials, comparisons, falseAlarmRatio, levelRatio }: Certificate): string {
  const exact = say('laws.exact');
  if (comparisons === 0) return exact;
  const level = levelRatio.toPrecision(2).replace('.', numberStyle().decimal);
  return `${exact} ${say('laws.chance', { trials, level, comparisons, certificates: 1 / falseAlarmRatio })}`;
}

/** What was tried: seed, version and hashes. */
export function identitySentence({ seed, version, scenarioHash, catalogHash }: Certificate): string {
  return say('laws.identity', { seed: String(seed), version, scenario: scenarioHash, catalog: catalogHash });
}

/** What a law came to: what was tried, or why nothing was. */
export function lawWords({ verdict, why, closest, note, cases }: LawResult): string {
  if (verdict === 'silent') return say('laws.nothing-here', { why: why ?? '' });
  const tried = [say('laws.cases', { count: cases })];
  if (note) tried.push(tell(note));
  if (closest) {
    const { changed, baseLeakers: before, changedLeakers: after } = closest;
    tried.push(say('laws.closest', { changed, before, after }));
  }
  return tried.join(say('join.semicolon'));
}

/** A certificate for programs: as it is, with its sentences in the language spoken. */
export function toldCertificate({ laws, ...certificate }: Certificate): object {
  return {
    ...certificate,
    laws: laws.map((law) => ({
      ...law,
      sentence: tell(law.sentence),
      ...(law.why && { why: tell(law.why) }),
      ...(law.closest && { closest: { ...law.closest, changed: tell(law.closest.changed) } }),
      breaks: law.breaks.map(tell),
      ...(law.note && { note: tell(law.note) }),
    })),
  };
}

function lawLines(law: LawResult, style: Style, width: number): string {
  const marks = { held: say('laws.mark-held'), broken: say('laws.mark-broken'), silent: '-' };
  const markWidth = Math.max(...Object.values(marks).map(({ length }) => length));
  const mark = marks[law.verdict].padEnd(markWidth);
  const colored =
    law.verdict === 'held' ? style.good(mark) : law.verdict === 'broken' ? style.bad(mark) : style.dim(mark);
  const indent = 2 + markWidth + 2;
  const sentence = wrap(tell(law.sentence), width, indent).trimStart();
  const tried = say('laws.line', { id: law.id, words: lawWords(law) });
  return `  ${colored}  ${sentence}\n${style.dim(wrap(tried, width, indent))}`;
}
