import type { validateWords } from '../en/validate.ts';

/** Ce que `validate` dit autour des cas. */
export const frenchValidateWords: Record<keyof typeof validateWords, string> = {
  'validate.published': 'Valeur publiée retrouvée',
  'validate.published-means': 'Le chiffre figure dans un rapport, un article ou la presse.',
  'validate.column-published': 'publié',
  'validate.independent': 'Un code indépendant est d’accord',
  'validate.independent-means':
    'Le chiffre vient d’un autre code, ou d’équations publiées calculées à part de ce projet.',
  'validate.column-independent': 'référence',
  'validate.self-consistent': 'Cohérent avec soi-même seulement',
  'validate.self-consistent-means':
    'Le chiffre découle d’autres par le calcul ou par identité ; il ne montre aucune erreur ici mais prouve peu.',
  'validate.column-self-consistent': 'attendu',
  'validate.back-test': 'Contrôles rétrospectifs',
  'validate.back-test-means':
    'Ce qui s’est passé, à côté de ce que le catalogue aurait prédit. Un relevé hors de la prédiction est donné comme manqué, avec sa raison ; rien n’est ajusté pour l’y faire entrer.',
  'validate.column-back-test': 'relevé',
  'validate.title': 'Validation',
  'validate.page':
    'Écrit par `cupola validate --markdown` ; ne pas modifier. Chaque cas est un dossier de `validation/`, avec sa table de référence et un README.',
  'validate.back-test-page':
    'Écrit par `cupola validate --back-tests --markdown` ; ne pas modifier. Chaque cas est un dossier de `validation/`, avec son relevé et un README.',
  'validate.own-words': 'Les titres, les lignes et les raisons des cas restent dans leur langue, l’anglais.',
  'validate.records': '{count:n} contrôles rétrospectifs : {inside:n} dans ce qui était prédit{misses}{faults}.',
  'validate.misses': ', {count:n} {count|le manque pour la raison donnée|le manquent pour les raisons données} à côté',
  'validate.faults': ' ; {count:n} AUTREMENT QUE DIT',
  'validate.values':
    '{count:n} {count|valeur|valeurs} dans {cases:n} cas ({published:n} publiées, {independent:n} indépendantes, {selfConsistent:n} de cohérence) : {verdict}.',
  'validate.all-inside': 'toutes dans leur tolérance',
  'validate.outside': '{count:n} HORS de leur tolérance',
  'validate.worst': 'Les pires des {count:n} valeurs sont montrées ; les {rest:n} autres sont dans la tolérance',
  'validate.shows-all': '{sentence} ; {command} les montre toutes.',
  'validate.what': 'quoi',
  'validate.computed': 'calculé',
  'validate.tolerance': 'tolérance',
  'validate.predicted': 'prédit',
  'validate.band': 'bande ou tolérance',
  'validate.difference': 'écart',
  'validate.unit': 'unité',
  'validate.why': 'pourquoi',
  'validate.misses-because': 'manqué : {reason} ; {why}',
  'validate.mark-inside': 'DEDANS',
  'validate.mark-outside': 'HORS',
  'validate.mark-misses': 'manqué',
  'validate.coverage':
    'Couverture des bandes à 80 % : {inside} sur {rows}, {share:percent0} (intervalle à 95 %, lignes prises séparément : {low:fixed0} à {high:percent0}), {verdict}{others}.',
  'validate.fewer': 'moins qu’elles ne l’annoncent',
  'validate.more': 'plus qu’elles ne l’annoncent',
  'validate.agrees': 'sans contradiction',
  'validate.others': ' ; parmi les autres, {above} au-dessus et {below} au-dessous',
  'validate.brier':
    'Score de Brier des probabilités : {score} sur {rows} ; {believed} si toutes les promesses avaient été crues, {coin:plain} à pile ou face.',
  'validate.interrupted': 'interrompu : {done} cas sur {of} terminés',
  'validate.progress': 'validation de {id}',
};
