import type { yieldWords } from '../en/yields.ts';

/** Ce que demande une interception, et l’échange marginal des coûts. */
export const frenchYieldWords: Record<keyof typeof yieldWords, string> = {
  'yield.title': 'Ce qu’il faut pour en intercepter un',
  'yield.warheads':
    'Chaque tête interceptée demande {shots:n2} tirs, leurres compris, {ready:n} intercepteurs prêts et {cost:money} du programme entier sur {years} ans, en dollars de {year} : le coût rapporté aux interceptions d’une telle attaque.',
  'yield.sentence':
    'Chaque missile intercepté demande {shots:n2} tirs, {ready:n} intercepteurs prêts et {cost:money} du programme entier sur {years} ans, en dollars de {year} : le coût rapporté aux interceptions d’une telle attaque.',
  'head.ready': 'prêts',
  'head.shots-a-stop': 'tirs par interception',
  'head.ready-a-stop': 'prêts par interception',
  'head.layer-cost': 'couche',
  'head.cost-a-stop': 'couche, par interception',
  'exchange.title': 'Un missile de plus : défense et attaque',
  'exchange.none': 'Aucune couche n’intercepte de missile : un missile de plus n’a pas de prix.',
  'exchange.sentence':
    'Un missile intercepté de plus coûte {cost:money} à la défense sur {years} ans, en dollars de {year}.',
  'exchange.simulated':
    'Simulation : {layer} intercepte {share:percent} de {missiles:words} missiles et {unchanged:percent} de {more:words}, jusqu’à compter {further:n} intercepteurs de plus ({scale:n2} fois autant). {raids:n} attaques de chaque taille.',
  'exchange.enough':
    'Simulation : {layer} intercepte {share:percent} de {missiles:words} missiles et une part non moindre de {more:words} : la couche a de la marge, et un missile de plus ne coûte encore rien à la défense. {raids:n} attaques de chaque taille.',
  'exchange.not-enough':
    'C’est la forme analytique. Selon la simulation, {layer} intercepte {share:percent} de {missiles:words} missiles et, de {more:words}, jamais plus de {best:percent}, si grande que soit la couche. {raids:n} attaques de chaque taille.',
  'exchange.in-year': 'en dollars de {year}',
  'exchange.price': '{amount} M$ de {year}',
  'exchange.note':
    'Forme analytique par couche : intercepteurs en orbite pour un à portée x tirs par interception x coût d’un intercepteur pour toutes ses années. Les prix des missiles sont ceux de programmes entiers, silos compris ; une ogive de plus sur un missile qui vole de toute façon coûte moins à l’attaquant.',
  'head.one-for-life': 'un, pour ses années',
  'head.one-more': 'un de plus intercepté',
  'head.attackers-missile': 'missile de l’attaquant',
  'head.as-published': 'tel que publié',
  'head.defence-to-offence': 'défense : attaque',
  'head.rests-on': 'fondement',
  'answer.exchange':
    'Un missile intercepté de plus coûte {cost:money} à la défense : {ratio} dollars pour chaque dollar d’un attaquant qui paie {price:money} ({name:name}).',
  'answer.yield':
    'Chaque missile intercepté dans une telle attaque demande {shots:n2} tirs et {ready:n} intercepteurs prêts : {cost:money} du programme.',
  'answer.yield-warheads':
    'Chaque tête interceptée dans une telle attaque demande {shots:n2} tirs et {ready:n} intercepteurs prêts : {cost:money} du programme.',
  'table.yields': 'Ce qu’il faut pour en intercepter un, par couche',
  'table.exchange': 'Un missile intercepté de plus, par couche, forme analytique',
  'table.offence': 'Prix publiés d’un missile de plus',
};
