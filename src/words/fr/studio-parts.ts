import type { studioPartWords } from '../en/studio-parts.ts';

/** French texts of the studio's look, of its use without a network, and of the parts over the years. */
export const frenchStudioPartWords: Record<keyof typeof studioPartWords, string> = {
  'theme.light': 'Couleurs claires',
  'theme.dark': 'Couleurs sombres',
};
