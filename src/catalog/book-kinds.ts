import {
  bases,
  choice,
  dateText,
  maybeChoice,
  maybeDate,
  maybeFlag,
  maybeList,
  maybeQuantity,
  maybeRecords,
  maybeText,
  maybeWords,
  maybeYear,
  quantity,
  type Shape,
  text,
  year,
} from './field.ts';

/** Classes of programme by how much their cost grows. */
export const growthClasses = ['space', 'missile-defence', 'ground', 'launch', 'software'] as const;

const contractKinds = [
  'ffp',
  'cost-plus',
  'ota',
  'idiq',
  'service',
  'prize',
  'grant',
  'license',
  'self-funded',
  'other',
] as const;

/** Rules of the catalog's check from which an entry or an edge may be excepted. */
export const checkRules = ['range', 'launch-price', 'shares', 'vehicle', 'past-edge', 'fact', 'source'] as const;

/** Where a rule of the check does not hold, and why. */
export const exceptionShape = {
  rule: choice('rule that does not hold', checkRules),
  field: maybeText('field that it does not hold for, as `shells[0].altitudeKm`; default: all'),
  why: text('the reason'),
} satisfies Shape;

/** What a record rests on, and since when it is known. */
const recordFields = {
  knownFrom: maybeDate('when it became public, ISO 8601; default: its date, else that of its source'),
  source: text('key in catalog/sources.yaml'),
  where: text('page, table or section; for an assumption: the reason'),
  basis: choice('how far to trust it', bases),
  quotedBy: maybeText('key of the source that was read, where it only quotes the first'),
  exceptions: maybeList('rules of the check that do not hold here, and why', exceptionShape, 20),
} satisfies Shape;

/** Prices by year, to turn one price year into another, and the exchange rate of the entry. */
export const economyShape = {
  deflators: maybeList(
    'price index by year',
    {
      year: quantity('calendar or fiscal year', { min: 1950, max: 2100, integer: true }),
      index: quantity('price level', { min: 0.001, max: 10_000 }),
    },
    200,
  ),
  usdPerEur: maybeQuantity('dollars for one euro', { min: 0.1, max: 10 }),
  announcedMusd: maybeQuantity('price that a government has announced for the whole', { money: true }),
  announcements: maybeRecords('announced prices, what each covers and until when', {
    date: dateText('when it was said, ISO 8601'),
    by: text('who said it'),
    amountMusd: quantity('amount', { money: true }),
    covers: text('what it covers'),
    untilYear: maybeYear('last year that it covers'),
    note: maybeText('a remark'),
  }),
  budgets: maybeRecords('money by fiscal year and line', {
    id: text('identifier of the line'),
    fiscalYear: year('fiscal year'),
    stage: choice('how far it has come', [
      'request',
      'house',
      'senate',
      'enacted',
      'reconciliation',
      'committed',
      'projection',
    ]),
    account: choice('appropriation', ['rdte', 'procurement', 'om', 'milcon', 'milpers', 'fund', 'total']),
    line: text('name of the line'),
    within: maybeText('id of the line that contains this one'),
    amountMusd: quantity('amount, in dollars of its year', { money: true }),
    knownFrom: maybeDate('when it became public, ISO 8601; default: the date of its source'),
    note: maybeText('a remark'),
  }),
  growth: maybeRecords('cost growth by class of programme', {
    class: choice('class of programme', growthClasses),
    ratio: quantity('final cost over first estimate', { min: 0.5, max: 10 }),
    note: maybeText('a remark'),
  }),
  offence: maybeRecords('published prices of one more missile', {
    id: text('identifier of the price'),
    name: text('whose missile, and when it was said'),
    unitMusd: quantity('price of one more missile', { money: true }),
    note: maybeText('a remark'),
  }),
} satisfies Shape;

/** A book of partners: who provides, builds, launches or supplies what. */
export const partnerShape = {
  members: maybeList('partners and suppliers', {
    id: text('identifier'),
    name: text('name'),
    country: maybeText('where it is based'),
  }),
  functions: maybeList('what the shield needs', { id: text('identifier'), name: text('name') }),
  parts: maybeList('shared parts: engines, boosters, terminals, pads, control planes', {
    id: text('identifier'),
    name: text('name'),
  }),
  edges: maybeList(
    'one edge a dependence',
    {
      kind: choice('what the provider does for the consumer', [
        'provides',
        'builds',
        'launches',
        'supplies',
        'owns',
        'uses',
      ]),
      from: text('provider: a partner, a part, a function, or an entry of the catalog such as a launch vehicle'),
      to: text('consumer: a partner, a part, a function, or an entry of the catalog'),
      forFunction: maybeText('function that this edge serves'),
      group: maybeText(
        'edges of one consumer in one group are alternatives, their shares add up; all groups are needed',
      ),
      role: choice('how firm it is', ['contract', 'candidate', 'assumption']),
      splitAssumed: maybeFlag('the share is made up, as no maker is chosen: never a contract'),
      contractKind: maybeChoice('kind of the contract', contractKinds),
      shareFraction: maybeQuantity('share of what the consumer takes that comes from this provider', { max: 1 }),
      valueMusd: maybeQuantity('value of the contract', { money: true }),
      unitsCount: maybeQuantity('units under the contract'),
      fixedMusd: maybeQuantity('cost of taking the provider in at all, before the first unit', { money: true }),
      capacityPerYr: maybeQuantity('units a year that the provider can deliver'),
      delayYr: maybeQuantity('years from order to first delivery', { max: 30 }),
      fromDate: maybeDate('in force from, ISO 8601'),
      untilDate: maybeDate('in force until, ISO 8601; one that is past stays, for the history'),
      ...recordFields,
    },
    5000,
  ),
  ledger: maybeRecords(
    'what happened, one record an event: awards, options, amounts, orders, slips, launches, ownership, teams; a holding says who had a function from that day on where no award of it is known',
    {
      date: dateText('when, ISO 8601'),
      what: choice('what happened', [
        'award',
        'holding',
        'option',
        'amount',
        'order',
        'slip',
        'launch',
        'ownership',
        'team',
        'cancellation',
        'loss',
        'decision',
      ]),
      kind: choice('how firm it is', ['contract', 'option', 'candidate', 'assumption', 'history']),
      partner: text('who got it, did it or owns: a member of the book'),
      title: text('what it is about, in one line'),
      partners: maybeWords('the others of a team or of an award: members of the book'),
      forFunction: maybeText('function of the book'),
      entry: maybeText('entry, part or member that it is about; of ownership: who is owned'),
      valueMusd: maybeQuantity('amount', { money: true }),
      unitsCount: maybeQuantity('units: satellites, missions, missiles'),
      launchesCount: maybeQuantity('launches'),
      shareFraction: maybeQuantity('share of the function', { max: 1 }),
      isWithin: maybeFlag('of an order: part of an award that stands in the ledger with its amount, so no new money'),
      contractKind: maybeChoice('kind of the contract', contractKinds),
      oldDate: maybeDate('of a slip: the date promised before, ISO 8601'),
      newDate: maybeDate(
        'of a slip: the date promised now; of a contract or option: its end; of a loss: when it was over, ISO 8601',
      ),
      note: maybeText('a remark'),
      ...recordFields,
    },
    5000,
  ),
  trendClaims: maybeRecords(
    'what was said about where a dependence goes, to be held against the ledger',
    {
      id: text('identifier'),
      partner: text('on whom: a member of the book'),
      sinceDate: dateText('since when, ISO 8601'),
      trend: choice('where it is said to go', ['falling', 'rising']),
      title: text('what was said, in one line'),
      ...recordFields,
    },
    100,
  ),
} satisfies Shape;
