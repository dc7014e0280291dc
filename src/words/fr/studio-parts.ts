import type { studioPartWords } from '../en/studio-parts.ts';

/** French texts of the studio's look, of its use without a network, and of the parts over the years. */
export const frenchStudioPartWords: Record<keyof typeof studioPartWords, string> = {
  'theme.light': 'Couleurs claires',
  'theme.dark': 'Couleurs sombres',
  'offline.newer': 'Un studio plus récent est prêt. Ce que vous voyez est gardé dans l’adresse.',
  'offline.reload': 'Le charger',
  'offline.later': 'Plus tard',
  'offline.kept': 'Ce navigateur garde le studio : il s’ouvre sans réseau et peut être installé comme une application.',
  'years.title': 'Années',
  'years.date': 'Date de la réponse',
  'years.answerOf': 'réponse en {year}',
  'years.say':
    'Ce qui arrive quand, {count} {count|événement|événements} : lancements, achèvement, événements du scénario, départs. La liste ci-dessous les nomme.',
  'years.list': 'Ce qui arrive quand ({count})',
  'years.at': '{date} : {words}',
  'years.first': 'premier lancement de {name}',
  'years.stands': '{name} est au complet',
  'years.allStands': 'tout est en place',
  'years.stops': '{name} : fourniture arrêtée',
  'years.denied': '{name} : service coupé',
  'years.grounded': '{name} reste au sol {months} mois',
  'years.loss': '{name} : {share} perdus',
  'years.silent': '{name} se tait',
  'years.cut': '{name} est coupé',
  'years.budget': 'budget : {money} par an à partir d’ici',
  'years.noBudget': 'le budget des unités et des lancements prend fin',
};
