import type { AnswerDifference, Repeat, RepeatFile, RepeatMaker, Verification } from '../flow/repeat.ts';
import { canonicalJson } from '../num/canonical-json.ts';
import { sha256 } from '../num/sha256.ts';

/** Parts that say who made an answer, when and how, not what it is. */
const ABOUT = ['version', 'run', 'repeat', 'timings'] as const;
/** Two numbers that differ by less come from the same arithmetic with other sines and powers: intercepts are refined to a microsecond. */
const NEAR_RATIO = 1e-7;
const NEAR_ABSOLUTE = 1e-12;

/** Texts of files that one answer carries, in characters. */
const MOST_CARRIED = 1_000_000;
/** Differences that are told. */
export const MOST_DIFFERENCES = 100;

/** SHA-256 of an answer, whatever made it: a value, or what was read from its JSON. */
export function answerHash(answer: object): string {
  const plain = JSON.parse(JSON.stringify(answer)) as Record<string, unknown>;
  for (const key of ABOUT) delete plain[key];
  const { provenance } = plain as { provenance?: Record<string, unknown> };
  if (provenance) delete provenance.catalogHash;
  return sha256(canonicalJson(plain));
}

/** An answer with all that it can be made again from, and its hash. */
export function repeatable<Answer extends object>(
  answer: Answer,
  { files, ...record }: Omit<Repeat, 'answerSha256' | 'files'> & { files: readonly CarriedFile[] },
): Answer & { repeat: Repeat } {
  return { ...answer, repeat: { answerSha256: answerHash(answer), ...record, files: carried(files) } };
}

/** A file as it went in. */
export type CarriedFile = Pick<RepeatFile, 'name' | 'element'> & { text: string };

/** The scenario always; other files as long as there is room. */
function carried(files: readonly CarriedFile[]): RepeatFile[] {
  let left = MOST_CARRIED;
  return files.map(({ text, ...file }) => {
    const isCarried = file.element === undefined || text.length <= left;
    if (isCarried) left -= text.length;
    const sizeBytes = new TextEncoder().encode(text).length;
    return { ...file, sizeBytes, sha256: sha256(text), ...(isCarried && { text }) };
  });
}

/** Words of a command line as a shell reads them: `cupola run 'my file.yaml'`. */
export function shellWords(command: string): string[] {
  return [...command.matchAll(/(?:'[^']*'|\\.|[^\s'\\])+/g)].map(([word]) =>
    word.replace(/'([^']*)'|\\(.)/g, (_, quoted: string | undefined, escaped: string) => quoted ?? escaped),
  );
}

/** Files of an answer whose text is not that of their hash. */
export function changedFiles({ files }: Repeat): string[] {
  return files.filter(({ text, sha256: hash }) => text !== undefined && sha256(text) !== hash).map(({ name }) => name);
}

/** What an answer says of itself, held against the one that was made again; none was made of what was cut short. */
export function verification(
  answer: object & { repeat: Repeat },
  again: (object & { repeat?: Repeat }) | undefined,
  now: RepeatMaker,
): Verification {
  const { repeat } = answer;
  const { version, catalogHash, engine } = repeat;
  const found = again
    ? differencesOf(JSON.parse(JSON.stringify(answer)), JSON.parse(JSON.stringify(again)))
    : undefined;
  const hash = answerHash(answer);
  return {
    verdict: !found ? 'cut-short' : verdictOf(found),
    isAsWritten: hash === repeat.answerSha256,
    changedFiles: changedFiles(repeat),
    before: { version, catalogHash, engine },
    now,
    answerSha256: hash,
    ...(again && { nowSha256: answerHash(again) }),
    valuesCount: found?.valuesCount ?? 0,
    differences: found?.differences.slice(0, MOST_DIFFERENCES) ?? [],
    differencesCount: found?.differences.length ?? 0,
    ...(found && found.largestRatio > 0 && !found.isFar && { largestRatio: found.largestRatio }),
  };
}

interface Found {
  valuesCount: number;
  differences: AnswerDifference[];
  largestRatio: number;
  isFar: boolean;
}

function verdictOf({ differences, isFar }: Found): Verification['verdict'] {
  if (differences.length === 0) return 'same';
  return isFar ? 'different' : 'near';
}

/** Parts that are told apart from the list. */
const TOLD = new Set(['version', 'repeat', 'timings', 'run.version', 'run.catalogHash', 'provenance.catalogHash']);

function differencesOf(before: unknown, now: unknown): Found {
  const found: Found = { valuesCount: 0, differences: [], largestRatio: 0, isFar: false };
  const walk = (a: unknown, b: unknown, path: string) => {
    if (TOLD.has(path)) return;
    if (isTree(a) && isTree(b) && Array.isArray(a) === Array.isArray(b)) {
      for (const key of new Set([...Object.keys(a), ...Object.keys(b)]))
        walk(a[key], b[key], Array.isArray(a) ? `${path}[${key}]` : path ? `${path}.${key}` : key);
      return;
    }
    found.valuesCount++;
    if (Object.is(a, b)) return;
    found.differences.push({ path, ...(a !== undefined && { before: a }), ...(b !== undefined && { now: b }) });
    const ratio = nearRatio(a, b);
    if (ratio === undefined) found.isFar = true;
    else found.largestRatio = Math.max(found.largestRatio, ratio);
  };
  walk(before, now, '');
  return found;
}

/** What a report says of itself, held against the answer that was made again: by the hash, as a report holds no answer to read. */
export function reportVerification(repeat: Repeat, again: object | undefined, now: RepeatMaker): Verification {
  const { version, catalogHash, engine, answerSha256 } = repeat;
  const nowSha256 = again && answerHash(again);
  return {
    verdict: !again ? 'cut-short' : nowSha256 === answerSha256 ? 'same' : 'different',
    isAsWritten: true,
    isOfReport: true,
    changedFiles: changedFiles(repeat),
    before: { version, catalogHash, engine },
    now,
    answerSha256,
    ...(again && { nowSha256 }),
    valuesCount: 0,
    differences: [],
    differencesCount: 0,
  };
}

/** By which share two numbers differ that are the same but for last digits; undefined for any others. */
function nearRatio(a: unknown, b: unknown): number | undefined {
  if (typeof a !== 'number' || typeof b !== 'number' || (Number.isInteger(a) && Number.isInteger(b))) return undefined;
  const size = Math.max(Math.abs(a), Math.abs(b));
  const apart = Math.abs(a - b);
  if (apart <= NEAR_ABSOLUTE) return Math.min(apart / size, NEAR_RATIO);
  return apart <= NEAR_RATIO * size ? apart / size : undefined;
}

function isTree(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
