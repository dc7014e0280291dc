import type { Architecture } from '../flow/architecture.ts';
import { InputError, type Problem } from '../flow/problems.ts';
import { type Said, said } from '../flow/said.ts';
import { parseLatLon, swapQuestion } from '../physics/lat-lon.ts';
import type { RouteLoss } from '../transport/losses.ts';
import type { Outages } from '../transport/outages.ts';
import type { RouteEvent, RouteSample } from '../transport/route-series.ts';
import type { Transport } from '../transport/transport.ts';
import { say, tell } from '../words/words.ts';
import { collect } from './collect.ts';
import type { CommandContext, CommandSpec } from './command.ts';

const MAX_SAMPLES = 100_000;

/** `cupola route`: path and latency between two places over time. */
export const command: CommandSpec = {
  name: 'route',
  readsScenario: true,
  summary: 'Path and latency between two places, at given times or over a while',
  configure(program) {
    program
      .option('--from <place>', 'site, "lat,lon", command centre, or a satellite of a layer such as sbi/12')
      .option('--to <place>', 'the other end; without both: the routes of the scenario over each network')
      .option('--at <seconds>', 'seconds after the epoch, comma separated', '0')
      .option('--duration <seconds>', 'a series from the first time of --at')
      .option('--step <seconds>', 'between samples of the series', '10')
      .option('--without <name>', 'as if this network, or all of this partner, were gone (repeatable)', collect)
      .option('--lose <name@s>', 'a network, a partner or a gateway is lost at that moment (repeatable)', collect)
      .option('--convergence <s>', 'routing finds other ways so long after a loss; default: as the networks state')
      .option('--json', 'one JSON document');
  },
  examples: [
    'cupola route scenarios/networks.yaml',
    'cupola route scenarios/networks.yaml --from tokyo --to london --at 0,600',
    'cupola route scenarios/networks.yaml --from 40.7,-74.0 --to london --duration 600 --step 10',
    'cupola route scenarios/networks.yaml --from tokyo --to london --duration 60 --step 10 --lose sdn@20 --convergence 15',
    'cupola route scenarios/golden-dome.yaml --from schriever --to sbi/100 --without starshield --json',
  ],
  async run(context) {
    const { args, options } = context;
    const words = askedOf(options);
    const { loadScenarioFile } = await import('./load-scenario.ts');
    const { architecture } = await loadScenarioFile(args[0]!, options);
    const asked = { ...words, without: await networksWithout(architecture, words.without) };
    await addSites(architecture, [asked.from, asked.to]);
    const transport = await compile(architecture, context);
    if (asked.from === undefined || asked.to === undefined) return tableOf(transport, asked, context);
    return routeOf(transport, { ...asked, from: asked.from, to: asked.to }, context);
  },
};

interface Asked {
  from?: string;
  to?: string;
  atS: number[];
  durationS?: number;
  stepS: number;
  without: string[];
  lose: { name: string; atS: number }[];
  convergenceS?: number;
}

/** Options as numbers; every problem at once. */
function askedOf(options: Record<string, unknown>): Asked {
  const problems: InputError['problems'] = [];
  const bad = (path: string, why: Said) => void problems.push({ code: 'bad-option', path, said: why });
  const number = (path: string, word: string, min: number) => {
    const value = word.trim() === '' ? Number.NaN : Number(word);
    if (!(value >= min && value < 1e10)) bad(path, said('option.seconds', { min, word }));
    return value;
  };
  const atS = String(options.at)
    .split(',')
    .map((word) => number('--at', word, -1e10));
  const durationS = options.duration === undefined ? undefined : number('--duration', String(options.duration), 0);
  const stepS = number('--step', String(options.step), 1e-3);
  if (durationS !== undefined && durationS / stepS > MAX_SAMPLES)
    bad('--step', said('command.samples', { count: Math.floor(durationS / stepS), limit: MAX_SAMPLES }));
  const lose = ((options.lose ?? []) as string[]).map((word) => {
    const [name = '', time = '', ...rest] = word.split('@');
    const isTime = time.trim() !== '' && Number.isFinite(Number(time));
    if (!name || !isTime || rest.length > 0)
      bad('--lose', said('route.unknown-loss', { example: 'starlink@300', word }));
    return { name, atS: Number(time) };
  });
  const convergenceS =
    options.convergence === undefined ? undefined : number('--convergence', String(options.convergence), 0);
  const { from, to } = options as { from?: string; to?: string };
  if ((from === undefined) !== (to === undefined))
    bad(from === undefined ? '--from' : '--to', said('option.both-ends'));
  if (lose.length > 0 && from === undefined) bad('--lose', said('option.only-with', { other: 'from' }));
  if (convergenceS !== undefined && lose.length === 0)
    bad('--convergence', said('option.only-with', { other: 'lose' }));
  if (problems.length > 0) throw new InputError(problems);
  return { from, to, atS, durationS, stepS, without: (options.without ?? []) as string[], lose, convergenceS };
}

/** Networks that are gone: each by its own name, or all of a partner. @throws InputError for a name that is neither */
async function networksWithout(architecture: Architecture, without: readonly string[]): Promise<string[]> {
  const { networks } = architecture;
  const known = [...new Set(networks.flatMap(({ id, partner }) => (partner ? [id, partner] : [id])))];
  const unknown = without.filter((id) => !known.includes(id));
  const problems: Problem[] = [];
  if (unknown.length > 0) {
    const { suggestion } = await import('../catalog/suggestion.ts');
    for (const id of unknown) {
      const all = known.length > 0 ? known : said('command.none');
      const hint = suggestion(id, known) || said('command.it-has', { known: all });
      problems.push({ code: 'unknown-network', path: '--without', said: said('command.no-network-of', { id, hint }) });
    }
  }
  if (networks.length === 0) problems.push({ code: 'no-network', path: 'networks', said: said('command.no-network') });
  if (problems.length > 0) throw new InputError(problems);
  return networks
    .filter(({ id, partner = '' }) => [id, partner].some((word) => without.includes(word)))
    .map(({ id }) => id);
}

/** Adds sites of the catalog that only the command line names. @throws InputError for a word that names no place */
async function addSites(architecture: Architecture, words: (string | undefined)[]): Promise<void> {
  const elements = [...architecture.sensors, ...architecture.interceptors, ...architecture.command];
  const missing = words.filter(
    (word): word is string =>
      word !== undefined &&
      !word.includes(',') &&
      !architecture.sites[word] &&
      !elements.some(({ id }) => id === word.split(/[/:]/)[0]),
  );
  if (missing.length === 0) return;
  const { loadInstalledCatalog } = await import('./load-catalog.ts');
  const { entries } = await loadInstalledCatalog();
  const unknown = missing.filter((id) => !Object.hasOwn(entries.sites, id));
  if (unknown.length > 0) {
    const { suggestion } = await import('../catalog/suggestion.ts');
    const known = [...Object.keys(entries.sites), ...elements.map(({ id }) => id)];
    throw new InputError(
      unknown.map((id) => ({
        code: 'unknown-place',
        path: '',
        said: said('command.no-place', { id, hint: suggestion(id, known) || said('problem.semicolon') }),
      })),
    );
  }
  for (const id of missing) {
    const entry = entries.sites[id];
    const fields = entry.fields as Record<'latDeg' | 'lonDeg' | 'heightM', { value: number } | undefined>;
    architecture.sites[id] = {
      id,
      name: entry.name,
      latDeg: fields.latDeg!.value,
      lonDeg: fields.lonDeg!.value,
      heightM: fields.heightM?.value,
    };
  }
}

async function compile(architecture: Architecture, { note }: CommandContext): Promise<Transport> {
  const [{ buildElements }, { healthNotes }, { prepareTransport }, { transportProblems }] = await Promise.all([
    import('../world/elements.ts'),
    import('../world/health-notes.ts'),
    import('../transport/transport.ts'),
    import('../transport/problems.ts'),
  ]);
  const { errors, warnings } = transportProblems(architecture);
  if (errors.length > 0) throw new InputError(errors);
  for (const warning of warnings) note(say('told.warning', { what: warning }));
  const elements = buildElements(architecture);
  for (const sentence of healthNotes(elements.space, architecture.epochUtc)) note(tell(sentence));
  return prepareTransport(architecture, elements);
}

/** What the scenario states as out; nothing is out by chance. */
async function statedOutages(transport: Transport): Promise<Outages> {
  const [{ prepareForce }, { outagesOf }] = await Promise.all([
    import('../force/availability.ts'),
    import('../transport/outages.ts'),
  ]);
  return outagesOf(transport, prepareForce(transport.architecture, transport).stated);
}

/** Whether the coordinates of a word were exchanged. */
function placeQuestion(word: string): Said | undefined {
  const latLon = parseLatLon(word);
  return latLon && swapQuestion(latLon);
}

/** What is lost on the way: networks by their own name or by their partner, gateways by their site. @throws InputError for other names */
async function lossesOf(transport: Transport, { lose, convergenceS }: Asked): Promise<RouteLoss[]> {
  if (lose.length === 0) return [];
  const [{ routeLossOf }, { suggestion }] = await Promise.all([
    import('../transport/losses.ts'),
    import('../catalog/suggestion.ts'),
  ]);
  const { networks, gateways } = transport;
  const sites = gateways.map(({ site }) => site);
  const ids = networks.flatMap(({ plan: { id, partner } }) => (partner ? [id, partner] : [id]));
  const known = [...new Set([...ids, ...sites])];
  const unknown = lose.filter(({ name }) => !known.includes(name));
  if (unknown.length > 0)
    throw new InputError(
      unknown.map(({ name: id }) => ({
        code: 'unknown-network',
        path: '--lose',
        said: said('route.no-loss-of', { id, hint: suggestion(id, known) || said('command.it-has', { known: ids }) }),
      })),
    );
  return lose.map(({ name, atS }) => {
    const lost = networks.filter(({ plan: { id, partner } }) => id === name || partner === name);
    const what = { networks: lost.map(({ plan }) => plan.id), gateways: sites.includes(name) ? [name] : [] };
    return routeLossOf(transport, atS, what, convergenceS);
  });
}

type Ends = Asked & { from: string; to: string };

async function routeOf(transport: Transport, asked: Ends, context: CommandContext): Promise<number> {
  const [{ routeEnd }, { withoutNetworks }, { routeThroughLosses }, { routeSeries }, text, { colorStyle, plainStyle }] =
    await Promise.all([
      import('../transport/ends.ts'),
      import('../transport/outages.ts'),
      import('../transport/losses.ts'),
      import('../transport/route-series.ts'),
      import('./route-text.ts'),
      import('../report/text.ts'),
    ]);
  for (const question of [asked.from, asked.to].map((word) => placeQuestion(word)))
    if (question) context.note(say('told.warning', { what: question }));
  const from = routeEnd(transport, asked.from);
  const to = routeEnd(transport, asked.to);
  const outages = withoutNetworks(transport, await statedOutages(transport), asked.without);
  const losses = await lossesOf(transport, asked);
  const style = context.color ? colorStyle : plainStyle;
  if (asked.durationS === undefined) {
    const samples = asked.atS.map((tS) => ({
      tS,
      route: routeThroughLosses(transport, { from, to }, tS, outages, losses),
    }));
    context.out(
      context.options.json
        ? await jsonOf(transport, samples)
        : text.samplesText(transport, samples, style, context.columns),
    );
    return 0;
  }
  const { samples, events } = routeSeries(
    transport,
    from,
    to,
    { fromS: asked.atS[0], durationS: asked.durationS, stepS: asked.stepS },
    outages,
    losses,
  );
  context.out(
    context.options.json
      ? await jsonOf(transport, samples, events)
      : text.seriesText(transport, samples, events, style, context.columns),
  );
  return 0;
}

/** Samples as other programs read them; in a series each has the events since the one before. */
async function jsonOf(
  transport: Transport,
  samples: readonly RouteSample[],
  events?: readonly RouteEvent[],
): Promise<string> {
  const [{ isRoute }, { withAccess }, { routeLateness }] = await Promise.all([
    import('../transport/route.ts'),
    import('../transport/access.ts'),
    import('../transport/lateness.ts'),
  ]);
  const rounded = (valueMs: number) => Number(valueMs.toFixed(6));
  let next = 0;
  const list = samples.map(({ tS, route }) => {
    const found = isRoute(route);
    const access = found ? withAccess(transport, route) : null;
    const late = found ? routeLateness(transport, [route]) : null;
    const since: object[] = [];
    for (; events && next < events.length && events[next].tS <= tS; next++)
      since.push({ tS: rounded(events[next].tS), kind: events[next].kind });
    return {
      tS,
      rttMs: found ? rounded(2000 * route.oneWayS) : null,
      oneWayMs: found ? rounded(1000 * route.oneWayS) : null,
      rttWithAccessMs: access && {
        low: rounded(1000 * access.lowS),
        median: rounded(1000 * access.medianS),
        high: rounded(1000 * access.highS),
      },
      rttLatenessMs: late && {
        median: rounded(1000 * late.medianS),
        p95: rounded(1000 * late.p95S),
        p99: rounded(1000 * late.p99S),
      },
      path: found ? route.path : [],
      networks: found ? route.networks : [],
      partners: found ? route.partners : [],
      gateways: found ? route.gateways : [],
      hopCount: found ? route.hopCount : 0,
      ...(found ? {} : { reason: route.reason }),
      ...(events ? { events: since } : {}),
    };
  });
  return JSON.stringify(list, null, 2);
}

async function tableOf(transport: Transport, { atS, durationS, stepS, without }: Asked, context: CommandContext) {
  if (transport.architecture.routes.length === 0) {
    throw new InputError([{ code: 'no-route', path: 'routes', said: said('command.no-routes') }]);
  }
  const [{ routeTable }, text, { colorStyle, plainStyle }] = await Promise.all([
    import('../transport/route-table.ts'),
    import('./route-text.ts'),
    import('../report/text.ts'),
  ]);
  const spanS = durationS ?? 86_400;
  const count = durationS === undefined ? 25 : Math.floor(durationS / stepS) + 1;
  const timesS =
    atS.length > 1
      ? atS
      : Array.from({ length: count }, (_, i) => atS[0] + (durationS === undefined ? (i * spanS) / count : i * stepS));
  const table = routeTable(transport, timesS, await statedOutages(transport), without);
  context.out(
    context.options.json
      ? JSON.stringify(table, null, 2)
      : text.routeTableText(table, context.color ? colorStyle : plainStyle),
  );
  return 0;
}
