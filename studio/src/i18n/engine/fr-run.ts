import type { TextPair } from './templates.ts';

/** What the engine says of a run: the story of a missile, notes, what was assumed. */
export const runPairs: readonly TextPair[] = [
  // the story of one missile
  ['launch', 'lancement'],
  ['burnout', 'fin de propulsion'],
  ['impact', 'impact'],
  ['detected', 'détecté'],
  ['decided', 'engagement décidé'],
  ['hit', 'touché'],
  ['missed', 'manqué'],
  ['fibre', 'fibre'],
  ['interceptor failed', 'intercepteur en panne'],
  ['missed: not tracked or not discriminated', 'manqué : non poursuivi ou non discriminé'],
  ['not needed: target gone', 'inutile : cible déjà détruite'],
  ['interceptor released', 'intercepteur lâché'],
  ['first seen by {who}', 'vu d’abord par {who}'],
  ['first seen by {who}, no route to the centre', 'vu d’abord par {who}, sans liaison avec le centre'],
  [', no route to the centre', ', sans liaison avec le centre'],
  ['detected and tracked (assumed time)', 'détecté et poursuivi (délai supposé)'],
  ['first report at the centre', 'première alerte au centre'],
  ['first report at the centre{~way}', 'première alerte au centre{~way}'],
  ['order delivered', 'ordre remis'],
  ['order delivered{~way}', 'ordre remis{~way}'],
  [', {#ms} ms by {~network}', ', en {#ms} ms par {~network}'],
  ['track within {#km} km', 'piste à {#km} km près'],
  ['stopped by {layer}', 'arrêté par {layer}'],
  ['got through: {~reason}', 'passé : {~reason}'],
  // why a missile got through
  ['never-seen', 'jamais vu'],
  ['never seen', 'jamais vu'],
  ['no-track', 'pas de piste exploitable'],
  ['no track', 'pas de piste exploitable'],
  ['undelivered', 'message non remis'],
  ['decided-too-late', 'décision trop tardive'],
  ['decided too late', 'décision trop tardive'],
  ['out-of-reach', 'hors de portée'],
  ['out of reach', 'hors de portée'],
  ['out-of-inventory', 'stock d’intercepteurs épuisé'],
  ['out of inventory', 'stock d’intercepteurs épuisé'],
  // what was not run or not modelled
  ['No raid was run: the scenario has {~missing}.', 'Aucune attaque n’a été simulée : le scénario n’a {~missing}.'],
  ['no threat', 'pas de menace'],
  ['no command centre', 'pas de centre de commandement'],
  ['no interceptor layer', 'pas de couche d’intercepteurs'],
  ['no threat, no command centre', 'ni menace ni centre de commandement'],
  ['no threat, no interceptor layer', 'ni menace ni couche d’intercepteurs'],
  ['no command centre, no interceptor layer', 'ni centre de commandement ni couche d’intercepteurs'],
  [
    'no threat, no command centre, no interceptor layer',
    'ni menace, ni centre de commandement, ni couche d’intercepteurs',
  ],
  [
    '{ids}: flies from a file of orbital elements, so it is not bought and not priced.',
    '{ids} : suit un fichier d’éléments orbitaux ; ni acheté ni chiffré.',
  ],
  ['No cost: {~problem}', 'Pas de coût : {~problem}'],
  [
    '{ids}: decoys and further warheads are not modelled yet; each missile counts as one object.',
    '{ids} : leurres et têtes multiples ne sont pas encore modélisés ; chaque missile compte pour un seul objet.',
  ],
  [
    'Only "{id}" decides; further command centres are not modelled yet.',
    'Seul « {id} » décide ; les autres centres de commandement ne sont pas encore modélisés.',
  ],
  [
    '{id}: built against missiles of up to {#km} km, so it engages none of this raid.',
    '{id} : conçu contre des missiles d’une portée de {#km} km au plus ; n’engage aucun missile de cette attaque.',
  ],
  // networks
  ['sensor', 'capteur'],
  ['interceptor layer', 'couche d’intercepteurs'],
  [
    '{~what} "{id}" carries no terminal of any of the {#count} networks: it talks only while it stands 5 deg above {~where}',
    '{~what} « {id} » : aucun terminal pour l’un des {#count} réseaux ; liaison seulement à plus de 5° au-dessus de l’horizon {~where}',
  ],
  [
    '{~what} "{id}" carries no terminal of the network: it talks only while it stands 5 deg above {~where}',
    '{~what} « {id} » : aucun terminal pour le réseau ; liaison seulement à plus de 5° au-dessus de l’horizon {~where}',
  ],
  ['its {#count} ground stations', 'de l’une de ses {#count} stations au sol'],
  ['any of {#count} sites on the fibre', 'de l’un des {#count} sites reliés par fibre'],
  [
    '{~what} "{id}" never comes nearer than {#gap} km to network "{network}", whose client links reach {#reach} km',
    '{~what} « {id} » : jamais à moins de {#gap} km du réseau « {network} », dont les liaisons vers les satellites clients portent à {#reach} km',
  ],
  [
    'network "{id}" has no gateway: only users and clients with its own terminals reach each other over it',
    'le réseau « {id} » n’a pas de passerelle : seuls les usagers et clients munis de ses terminaux communiquent par lui',
  ],
  [
    'network "{id}": {#blind} of {#all} gateways never see a satellite above {#elevation} deg ({~named}): its orbits serve latitudes up to {#reach} deg, they stand at up to {#far} deg',
    'réseau « {id} » : {#blind} passerelles sur {#all} ne voient jamais de satellite à plus de {#elevation}° ({~named}) ; ses orbites desservent jusqu’à {#reach}° de latitude, elles se trouvent jusqu’à {#far}°',
  ],
  ['{list} and {#count} more', '{list} et {#count} autres'],
  [
    'network "{id}": links of {#km} km are beyond the grazing limit; at {#height} km height and {#grazing} km over the Earth none is longer than {#limit} km',
    'réseau « {id} » : des liaisons de {#km} km dépassent la limite rasante ; à {#height} km d’altitude et {#grazing} km au-dessus de la Terre, aucune ne dépasse {#limit} km',
  ],
  [
    'network "{id}": {#count} real satellites fill no declared planes, so each links to its {#links} nearest in place of the +grid',
    'réseau « {id} » : {#count} satellites réels sans plans déclarés ; chacun se relie à ses {#links} plus proches voisins au lieu de la grille +',
  ],
  [
    'network "{id}" has no shells for a +grid: each satellite links to its {#links} nearest',
    'le réseau « {id} » n’a pas de coquilles pour une grille + : chaque satellite se relie à ses {#links} plus proches voisins',
  ],
  [
    'network "{id}", shell {#k}: neighbours in a plane are {#spacing} km apart, beyond the longest link of {#limit} km: none of its {#planes} planes is joined along itself',
    'réseau « {id} », coquille {#k} : dans un plan, les voisins sont à {#spacing} km, au-delà de la plus longue liaison ({#limit} km) ; aucun de ses {#planes} plans n’est relié de bout en bout',
  ],
  [
    'Partners off: {list}: builds or launches, does not provide: nothing stops at once. For the years after see cupola partners.',
    'Partenaires coupés : {list} : construit ou lance, ne fournit pas : rien ne s’arrête aussitôt. Pour les années suivantes, voir cupola partners.',
  ],
  [
    'Partners off: {list}: nothing in this scenario rests on it.',
    'Partenaires coupés : {list} : rien dans ce scénario n’en dépend.',
  ],
  ['as planned', 'comme prévu'],
  ['without {id}', 'sans {id}'],
  ['partner {id} off', 'partenaire {id} coupé'],
  ['{#share} % of satellites out', '{#share} % des satellites hors service'],
];
