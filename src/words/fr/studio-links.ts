import type { studioLinkWords } from '../en/studio-links.ts';

/** Textes français du studio sur les liens, et sur les récits qu’un lien ouvre. */
export const frenchStudioLinkWords: Record<keyof typeof studioLinkWords, string> = {
  'story.open': 'Récit : {title}',
  'story.label': 'Récit : {title}',
  'story.place': '{number} sur {of}',
  'story.back': 'Précédent',
  'story.next': 'Suivant',
  'link.noStory': 'il n’y a pas de récit « {name} »',
  'link.broken': 'Le lien est illisible : {message}',
  'link.damaged': 'il est abîmé ou tronqué',
  'link.tooLong': 'il dépasse {limit} caractères',
  'link.tooLarge': 'il se décompresse en plus de {limit} caractères',
  'link.version': 'il vient d’une autre version du studio',
  'link.empty': 'il ne contient pas de scénario',
  'link.noScenario': 'il n’y a pas de scénario « {name} »',
  'link.notServed': 'le scénario n’est pas servi',
  'link.trials': 'Le lien demande {count} attaques ; {limit} sont calculées.',
  'link.version.other': 'Le lien vient de Cupola {made} ; ceci est {here} : les chiffres peuvent différer.',
  'link.share': 'Le scénario est trop grand pour un lien. Exportez-le en fichier.',
};
