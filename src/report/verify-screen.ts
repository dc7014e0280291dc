import type { AnswerDifference, Repeat, Verification } from '../flow/repeat.ts';
import { asItIs } from '../words/numbers.ts';
import { say } from '../words/words.ts';
import { MOST_DIFFERENCES } from './repeat-record.ts';
import { quoted } from './run-record.ts';
import { type Style, wrap } from './text.ts';

const MOST_COLUMNS = 100;
/** Differences on a screen. */
const MOST_SHOWN = 12;
const MOST_VALUE = 40;

/** Whether a result stands: who made it, whether it was altered, and the verdict. */
export function verifyLines(
  repeat: Repeat,
  found: Verification,
): { text: string; isBad?: boolean; isGood?: boolean }[] {
  const { before, now, isAsWritten, isOfReport, answerSha256: hash, changedFiles, verdict } = found;
  const isSameMaker = before.version === now.version && before.catalogHash === now.catalogHash;
  const written = say('verify.as-written', { hash });
  const altered = { text: say('verify.altered', { hash, said: repeat.answerSha256 }), isBad: true };
  const { engine } = now;
  const maker = isSameMaker
    ? say('verify.made-here', { engine })
    : say('verify.made-other', { version: now.version, catalog: now.catalogHash, engine });
  return [
    { text: say('verify.made-by', { version: before.version, catalog: before.catalogHash, engine: before.engine }) },
    ...(isOfReport ? [] : [isAsWritten ? { text: written } : altered]),
    ...changedFiles.map((name) => ({ text: say('verify.file-altered', { name }), isBad: true })),
    ...(verdict === 'cut-short' ? [] : [{ text: maker }]),
    { text: verdictWords(found), ...(verdict === 'same' ? { isGood: true } : { isBad: true }) },
  ];
}

/** Whether nothing was altered and all came out the same. */
export function isVerified({ verdict, isAsWritten, changedFiles }: Verification): boolean {
  return verdict === 'same' && isAsWritten && changedFiles.length === 0;
}

function verdictWords(found: Verification): string {
  const { verdict, isOfReport, nowSha256 = '', valuesCount, differencesCount, largestRatio = 0 } = found;
  switch (verdict) {
    case 'same':
      return isOfReport ? say('verify.of-hash') : say('verify.same', { count: valuesCount });
    case 'near': {
      const ratio = asItIs(Number(largestRatio.toPrecision(2)));
      return say('verify.near', { count: valuesCount, differ: differencesCount, ratio });
    }
    case 'different':
      return isOfReport
        ? say('verify.other-hash', { hash: nowSha256 })
        : say('verify.different', { count: valuesCount, differ: differencesCount });
    case 'cut-short':
      return say('verify.cut-short');
  }
}

/** The first of what differs, a line each. */
export function differenceLines({ differences, differencesCount }: Verification): string[] {
  const shown = differences
    .slice(0, MOST_SHOWN)
    .map(({ path, before, now }) => say('verify.row', { path, before: shownValue(before), now: shownValue(now) }));
  const more = differencesCount - shown.length;
  return more > 0
    ? [...shown, say('verify.more', { count: more, most: Math.min(differencesCount, MOST_DIFFERENCES) })]
    : shown;
}

function shownValue(value: AnswerDifference['before']): string {
  if (value === undefined) return say('verify.nothing');
  const text = JSON.stringify(value);
  return text.length > MOST_VALUE ? `${text.slice(0, MOST_VALUE - 1)}…` : text;
}

/** What `cupola verify` prints. */
export function verifyScreen(name: string, repeat: Repeat, found: Verification, style: Style, columns: number): string {
  const width = Math.min(columns, MOST_COLUMNS);
  return [
    style.bold(name),
    style.dim(wrap(commandOf(repeat), width)),
    '',
    ...verifyLines(repeat, found).map(({ text, isBad, isGood }) => {
      const lines = wrap(text, width);
      return isBad ? style.bad(lines) : isGood ? style.good(lines) : lines;
    }),
    ...differenceLines(found).map((line) => wrap(line, width, 2)),
  ].join('\n');
}

/** The command line that made it. */
export function commandOf({ words }: Repeat): string {
  return ['cupola', ...words].map(quoted).join(' ');
}
