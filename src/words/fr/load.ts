import type { loadWords } from '../en/load.ts';

/** Ce que portent les réseaux entre les unités d’un bouclier et son centre. */
export const frenchLoadWords: Record<keyof typeof loadWords, string> = {
  'load.question':
    'Ce que les réseaux portent entre {centre} et ses capteurs et intercepteurs : le pire de {count} {count|instant|instants}',
  'load.no-centre': 'le scénario n’a pas de centre de commandement : les messages n’ont pas de destinataire',
  'load.classes': 'Classes de messages, dans l’ordre de service',
  'load.class': 'classe',
  'load.units': 'unités',
  'load.served': 'reliées',
  'load.unit-rate': 'chacune',
  'load.offered': 'ensemble',
  'load.quickest': 'chemin le plus court',
  'load.even': 'meilleurs chemins',
  'load.most': 'au plus',
  'load.queue': 'file, moyenne',
  'load.queue-worst': 'pire',
  'load.no-end': 'sans fin',
  'load.classes-note':
    'Parts de ce qu’envoient les unités reliées : chacune par son chemin le plus court, quelle que soit sa charge ; par des chemins choisis pour leur place, à égalité entre les unités ; et au plus, les unes entièrement et d’autres pas du tout. File : attente et émission aux liaisons du chemin le plus court.',
  'load.fullest': 'Les plus chargés par les chemins les plus courts',
  'load.what': 'quoi',
  'load.from': 'de',
  'load.to': 'vers',
  'load.rate': 'débit',
  'load.asked': 'demandé',
  'load.held': 'autres',
  'load.full': 'rempli',
  'load.crosslink': 'liaison entre satellites',
  'load.gateway-link': 'liaison avec une passerelle',
  'load.gateway': 'antennes d’une passerelle',
  'load.user': 'liaison d’un usager',
  'load.terminal': 'terminal d’un client',
  'load.none-full': 'Aucun débit indiqué n’est sur le chemin d’un message.',
  'load.grows':
    'Toute la charge pourrait être multipliée par {factor} avec des chemins choisis pour leur place ; alors {limit} est plein{more}.',
  'load.too-much': 'Seuls {share:percent} de toute la charge passent à égalité ; {limit} est plein{more}.',
  'load.more': ', et {count:n} autres',
  'load.limit': '{what} de {network}, {from} vers {to}',
  'load.limit-at': '{what} de {network} à {from}',
  'load.no-limit': 'Aucun débit indiqué n’empêche la charge de croître.',
  'load.others': 'D’autres clients occupent {list:and} des débits.',
  'load.other': '{fraction:percent0} de {network}',
  'load.none-taken': 'Aucun message n’en est empêché.',
  'load.taken-quickest':
    '{name:name}, par les chemins les plus courts : {alone:percent} sans eux, {beside:percent} derrière eux, {first:percent} comme indiqué ({how}).',
  'load.taken-best':
    '{name:name}, par les meilleurs chemins : {alone:percent} sans eux, {beside:percent} derrière eux, {first:percent} comme indiqué ({how}).',
  'load.goes-first': 'passant avant eux',
  'load.goes-after': 'derrière eux',
  'route.lateness':
    'avec l’accès, les changements de satellite et les files : la moitié sous {median} ms, 95 % sous {p95} ms, 99 % sous {p99} ms',
  'load.gbps': '{value} Gbit/s',
  'load.mbps': '{value} Mbit/s',
  'load.kbps': '{value} kbit/s',
  'load.bps': '{value} bit/s',
  'problem.message-sensor': 'aucun capteur du scénario ne s’appelle « {id} »{hint}',
  'problem.message-layer': 'aucune couche du scénario ne s’appelle « {id} »{hint}',
  'problem.message-nobody':
    'personne n’envoie ni ne reçoit les messages « {id} » : le scénario n’a pas de tels éléments ({role})',
  'problem.fading-nothing': 'ne dit rien : donnez `availabilityFraction` ou `rateFraction` inférieur à 1',
  'problem.fading-none': 'aucun réseau visé n’a de passerelle à « {site} »',
};
