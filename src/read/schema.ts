import * as z from 'zod';
import { sourcesSchema } from '../catalog/entry.ts';
import { identifier, isoDate, overrideSchema } from '../catalog/field.ts';
import { type Kind, kinds } from '../catalog/kinds.ts';
import { claimSchema } from './claim-schema.ts';
import { defaults } from './defaults.ts';
import { event, failures, finite } from './failure-schema.ts';

const MAX_ELEMENTS = 200;
const MAX_THREATS = 2000;
const MAX_OWN = 1000;

const words = z.array(identifier).max(500);

const coordinates = z.strictObject({
  latDeg: finite(-90, 90),
  lonDeg: finite(-180, 180),
  heightM: finite(-500, 9000).optional(),
  name: z.string().max(100).optional(),
});
const place = z
  .union([z.string().min(1).max(100), coordinates])
  .describe('a site of the catalog or of the scenario, "lat,lon", or coordinates');
const places = z.union([place, z.array(place).min(1).max(200)]);

const duration = z
  .union([
    finite(0, 86_400),
    z
      .strictObject({ low: finite(0, 86_400), mode: finite(0, 86_400), high: finite(0, 86_400) })
      .refine(({ low, mode, high }) => low <= mode && mode <= high, 'problem.duration-order'),
  ])
  .describe('seconds, or { low, mode, high } of a triangular distribution');

const elementsFile = z.strictObject({
  file: z.string().min(1).max(500).describe('TLE or OMM file (JSON, CSV, XML), relative to the scenario'),
  maxAgeDays: finite(0, 100_000)
    .optional()
    .describe('sets of elements farther than this from the epoch do not fly; default 30'),
  skipBad: z.boolean().optional().describe('leave out sets that have faults, in place of refusing the file'),
});

/** Fields of a kind as a scenario may write them; made once, as elements and own entries share them. */
const fieldsOf = Object.fromEntries(
  Object.entries(kinds).map(([kind, shape]) => [kind, overrideSchema(shape)]),
) as Record<Kind, Record<string, z.ZodType>>;

/** An element: a catalog entry by `use`, any of its fields replaced beside it. */
function element(kind: Kind, extra: Record<string, z.ZodType> = {}) {
  return z.strictObject({
    id: identifier.describe('name of the element within the scenario'),
    use: identifier.optional().describe(`entry of catalog/${kind}`),
    name: z.string().max(200).optional().describe('name in the answers; default: that of the entry'),
    note: z.string().max(2000).optional().describe('a remark; changes nothing'),
    partner: identifier.optional().describe('who provides it, if a network; who builds it, if another'),
    ...fieldsOf[kind],
    ...extra,
  });
}

/** Entries of the scenario's own: new ones, or fields that replace those of an entry of the catalog. */
function ownEntries(kind: Kind) {
  const entry = z.strictObject({
    id: identifier.describe('identifier: that of an entry of the catalog, whose fields these replace, or a new one'),
    use: identifier.optional().describe(`entry of catalog/${kind} that a new one starts from`),
    name: z
      .string()
      .min(1)
      .max(200)
      .optional()
      .describe('name in the answers; default: that of the entry, or the identifier'),
    note: z.string().max(2000).optional().describe('a remark; changes nothing'),
    partner: identifier.optional().describe('who provides it'),
    ...fieldsOf[kind],
  });
  return z.array(entry).max(MAX_OWN);
}

const ownEdge = z.strictObject({
  ...overrideSchema(kinds.partners.edges.item),
  kind: z.enum(kinds.partners.edges.item.kind.values).describe(kinds.partners.edges.item.kind.doc),
  from: identifier.describe('provider'),
  to: identifier.describe('consumer'),
  remove: z.boolean().optional().describe('the edge of the book is left out'),
});
const namedList = z
  .array(z.strictObject({ id: identifier, name: z.string().min(1).max(200), country: z.string().max(200).optional() }))
  .max(500);

const network = element('networks', {
  elements: elementsFile.optional().describe('a file of elements of real satellites, in place of these orbits'),
});
const sensor = element('sensors', {
  terminals: words.optional().describe('networks whose terminals it carries'),
  elements: elementsFile.optional().describe('a file of elements of real satellites, in place of these orbits'),
});
const system = element('systems');
const message = element('messages', {
  elements: words.optional().describe('sensors or layers that send or receive them; default: all'),
});

const interceptor = element('interceptors', {
  terminals: words.optional().describe('networks whose terminals the interceptors carry'),
  salvo: finite(1, 20).int().optional().describe('shots of one salvo at one threat; default 1'),
  elements: elementsFile.optional().describe('a file of elements of real satellites, in place of these orbits'),
});

const byDefault = defaults.command;
const command = z.strictObject({
  id: identifier.describe('name of the centre'),
  site: identifier.describe('where it stands: a site of the catalog'),
  terminals: words.optional().describe('networks that it has terminals for, beside the gateways of all networks'),
  decisionS: duration
    .optional()
    .describe(`track of commit quality to decision, in seconds; default ${byDefault.decisionS}`),
  release: z.enum(['automatic', 'human']).optional().describe('who releases the interceptors; default automatic'),
  releaseS: duration
    .optional()
    .describe(`decision to release, in seconds; default ${byDefault.releaseS}, by a human ${byDefault.humanReleaseS}`),
  doctrine: z
    .enum(['barrage', 'shoot-look-shoot'])
    .optional()
    .describe(`all shots at once, or a look before shooting again; default ${byDefault.doctrine}`),
  lookS: finite(0, 3600).optional().describe(`assessment between two salvos; default ${byDefault.lookS}`),
  trackS: finite(0, 3600)
    .optional()
    .describe(`launch to a track of commit quality, where the scenario has no sensors; default ${byDefault.trackS}`),
  commitErrorKm: finite(0.001, 1000)
    .optional()
    .describe(`track error, one sigma, at which the centre commits; default ${byDefault.commitErrorKm}`),
  perMissileShare: finite(0, 1)
    .optional()
    .describe(
      `share of the decision and release time drawn missile by missile, the rest once a raid; default ${byDefault.perMissileShare}`,
    ),
  decisionsPerMin: finite(0.01, 1e6)
    .optional()
    .describe('decisions in a minute, one after the other; default: no limit'),
  deciderCount: finite(1, 1000)
    .int()
    .optional()
    .describe('deciders who work at once, each with that rate; needs `decisionsPerMin`; default 1'),
  threats: words
    .optional()
    .describe(
      'groups of missiles that it decides on; what no centre names is shared out in turn among those that name none',
    ),
  layers: words
    .optional()
    .describe(
      'layers that it decides for, from its own place and with its own doctrine and look; layers that no centre names are those of the centres that name none',
    ),
  delegated: words.optional().describe('layers that fire on their track without a decision of the centre'),
});

const threat = element('threats', {
  count: finite(1, MAX_THREATS).int().describe('missiles in the group'),
  from: places.describe('launch places: sites or coordinates; the missiles take them in turn'),
  toward: places.describe('aim points: sites or coordinates; the missiles take them in turn'),
  startS: finite(0, 86_400).optional().describe('first launch of the group after the start of the raid; default 0'),
  spacingS: finite(0, 86_400).optional().describe('time between its launches; default 0: all at once'),
  loftDeg: finite(-45, 45)
    .optional()
    .describe('angle added at burnout: above 0 lofted, below 0 depressed; default 0, least energy'),
  decoys: finite(0, 10_000)
    .int()
    .optional()
    .describe('decoys that each missile carries beside its warheads; default 0'),
});

const raid = z.strictObject({
  use: identifier.describe(
    'entry of catalog/raids: its groups are the raid, with the counts, places and times that it gives',
  ),
});

const launch = z.strictObject({
  use: z.union([identifier, words]).optional().describe('launch vehicles of the catalog'),
  usdKg: finite(0, 1e6).optional().describe('dollars per kilogram in place of vehicles'),
  override: z
    .array(z.strictObject({ id: identifier, ...fieldsOf.launchers }))
    .max(50)
    .optional()
    .describe('`id` of a vehicle, and its numbers that differ from the catalog'),
});

const route = z.strictObject({
  id: identifier.describe('name of the route'),
  from: z.string().min(1).max(60).describe('a site, or "lat,lon"'),
  to: z.string().min(1).max(60).describe('the other end: a site, or "lat,lon"'),
  networks: words.optional().describe('networks that it may use; default: all'),
});

const inAnalysis = defaults.analysis;
const analysis = z.strictObject({
  trials: finite(1, 10_000_000).int().optional().describe(`raids to simulate; default ${inAnalysis.trials}`),
  seed: finite(0, Number.MAX_SAFE_INTEGER)
    .int()
    .optional()
    .describe(`seed of the random numbers; default ${inAnalysis.seed}`),
  launchWindowS: finite(0, 10 * 86_400)
    .optional()
    .describe(
      `the raid starts at a random time this long after the epoch at most; default ${inAnalysis.launchWindowS}`,
    ),
  horizonYr: finite(1, 60).int().optional().describe(`years of cost and fielding; default ${inAnalysis.horizonYr}`),
  priceYear: finite(1970, 2100).int().optional().describe(`year of the dollars; default ${inAnalysis.priceYear}`),
  startYear: finite(1980, 2100)
    .int()
    .optional()
    .describe('first year of cost and fielding; default: that of the epoch'),
});

/** The scenario file. Everything but a name may be left out; what is left out is not part of the architecture. */
export const scenarioSchema = z.strictObject({
  name: z.string().min(1).max(200).describe('title of the answers'),
  description: z.string().max(4000).optional().describe('what it is, for readers'),
  epochUtc: z.iso
    .datetime({ offset: false, message: 'problem.utc' })
    .describe('start of the simulated time, such as 2028-06-01T00:00:00Z'),
  asOfDate: isoDate
    .optional()
    .describe(
      'the catalog as it was known at this day, month or year; default: all that it holds; --as-of goes before it',
    ),
  sources: sourcesSchema.optional().describe('sources of the scenario beside those of catalog/sources.yaml'),
  sites: ownEntries('sites').optional().describe('places by coordinates, beside those of the catalog'),
  catalog: z
    .strictObject(
      Object.fromEntries(
        (Object.keys(kinds) as Kind[]).map((kind) => [
          kind,
          ownEntries(kind).optional().describe(`entries of catalog/${kind}`),
        ]),
      ) as Record<Kind, z.ZodOptional<ReturnType<typeof ownEntries>>>,
    )
    .optional()
    .describe('entries of the scenario beside those of the catalog, or fields that replace theirs'),
  networks: z.array(network).max(MAX_ELEMENTS).optional().describe('constellations that carry messages'),
  messages: z
    .array(message)
    .max(MAX_ELEMENTS)
    .optional()
    .describe('classes of messages that load the networks; default: those of the catalog, where load is asked for'),
  bridges: z
    .array(
      z.strictObject({
        between: z.tuple([identifier, identifier]).describe('two networks'),
        maxKm: finite(1, 100_000).optional().describe(`longest link; default ${defaults.bridgeMaxKm}`),
      }),
    )
    .max(100)
    .optional()
    .describe('pairs of networks whose satellites may link directly'),
  fibre: z
    .strictObject({
      speedRatio: finite(0.1, 1)
        .optional()
        .describe(`speed of light in it over that in vacuum; default ${defaults.fibre.speedRatio}`),
      detourRatio: finite(1, 5)
        .optional()
        .describe(`length of lines by land over the great circle; default ${defaults.fibre.detourRatio}`),
      seaDetourRatio: finite(1, 5)
        .optional()
        .describe(
          `length over the great circle of sea cables whose own is not given; default ${defaults.fibre.seaDetourRatio}`,
        ),
      routerDelayMs: finite(0, 1000)
        .optional()
        .describe(
          `time at each gateway, landing and site on the ground that a message passes, half of it at an end; default ${defaults.fibre.routerDelayMs}`,
        ),
      cables: words.optional().describe('cables of the catalog that stand; default: all that are ready at the epoch'),
    })
    .optional()
    .describe('fibre by land and sea between gateways, command sites, sensors and layers on the ground'),
  sensors: z.array(sensor).max(MAX_ELEMENTS).optional().describe('infrared satellites and radars'),
  command: z.array(command).max(20).optional().describe('where tracks are made and decisions taken'),
  interceptors: z.array(interceptor).max(MAX_ELEMENTS).optional().describe('layers, the outermost first'),
  systems: z.array(system).max(MAX_ELEMENTS).optional().describe('what costs money and takes no part in the raid'),
  launch: launch.optional().describe('how satellites come up'),
  threat: z
    .union([z.array(threat).max(100), raid])
    .optional()
    .describe('the raid: groups of missiles, or a named one of the catalog by `use` alone'),
  defended: words
    .optional()
    .describe(
      'areas on which no payload may fall: fifty-states, conus, alaska, hawaii, or countries such as canada; a boost is engaged as long as a hit lets the payload miss them; default: to burnout',
    ),
  allies: words.optional().describe('countries whose share of the payloads that fall is told; default: none'),
  partners: z
    .strictObject({
      use: identifier.describe('book in catalog/partners'),
      members: namedList.optional().describe('partners and suppliers beside those of the book'),
      functions: namedList.optional().describe('functions beside those of the book'),
      parts: namedList.optional().describe('shared parts beside those of the book'),
      edges: z
        .array(ownEdge)
        .max(MAX_OWN)
        .optional()
        .describe('dependences beside those of the book; one that the book has (same kind, from, to) is changed'),
    })
    .optional()
    .describe('who provides what, and who supplies whom'),
  economy: z
    .strictObject({ use: identifier.describe('price index in catalog/economy') })
    .optional()
    .describe('price index; default: that of the catalog'),
  failures: failures.optional().describe('what is out of order before the raid starts'),
  programme: z
    .enum(['complete'])
    .optional()
    .describe(
      'complete: the whole as its author published it, all of it standing, and no answer by date; default: as it can be built, date by date',
    ),
  events: z
    .array(event)
    .max(200)
    .optional()
    .describe('what happens to the programme and to what stands: each names a date and one subject'),
  routes: z.array(route).max(500).optional().describe('pairs of places between which latency is told'),
  claims: z
    .array(claimSchema)
    .max(50)
    .optional()
    .describe('what others have claimed of the programme, to be held against the draws'),
  analysis: analysis.optional().describe('how the scenario is computed'),
});

/** A scenario as written, checked for form; `use:` not yet looked up. */
export type Scenario = z.infer<typeof scenarioSchema>;

/** JSON Schema of the scenario file, for editors. */
export function scenarioJsonSchema(): Record<string, unknown> {
  return {
    $id: 'cupola.schema.json',
    title: 'Cupola scenario',
    ...z.toJSONSchema(scenarioSchema, { io: 'input', target: 'draft-7', reused: 'ref' }),
  };
}
