import { basings, interceptorKinds } from '../kinds/interceptors/interceptor-kinds.ts';
import { networkKinds, topologies } from '../kinds/networks/network-kinds.ts';
import { platforms, sensorKinds } from '../kinds/sensors/sensor-kinds.ts';
import { economyShape, growthClasses, partnerShape } from './book-kinds.ts';
import { estimateShape } from './estimate-kinds.ts';
import {
  choice,
  maybeChoice,
  maybeDate,
  maybeFlag,
  maybeList,
  maybeQuantity,
  maybeRecords,
  maybeText,
  maybeWords,
  quantity,
  type Shape,
  year,
} from './field.ts';
import {
  cableShape,
  clientFields,
  laserKinds,
  messageShape,
  radioKinds,
  rateFields,
  slotFields,
} from './link-kinds.ts';
import { raidShape, threatShape } from './threat-kinds.ts';

/** A Walker shell of satellites, all on circular orbits of one height. */
export const shellShape = {
  id: maybeText('name of the shell within its constellation'),
  pattern: maybeChoice('delta: planes spread over 360 degrees; star: over 180', ['delta', 'star']),
  planes: quantity('orbital planes', { min: 1, max: 10_000, integer: true }),
  satellitesPerPlane: quantity('satellites in each plane', { min: 1, max: 10_000, integer: true }),
  altitudeKm: quantity('height above the equatorial radius', { min: 150, max: 50_000 }),
  inclinationDeg: quantity('inclination', { min: 0, max: 180 }),
  phasing: maybeQuantity('Walker F: slots of 360/T degrees by which each plane leads the one before', {
    min: 0,
    max: 10_000,
  }),
  alternateHalfSlot: maybeFlag('shift every second plane by half a slot instead of Walker phasing'),
  raanOffsetDeg: maybeQuantity('right ascension of the first plane', { min: 0, max: 360 }),
  raanSpreadDeg: maybeQuantity('angle over which the planes are spread', { min: 0, max: 360 }),
} satisfies Shape;

/** A satellite on an eccentric orbit, such as a Molniya orbit. */
export const ellipticalShape = {
  semiMajorAxisKm: quantity('semi-major axis', { min: 6500, max: 100_000 }),
  eccentricity: quantity('eccentricity', { min: 0, max: 0.95 }),
  inclinationDeg: quantity('inclination', { min: 0, max: 180 }),
  raanDeg: quantity('right ascension of the ascending node', { min: 0, max: 360 }),
  argPerigeeDeg: quantity('argument of perigee', { min: 0, max: 360 }),
  meanAnomalyDeg: quantity('mean anomaly at the epoch of the scenario', { min: 0, max: 360 }),
} satisfies Shape;

/** Where satellites fly: any mix of shells, geostationary slots and eccentric orbits. */
const orbitFields = {
  shells: maybeList('Walker shells', shellShape, 64),
  geostationary: maybeList(
    'geostationary slots',
    { longitudeDeg: quantity('east longitude', { min: -180, max: 360 }) },
    100,
  ),
  elliptical: maybeList('eccentric orbits, one satellite each', ellipticalShape, 100),
} satisfies Shape;

/** What an element costs and how long it lasts. Money is for the whole element unless the name says unit or site. */
const costFields = {
  developmentMusd: maybeQuantity('development before the first unit', { money: true }),
  unitMusd: maybeQuantity('mean price of one unit (satellite, interceptor, battery)', { money: true }),
  firstUnitMusd: maybeQuantity('price of the first unit, where a learning curve applies', { money: true }),
  learningRatio: maybeQuantity('price ratio at each doubling of quantity; 1: no learning', { min: 0.5, max: 1 }),
  learningModel: maybeChoice('crawford: unit curve; wright: cumulative average', ['crawford', 'wright']),
  siteMusd: maybeQuantity('construction of one ground site', { money: true }),
  operationsMusdYr: maybeQuantity('operation of the whole element in a year', { money: true }),
  unitOperationsMusdYr: maybeQuantity('operation of one unit in a year', { money: true }),
  siteOperationsMusdYr: maybeQuantity('operation of one site in a year', { money: true }),
  serviceMusdYr: maybeQuantity('yearly price where the element is bought as a service', { money: true }),
  lifeYr: maybeQuantity('service life of a unit', { min: 0.5, max: 50 }),
  massKg: maybeQuantity('launch mass of one satellite, or mass of one interceptor', { min: 0.1, max: 200_000 }),
  launchUsdKg: maybeQuantity('launch price per kilogram, in place of a vehicle', { max: 1e6, money: true }),
  productionPerYr: maybeQuantity('units a year at full rate', { max: 1e6 }),
  productionRampYr: maybeQuantity('years from the first unit to full rate', { max: 30 }),
  productionMaxPerYr: maybeQuantity('announced later rate, units a year', { max: 1e6 }),
  productionMaxDate: maybeDate('date by which that rate is announced, ISO 8601'),
  firstDeliveryDate: maybeDate('date of the first unit, ISO 8601'),
  growthRatio: maybeQuantity('cost growth of programmes of this kind, final over first estimate', {
    min: 0.5,
    max: 10,
  }),
  growthClass: maybeChoice('class of programme whose cost growth applies', growthClasses),
  developmentYr: maybeQuantity('years over which development is paid, from the start of the horizon', {
    min: 1,
    max: 30,
  }),
  deploymentYr: maybeQuantity('years over which the first set of units is bought', { min: 1, max: 50 }),
  replacement: maybeChoice(
    'steady: count over life each year once deployed; generation: a whole new set at each end of life',
    ['steady', 'generation'],
  ),
  launchIncluded: maybeFlag('the unit price includes its launch; launchUsdKg or launchInUnitMusd says at what price'),
  launchInUnitMusd: maybeQuantity('launch within the price of one unit', { money: true }),
  spareRatio: maybeQuantity('spare units bought for each unit in service', { max: 5 }),
  failurePerYr: maybeQuantity('share of the units in service that fail in a year and are replaced', { max: 1 }),
  existingCount: maybeQuantity('units already paid for when the horizon starts', { integer: true }),
  existingSiteCount: maybeQuantity('sites already built when the horizon starts', { integer: true }),
  standing: maybeFlag(
    'its units in service (deployedCount, inventoryCount; neither: all of its units and sites) are there already: not built and not paid for again',
  ),
  inServiceDate: maybeDate('in service since, ISO 8601'),
  deployedCount: maybeQuantity('units in service at the date of the entry', { integer: true }),
  deployedDate: maybeDate('date of that count, ISO 8601'),
} satisfies Shape;

/**
 * Lands within which lines of fibre join every two places: continents with the islands beside them to which short cables or tunnels lead
 * in number (Great Britain and Ireland are of Eurasia, Newfoundland is of North America), and islands. `none`: no line.
 */
export const fibreLands = [
  'north-america',
  'alaska',
  'nome',
  'unalaska',
  'ketchikan',
  'hawaii',
  'guam',
  'kwajalein',
  'puerto-rico',
  'iceland',
  'svalbard',
  'eurasia',
  'japan',
  'okinawa',
  'south-korea',
  'taiwan',
  'philippines',
  'africa',
  'south-america',
  'australia',
  'new-zealand',
  'none',
] as const;

export const networkShape = {
  ...orbitFields,
  ...costFields,
  crosslinks: choice(topologies.map((id) => `${id}: ${networkKinds[id].about}`).join('; '), topologies),
  firstLaserNumber: maybeQuantity(
    'least catalogue number of a satellite with lasers, for `motif`; those before have no links between satellites; absent: all have lasers',
    { integer: true, max: 1e9 },
  ),
  crosslinkCount: maybeQuantity('links a satellite can hold at once', { min: 0, max: 16, integer: true }),
  crosslinkGrazingKm: maybeQuantity('lowest height that a link may pass over the Earth', { min: 0, max: 1000 }),
  crosslinkMaxKm: maybeQuantity('longest link, where shorter than the grazing limit', { min: 1, max: 100_000 }),
  hopDelayMs: quantity('processing and queueing at each satellite passed', { max: 10_000 }),
  userMinElevationDeg: quantity('lowest elevation at which a user terminal works', { min: 0, max: 89 }),
  gatewayMinElevationDeg: quantity('lowest elevation at which a gateway works', { min: 0, max: 89 }),
  userMaxKm: maybeQuantity('longest link of a user terminal, beside the elevation', { min: 1, max: 100_000 }),
  gatewayMaxKm: maybeQuantity('longest link of a gateway, beside the elevation', { min: 1, max: 100_000 }),
  gatewayLinkCount: maybeQuantity('satellites a gateway serves at once; absent: no limit', {
    min: 1,
    max: 10_000,
    integer: true,
  }),
  gateways: maybeWords('ground sites with a gateway'),
  clientMaxKm: maybeQuantity('longest laser link from a satellite client to a satellite of the network', {
    min: 1,
    max: 100_000,
  }),
  laserKind: maybeChoice('kind of its laser terminals; absent: none, or not known', laserKinds),
  clientLaserKinds: maybeWords('kinds of laser terminal of clients that its satellites serve', laserKinds),
  clientTerminalCount: maybeQuantity('laser terminals for satellite clients on a satellite, one client each', {
    integer: true,
    max: 1000,
  }),
  clientSetUpS: maybeQuantity(
    'time in which such a terminal turns to a client that holds no link and acquires it; default 0',
    { max: 3600 },
  ),
  clientRadioKinds: maybeWords('kinds of radio of satellite clients that its satellites serve', radioKinds),
  clientRadioCount: maybeQuantity('satellite clients that a satellite serves at once by radio', {
    integer: true,
    max: 10_000,
  }),
  clientRadioMaxKm: maybeQuantity('longest radio link from a satellite client to a satellite of the network', {
    min: 1,
    max: 100_000,
  }),
  clientLinkMbps: maybeQuantity('data rate of one client', { max: 1e6 }),
  ...rateFields,
  ...slotFields,
  accessDelayMs: maybeQuantity('scheduling and medium access between a user and the first satellite', { max: 10_000 }),
  controlPlane: maybeText('shared ground software that the whole network needs'),
  outageHYr: maybeQuantity('hours in a year with the whole network down', { max: 8766 }),
  satelliteAvailabilityProbability: maybeQuantity('probability that a unit works: a satellite', { max: 1 }),
  terminalMusd: maybeQuantity('price of one client terminal', { money: true }),
} satisfies Shape;

export const sensorShape = {
  ...orbitFields,
  ...costFields,
  ...clientFields,
  platform: choice(platforms.map((id) => `${id}: ${sensorKinds[id].about}`).join('; '), platforms),
  sees: maybeWords('phases of flight that it detects', ['boost', 'midcourse', 'glide', 'cruise']),
  sites: maybeWords('where it stands, for ground sensors'),
  grazingKm: maybeQuantity('lowest height that a line of sight may pass over the Earth', { min: 0, max: 1000 }),
  cloudBreakKm: maybeQuantity('height under which clouds hide a target from infrared', { min: 0, max: 100 }),
  fieldOfRegardDeg: maybeQuantity('half angle from the nadir within which it looks', { min: 1, max: 180 }),
  thresholdKwSr: maybeQuantity(
    'least intensity (1.4-3 um) of a glider that it finds from 1,000 km; four times that from 2,000 km; absent: any',
    { min: 1e-6, max: 1e4 },
  ),
  revisitS: quantity('time between looks at one place', { min: 0.01, max: 3600 }),
  looksCount: quantity('looks needed to declare a detection', { min: 1, max: 100, integer: true }),
  angleErrorUrad: quantity('one-sigma error of a direction', { min: 0.1, max: 100_000 }),
  rangeErrorM: maybeQuantity('one-sigma error of a range, for radars', { min: 0.1, max: 100_000 }),
  maxRangeKm: maybeQuantity('range on the reference target, or on any where it names none', { min: 1, max: 100_000 }),
  referenceRcsM2: maybeQuantity('radar cross section of the reference target', { min: 1e-4, max: 1e4 }),
  minTargetSpeedKmS: maybeQuantity(
    'least speed along its line of sight, over the ground, at which a radar in space tells a target from the clutter behind it; absent: any',
    { max: 8 },
  ),
  antennaHeightM: maybeQuantity('height of the antenna of a ground radar above its site; default 0', { max: 5000 }),
  minElevationDeg: maybeQuantity('lowest elevation', { min: 0, max: 89 }),
  maxElevationDeg: maybeQuantity('highest elevation', { min: 1, max: 90 }),
  sectorCenterDeg: maybeQuantity('azimuth of the middle of the sector', { min: 0, max: 360 }),
  sectorWidthDeg: maybeQuantity('width of the sector; 360: all round', { min: 1, max: 360 }),
  discriminationDPrime: maybeQuantity(
    'how far apart it sees warheads and decoys after a long look, in standard deviations; absent: it cannot tell them apart',
    { max: 10 },
  ),
  discriminationS: maybeQuantity('time constant in which it comes near that; default 120', { min: 0.01, max: 3600 }),
  warheadCalledProbability: maybeQuantity(
    'chance that a warhead is taken for one where objects are told apart; default 0.9',
    { min: 0.01, max: 0.9999 },
  ),
  designFaultProbability: maybeQuantity('chance that a common fault silences all of the design in a raid', { max: 1 }),
  targetsCount: maybeQuantity('objects that one unit can track at once', { min: 1, max: 1e6, integer: true }),
  searchShareFraction: maybeQuantity('share of the time of a radar that goes to search', { max: 0.99 }),
  dwellMs: maybeQuantity('time that a radar spends on one tracked target at each look', { min: 0.01, max: 10_000 }),
  trackUpdateS: maybeQuantity(
    'time between looks of a radar at a tracked target; with the two before it, the targets that one unit can track',
    { min: 0.01, max: 3600 },
  ),
  satelliteAvailabilityProbability: maybeQuantity('probability that a unit works: a satellite, or a site', { max: 1 }),
  unitsCount: maybeQuantity('units bought where they are not satellites of the shells', { integer: true }),
} satisfies Shape;

export const interceptorShape = {
  ...orbitFields,
  ...costFields,
  ...clientFields,
  basing: choice(basings.map((id) => `${id}: ${interceptorKinds[id].about}`).join('; '), basings),
  engages: maybeWords('phases of flight that it can engage', ['boost', 'midcourse', 'glide', 'terminal', 'cruise']),
  against: maybeWords(
    'kinds of flight that it is built against; absent: ballistic and cruise missiles, and gliders (after their boost) where it engages the glide',
    ['ballistic', 'glide', 'cruise'],
  ),
  sites: maybeWords('where it stands, for surface layers'),
  accelerationG: maybeQuantity('mean acceleration of a space interceptor', { min: 0.1, max: 200 }),
  deltaVKmS: maybeQuantity('velocity change available for the fly-out', { min: 0.1, max: 20 }),
  flyOutMaxS: maybeQuantity('longest fly-out', { min: 1, max: 5000 }),
  burnoutSpeedKmS: maybeQuantity('burnout speed of a surface interceptor', { min: 0.1, max: 12 }),
  boostS: maybeQuantity('burn time of a surface interceptor', { min: 0.1, max: 600 }),
  divertKm: maybeQuantity(
    'way to the side that it can make up near the target, after boost; absent: any track of its phase will do',
    { min: 0.01, max: 1000 },
  ),
  fireControlRangeKm: maybeQuantity('range of the radar that stands with each unit; absent: none of its own', {
    min: 1,
    max: 10_000,
  }),
  antennaHeightM: maybeQuantity('height of the antennas that stand with each unit above its site; default 0', {
    max: 5000,
  }),
  updateRangeKm: maybeQuantity(
    'range over which each unit tells its interceptors in flight, in its line of sight, where the target will be; absent: told nothing after launch',
    { min: 1, max: 10_000 },
  ),
  lastUpdateS: maybeQuantity('time before the intercept at which they are last told; needs updateRangeKm', {
    max: 600,
  }),
  minAltitudeKm: quantity('lowest intercept', { min: 0, max: 5000 }),
  maxAltitudeKm: maybeQuantity('highest intercept', { min: 0, max: 50_000 }),
  maxRangeKm: maybeQuantity('longest ground range to the intercept', { min: 0.1, max: 20_000 }),
  maxTargetRangeKm: maybeQuantity(
    'longest range of the ballistic missiles that it is built and tested against: what comes faster, glider or missile, it does not engage',
    { min: 50, max: 20_000 },
  ),
  maxTargetSpeedKmS: maybeQuantity('the same as a speed over the ground, in place of maxTargetRangeKm', {
    min: 0.1,
    max: 12,
  }),
  killProbability: quantity('single-shot probability of kill, given a track', { max: 1 }),
  terminalKillProbability: maybeQuantity('the same against a falling warhead; absent: killProbability', { max: 1 }),
  glideKillProbability: maybeQuantity('the same against a glider in its glide and dive; absent: killProbability', {
    max: 1,
  }),
  cruiseKillProbability: maybeQuantity('the same against a cruise missile; absent: killProbability', { max: 1 }),
  reliabilityProbability: maybeQuantity('probability that an interceptor works when called', { max: 1 }),
  trackProbability: maybeQuantity('common-mode probability that the layer tracks and discriminates the target', {
    max: 1,
  }),
  killCorrelation: maybeQuantity('correlation of the shots of one design in a raid; default 0: each for itself', {
    max: 0.99,
  }),
  designFaultProbability: maybeQuantity('chance that a common fault makes all of the design fail in a raid', {
    max: 1,
  }),
  perSiteCount: maybeQuantity('interceptors at each site', { integer: true }),
  perUnitCount: maybeQuantity('interceptors in each satellite or battery', { min: 1, max: 10_000, integer: true }),
  launchIntervalS: maybeQuantity('time between launches from one site', { max: 3600 }),
  guidedCount: maybeQuantity(
    'interceptors in flight that the fire control of one unit (site, battery, satellite) guides at once; absent: any number',
    { min: 1, max: 10_000, integer: true },
  ),
  reactionS: maybeQuantity('order to launch', { max: 3600 }),
  reloadS: maybeQuantity('time to reload a launcher; absent: no reload in the raid', { max: 1e6 }),
  interceptorMusd: maybeQuantity('price of one interceptor, where a unit holds several', { money: true }),
  satelliteAvailabilityProbability: maybeQuantity('probability that a unit works: a satellite, or a site', { max: 1 }),
  inventoryCount: maybeQuantity('interceptors in stock at the date of the entry', { integer: true }),
} satisfies Shape;

export const launcherShape = {
  ...{
    status: choice('whether it flies at the date of the entry', ['flying', 'paused', 'development', 'retired']),
    statusDate: maybeDate('date of that status, ISO 8601'),
    payloadKg: quantity('payload to low Earth orbit as flown', { min: 1, max: 500_000 }),
    expendablePayloadKg: maybeQuantity('payload to low Earth orbit when nothing is recovered', {
      min: 1,
      max: 500_000,
    }),
    volumeCount: maybeQuantity('satellites of about 500 kg that the fairing holds', { min: 1, max: 1000 }),
    priceMusd: maybeQuantity('list price of a launch', { money: true }),
    governmentPriceMusd: maybeQuantity('price of a launch under government contract', { money: true }),
    cadencePerYr: maybeQuantity('launches a year', { max: 10_000 }),
    cadenceMinPerYr: maybeQuantity('least launches a year that keep the vehicle in production', { max: 10_000 }),
    cadenceMaxPerYr: maybeQuantity('launches a year that the pads and factory allow', { max: 10_000 }),
    rampYr: maybeQuantity('years to that rate', { max: 30 }),
    padCount: maybeQuantity('launch pads', { integer: true, max: 100 }),
    flights: maybeQuantity('orbital flights on record', { integer: true, max: 10_000 }),
    successes: maybeQuantity('of which full successes', { integer: true, max: 10_000 }),
    groundingDays: maybeQuantity('typical stand-down after a failure', { max: 5000 }),
    otherCustomersFraction: maybeQuantity('share of its launches bound to other customers', { max: 1 }),
    firstFlightDate: maybeDate('first flight, flown or announced, ISO 8601'),
    growthClass: maybeChoice('class of programme whose cost growth applies', growthClasses),
    prices: maybeRecords('prices of a launch by market and year', {
      market: choice('who buys', ['list', 'rideshare', 'lane-1', 'lane-2', 'nssl-phase-2', 'nasa', 'other']),
      year: year('year of the order, or of the list'),
      priceMusd: quantity('price of one launch', { money: true }),
      launchesCount: maybeQuantity('launches in the order', { integer: true, max: 10_000 }),
      knownFrom: maybeDate('when it became public, ISO 8601; default: the date of its source'),
    }),
  },
} satisfies Shape;

export const siteShape = {
  latDeg: quantity('geodetic latitude, north', { min: -90, max: 90 }),
  lonDeg: quantity('longitude, east', { min: -180, max: 180 }),
  heightM: maybeQuantity('height above the ellipsoid', { min: -500, max: 9000 }),
  fibre: maybeChoice(
    'land on whose lines of fibre it is; none: no public line is known, and only a cable that lands there reaches it; absent: that of the nearest place of the catalog within 100 km, or of its country',
    fibreLands,
  ),
} satisfies Shape;

/** What only costs: command and control, communications, battle management, programme-wide items. */
export const systemShape = {
  ...costFields,
  unitsCount: maybeQuantity('units bought', { integer: true }),
  residualMusd: maybeQuantity('published cost that is not broken down further, over the whole horizon', {
    money: true,
  }),
} satisfies Shape;

/** The table of every kind of entry: folder name -> fields. */
export const kinds = {
  networks: networkShape,
  sensors: sensorShape,
  interceptors: interceptorShape,
  launchers: launcherShape,
  systems: systemShape,
  threats: threatShape,
  raids: raidShape,
  sites: siteShape,
  cables: cableShape,
  messages: messageShape,
  partners: partnerShape,
  economy: economyShape,
  estimates: estimateShape,
} as const;

export type Kind = keyof typeof kinds;
