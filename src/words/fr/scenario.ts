import type { NamePair } from '../names.ts';

/** What the keys of a scenario mean that no catalog entry has, with their defaults. */
export const scenarioPairs: readonly NamePair[] = [
  [
    '`id` of a vehicle, and its numbers that differ from the catalog',
    '`id` d’un lanceur, et ceux de ses nombres qui diffèrent du catalogue',
  ],
  [
    'a file of elements of real satellites, in place of these orbits',
    'un fichier d’éléments de satellites réels, à la place de ces orbites',
  ],
  [
    'first day on which it holds, such as 2031, 2031-04 or 2031-04-15',
    'premier jour où cela vaut, tel que 2031, 2031-04 ou 2031-04-15',
  ],
  [
    'partner, network, cable or landing: first day on which it holds no more; default: for good',
    'partenaire, réseau, câble ou arrivée : premier jour où cela ne vaut plus ; par défaut : pour toujours',
  ],
  [
    'a partner, or a part that others share, who `stops` or is `denied`',
    'un partenaire, ou une pièce que d’autres partagent, qui s’arrête (`stops`) ou se refuse (`denied`)',
  ],
  ['a launch vehicle of the scenario that is `grounded`', 'un lanceur du scénario qui reste au sol (`grounded`)'],
  [
    'a network, sensor or layer of which units are `lost`',
    'un réseau, un capteur ou une couche dont des unités sont perdues (`lost`)',
  ],
  ['a network that is `silent`', 'un réseau qui se tait (`silent`)'],
  ['a cable that is `cut`', 'un câble qui est coupé (`cut`)'],
  [
    'a site at which cables come ashore, `cut` with all of them',
    'un site où des câbles arrivent à terre, coupé (`cut`) avec eux tous',
  ],
  ['cables that are cut', 'câbles coupés'],
  [
    'landings of cables that are lost: every cable ends before them',
    'arrivées de câbles perdues : tout câble s’arrête avant elles',
  ],
  [
    'cables of the catalog that stand; default: all that are ready at the epoch',
    'câbles du catalogue en place ; par défaut tous ceux qui sont prêts à l’époque',
  ],
  [
    'length over the great circle of sea cables whose own is not given; default {value}',
    'longueur rapportée au grand cercle des câbles sous-marins dont la longueur n’est pas donnée ; par défaut {value}',
  ],
  [
    'time at each gateway, landing and site on the ground that a message passes, half of it at an end; default {value}',
    'temps passé à chaque passerelle, arrivée de câble et site au sol que traverse un message, la moitié à une extrémité ; par défaut {value}',
  ],
  [
    'millions of dollars a year for units and launches from then on; within a year it counts for the part that is left',
    'millions de dollars par an pour les unités et les lancements à partir de là ; en cours d’année, pour la part qui en reste',
  ],
  [
    'stops: makes and launches nothing more; denied: what it provides or controls is out as well; grounded, lost, silent, cut',
    'stops : ne fabrique et ne lance plus rien ; denied : ce qu’il fournit ou commande est aussi hors service ; grounded, lost, silent, cut',
  ],
  ['vehicle: months on the ground', 'lanceur : mois au sol'],
  [
    'element: share lost of what stands, evenly spread',
    'élément : part perdue de ce qui est en place, répartie également',
  ],
  ['element: orbital planes lost, evenly spread', 'élément : plans orbitaux perdus, répartis également'],
  ['element: sites lost', 'élément : sites perdus'],
  [
    'what happens to the programme and to what stands: each names a date and one subject',
    'ce qui arrive au programme et à ce qui est en place : chacun donne une date et un seul sujet',
  ],
  ['a network of the scenario', 'un réseau du scénario'],
  ['a remark; changes nothing', 'une remarque ; ne change rien'],
  [
    'aim points: sites or coordinates; the missiles take them in turn',
    'cibles : sites ou coordonnées ; les missiles les prennent tour à tour',
  ],
  [
    'all shots at once, or a look before shooting again; default {value}',
    'tous les tirs à la fois, ou une observation avant de tirer encore ; par défaut {value}',
  ],
  [
    'angle added at burnout: above 0 lofted, below 0 depressed; default 0, least energy',
    'angle ajouté en fin de propulsion : au-dessus de 0, trajectoire haute ; au-dessous, trajectoire tendue ; par défaut 0, énergie minimale',
  ],
  ['assessment between two salvos; default {value}', 'évaluation entre deux salves ; par défaut {value}'],
  ['book in catalog/partners', 'registre de catalog/partners'],
  [
    'chance that a satellite of any network, sensor or layer is out, beside its own availability; default 0',
    'probabilité qu’un satellite (réseau, capteur ou couche) soit hors service, outre sa disponibilité ; par défaut 0',
  ],
  ['constellations that carry messages', 'constellations qui portent les messages'],
  [
    'decision to release, in seconds; default {value}, by a human {human}',
    'de la décision au tir, en secondes ; par défaut {value}, par un humain {human}',
  ],
  [
    'decoys that each missile carries beside its warheads; default 0',
    'leurres que chaque missile emporte en plus de ses têtes ; par défaut 0',
  ],
  [
    'first launch of the group after the start of the raid; default 0',
    'premier départ du groupe après le début de l’attaque ; par défaut 0',
  ],
  [
    'first year of cost and fielding; default: that of the epoch',
    'première année des coûts et du déploiement ; par défaut celle de l’époque',
  ],
  ['how satellites come up', 'comment les satellites sont mis en orbite'],
  ['how the scenario is computed', 'comment le scénario est calculé'],
  ['infrared satellites and radars', 'satellites infrarouges et radars'],
  ['latitude of the middle, north', 'latitude du centre, nord'],
  [
    'launch places: sites or coordinates; the missiles take them in turn',
    'lieux de lancement : sites ou coordonnées ; les missiles les prennent tour à tour',
  ],
  [
    'launch to a track of commit quality, where the scenario has no sensors; default {value}',
    'du départ du missile à une piste permettant l’engagement, si le scénario n’a pas de capteurs ; par défaut {value}',
  ],
  ['layers, the outermost first', 'couches, la plus extérieure d’abord'],
  [
    'length of lines by land over the great circle; default {value}',
    'longueur des lignes terrestres rapportée au grand cercle ; par défaut {value}',
  ],
  ['longest link; default {value}', 'plus longue liaison ; par défaut {value}'],
  ['longitude of the middle, east', 'longitude du centre, est'],
  ['missiles in the group', 'missiles du groupe'],
  ['name in the answers; default: that of the entry', 'nom dans les réponses ; par défaut celui de l’entrée'],
  ['name of the centre', 'nom du centre'],
  ['name of the element within the scenario', 'nom de l’élément dans le scénario'],
  ['name of the route', 'nom de la route'],
  [
    'networks that it has terminals for, beside the gateways of all networks',
    'réseaux dont il a des terminaux, outre les passerelles de tous les réseaux',
  ],
  ['networks that it may use; default: all', 'réseaux qu’elle peut emprunter ; par défaut tous'],
  ['number of the plane, from 0', 'numéro du plan, à partir de 0'],
  ['number of the shell, from 0; default 0', 'numéro de la coquille, à partir de 0 ; par défaut 0'],
  ['orbital planes that are out', 'plans orbitaux hors service'],
  ['pairs of places between which latency is told', 'paires de lieux entre lesquels la latence est donnée'],
  [
    'places around which every gateway and user terminal is jammed',
    'lieux autour desquels passerelles et terminaux sont brouillés',
  ],
  ['price index in catalog/economy', 'indice des prix de catalog/economy'],
  ['price index; default: that of the catalog', 'indice des prix ; par défaut celui du catalogue'],
  ['radius on the ground', 'rayon au sol'],
  ['raids to simulate; default {value}', 'attaques à simuler ; par défaut {value}'],
  ['seed of the random numbers; default {value}', 'graine des nombres aléatoires ; par défaut {value}'],
  [
    'sites whose gateways are out, of all networks there; their fibre and what else stands there work',
    'sites dont les passerelles, de tous les réseaux, sont hors service ; leur fibre et le reste fonctionnent',
  ],
  [
    'a network, sensor or layer of the scenario that flies in shells',
    'un réseau, un capteur ou une couche du scénario qui vole en coquilles',
  ],
  ['another word for `element`; give one of the two', 'autre mot pour `element` ; donner l’un des deux'],
  [
    'speed of light in it over that in vacuum; default {value}',
    'vitesse de la lumière rapportée à celle du vide ; par défaut {value}',
  ],
  ['start of the simulated time, such as 2028-06-01T00:00:00Z', 'début du temps simulé, tel 2028-06-01T00:00:00Z'],
  ['the other end: a site, or "lat,lon"', 'l’autre bout : un site, ou « lat,lon »'],
  [
    'the raid starts at a random time this long after the epoch at most; default {value}',
    'l’attaque commence à un instant tiré au sort, au plus ce temps après l’époque ; par défaut {value}',
  ],
  ['the raid: groups of missiles', 'l’attaque : groupes de missiles'],
  [
    'areas on which no payload may fall: fifty-states, conus, alaska, hawaii, or countries such as canada; a boost is engaged as long as a hit lets the payload miss them; default: to burnout',
    'zones sur lesquelles aucune charge ne doit tomber : fifty-states, conus, alaska, hawaii, ou des pays comme canada ; un missile en phase propulsée est visé tant que la charge, s’il est touché, les manque ; par défaut : jusqu’à la fin de propulsion',
  ],
  [
    'countries whose share of the payloads that fall is told; default: none',
    'pays dont la part des charges qui tombent est donnée ; par défaut : aucun',
  ],
  ['time between its launches; default 0: all at once', 'temps entre ses départs ; par défaut 0 : tous à la fois'],
  ['title of the answers', 'titre des réponses'],
  [
    'track error, one sigma, at which the centre commits; default {value}',
    'erreur de piste, à un sigma, à laquelle le centre engage ; par défaut {value}',
  ],
  [
    'track of commit quality to decision, in seconds; default {value}',
    'de la piste permettant l’engagement à la décision, en secondes ; par défaut {value}',
  ],
  ['two networks', 'deux réseaux'],
  ['what costs money and takes no part in the raid', 'ce qui coûte et ne prend pas part à l’attaque'],
  ['what is out of order before the raid starts', 'ce qui est hors service avant le début de l’attaque'],
  ['what it is, for readers', 'ce que c’est, pour qui lit'],
  ['where it stands: a site of the catalog', 'où il se trouve : un site du catalogue'],
  ['where tracks are made and decisions taken', 'où se font les pistes et se prennent les décisions'],
  ['who provides what, and who supplies whom', 'qui fournit quoi, et qui approvisionne qui'],
  ['who releases the interceptors; default automatic', 'qui déclenche les intercepteurs ; par défaut automatique'],
  ['year of the dollars; default {value}', 'année des dollars ; par défaut {value}'],
  ['years of cost and fielding; default {value}', 'années de coûts et de déploiement ; par défaut {value}'],
  [
    'by key: how words that give no number were read; such a part is an assumption',
    'par clé : comment ont été lus des mots sans nombre ; une telle partie est une hypothèse',
  ],
  [
    'by when all its parts are to hold; default: no date, the whole programme as if complete',
    'date à laquelle tout doit être vrai ; par défaut aucune, l’ensemble du programme comme s’il était complet',
  ],
  ['how far to trust the numbers of the claim', 'degré de confiance dans les nombres de l’affirmation'],
  ['least chance that nothing of the raid gets through', 'probabilité minimale que rien de l’attaque ne passe'],
  [
    'least share of the units that stand by the date: of every element, or by element',
    'part minimale des unités en place à la date : de chaque composant, ou par composant',
  ],
  [
    'most that is spent by the date, in million dollars of the price year; without a date in all',
    'dépense maximale à la date, en millions de dollars de l’année de prix ; sans date, en tout',
  ],
  ['name in the answers', 'nom dans les réponses'],
  [
    'name of the claim within the scenario; default: claim and its number',
    'nom de l’affirmation dans le scénario ; par défaut claim et son numéro',
  ],
  ['page or day, and the words', 'page ou jour, et les mots employés'],
  [
    'what others have claimed of the programme, to be held against the draws',
    'ce que d’autres ont affirmé du programme, à confronter aux tirages',
  ],
  [
    'who claims it: key of a source of the catalog or of the scenario',
    'qui l’affirme : clé d’une source du catalogue ou du scénario',
  ],
];
