import type { jointWords } from '../en/joint.ts';

/** Ce que donne un programme, date par date, sur les tirages. */
export const frenchJointWords: Record<keyof typeof jointWords, string> = {
  'joint.headline':
    'En {year}, avec {up:n} intercepteurs spatiaux en place sur {target:n} (de {upLow:n} à {upHigh:n}), {rest}',
  'joint.headline-ground': 'En {year}, {rest}',
  'joint.chance':
    'une attaque de {missiles:words} {missiles|missile|missiles}{load} est entièrement interceptée dans {p50:percent0} des cas (de {p10:percent0} à {p90:percent0}).',
  'joint.load': ' à {warheads:n} {warheads|tête|têtes} en tout',
  'joint.load-decoys': ' à {warheads:n} {warheads|tête|têtes} et {decoys:n} {decoys|leurre|leurres} en tout',
  'joint.spent': '{p50:money} sont alors dépensés (de {p10:money} à {p90:money}).',
  'joint.unpriced': 'Rien ici n’a de prix.',
  'joint.causes': 'Ce qui décide : {causes}.',
  'joint.causes-none': 'Aucun nombre ne décide à lui seul : avec {draws} tirages, aucun ne se détache.',
  'joint.cause': '{path} {share:percent0}',
  'joint.title': 'Tel qu’on peut le construire',
  'joint.complete-title': 'Comme s’il était complet',
  'joint.complete':
    'Avec tout en place : aucun missile ne passe dans {p50:percent0} des cas (de {p10:percent0} à {p90:percent0}).',
  'joint.complete-money': 'L’ensemble, acheté à temps : {p50:money} sur {years} ans (de {p10:money} à {p90:money}).',
  'joint.complete-note':
    'Les tableaux qui suivent décrivent la force comme si elle était complète, à la valeur de chaque nombre : rien ne passe dans {share:percent} de ces attaques. Elle est celle qui a été publiée ; aucune date ci-dessus ne dit qu’elle existe un jour.',
  'joint.complete-below':
    'Les autres sections décrivent cette force, à la valeur de chaque nombre. Aucune date ci-dessus ne dit qu’elle existe un jour.',
  'joint.bands':
    'Les fourchettes contiennent les 80 % du milieu de {draws} tirages de {inputs} nombres qui ont une plage ; le hasard des {raids} attaques par tirage et par date en est retiré.',
  'joint.left-out':
    '{count} {count|tirage supplémentaire est laissé|tirages supplémentaires sont laissés} de côté : avec {count|ses|leurs} nombres, un missile de l’attaque n’arrive pas à son but.',
  'joint.what-decides': 'Ce qui décide en {year}',
  'joint.what-decides-none':
    'Avec {draws} tirages, aucun nombre n’explique plus de la dispersion que le hasard ne peut en donner à l’un d’eux ({floor:percent0}). Plus de tirages peuvent le dire : --draws.',
  'departures.title': 'Si un partenaire part, par date',
  'departures.title-on': 'Si un partenaire part le {date} : probabilité que rien ne passe, médiane des tirages',
  'departures.none': 'Aucun départ n’enlève quoi que ce soit au programme.',
  'departures.who': 'part',
  'departures.how': 'comment',
  'departures.last': 'écart en {year}, en points',
  'departures.nobody': 'personne',
  'departures.foot':
    'Les mêmes {draws} tirages de {inputs} nombres qui ont une plage et les mêmes {raids} attaques par tirage et par date pour tous. L’écart est la moyenne sur les tirages, entre parenthèses son intervalle à 95 %.',
  'departures.idle':
    '{count} {count|autre départ ne change|autres départs ne changent} rien que ces attaques montrent.',
  'joint.head-date': '1er janvier ou jour',
  'joint.head-up': 'intercepteurs spatiaux en place',
  'joint.head-through': 'rien ne passe',
  'joint.head-spent': 'dépensé',
  'joint.head-chance': 'part de la dispersion de la probabilité',
  'joint.head-money': 'part de la dispersion des dépenses',
  'joint.head-values': 'valeur (plage)',
  'joint.head-basis': 'fondement',
  'joint.band': '{mid} ({range})',
  'joint.progress': '{done} tirages sur {all}',
};
