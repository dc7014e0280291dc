import type { studioPartWords } from '../en/studio-parts.ts';

/** French texts of the studio's look, of its use without a network, and of the parts over the years. */
export const frenchStudioPartWords: Record<keyof typeof studioPartWords, string> = {
  'theme.light': 'Couleurs claires',
  'theme.dark': 'Couleurs sombres',
  'offline.newer': 'Un studio plus récent est prêt. Ce que vous voyez est gardé dans l’adresse.',
  'offline.reload': 'Le charger',
  'offline.later': 'Plus tard',
  'offline.kept': 'Ce navigateur garde le studio : il s’ouvre sans réseau et peut être installé comme une application.',
};
