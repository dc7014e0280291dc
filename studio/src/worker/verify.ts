import { type Result, readRepeat, verification, verifyLines } from 'cupola';

/**
 * Whether a result stands, held against the run that was made from it here; the words of `cupola verify`.
 *
 * @param text of the file
 * @returns empty where the page does not make the same run
 * @throws InputError for what is no result
 */
export function verifiedWords(text: string, name: string, { run: _, ...again }: Result): string {
  const { repeat, answer } = readRepeat(text, name);
  const { run: __, ...given } = { ...(answer as Result), repeat }; // its command names a file of another place
  if (given.draws?.raidsCount !== again.draws?.raidsCount) return ''; // the page has raids a draw of its own
  const found = verification(given, again, again.repeat!);
  return [
    `${name}:`,
    ...verifyLines(repeat, found)
      .slice(1)
      .map((line) => line.text),
  ].join(' ');
}
