const ALPHA5 = /^[A-HJ-NP-Z]\d{4}$/;
const LETTERS = 'ABCDEFGHJKLMNPQRSTUVWXYZ';
/** What files write where an object has no number. */
const PLACEHOLDERS = [0, 99_999];
export const MAX_ALPHA5_NUMBER = 339_999;

/**
 * Catalogue number of a word: digits, or a letter and four digits (Alpha-5: `A0001` is 100001; I and O are not used).
 * @returns null where the word is no number, or one that stands for none (0, 99999)
 * @source celestrak-tle-format
 */
export function catalogNumber(word: string): number | null {
  const text = word.trim();
  if (ALPHA5.test(text)) return (LETTERS.indexOf(text[0]) + 10) * 10_000 + Number(text.slice(1));
  if (!/^\d{1,9}$/.test(text)) return null;
  const number = Number(text);
  return PLACEHOLDERS.includes(number) ? null : number;
}

/** A catalogue number in five columns: digits up to 99999, a letter and four digits up to 339999; null beyond. */
export function fiveColumns(number: number): string | null {
  if (number > MAX_ALPHA5_NUMBER) return null;
  if (number < 100_000) return String(number).padStart(5, '0');
  return LETTERS[Math.floor(number / 10_000) - 10] + String(number % 10_000).padStart(4, '0');
}
