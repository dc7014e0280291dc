import type { studioSearchWords } from '../en/studio-search.ts';

/** French texts of the studio on its search for partners. */
export const frenchStudioSearchWords: Record<keyof typeof studioSearchWords, string> = {
  'search.hint':
    'La combinaison la moins chère de fabricants et de lanceurs du répertoire des partenaires qui construit ce que le programme a en service, et qui laisse la part demandée après la perte de n’importe quel partenaire. Programme en nombres entiers sur toutes les années, résolu ici dans le navigateur ; cupola source y simule des attaques.',
  'search.loss': 'Reste après toute perte',
  'search.within': 'Années pour la mettre en place',
  'search.families': 'Deux constructeurs de lanceurs pour tout lancement',
  'search.asProgramme': 'comme le programme',
  'search.running': 'Recherche : étape {done} sur {of} ; environ une minute en tout',
  'search.mixing': 'Calcul de la combinaison',
  'search.found': 'Trouvé en {seconds}.',
  'search.function': 'Flotte',
  'search.offer': 'Partenaire',
  'search.today': 'Aujourd’hui',
  'search.cheapest': 'La moins chère',
  'search.chosen': 'Choisie',
  'search.cost': 'Coût',
  'search.lost': 'Perdu',
  'search.bottleneck': 'Goulot',
  'search.loaded': 'La combinaison est chargée, comparée au scénario précédent.',
};
