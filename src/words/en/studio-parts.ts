/** English texts of the studio's look, of its use without a network, and of the parts over the years. */
export const studioPartWords = {
  'theme.light': 'Light colours',
  'theme.dark': 'Dark colours',
  'offline.newer': 'A newer studio is ready. What you see is kept in the address.',
  'offline.reload': 'Load it',
  'offline.later': 'Later',
  'offline.kept': 'This browser keeps the studio: it opens without a network, and can be installed as an app.',
} as const;
