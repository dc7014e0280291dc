import {
  choice,
  dateText,
  maybeChoice,
  maybeFlag,
  maybeQuantity,
  maybeWords,
  quantity,
  type Shape,
  words,
} from './field.ts';

/** Laser terminals by the standard that they speak: two satellites link only where they share one. */
export const laserKinds = ['sda', 'starlink', 'amazon-leo', 'lightspeed', 'other'] as const;

/** Radios between satellites, by the waveform that they speak. */
export const radioKinds = ['link-182', 'other'] as const;

/** Terminals of satellites that are clients of a network. */
export const clientFields = {
  laserKinds: maybeWords('kinds of laser terminal that its satellites carry', laserKinds),
  radioKinds: maybeWords('kinds of radio to other satellites that its satellites carry', radioKinds),
  laserTerminalCount: maybeQuantity('laser terminals on a satellite', { integer: true, max: 16 }),
} satisfies Shape;

const rateLimits = { min: 1e-6, max: 1e8 };

/** How late messages are while a network gives its users other satellites, or finds other ways. */
export const slotFields = {
  slotS: maybeQuantity('time between moments at which users are given other satellites', { min: 0.1, max: 86_400 }),
  slotGapMs: maybeQuantity('time around such a moment in which messages are late', { max: 100_000 }),
  convergenceS: maybeQuantity(
    'time after the loss of a part in which its routing finds other ways; until then the lost ways carry nothing; default 0',
    { max: 86_400 },
  ),
  slotDelayMs: maybeQuantity('by how much they are late then, on average', { max: 100_000 }),
} satisfies Shape;

/** Bands of gateway links. */
export const gatewayBands = ['l', 's', 'c', 'x', 'ku', 'ka', 'v', 'e', 'optical'] as const;

/** What the links of a network carry, and how much of it is taken. */
export const rateFields = {
  clientRadioMbps: maybeQuantity('data rate of one client by radio', { max: 1e6 }),
  crosslinkMbps: maybeQuantity('data rate of a link between satellites, each way; absent: no limit', rateLimits),
  gatewayBand: maybeChoice('band of the links between satellites and gateways', gatewayBands),
  gatewayLinkMbps: maybeQuantity(
    'data rate of a link between a satellite and a gateway, each way; absent: no limit',
    rateLimits,
  ),
  gatewayMbps: maybeQuantity(
    'data rate of all antennas of one gateway together, each way; absent: no limit',
    rateLimits,
  ),
  userLinkMbps: maybeQuantity('data rate of one user on the ground, each way; absent: no limit', rateLimits),
  otherTrafficFraction: maybeQuantity('share of every rate that the traffic of other customers holds; default 0', {
    max: 0.999,
  }),
} satisfies Shape;

/** A class of messages between sensors, interceptors and the command centre. */
export const messageShape = {
  sender: choice(
    'sensor: from each sensor to the centre; interceptor: from each interceptor to the centre; centre: from the centre to each interceptor',
    ['sensor', 'interceptor', 'centre'],
  ),
  sizeBytes: quantity('size of one message', { min: 1, max: 1e9 }),
  ratePerS: quantity('messages a second from, or to, each unit that is busy', { min: 1e-6, max: 1e6 }),
  busyFraction: quantity('share of the units that are busy with them at once', { max: 1 }),
  priority: quantity('order in which links serve the classes, 1 first', { min: 1, max: 100, integer: true }),
  isInSpaceOnly: maybeFlag('units on satellites only'),
  isPreempting: maybeFlag('goes before the traffic of other customers, and takes its room where there is too little'),
} satisfies Shape;

/** A sea cable, or a single line by land. */
export const cableShape = {
  landings: words('sites where it comes ashore, in their order along it'),
  lengthKm: maybeQuantity('length from end to end; absent: great circles with the detour of the sea', {
    min: 1,
    max: 50_000,
  }),
  readyDate: dateText('in service from, ISO 8601'),
} satisfies Shape;
