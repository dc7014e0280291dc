/** What `footprint` says. */
export const footprintWords = {
  'footprint.lead':
    'Against one {threat:name} from {from:name}, {share:percent} of the area has an intercept in time by some layer. This is area, not people.',
  'footprint.share': 'Share of the area with an intercept in time',
  'footprint.all': 'all',
  'footprint.all-layers': 'all layers',
  'footprint.foot':
    '{aims:n} aim points, one for each {spacing:n} x {spacing:n} km; ordered {orderS:n} s after launch; mean over {moments} launch times, at which satellites stand elsewhere. Geometry and timing alone: every unit that is there works, every threat is seen, one intercept is enough; whether it hits is what run tells.',
  'footprint.out-of-range': "{count:n} aim points out of the missile's range are left out.",
  'footprint.title-all': 'What all layers can defend',
  'footprint.title-layer': 'What {id} can defend',
  'footprint.map':
    'Map of aim points: {share:percent} of the area (not of people) has an intercept in time against one {threat:name} from {from:name}, by geometry and timing.',
  'footprint.seldom': 'seldom',
  'footprint.always': 'always',
  'footprint.in-time': 'an intercept comes in time',
  'footprint.never': 'never',
  'footprint.no-order': 'no raid of the scenario comes to an order: expected seconds after launch',
  'footprint.no-area': 'the scenario defends no area: expected names such as fifty-states,canada',
  'footprint.unknown-area': '"{word}" is no area of the map{hint}',
  'footprint.no-missile': 'the scenario has no ballistic missile and no glider',
  'footprint.no-group': '"{word}" is no such group{hint}',
} as const;
