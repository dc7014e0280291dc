import type { footprintWords } from '../en/footprint.ts';

/** Ce que dit `footprint`. */
export const frenchFootprintWords: Record<keyof typeof footprintWords, string> = {
  'footprint.lead':
    'Contre un {threat:name} depuis {from:name}, {share:percent} de la surface a une interception à temps par une couche ou l’autre. C’est une part de surface, non de population.',
  'footprint.share': 'Part de la surface avec une interception à temps',
  'footprint.all': 'tout',
  'footprint.all-layers': 'toutes les couches',
  'footprint.foot':
    '{aims:n} points visés, un tous les {spacing:n} × {spacing:n} km ; ordre donné {orderS:n} s après le lancement ; moyenne sur {moments} instants de lancement, où les satellites sont ailleurs. Géométrie et temps seuls : chaque unité présente marche, chaque menace est vue, une interception suffit ; run dit si elle touche.',
  'footprint.out-of-range': '{count:n} points visés hors de portée du missile sont laissés de côté.',
  'footprint.title-all': 'Ce que toutes les couches peuvent défendre',
  'footprint.title-layer': 'Ce que {id} peut défendre',
  'footprint.map':
    'Carte des points visés : {share:percent} de la surface (non de la population) a une interception à temps contre un {threat:name} depuis {from:name}, par la géométrie et le temps.',
  'footprint.seldom': 'rarement',
  'footprint.always': 'toujours',
  'footprint.in-time': 'une interception arrive à temps',
  'footprint.never': 'jamais',
  'footprint.no-order': 'aucune attaque du scénario n’arrive à un ordre : secondes après le lancement attendues',
  'footprint.no-area': 'le scénario ne défend aucune zone : noms tels que fifty-states,canada attendus',
  'footprint.unknown-area': '« {word} » n’est pas une zone de la carte{hint}',
  'footprint.no-missile': 'le scénario n’a ni missile balistique ni planeur',
  'footprint.no-group': '« {word} » n’est pas un tel groupe{hint}',
};
