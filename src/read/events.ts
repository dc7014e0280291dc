import type { Catalog } from '../catalog/entry.ts';
import { problemAt, suggestion } from '../catalog/yaml-document.ts';
import { departureOf } from '../dependence/departure.ts';
import type { Architecture } from '../flow/architecture.ts';
import { type EventPlan, type LossEvent, yearsTo } from '../flow/events.ts';
import { type Said, said } from '../flow/said.ts';
import { costOf } from '../programme/cost.ts';
import { costProblems } from '../programme/cost-problems.ts';
import { launcherPlans } from './catalog-plans.ts';
import { fliesFromFile, partnersOf } from './check-failures.ts';
import type { MergeContext } from './merge.ts';
import type { Scenario } from './schema.ts';

type Written = Omit<NonNullable<Scenario['events']>[number], 'date' | 'untilDate'> & {
  date: string;
  untilDate?: string;
};

/** What each subject of an event may be said to do, and the keys that say how. */
const SUBJECTS = {
  partner: { what: ['stops', 'denied'], keys: ['untilDate'] },
  vehicle: { what: ['grounded'], keys: ['months'] },
  element: { what: ['lost'], keys: ['share', 'planes', 'sites'] },
  network: { what: ['silent'], keys: ['untilDate'] },
  cable: { what: ['cut'], keys: ['untilDate'] },
  landing: { what: ['cut'], keys: ['untilDate'] },
  budget: { what: [], keys: [] },
} as const;
type Subject = keyof typeof SUBJECTS;
const subjects = Object.keys(SUBJECTS) as Subject[];
const details = ['untilDate', 'months', 'share', 'planes', 'sites'] as const;

/** A yearly budget below this, in millions, is asked about: it may be meant in billions. */
const FEW_MUSD = 1000;
/** A programme that costs no more than so many times a budget in a mean year may well have so small a one. */
const MEAN_TO_BUDGET = 10;

/**
 * The events of a scenario, checked and made ready for the programme: what a partner takes, which planes are lost, in order of time.
 * What names nothing, lies outside the horizon or cannot be meant is added to the problems of the context.
 */
export function addEvents(architecture: Architecture, scenario: Scenario, context: MergeContext): void {
  const events = (scenario.events ?? []).map(withDates);
  if (events.length === 0) return;
  const check = new EventCheck(architecture, context);
  for (const [i, event] of events.entries()) check.check(event, ['events', i]);
  if (context.problems.length > 0) return;
  const made = events.map((event) => planOf(event, architecture, context));
  architecture.events = made.sort((a, b) => a.atYr - b.atYr);
  for (const event of made)
    if (event.kind === 'partner' && event.vehicles.length === 0 && event.elements.length === 0)
      context.notes.push(said('note.event-idle', { date: event.date, id: event.partner }));
  context.notes.push(said('note.events', { count: events.length }));
}

function withDates({ date, untilDate, ...event }: NonNullable<Scenario['events']>[number]): Written {
  return { ...event, date: String(date), ...(untilDate !== undefined && { untilDate: String(untilDate) }) };
}

/** The architecture with one event more: a partner or part who leaves on a date. */
export function withDeparture(
  architecture: Architecture,
  { partner, what, date }: { partner: string; what: 'stops' | 'denied'; date: string },
  catalog: Catalog,
): Architecture {
  const takes = departureOf(architecture, { partner, what }, launcherPlans(catalog, architecture.launch.launchers));
  const atYr = yearsTo(date, architecture.analysis.startYear);
  const events: EventPlan[] = [
    ...(architecture.events ?? []),
    { kind: 'partner', date, atYr, partner, what, ...takes },
  ];
  return {
    ...architecture,
    events: events.sort((a, b) => a.atYr - b.atYr),
    notes: [
      ...architecture.notes.filter(({ code }) => code !== 'note.events'),
      said('note.events', { count: events.length }),
    ],
  };
}

class EventCheck {
  readonly #architecture: Architecture;
  readonly #context: MergeContext;

  constructor(architecture: Architecture, context: MergeContext) {
    this.#architecture = architecture;
    this.#context = context;
  }

  check(event: Written, path: PropertyKey[]): void {
    this.#checkDates(event, path);
    const named = subjects.filter((subject) => event[subject] !== undefined);
    const [subject] = named;
    if (subject === undefined || named.length > 1) {
      const at = named.length > 1 ? [...path, named[1]] : path;
      this.#add(at, 'rule', said('problem.event-subject', { subjects }));
      return;
    }
    this.#checkWords(event, subject, path);
    if (subject === 'partner') this.#checkPartner(event.partner!, [...path, 'partner']);
    else if (subject === 'vehicle') this.#checkVehicle(event, path);
    else if (subject === 'element') this.#checkElement(event, path);
    else if (subject === 'network') this.#checkNetwork(event.network!, [...path, 'network']);
    else if (subject === 'cable' || subject === 'landing') this.#checkLine(event[subject]!, subject, path);
    else this.#checkBudget(event.budget!, [...path, 'budget']);
  }

  #add(path: PropertyKey[], code: string, sentence: Said): void {
    this.#context.problems.push(problemAt(this.#context.document, path, code, sentence));
  }

  #checkDates({ date, untilDate }: Written, path: PropertyKey[]): void {
    const { startYear, horizonYr } = this.#architecture.analysis;
    const atYr = yearsTo(date, startYear);
    if (!(atYr >= 0 && atYr <= horizonYr)) {
      const outside = said('problem.event-outside', { date, from: startYear, to: startYear + horizonYr });
      this.#add([...path, 'date'], 'date-outside', outside);
    }
    if (untilDate !== undefined && yearsTo(untilDate, startYear) <= atYr)
      this.#add([...path, 'untilDate'], 'date-order', said('problem.event-until', { date, untilDate }));
  }

  /** Words and keys that go with what the event is about. */
  #checkWords(event: Written, subject: Subject, path: PropertyKey[]): void {
    const { what, keys } = SUBJECTS[subject];
    const given = event.what;
    if (what.length > 0 && !(what as readonly unknown[]).includes(given)) {
      const at = given === undefined ? path : [...path, 'what'];
      this.#add(at, 'rule', said('problem.event-what', { subject, words: what.join(' | ') }));
    }
    const others = details.filter((key) => event[key] !== undefined && !(keys as readonly string[]).includes(key));
    for (const key of [...(what.length === 0 && given !== undefined ? ['what'] : []), ...others])
      this.#add([...path, key], 'rule', said('problem.event-key', { key, subject }));
  }

  #checkPartner(id: string, path: PropertyKey[]): void {
    if (this.#context.unresolved.size > 0) return; // an entry was not found: what it would have brought is not known
    const { partners } = this.#architecture;
    const known = [...partnersOf(this.#architecture), ...(partners?.parts ?? []).map((part) => part.id)];
    if (known.includes(id)) return;
    this.#add(path, 'unknown-partner', said('problem.no-partner-here', { id, hint: suggestion(id, known) }));
  }

  #checkVehicle({ vehicle: id, months }: Written, path: PropertyKey[]): void {
    const known = this.#architecture.launch.launchers.map((launcher) => launcher.id);
    if (!known.includes(id!)) {
      const { partners } = this.#architecture;
      const isOfBook = partners?.edges?.some(({ kind, from }) => kind === 'launches' && from === id) ?? false;
      const isElsewhere = isOfBook || Object.hasOwn(this.#context.catalog.entries.launchers, id!);
      if (isElsewhere) this.#add([...path, 'vehicle'], 'unknown-vehicle', said('problem.not-in-launch', { id: id! }));
      else {
        const unknown = said('problem.no-vehicle-here', { id: id!, hint: suggestion(id!, known) });
        this.#add([...path, 'vehicle'], 'unknown-vehicle', unknown);
      }
    }
    if (months === undefined) this.#add(path, 'missing', said('problem.event-months'));
  }

  #checkElement(event: Written, path: PropertyKey[]): void {
    const id = event.element!;
    const element = elementOf(this.#architecture, id);
    if (!element) {
      const hint = suggestion(
        id,
        elementsOf(this.#architecture).map((each) => each.id),
      );
      this.#add([...path, 'element'], 'unknown-element', said('problem.no-element-here', { id, hint }));
    }
    const given = (['share', 'planes', 'sites'] as const).filter((key) => event[key] !== undefined);
    if (given.length !== 1)
      this.#add(given.length > 1 ? [...path, given[1]] : path, 'rule', said('problem.event-how-much'));
    if (!element || this.#context.unresolved.has(id)) return;
    if (event.planes !== undefined) this.#checkPlanes(element, event.planes, [...path, 'planes']);
    const sites = element.sites ?? [];
    event.sites?.forEach((site, k) => {
      if (sites.includes(site)) return;
      const unknown = said('problem.event-site', { id, site, hint: suggestion(site, sites) });
      this.#add([...path, 'sites', k], 'unknown-site', unknown);
    });
  }

  #checkPlanes(element: Element, planes: number, path: PropertyKey[]): void {
    const { id } = element;
    if (fliesFromFile(element, this.#context)) this.#add(path, 'no-planes', said('problem.flies-from-file', { id }));
    else if (!element.shells?.length) this.#add(path, 'no-planes', said('problem.no-shells', { id }));
    else {
      const most = planesOf(element).length;
      if (planes <= most) return;
      this.#add(path, 'out-of-range', said('problem.event-planes', { id, planes, most }));
    }
  }

  #checkNetwork(id: string, path: PropertyKey[]): void {
    const known = this.#architecture.networks.map((network) => network.id);
    if (!known.includes(id))
      this.#add(path, 'unknown-network', said('problem.unknown-network', { id, hint: suggestion(id, known) }));
  }

  #checkLine(id: string, subject: 'cable' | 'landing', path: PropertyKey[]): void {
    if (this.#context.unresolved.size > 0) return;
    const { cables, landings } = this.#architecture.fibre;
    const known = subject === 'cable' ? cables.map((cable) => cable.id) : Object.keys(landings);
    if (known.includes(id)) return;
    const unknown = subject === 'cable' ? 'problem.no-cable' : 'problem.no-landing';
    this.#add([...path, subject], `unknown-${subject}`, said(unknown, { id, hint: suggestion(id, known) }));
  }

  #checkBudget(musd: number, path: PropertyKey[]): void {
    if (musd > 0 && musd < FEW_MUSD && !this.#isCheap(musd))
      this.#add(path, 'wrong-unit', said('problem.event-billions', { musd, perhaps: String(musd * 1000) }));
  }

  /** Whether so small a budget a year is of the order of what the whole costs. */
  #isCheap(musd: number): boolean {
    const { problems } = this.#context;
    if (problems.length > 0 || costProblems(this.#architecture).length > 0) return false;
    const { totalMusd, years } = costOf(this.#architecture);
    return totalMusd / years <= MEAN_TO_BUDGET * musd;
  }
}

interface Element {
  id: string;
  sites?: string[];
  shells?: { planes: number; satellitesPerPlane: number }[];
  geostationary?: unknown[];
  elliptical?: unknown[];
}

function elementsOf({ networks, sensors, interceptors }: Architecture): Element[] {
  return [...networks, ...sensors, ...interceptors];
}

function elementOf(architecture: Architecture, id: string): Element | undefined {
  return elementsOf(architecture).find((element) => element.id === id);
}

function planesOf({ shells = [] }: Element): { shell: number; plane: number }[] {
  return shells.flatMap(({ planes }, shell) => Array.from({ length: planes }, (_, plane) => ({ shell, plane })));
}

function planOf(event: Written, architecture: Architecture, { catalog }: MergeContext): EventPlan {
  const { date, untilDate, partner, vehicle, element, network } = event;
  const { startYear } = architecture.analysis;
  const at = { date, atYr: yearsTo(date, startYear) };
  const lasts = { ...at, ...(untilDate !== undefined && { untilYr: yearsTo(untilDate, startYear) }) };
  if (partner !== undefined) {
    const what = event.what as 'stops' | 'denied';
    const takes = departureOf(architecture, { partner, what }, launcherPlans(catalog, architecture.launch.launchers));
    return { kind: 'partner', ...lasts, partner, what, ...takes };
  }
  if (vehicle !== undefined) return { kind: 'grounding', ...at, vehicle, months: event.months! };
  if (network !== undefined) return { kind: 'silence', ...lasts, network };
  if (event.cable !== undefined || event.landing !== undefined)
    return { kind: 'cable', ...lasts, cable: event.cable, landing: event.landing };
  if (element !== undefined)
    return { kind: 'loss', ...at, element, ...lossOf(event, elementOf(architecture, element)!) };
  return { kind: 'budget', ...at, musdYr: event.budget! };
}

/** The share of its units that an element loses, and which planes or sites. */
function lossOf(
  { share, planes, sites }: Written,
  element: Element,
): Pick<LossEvent, 'lostFraction' | 'planes' | 'sites'> {
  if (share !== undefined) return { lostFraction: share };
  if (sites !== undefined) {
    const all = element.sites!;
    return { lostFraction: all.filter((site) => sites.includes(site)).length / all.length, sites };
  }
  const { shells = [], geostationary = [], elliptical = [] } = element;
  const all = planesOf(element);
  const lost = Array.from({ length: planes! }, (_, k) => all[Math.floor((k * all.length) / planes!)]);
  const inPlanes = (list: typeof all) => list.reduce((sum, { shell }) => sum + shells[shell].satellitesPerPlane, 0);
  return { lostFraction: inPlanes(lost) / (inPlanes(all) + geostationary.length + elliptical.length), planes: lost };
}
