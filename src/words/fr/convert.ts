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
  'export.objects':
    'attention : {count} objets ; CesiumJS ralentit au-delà de {limit} : choisissez des éléments par --select',
  'export.looks':
    '{looks} observations de {links} liaisons sont trop : prenez un pas plus long ou une durée plus courte',
  'export.gone': '{id} : {gone} satellites sur {count} ne sont plus là',
  'export.nowhere': '{absent} satellites sur {count} ne sont nulle part pendant cette durée et sont laissés de côté',
  'export.step':
    'attention : des échantillons tous les {stepS} s sur des orbites de {periodS} s : entre eux, les satellites sont dessinés à travers la Terre ; prenez --step {longest} ou moins',
  'export.wrote-count': '{count} fichiers écrits dans {folder}',
  'export.wrote-list': '{names} : écrits dans {folder}',
  'export.run': 'graine {seed}, {raids} attaques simulées, ',
  'export.without': 'sans {names}, ',
  'export.origin': '{file}, {without}{run}scénario {scenario}, cupola {version}',
  'convert.no-ending':
    '« {file} » n’a pas de fin de nom qui désigne un format : ajoutez --to avec une valeur parmi {formats}',
  'convert.time': 'date ISO 8601 attendue ; trouvé : « {word} »',
  'convert.done': '{count} {count|objet|objets} dans {file}',
  'convert.left-out': 'laissé de côté : {fault}',
  'convert.left-more': 'laissés de côté : {count} de plus',
  'import.kind-satellites': 'satellites',
  'import.kind-stations': 'stations',
  'import.kind-hypatia': 'hypatia',
  'import.found': '{kind} : {satellites} satellites, {stations} stations, {routes} liaisons.',
  'import.wrote': '{names} : écrits dans {folder} ; essayez',
  'import.satellites-of': '{count} satellites de {file}',
  'import.stations-of': '{count} stations de {file}',
  'import.hypatia-of': 'Réseau Hypatia {folder}',
  'import.no-kind':
    'n’est d’aucun genre qui soit lu : TLE, OMM en JSON, CSV, XML ou KVN, ou CSV de stations dont la première ligne nomme latitude et longitude',
  'import.planes': 'plans et satellites par plan attendus ; trouvé : « {word} »',
  'import.head-count': 'la première ligne annonce {asked} satellites, le fichier en a {count}',
  'import.no-isls': 'pas de isls.txt dans {folder} : une grille +grid est prise',
  'import.no-description':
    'pas de description.txt dans {folder} : portées, élévations et délais sont ceux de {network}',
  'import.pair': 'deux satellites de 0 à {last} attendus ; trouvé : « {word} »',
  'import.no-grid':
    'la liaison de {a} et {b} n’est pas d’une grille +grid, ou y est deux fois : seule une grille +grid, ou aucune liaison, peut être lue',
  'import.links-missing': '{count} liaisons d’une grille +grid manquent, par exemple celle de {a} et {b}',
  'import.metres': 'attendu : {key}= et des mètres au-dessus de 0',
  'import.too-many': '{count} stations ; {limit} au plus sont lues',
  'import.no-stations': 'ne contient aucune station',
  'import.quote': 'un guillemet est ouvert et n’est pas fermé sur sa ligne',
  'import.latitude': 'latitude de −90 à 90 attendue ; trouvé : « {word} »{hint}',
  'import.longitude': 'longitude de −180 à 360 attendue ; trouvé : « {word} »{hint}',
  'import.comma':
    ' : une virgule décimale là où les cases sont séparées par des virgules ; écrivez un point, ou mettez des points-virgules entre les cases',
};
