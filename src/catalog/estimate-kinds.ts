import {
  choice,
  dateText,
  maybeChoice,
  maybeFlag,
  maybeList,
  maybeQuantity,
  maybeText,
  maybeWords,
  quantity,
  type Shape,
  text,
} from './field.ts';

/** Phases of flight for which a published estimate counts a layer of space interceptors of its own. */
export const estimatePhases = ['boost', 'glide', 'midcourse'] as const;

/** What a published total may cover beside space interceptors. */
export const restScopes = ['surface', 'sensors', 'communications', 'command', 'air-defence'] as const;

/** Parts of the money of a layer that a published total may count. */
export const moneyParts = ['development', 'units', 'launch', 'replacements', 'operations'] as const;

/** A layer of space interceptors as a study counts it; what the study does not state is absent. */
const estimateLayerShape = {
  id: text('identifier of the layer'),
  phase: choice('phase of flight in which it engages', estimatePhases),
  interceptorCount: quantity('space interceptors in orbit', { min: 1, max: 1e7, integer: true }),
  raidCount: maybeQuantity('missiles launched together that it is sized for', { min: 1, max: 1e5, integer: true }),
  shotsCount: maybeQuantity('interceptors that it counts for one missile in reach', { min: 1, max: 100 }),
  deltaVKmS: maybeQuantity('velocity change available for the fly-out', { min: 0.1, max: 20 }),
  accelerationG: maybeQuantity('mean acceleration of a space interceptor', { min: 0.1, max: 200 }),
  flyOutS: maybeQuantity('time from release to intercept: what detection and decision leave', { min: 1, max: 3600 }),
  altitudeKm: maybeQuantity('height above the equatorial radius', { min: 150, max: 40_000 }),
  interceptAltitudeKm: maybeQuantity('height of the intercept', { min: 50, max: 40_000 }),
  lifeYr: maybeQuantity('service life of a unit', { min: 0.5, max: 50 }),
  massKg: maybeQuantity('launch mass of one satellite, or mass of one interceptor', { min: 0.1, max: 200_000 }),
  unitMusd: maybeQuantity('mean price of one unit (satellite, interceptor, battery)', { money: true }),
  firstUnitMusd: maybeQuantity('price of the first unit, where a learning curve applies', { money: true }),
  learningRatio: maybeQuantity('price ratio at each doubling of quantity; 1: no learning', { min: 0.5, max: 1 }),
  launchUsdKg: maybeQuantity('launch price per kilogram, in place of a vehicle', { max: 1e6, money: true }),
  launchIncluded: maybeFlag('the unit price includes its launch; launchUsdKg or launchInUnitMusd says at what price'),
  developmentMusd: maybeQuantity('development before the first unit', { money: true }),
  operationsMusdYr: maybeQuantity('operation of the whole element in a year', { money: true }),
  deploymentYr: maybeQuantity('years over which the first set of units is bought', { min: 1, max: 50 }),
  replacement: maybeChoice(
    'steady: count over life each year once deployed; generation: a whole new set at each end of life',
    ['steady', 'generation'],
  ),
  totalMusd: maybeQuantity('total of the layer as published', { money: true }),
} satisfies Shape;

/** A published estimate of what a shield costs: what it states, field by field; what it does not state is absent. */
export const estimateShape = {
  by: text('who published it'),
  date: dateText('when, ISO 8601'),
  totalMusd: maybeQuantity('total over its years', { money: true }),
  formerMusd: maybeQuantity('total before it was put at other prices', { money: true }),
  priceYearAssumed: maybeFlag('it names no price year: that of its date is taken'),
  horizonYr: maybeQuantity('years that it covers', { min: 1, max: 100 }),
  scope: maybeWords('what it covers: phases of space interceptors, and the rest of a shield', [
    ...estimatePhases,
    ...restScopes,
  ]),
  covers: text('what it covers, in its own words'),
  counts: maybeWords('parts of the money of its layers that it counts; absent: all', moneyParts),
  raid: maybeText('raid that it is sized for'),
  layers: maybeList('layers of space interceptors that it states', estimateLayerShape, 10),
  blocks: maybeList(
    'amounts that it does not break down further',
    {
      id: text('identifier of the amount'),
      amountMusd: quantity('amount, over its years', { money: true }),
      covers: text('what it covers'),
    },
    20,
  ),
} satisfies Shape;
