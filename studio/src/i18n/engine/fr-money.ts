import type { TextPair } from './templates.ts';

/** What the engine says of costs, dependence, fielding and the search for partners. */
export const moneyPairs: readonly TextPair[] = [
  // cost
  ['announced May 2025', 'annoncé en mai 2025'],
  ['announced March 2026', 'annoncé en mars 2026'],
  ['no price known, counted as 0', 'prix inconnu, compté pour 0'],
  [
    'launch not priced: no vehicle or price per kilogram that fits',
    'lancement non chiffré : aucun lanceur ni prix au kilogramme ne convient',
  ],
  [
    'more launches than the vehicles have in some years, priced on the cheapest',
    'certaines années, plus de lancements que les lanceurs n’en offrent ; chiffrés au prix du moins cher',
  ],
  [
    'life is longer than the horizon of {#years} years, so nothing is replaced',
    'durée de vie supérieure à la période de {#years} ans : rien n’est remplacé',
  ],
  ['no life given, so nothing is replaced', 'durée de vie non donnée : rien n’est remplacé'],
  ['first delivery is after the horizon', 'première livraison après la fin de la période'],
  ['the unit price includes launch', 'le prix unitaire comprend le lancement'],
  ['no launch rate known, taken as unlimited', 'cadence de lancement inconnue, supposée illimitée'],
  [
    'triangular between low and high with the value as mode',
    'loi triangulaire entre bas et haut, de mode égal à la valeur',
  ],
  [
    'lognormal with the value as median and low to high as 10th to 90th percentile',
    'loi log-normale de médiane égale à la valeur, bas et haut étant les 10e et 90e centiles',
  ],
  [
    '{#count} inputs with a range, {~how}; correlation {#correlation} within an element, none between elements',
    '{#count} entrées avec une plage, {~how} ; corrélation de {#correlation} au sein d’un élément, nulle entre éléments',
  ],
  // dependence
  [
    'The thresholds of 2023 (1,000 and 1,800) were not checked against the document; those of 2010 are 1,500 and 2,500.',
    'Les seuils de 2023 (1 000 et 1 800) n’ont pas été vérifiés dans le document ; ceux de 2010 sont 1 500 et 2 500.',
  ],
  [
    'A launch by one vehicle today is counted as a need; the withdrawal shows what other vehicles can take over.',
    'Un lancement assuré aujourd’hui par un seul lanceur compte comme un besoin ; le retrait montre ce que d’autres lanceurs peuvent reprendre.',
  ],
  [
    'The scenario names no book of partners: only the partners of its elements are counted.',
    'Le scénario ne nomme aucun répertoire de partenaires : seuls comptent les partenaires de ses éléments.',
  ],
  ['In the book without part in this scenario: {list}.', 'Au répertoire mais sans rôle dans ce scénario : {list}.'],
  ['not named', 'non nommé'],
  ['the scenario names it', 'nommé par le scénario'],
  ['{id} is no partner, part or vehicle', '{id} n’est ni un partenaire, ni un composant, ni un lanceur'],
  ['supply runs in a circle: {loop}', 'la fourniture tourne en rond : {loop}'],
  ['shares of "{group}" into {name} add up to {#sum}', 'les parts de « {group} » dans {name} totalisent {#sum}'],
  // fielding
  ['{ids}: bought as a service, fielded by the provider', '{ids} : acheté comme service, déployé par le fournisseur'],
  [
    '{ids}: no launch rate known, {#rate} a year taken',
    '{ids} : cadence de lancement inconnue, {#rate} par an supposés',
  ],
  [
    '{id}: no mass, or no vehicle that carries it; only its production is counted',
    '{id} : masse inconnue ou aucun lanceur capable de l’emporter ; seule sa production est comptée',
  ],
  ['in service {#days} days after launch (assumed)', 'en service {#days} jours après le lancement (hypothèse)'],
  [
    'a failure lies in a shared part in {share} of the cases and destroys the pad in {pad} (assumed)',
    'un échec tient à un composant commun dans {share} des cas et détruit le pas de tir dans {pad} (hypothèse)',
  ],
  [
    'after each failure {share} of the chance of another is gone (assumed)',
    'après chaque échec, le risque d’un autre baisse de {share} (hypothèse)',
  ],
  ['at most {#musd} M a year for units and launches', 'au plus {#musd} M$ par an pour les unités et les lancements'],
  ['{year} H{half}', '{year} S{half}'],
  ['Falcon 9, February 2026, upper stage', 'Falcon 9, février 2026, étage supérieur'],
  ['Falcon 9, July 2024, upper stage', 'Falcon 9, juillet 2024, étage supérieur'],
  ['New Glenn, April 2026, satellite lost', 'New Glenn, avril 2026, satellite perdu'],
  ['Vulcan, October 2024, booster nozzle', 'Vulcan, octobre 2024, tuyère de propulseur d’appoint'],
  ['Vulcan, February 2026, booster nozzle', 'Vulcan, février 2026, tuyère de propulseur d’appoint'],
  ['New Glenn, May 2026, pad lost', 'New Glenn, mai 2026, pas de tir perdu'],
  // search for partners
  ['kg a year', 'kg par an'],
  ['launches a year', 'lancements par an'],
  ['satellites', 'satellites'],
  ['fixed cost', 'coût fixe'],
  ['unit cost', 'coût unitaire'],
  ['{offer} fixed cost', '{offer}, coût fixe'],
  ['{offer} unit cost', '{offer}, coût unitaire'],
  ['{~name}, everybody in', '{~name}, tous présents'],
  ['{~name} without {who}', '{~name} sans {who}'],
  ['{~name}, share of {who}', '{~name}, part de {who}'],
  ['{~name}, two families', '{~name}, deux familles'],
  ['{function}, index', '{function}, indice'],
  [
    'Unit prices of candidates for a function without a price of their own are those of the scenario: the book cannot tell them apart.',
    'Les candidats à une fonction qui n’ont pas de prix propre prennent celui du scénario : le répertoire ne les distingue pas.',
  ],
  [
    'Networks without links between their satellites (OneWeb) are no backbone and are left out.',
    'Les réseaux sans liaisons entre satellites (OneWeb) ne font pas une dorsale et sont écartés.',
  ],
  [
    'A commercial constellation is priced as if all of it were bought; a price of its service for the government is not published.',
    'Une constellation commerciale est chiffrée comme si elle était achetée en entier ; le prix de son service pour l’État n’est pas publié.',
  ],
  ['the solver ended with status {status}', 'le solveur a fini avec le statut {status}'],
  [
    'the search needs a book of partners, such as `partners: { use: partners-2026-11 }`',
    'la recherche demande un répertoire de partenaires, par exemple `partners: { use: partners-2026-11 }`',
  ],
  [
    'no function of the scenario has two makers in its book of partners',
    'aucune fonction du scénario n’a deux fournisseurs dans son répertoire de partenaires',
  ],
];
