import * as z from 'zod';
import { identifier, isoDate } from '../catalog/field.ts';
import { gatewayBands } from '../catalog/link-kinds.ts';

export const finite = (min: number, max: number) => z.number().min(min).max(max);
const words = z.array(identifier).max(500);

/** What is out of order before the raid starts. */
export const failures = z.strictObject({
  satelliteOutProbability: finite(0, 1)
    .optional()
    .describe('chance that a satellite of any network, sensor or layer is out, beside its own availability; default 0'),
  planesOut: z
    .array(
      z.strictObject({
        element: identifier.optional().describe('a network, sensor or layer of the scenario that flies in shells'),
        network: identifier.optional().describe('another word for `element`; give one of the two'),
        shell: finite(0, 63).int().optional().describe('number of the shell, from 0; default 0'),
        plane: finite(0, 9999).int().describe('number of the plane, from 0'),
      }),
    )
    .max(1000)
    .optional()
    .describe('orbital planes that are out'),
  gatewaysOut: words
    .optional()
    .describe('sites whose gateways are out, of all networks there; their fibre and what else stands there work'),
  cablesOut: words.optional().describe('cables that are cut'),
  landingsOut: words.optional().describe('landings of cables that are lost: every cable ends before them'),
  jammed: z
    .array(
      z.strictObject({
        latDeg: finite(-90, 90).describe('latitude of the middle, north'),
        lonDeg: finite(-180, 180).describe('longitude of the middle, east'),
        radiusKm: finite(1, 20_000).describe('radius on the ground'),
      }),
    )
    .max(100)
    .optional()
    .describe('places around which every gateway and user terminal is jammed'),
  fading: z
    .array(
      z.strictObject({
        sites: words.min(1).describe('gateways that it is about'),
        cause: z.enum(['rain', 'jamming']).optional().describe('default rain'),
        band: z.enum(gatewayBands).optional().describe('networks whose gateway links are of this band; default: all'),
        networks: words.min(1).optional().describe('networks that it is about; default: all with a gateway there'),
        availabilityFraction: finite(0, 1)
          .optional()
          .describe('chance that these links work in a raid, drawn once for a site; default 1'),
        rateFraction: finite(0.001, 1)
          .optional()
          .describe('share of their rate that they have while they work; default 1'),
      }),
    )
    .max(1000)
    .optional()
    .describe('rain and jamming at gateways: how often their links work, or how much they carry'),
  controlPlanesDown: words
    .optional()
    .describe(
      'control planes that are down, by their own name or that of any network on them; every network on them is silent',
    ),
  partnersOff: words
    .optional()
    .describe('partners switched off: what they provide stops at once, what they only build goes on'),
});

/** A year alone is a number in YAML. */
const day = z.union([isoDate, finite(1000, 9999).int()]);

/** What happens on a date. */
export const event = z.strictObject({
  date: day.describe('first day on which it holds, such as 2031, 2031-04 or 2031-04-15'),
  untilDate: day
    .optional()
    .describe('partner, network, cable or landing: first day on which it holds no more; default: for good'),
  partner: identifier.optional().describe('a partner, or a part that others share, who `stops` or is `denied`'),
  vehicle: identifier.optional().describe('a launch vehicle of the scenario that is `grounded`'),
  element: identifier.optional().describe('a network, sensor or layer of which units are `lost`'),
  network: identifier.optional().describe('a network that is `silent`'),
  cable: identifier.optional().describe('a cable that is `cut`'),
  landing: identifier.optional().describe('a site at which cables come ashore, `cut` with all of them'),
  budget: finite(0, 1e9)
    .optional()
    .describe(
      'millions of dollars a year for units and launches from then on; within a year it counts for the part that is left',
    ),
  what: z
    .enum(['stops', 'denied', 'grounded', 'lost', 'silent', 'cut'])
    .optional()
    .describe(
      'stops: makes and launches nothing more; denied: what it provides or controls is out as well; grounded, lost, silent, cut',
    ),
  months: finite(0.03, 720).optional().describe('vehicle: months on the ground'),
  share: finite(0, 1).optional().describe('element: share lost of what stands, evenly spread'),
  planes: finite(1, 10_000).int().optional().describe('element: orbital planes lost, evenly spread'),
  sites: words.optional().describe('element: sites lost'),
});
