/**
 * Half a unit of the last printed digit: what a figure that was rounded for print can be off by.
 *
 * @param text the figure as printed, such as 498.6 or 1,600
 * @throws RangeError if it is not a plain decimal number
 */
export function printedRounding(text: string): number {
  const plain = text.replaceAll(',', '').trim();
  const match = /^-?\d+(?:\.(\d+))?$/.exec(plain);
  if (!match) throw new RangeError(`printed figure must be a plain decimal number: ${text}`);
  return 0.5 * 10 ** -(match[1]?.length ?? 0) * (1 + 1e-9); // a tie may round either way
}
