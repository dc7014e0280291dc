import type { convertWords } from '../en/convert.ts';

/** Ce qui se dit de fichiers d’orbites qui en deviennent d’autres. */
export const frenchConvertWords: Record<keyof typeof convertWords, string> = {
  'convert.no-number':
    '{count:n} laissés de côté : les numéros de catalogue au-delà de 339999 ne tiennent pas en cinq colonnes (Alpha-5)',
  'convert.no-year': '{count:n} laissés de côté : deux chiffres ne nomment que les années 1957 à 2056',
  'convert.no-columns': 'aucun des objets ne tient en deux lignes : choisissez un format OMM',
  'convert.rounded':
    '{count:n} sur {all:n} perdent des chiffres ou des champs pour lesquels les deux lignes n’ont pas de colonnes (au plus 0,432 ms et 0,00005 deg)',
  'convert.no-elements': 'contient des positions dans le temps et non des éléments moyens : choisissez parmi {formats}',
  'convert.none-kept': 'aucun des {count:n} objets n’est gardé',
  'convert.too-many':
    '{count:n} objets à ce pas font plus de {most:n} échantillons : gardez-en moins ou prenez un pas plus long',
  'convert.many-objects': 'un fichier contient un objet et il y en a {count:n} : dossier attendu',
  'convert.condition': 'attendu : CHAMP SIGNE VALEUR avec un champ parmi {fields} ; trouvé : « {word} »',
  'convert.no-value': '« {given} » n’est pas un nombre, dans « {word} »',
  'convert.no-date': '« {given} » n’est pas une date, dans « {word} »',
};
