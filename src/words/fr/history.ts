import type { historyWords } from '../en/history.ts';

/** Qui tenait quoi, par date. */
export const frenchHistoryWords: Record<keyof typeof historyWords, string> = {
  'history.asked-falling': 'La dépendance envers {name:name} a-t-elle reculé depuis {since} ?',
  'history.asked-rising': 'La dépendance envers {name:name} a-t-elle augmenté depuis {since} ?',
  'history.borne-out': 'Oui : ',
  'history.contradicted': 'Non : ',
  'history.open': 'Les sources publiques ne le disent pas : ',
  'history.answer': '{asked} {verdict}{money} ; {rest} ; {unknown}',
  'history.money-two':
    'de l’argent annoncé pour satellites, intercepteurs spatiaux et lancements, elle avait {before} dans l’année jusqu’au {since} et {now} dans l’année jusqu’au {last}',
  'history.money-three':
    'de l’argent annoncé pour satellites, intercepteurs spatiaux et lancements, elle avait {before} dans l’année jusqu’au {since}, {later} dans l’année jusqu’au {year} et {now} dans l’année jusqu’au {last}',
  'history.rest':
    'sans les lancements, {spaceThen} alors et {spaceNow} aujourd’hui, et des contrats détenus {contractsThen:percent0} alors et {contractsNow:percent0} aujourd’hui',
  'history.unknown':
    'inconnu : le partage de {open:money} de la dernière année entre plusieurs entreprises (les fourchettes), le montant de {count:n} de ses attributions, et ce qui est classifié.',
  'history.unknown-amounts':
    'inconnu : le montant de {count:n} attributions de la dernière année, et ce qui est classifié.',
  'history.share-band': '{value} ({low} à {high})',
  'history.equal': '{count:n} à {share:percent0} chacun',
  'history.partner': '{name:name} par date : part des contrats détenus, et de l’argent annoncé dans l’année écoulée',
  'history.by-function': '{name:name} par fonction : pourcentage des contrats détenus',
  'history.hhi': 'Concentration des contrats : indice de Herfindahl-Hirschman, 10 000 pour un seul détenteur',
  'history.past': 'Qui tenait quoi au {date}',
  'history.not-built':
    'D’après le registre seul : {count:n} {count|élément|éléments} du scénario {count|n’était pas connu|n’étaient pas connus}, donc rien ne peut être simulé.',
  'history.later': '{partners} : {title}. Rendu public en {since}.',
  'history.foot':
    'D’après le registre du carnet de partenaires : les sources publiques, quoi que le scénario en utilise. Contrats, commandes et positions comptent pour un chacun, quelle que soit leur taille, jusqu’à leur fin quand elle est connue ; les candidats ne comptent pas. Argent tel qu’annoncé, en dollars de l’époque, les commandes d’un marché déjà compté exclues. Une entreprise compte pour son propriétaire dès le jour de l’achat. Entre parenthèses : rien ou tout de l’argent dont les parts ne sont pas publiques. Point d’interrogation : cet argent. Tiret : personne ne tient la fonction. Jour inconnu : le dernier du mois ou de l’année.',
  'history.head-date': 'jusqu’au',
  'history.head-contracts': 'contrats',
  'history.head-space': 'argent, espace',
  'history.head-launch': 'argent, lancements',
  'history.head-all': 'argent, les deux',
  'history.head-hhi-contracts': 'IHH, contrats',
  'history.head-hhi-money': 'IHH, argent',
  'history.head-function': 'fonction',
  'history.head-held': 'contrats',
  'history.head-largest': 'premier détenteur',
  'history.head-hhi': 'IHH',
  'history.head-new': 'argent nouveau',
  'history.head-largest-new': 'premier bénéficiaire',
  'figure.history': 'La dépendance par date',
  'figure.history-say': '{name:name} par date, d’après les sources publiques. {answer}',
  'figure.history-axis': 'part de {name:name}',
  'figure.history-space': 'argent nouveau, satellites et intercepteurs',
  'figure.history-launch': 'argent nouveau, lancements',
  'figure.history-contracts': 'contrats détenus',
  'figure.history-claim': 'on dit : {trend}',
  'figure.history-falling': 'recul à partir d’ici',
  'figure.history-rising': 'hausse à partir d’ici',
  'option.not-with-ledger': '--history ne lit que le registre et ne simule rien ; à retirer de la commande',
  'option.no-ledger':
    'le carnet de partenaires du scénario n’a pas de registre ; attendu : un carnet qui en a un, partners-2026-11',
  'option.out-of-ledger': 'le registre va du {first} au {last} ; trouvé : « {word} »',
  'option.with-history': 'la figure est celle de --history, qui manque',
  'option.one-partner': 'un seul partenaire attendu avec --history',
};
