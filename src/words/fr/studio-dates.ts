import type { studioDateWords } from '../en/studio-dates.ts';

/** French texts of the answer by date, and of what is of the force as if complete. */
export const frenchStudioDateWords: Record<keyof typeof studioDateWords, string> = {
  'answers.by-date': 'Le bouclier tient-il, tel qu’il peut être construit ?',
  'byDate.value': '{share:percent0}',
  'byDate.headline': 'de chances en {year} que rien ne passe, médiane des tirages',
  'byDate.range': '10 à 90 % des tirages : {low:percent0} à {high:percent0}',
  'byDate.soFar': '{done} tirages sur {total} : la fourchette bouge encore.',
  'byDate.ahead': 'Calculé quand cette page a été faite ; {done} tirages sur {total} sont refaits ici.',
  'byDate.more': 'Faire {count} tirages',
  'byDate.leave': 'Ceux qui sont coupés partent le {date}, sans que personne le prévoie.',
  'byDate.leaveIn': 'Ceux qui sont coupés partent :',
  'byDate.leaves': 'départ',
  'byDate.chart': 'Chances que rien ne passe, par date',
  'byDate.chartSay':
    'Courbe et bande : chances que rien ne passe à chaque date, médiane et 10 à 90 % des tirages. Le trait vertical est la date du titre.',
  'byDate.spent': 'Dépensé, par date',
  'byDate.spentSay':
    'Courbe et bande : dépenses à chaque date, en milliards de dollars, médiane et 10 à 90 % des tirages.',
  'byDate.date': 'Date',
  'byDate.median': 'Médiane',
  'whole.tag': 'Comme si tout était en place',
  'whole.note':
    'Tout étant en place, avec la valeur de chaque nombre. Aucune date ci-dessus ne dit que ce soit jamais le cas.',
  'whole.effect': 'L’ensemble tiendrait-il ?',
  'whole.cost': 'Combien coûterait l’ensemble, acheté à temps ?',
  'whole.after': 'Voir la force complète',
  'run.runningDraws': '{done} attaques sur {total}, {draws} tirages sur {allDraws}',
  'run.doneDraws': '{done} attaques, {draws} tirages en {seconds}',
  'run.stoppedDraws': 'Arrêté après {done} attaques sur {total}, {draws} tirages sur {allDraws}',
  'summary.byDate': 'En {year}, rien ne passe : {before:percent0} → {after:percent0}.',
  'summary.whole': 'Comme si tout était en place : {effect}',
  'measure.dateNoLeaker': 'Rien ne passe en {year}, médiane des tirages',
  'measure.dateLow': 'Rien ne passe en {year}, 10 % des tirages',
  'measure.dateHigh': 'Rien ne passe en {year}, 90 % des tirages',
  'measure.dateSpent': 'Dépensé d’ici {year}, médiane des tirages',
  'compare.dates':
    'Par date, les chiffres sont des médianes des tirages ; la différence est la moyenne des tirages, tirage par tirage.',
  'sources.method.by-date':
    'Chaque tirage donne une valeur à chaque nombre qui a une fourchette, construit avec elle le programme année par année, et lance les mêmes attaques contre ce qui est en place à chaque date. La bande va du 10e au 90e centile des tirages, le hasard des attaques ôté.',
};
