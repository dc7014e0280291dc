import type { studioFileWords } from '../en/studio-files.ts';

/** Textes français du studio sur les fichiers qu’on lui donne : ouverts, déposés, convertis. */
export const frenchStudioFileWords: Record<keyof typeof studioFileWords, string> = {
  'convert.title': 'Convertir des fichiers d’orbites',
  'convert.hint':
    'Entrée : éléments à deux lignes, OMM (JSON, CSV, XML, KVN) et OEM ; sortie : les mêmes, et STK, CZML, KML, GeoJSON. Le fichier reste dans ce navigateur.',
  'convert.choose': 'Choisir un fichier',
  'convert.busy': 'Lecture et écriture',
  'convert.holds': '{name} : {words} {count|objet|objets}',
  'convert.format': 'En',
  'convert.keep': 'Garder où',
  'convert.moment': 'Instant ou début (UTC)',
  'convert.moment.bulk': 'éléments les plus récents du gros du fichier',
  'convert.stale': 'Éléments jusqu’à (jours)',
  'convert.frame': 'Axes',
  'convert.duration': 'Durée (s)',
  'convert.step': 'Pas (s)',
  'convert.skipBad': 'Laisser de côté les jeux fautifs',
  'convert.go': 'Convertir',
  'convert.made': '{words} {count|objet|objets} dans {name}',
  'convert.moreFaults': '{count} de plus',
  'convert.start': 'Le convertisseur n’a pas démarré.',
  'drop.run': '{name} : la simulation dont il vient est ouverte.',
  'drop.runLeft': 'Ne se fait pas ici, et laissé de côté : {words}.',
  'drop.runOther': '{name} vient de {scenario} : ouvrez d’abord ce fichier.',
  'drop.noRun': '{name} ne dit pas de quelle simulation il vient.',
  'drop.none':
    'Rien à ouvrir : déposez un scénario (YAML), des fichiers d’éléments orbitaux (TLE, OMM), ou une image, un rapport, un résultat d’une simulation.',
  'drop.tooLarge': '{name} fait {size} Mo ; {limit} Mo au plus sont lus.',
  'drop.notText': '{name} n’est pas un fichier de texte.',
  'drop.unknown':
    '{name} : seuls sont lus les scénarios (YAML), les fichiers d’éléments orbitaux (TLE, OMM) et les images, rapports et résultats de simulations.',
  'drop.unreadable': '{name} est illisible.',
  'drop.several': '{count} scénarios ont été donnés ; {name} est affiché.',
  'drop.many': '{count} fichiers ont été donnés ; les {limit} premiers sont lus.',
  'drop.use': '{file} a besoin de {wanted}. Utiliser {name} à sa place ?',
  'drop.used': '{name} sert de {wanted}.',
  'drop.elements': 'Gardés pour les scénarios qui les nomment : {names}.',
};
