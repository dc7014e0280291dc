import type { Result } from '../flow/result.ts';
import { headline } from './effect-section.ts';

/** The sentence to quote: of the programme by date where there is one, else of the force as it is written. */
export function leadOf(result: Result): string {
  return result.headline?.sentence ?? headline(result);
}
