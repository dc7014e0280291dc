/** English texts of the studio's look, of its use without a network, and of the parts over the years. */
export const studioPartWords = {
  'theme.light': 'Light colours',
  'theme.dark': 'Dark colours',
} as const;
