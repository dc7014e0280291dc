import type { salvoWords } from '../en/salvo.ts';

/** Ce que dit `salvo`. */
export const frenchSalvoWords: Record<keyof typeof salvoWords, string> = {
  'salvo.whole': 'un nombre entier de {min} à {max} est attendu{found}',
  'salvo.fraction': 'un nombre au-dessus de 0 et au plus 1 est attendu{found}',
  'salvo.below-one': 'un nombre au-dessus de 0 et au-dessous de 1 est attendu{found}',
  'salvo.share': 'un nombre de 0 à 1 est attendu{found}',
  'salvo.doctrine': 'une valeur parmi {known} est attendue{found}',
  'salvo.found': ' ; trouvé : {word}',
  'salvo.missing': ' ; l’option manque',
  'salvo.raid': '{warheads:n} {warheads|tête|têtes}',
  'salvo.raid-decoys': '{warheads:n} {warheads|tête|têtes} parmi {decoys:n} {decoys|leurre|leurres}',
  'salvo.none':
    'Aucun nombre d’intercepteurs n’arrête {raid} avec une probabilité de {chance} : la probabilité de poursuite est {track} et doit dépasser {least}.',
  'salvo.takes':
    'Pour intercepter {raid} avec une probabilité de {chance}, il faut {count:n} {count|intercepteur|intercepteurs} {how}.',
  'salvo.barrage': 'en barrage',
  'salvo.look': 'avec une observation après {shots:n} {shots|tir|tirs} sur chaque objet',
  'salvo.exceed': 'doit dépasser {least}',
  'salvo.objects': 'Objets visés',
  'salvo.kill': 'Destruction requise par tête',
  'salvo.probability': 'probabilité',
  'salvo.track': 'Probabilité de poursuite',
  'salvo.shots': 'Tirs prévus par objet',
  'salvo.each': '{value} chacun',
  'salvo.before': 'Tirs avant l’observation',
  'salvo.all': 'tous',
  'salvo.interceptors': 'Intercepteurs',
  'salvo.rounding': '{value} avant arrondi',
  'salvo.source':
    'Forme fermée d’après D. Wilkening (Stanford, 1998) : tirs indépendants sur une piste commune à tous.',
};
