import type { jointWords } from '../en/joint.ts';

/** Ce que donne un programme, date par date, sur les tirages. */
export const frenchJointWords: Record<keyof typeof jointWords, string> = {
  'joint.headline':
    'En {year}, avec {up:n} intercepteurs spatiaux en place sur {target:n} (de {upLow:n} à {upHigh:n}), {rest}',
  'joint.headline-ground': 'En {year}, {rest}',
  'joint.chance':
    'une attaque {missiles|d’|de }{missiles:words} {missiles|missile|missiles}{load} est entièrement interceptée dans {p50:percent0} des cas (de {p10:percent0} à {p90:percent0}).',
  'joint.load': ' à {warheads:n} {warheads|tête|têtes} en tout',
  'joint.load-decoys': ' à {warheads:n} {warheads|tête|têtes} et {decoys:n} {decoys|leurre|leurres} en tout',
  'joint.spent': '{p50:money} sont alors dépensés (de {p10:money} à {p90:money}).',
  'joint.unpriced': 'Rien ici n’a de prix.',
  'joint.unpriced-some':
    '{count:n} des {of:n} éléments {count|n’a|n’ont} pas de prix : {count|compté|comptés} pour rien.',
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
  'joint.redrawn':
    'Dans {count} d’entre eux, les nombres d’un missile ont été tirés de nouveau jusqu’à ce qu’il arrive à son but, car l’attaque est donnée.',
  'joint.what-decides': 'Ce qui décide en {year}',
  'joint.what-decides-none':
    'Avec {draws} tirages, aucun nombre n’explique plus de la dispersion que le hasard ne peut en donner à l’un d’eux ({floor:percent0}). Plus de tirages peuvent le dire : --draws.',
  'departures.title-on': 'Si un partenaire part le {date} : probabilité que rien ne passe, médiane des tirages',
  'departures.none': 'Aucun départ n’enlève quoi que ce soit au programme.',
  'departures.headline':
    'Si {name:name}{takes} {how} le {date}, rien ne passe dans {left:percent0} des cas en {year} au lieu de {base:percent0} ({low} à {high} points).',
  'departures.headline-none':
    'Si {name:name}{takes} {how} le {date}, rien ne passe dans {left:percent0} des cas en {year} au lieu de {base:percent0} : aucune perte que ces tirages montrent ({low} à {high} points).',
  'departures.worst':
    'Le départ le plus nuisible est celui de {name:name} : s’il {how} le {date}, {left:percent0} en {year} ({low} à {high} points).',
  'departures.takes': ', qui reçoit {share:percent0} de ce qui est dépensé jusqu’en {year},',
  'departures.how-stops': 'cesse de livrer',
  'departures.how-denied': 'cesse de livrer et refuse son service',
  'departures.turn':
    'Cela s’inverserait avec {path} ({basis} : {value}, {range}) : {atLow} points dans le tiers des tirages où il est le plus bas, {atHigh} dans celui où il est le plus haut.',
  'departures.hangs':
    'Aucun nombre seul n’inverse cela dans sa plage ; celui dont cela dépend le plus est {path} ({basis} : {value}, {range}) : {atLow} points dans le tiers des tirages où il est le plus bas, {atHigh} dans celui où il est le plus haut.',
  'departures.turn-none':
    'Aucun nombre seul n’inverse cela dans sa plage : aucun des {inputs:n} ne se détache en {draws:n} tirages.',
  'departures.flown':
    'Calculé de nouveau avec {path} à {at} dans chaque tirage : {left:percent0} en {year} au lieu de {base:percent0} ({low} à {high} points) : {verdict}.',
  'departures.flown-gone': 'la perte disparaît',
  'departures.flown-stays': 'la perte demeure',
  'departures.flown-comes': 'c’est alors une perte',
  'departures.flown-none': 'là non plus, pas de perte',
  'departures.who': 'part',
  'departures.how': 'comment',
  'departures.change': 'écart en {year}, en points',
  'departures.nobody': 'personne',
  'departures.foot':
    'Les mêmes {draws} tirages de {inputs} nombres qui ont une plage et les mêmes {raids} attaques par tirage et par date pour tous{paired}. L’écart est la moyenne des tirages, entre parenthèses son intervalle à 95 %.',
  'departures.paired': ', dont les {raids} premières quand un partenaire est parti',
  'departures.more': '{count} plus {count|petit est omis|petits sont omis} ; --json les donne tous.',
  'departures.both':
    'L’un ou l’autre : refuser en plus le service ne fait pas plus que cesser de livrer, autant que ces attaques et ces chiffres le disent.',
  'departures.idle': '{count} autres {count|départ change|départs changent} moins d’un point à toute date.',
  'departures.harmless':
    '{count} {count|partenaire ou pièce de plus n’enlève|partenaires et pièces de plus n’enlèvent} rien de ce qui est en place à ces dates.',
  'joint.head-date': '1er janvier ou jour',
  'joint.head-up': 'intercepteurs spatiaux en place',
  'joint.head-through': 'rien ne passe',
  'joint.head-spent': 'dépensé',
  'joint.head-chance': 'part de la dispersion de la probabilité',
  'joint.head-money': 'part de la dispersion des dépenses',
  'joint.chance-rests':
    '{count:n} {count|nombre explique|nombres expliquent} {share:percent0} de la dispersion de la probabilité, chacun pris seul ; {assumed:percent0} reposent sur des hypothèses.',
  'joint.money-rests':
    '{count:n} {count|nombre explique|nombres expliquent} {share:percent0} de la dispersion des dépenses, chacun pris seul ; {assumed:percent0} reposent sur des hypothèses.',
  'joint.head-values': 'valeur (plage)',
  'joint.head-basis': 'fondement',
  'joint.band': '{mid} ({range})',
  'joint.progress': '{done} tirages sur {all}',
};
