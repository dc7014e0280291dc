import { choice, maybeChoice, maybeList, maybeQuantity, maybeWords, quantity, type Shape, text } from './field.ts';

export const threatShape = {
  flight: choice('how it flies', ['ballistic', 'glide', 'cruise', 'fractional-orbit']),
  burnS: maybeQuantity('burn time', { min: 1, max: 1000 }),
  burnoutAltitudeKm: maybeQuantity('height at burnout', { min: 1, max: 1000 }),
  burnoutDownrangeKm: maybeQuantity('ground range at burnout', { min: 0.1, max: 3000 }),
  maxRangeKm: maybeQuantity('longest range of the class', { min: 1, max: 20_000 }),
  minRangeKm: maybeQuantity('shortest range of the class', { max: 20_000 }),
  rcsM2: maybeQuantity('radar cross section', { min: 1e-5, max: 1e4 }),
  fallSpreadKm: maybeQuantity(
    'one-sigma distance along the track between the fall of a payload hit in boost and its two-body fall',
    {
      max: 5000,
    },
  ),
  warheadCount: maybeQuantity('warheads carried', { min: 1, max: 20, integer: true }),
  busS: maybeQuantity('time after burnout in which the bus still manoeuvres and sets its load free; absent: none', {
    max: 1000,
  }),
  lateralG: maybeQuantity('sideways acceleration in the glide that a defence cannot foresee; absent: none', {
    max: 30,
  }),
  heavyDecoyFraction: maybeQuantity('share of decoys that the air does not strip away; default 0', { max: 1 }),
  liftToDragRatio: maybeQuantity('lift over drag in the glide', { min: 0.5, max: 8 }),
  glideEntryKmS: maybeQuantity('speed at the start of the glide', { min: 1, max: 7.8 }),
  glideExitKmS: maybeQuantity('speed at which the glide ends in the dive', { min: 0.3, max: 7.8 }),
  ballisticCoefficientKgM2: maybeQuantity('mass over drag coefficient and area; sets the height of the glide', {
    min: 100,
    max: 50_000,
  }),
  hotAreaM2: maybeQuantity(
    'area of its hot skin, as a flat delta: sets how bright a glider is; absent: bright enough for all',
    {
      min: 0.01,
      max: 100,
    },
  ),
  glideAltitudeKm: maybeQuantity('typical height of the glide', { min: 10, max: 100 }),
  speedKmS: maybeQuantity('speed of a cruise missile', { min: 0.05, max: 3 }),
  heightKm: maybeQuantity('height of a cruise missile', { min: 0.01, max: 40 }),
  retroKmS: maybeQuantity('speed that the retro burn takes from a fractional orbit', { min: 0.05, max: 2 }),
  way: maybeChoice('way of a fractional orbit round the Earth: the shorter (default) or the longer', ['short', 'long']),
} satisfies Shape;

/** A raid by name: groups of missiles from public counts, each as a scenario writes it. */
export const raidShape = {
  groups: maybeList(
    'groups of missiles',
    {
      id: text('name of the group'),
      use: text('entry of catalog/threats'),
      count: quantity('missiles in the group', { min: 1, max: 2000, integer: true }),
      from: maybeWords('launch places: sites of the catalog; the missiles take them in turn'),
      toward: maybeWords('aim points: sites of the catalog; the missiles take them in turn'),
      startS: maybeQuantity('first launch of the group after the start of the raid; default 0', { max: 86_400 }),
      spacingS: maybeQuantity('time between its launches; default 0: all at once', { max: 86_400 }),
      loftDeg: maybeQuantity('angle added at burnout; default 0, least energy', { min: -45, max: 45 }),
      warheadCount: maybeQuantity('warheads carried by each; default: as the class', {
        min: 1,
        max: 20,
        integer: true,
      }),
      decoys: maybeQuantity('decoys beside each missile; default 0', { max: 10_000, integer: true }),
    },
    100,
  ),
} satisfies Shape;
