import * as z from 'zod';
import { identifier, overrideSchema } from '../catalog/field.ts';
import { type Kind, kinds } from '../catalog/kinds.ts';

const MAX_ELEMENTS = 200;
const MAX_THREATS = 2000;

const finite = (min: number, max: number) => z.number().min(min).max(max);
const words = z.array(identifier).max(500);

const coordinates = z.strictObject({
  latDeg: finite(-90, 90),
  lonDeg: finite(-180, 180),
  heightM: finite(-500, 9000).optional(),
  name: z.string().max(100).optional(),
});
const place = z.union([identifier, coordinates]).describe('a site of the catalog, or coordinates');
const places = z.union([place, z.array(place).min(1).max(200)]);

const duration = z
  .union([
    finite(0, 86_400),
    z
      .strictObject({ low: finite(0, 86_400), mode: finite(0, 86_400), high: finite(0, 86_400) })
      .refine(({ low, mode, high }) => low <= mode && mode <= high, 'expected low <= mode <= high'),
  ])
  .describe('seconds, or { low, mode, high } of a triangular distribution');

const elementsFile = z.strictObject({
  file: z.string().min(1).max(500).describe('TLE or OMM file (JSON, CSV, XML), relative to the scenario'),
});

/** An element: a catalog entry by `use`, any of its fields replaced beside it. */
function element(kind: Kind, extra: Record<string, z.ZodType> = {}) {
  return z.strictObject({
    id: identifier,
    use: identifier.optional().describe(`entry of catalog/${kind}`),
    name: z.string().max(200).optional(),
    note: z.string().max(2000).optional(),
    partner: identifier.optional().describe('who provides it'),
    ...overrideSchema(kinds[kind]),
    ...extra,
  });
}

const network = element('networks', { elements: elementsFile.optional() });
const sensor = element('sensors', {
  terminals: words.optional().describe('networks whose terminals it carries'),
  elements: elementsFile.optional(),
});
const system = element('systems');

const interceptor = element('interceptors', {
  terminals: words.optional().describe('networks whose terminals the interceptors carry'),
  salvo: finite(1, 20).int().optional().describe('shots of one salvo at one threat; default 1'),
  elements: elementsFile.optional(),
});

const command = z.strictObject({
  id: identifier,
  site: identifier,
  terminals: words.optional(),
  decisionS: duration.optional(),
  release: z.enum(['automatic', 'human']).optional(),
  releaseS: duration.optional(),
  doctrine: z.enum(['barrage', 'shoot-look-shoot']).optional(),
  lookS: finite(0, 3600).optional().describe('assessment between two salvos'),
  trackS: finite(0, 3600).optional().describe('launch to a track of commit quality, where the scenario has no sensors'),
  commitErrorKm: finite(0.001, 1000).optional().describe('track error, one sigma, at which the centre commits'),
});

const threat = element('threats', {
  count: finite(1, MAX_THREATS).int(),
  from: places,
  toward: places,
  startS: finite(0, 86_400).optional(),
  spacingS: finite(0, 86_400).optional(),
  loftDeg: finite(-30, 30).optional(),
  decoys: finite(0, 10_000).int().optional(),
});

const launch = z.strictObject({
  use: z.union([identifier, words]).optional().describe('launch vehicles of the catalog'),
  usdKg: finite(0, 1e6).optional().describe('dollars per kilogram in place of vehicles'),
  override: z
    .array(z.strictObject({ id: identifier, ...overrideSchema(kinds.launchers) }))
    .max(50)
    .optional()
    .describe('numbers of vehicles that differ from the catalog'),
});

const failures = z.strictObject({
  satelliteOutProbability: finite(0, 1).optional(),
  planesOut: z
    .array(
      z.strictObject({
        network: identifier,
        shell: finite(0, 63).int().optional(),
        plane: finite(0, 9999).int(),
      }),
    )
    .max(1000)
    .optional(),
  gatewaysOut: words.optional(),
  jammed: z
    .array(z.strictObject({ latDeg: finite(-90, 90), lonDeg: finite(-180, 180), radiusKm: finite(1, 20_000) }))
    .max(100)
    .optional(),
  controlPlanesDown: words.optional().describe('networks whose control plane is down'),
  partnersOff: words.optional().describe('partners switched off: all they provide is out'),
});

const route = z.strictObject({
  id: identifier,
  from: z.string().min(1).max(60).describe('a site, or "lat,lon"'),
  to: z.string().min(1).max(60),
  networks: words.optional(),
});

const analysis = z.strictObject({
  trials: finite(1, 10_000_000).int().optional(),
  seed: finite(0, Number.MAX_SAFE_INTEGER).int().optional(),
  launchWindowS: finite(0, 10 * 86_400).optional(),
  horizonYr: finite(1, 60).int().optional(),
  priceYear: finite(1970, 2100).int().optional(),
  startYear: finite(1980, 2100).int().optional(),
});

/** The scenario file. Everything but a name may be left out; what is left out is not part of the architecture. */
export const scenarioSchema = z.strictObject({
  name: z.string().min(1).max(200),
  description: z.string().max(4000).optional(),
  epochUtc: z.iso.datetime({ offset: false, message: 'expected a UTC time such as 2028-06-01T00:00:00Z' }),
  networks: z.array(network).max(MAX_ELEMENTS).optional(),
  bridges: z
    .array(z.strictObject({ between: z.tuple([identifier, identifier]), maxKm: finite(1, 100_000).optional() }))
    .max(100)
    .optional()
    .describe('pairs of networks whose satellites may link directly'),
  fibre: z
    .strictObject({ speedRatio: finite(0.1, 1).optional(), detourRatio: finite(1, 5).optional() })
    .optional()
    .describe('cables between gateways and command sites'),
  sensors: z.array(sensor).max(MAX_ELEMENTS).optional(),
  command: z.array(command).max(20).optional(),
  interceptors: z.array(interceptor).max(MAX_ELEMENTS).optional(),
  systems: z.array(system).max(MAX_ELEMENTS).optional(),
  launch: launch.optional(),
  threat: z.array(threat).max(100).optional(),
  partners: z.strictObject({ use: identifier }).optional(),
  economy: z.strictObject({ use: identifier }).optional(),
  failures: failures.optional(),
  routes: z.array(route).max(500).optional(),
  analysis: analysis.optional(),
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
