/** What the models say of a run: notes, the story of a missile, why something is so. */
export const engineWords = {
  // the story of one missile
  'story.launch': 'launch',
  'story.burnout': 'burnout',
  'story.impact': 'impact',
  'story.seen': 'first seen by {who}',
  'story.seen-unheard': 'first seen by {who}, no route to the centre',
  'story.detected': 'detected',
  'story.detected-assumed': 'detected and tracked (assumed time)',
  'story.report': 'first report at the centre',
  'story.report-by': 'first report at the centre, {oneWayS:ms} by {way}',
  'story.track': 'track within {km} km',
  'story.decided': 'decided',
  'story.order-by': 'order delivered, {oneWayS:ms} by {way}',
  'story.fibre': 'fibre',
  'story.release': 'interceptor released',
  'story.killed': 'hit',
  'story.missed': 'missed',
  'story.failed': 'interceptor failed',
  'story.not-tracked': 'missed: not tracked or not discriminated',
  'story.already-dead': 'not needed: target gone',
  'story.falls-inside': 'broken up too late: the payload falls on the defended area',
  'story.stopped-by': 'stopped by {layer}',
  'story.all-stopped': 'its {warheads} warheads stopped, the last by {layer}',
  'story.some-through': '{through} of its {warheads} warheads got through: {reason}',
  'story.parted': '{warheads} {warheads|warhead|warheads} and {decoys} {decoys|decoy|decoys} part',
  'story.at-warhead': '{what} (object {place}, a warhead)',
  'story.at-decoy': '{what} (object {place}, a decoy)',
  'story.got-through': 'got through: {reason}',
  'story.never-seen': 'never seen',
  'story.no-track': 'no track',
  'story.undelivered': 'undelivered',
  'story.saturated': 'sensors, centre or fire control at capacity',
  'story.decided-too-late': 'decided too late',
  'story.no-custody': 'no custody after boost',
  'story.out-of-reach': 'out of reach',
  'story.taken-for-decoy': 'taken for a decoy',
  'story.out-of-inventory': 'out of inventory',
  // what was not run or not modelled
  'note.no-raid': 'No raid was run: the scenario has {missing}.',
  'note.no-threat': 'no threat',
  'note.no-command': 'no command centre',
  'note.no-layer': 'no interceptor layer',
  'note.health':
    '{id}: {flying:n} of {held:n} satellites of {file} fly at {epoch}, elements {young:fixed1} to {old:fixed1} days old{grounded}.',
  'health.grounded': '; not flown: {list}',
  'health.duplicate':
    '{count:n} {count|set|sets} of an object listed again nearer the epoch (each flies at the moments nearest its own)',
  'health.debris': '{count:n} debris or spent {count|stage|stages}',
  'health.decayed': '{count:n} come down',
  'health.lost': '{count:n} of which SGP4 gives no orbit',
  'health.stale': '{count:n} with elements more than {days:n} days away',
  'health.faulty': '{count:n} {count|fault|faults} in sets that are left out',
  'note.flies-from-file': '{ids}: flies from a file of orbital elements, so it is not bought and not priced.',
  'note.no-cost': 'No cost: {problem}',
  'note.alike': '{ids}: no sensor of the scenario can tell its decoys from warheads, so everything is shot at alike.',
  'note.one-centre':
    'Every centre decides on its share of the raid; tracks and orders run through "{id}", whose links, doctrine and look all of them share.',
  'note.centres-by-layer':
    'Layers are ordered by centres of their own, each by its own place, doctrine and look; all of them see the tracks that sensors report to "{id}".',
  'note.engages-none': '{id}: built against missiles of up to {km} km, so it engages none of this raid.',
  'note.glides-below':
    '{id}: hits nothing below {bandKm} km, and {threat} glides at {highKm:n} km at most: only its arc and its pull-out are in reach.',
  'note.builds-only':
    'Partners off: {ids}: builds or launches, does not provide: nothing stops at once. For the years after see cupola partners.',
  'note.off-idle': 'Partners off: {ids}: nothing in this scenario rests on it.',
  'note.published':
    'As published: the scenario says `programme: complete`, so all of it is taken as standing, whatever the date.',
  'note.no-fibre':
    'no cable of the catalog leads to the land of site {id}: it is reached over networks alone; say `fibre` where that is not so',
  'note.events':
    'As if complete: the {count} {count|event|events} of the scenario {count|acts|act} in the answer by date and in the campaign (field) only.',
  'note.event-idle': 'Event of {date}, {id}: nothing in this scenario rests on it.',
  // networks
  'network.no-terminal':
    'sensor "{id}" carries no terminal of the network: it talks only while it stands 5 deg above {where}',
  'network.no-terminal-of':
    'sensor "{id}" carries no terminal of any of the {count} networks: it talks only while it stands 5 deg above {where}',
  'network.layer-no-terminal':
    'interceptor layer "{id}" carries no terminal of the network: it talks only while it stands 5 deg above {where}',
  'network.layer-no-terminal-of':
    'interceptor layer "{id}" carries no terminal of any of the {count} networks: it talks only while it stands 5 deg above {where}',
  'network.own-stations': 'its {count} ground stations',
  'network.any-site': 'any of {count} sites on the fibre',
  'network.sensor-far':
    'sensor "{id}" never comes nearer than {gapKm:n} km to network "{network}", whose client links reach {reachKm:n} km',
  'network.serves-none': 'network "{id}" has no terminals for satellite clients: "{client}" is not served by it',
  'network.layer-far':
    'interceptor layer "{id}" never comes nearer than {gapKm:n} km to network "{network}", whose client links reach {reachKm:n} km',
  'network.no-gateway':
    'network "{id}" has no gateway: only users and clients with its own terminals reach each other over it',
  'network.blind-gateways':
    'network "{id}": {blind} of {all} gateways never see a satellite above {elevationDeg} deg ({named}): its orbits serve latitudes up to {reachDeg:fixed1} deg, they stand at up to {farDeg:fixed1} deg',
  'network.grazing':
    'network "{id}": links of {km:n} km are beyond the grazing limit; at {heightKm} km height and {grazingKm} km over the Earth none is longer than {limitKm:n} km',
  'network.no-planes':
    'network "{id}": {count} real satellites fill no declared planes, so each links to its {links} nearest in place of the +grid',
  'network.no-shells': 'network "{id}" has no shells for a +grid: each satellite links to its {links} nearest',
  'network.gap-in-plane':
    'network "{id}", shell {shell}: neighbours in a plane are {spacingKm:n} km apart, beyond the longest link of {limitKm:n} km: no plane of {planes} is joined along itself',
  'variant.planned': 'as planned',
  'variant.without': 'without {id}',
  'variant.partner-off': 'partner {name:name} off',
  'variant.down': '{id} down',
  'variant.satellites-out': '{percent} % of satellites out',
  // what counts as covered
  'rule.in-view': 'in view at {elevationDeg} deg or higher',
  'rule.sees': 'sees a target at {heightKm} km: {limits}',
  'rule.sight': 'line of sight over {grazingKm} km',
  'rule.regard': 'within {regardDeg} deg of the nadir',
  'rule.range': 'within {rangeKm} km',
  'rule.radar-range': 'within {rangeKm} km of a target of {rcsM2} m²',
  'rule.reaches': 'reaches {heightKm} km within {flyOutS} s of release, {rangeKm:n} km away at most',
  // cost
  'budget.may-2025': 'announced May 2025',
  'budget.march-2026': 'announced March 2026',
  'cost.no-price': '{ids}: no price known, counted as 0',
  'cost.launch-unpriced': '{ids}: launch not priced: no vehicle or price per kilogram that fits',
  'cost.short-launches': '{ids}: more launches than the vehicles have in some years, priced on the cheapest',
  'cost.long-life': '{ids}: life is longer than the horizon of {years} years, so nothing is replaced',
  'cost.no-life': '{ids}: no life given, so nothing is replaced',
  'cost.after-horizon': '{ids}: first delivery is after the horizon',
  'cost.launch-included': '{ids}: the unit price includes launch',
  'cost.launch-split':
    '{ids}: the published unit price includes a launch; that is taken out, and each launch is priced by the vehicle that flies it',
  'cost.no-rate': '{ids}: no launch rate known, taken as unlimited',
  'cost.method':
    '{count} inputs with a range, {how}; correlation {correlation} within an element, none between elements',
  'cost.triangular': 'triangular between low and high with the value as mode',
  'cost.lognormal': 'lognormal with the value as median and low to high as 10th to 90th percentile',
  // dependence
  'dependence.thresholds':
    'The thresholds of 2023 (1,000 and 1,800) were not checked against the document; those of 2010 are 1,500 and 2,500.',
  'dependence.one-vehicle':
    'A launch by one vehicle today is counted as a need; the withdrawal shows what other vehicles can take over.',
  'dependence.no-book': 'The scenario names no book of partners: only the partners of its elements are counted.',
  'dependence.without-part': 'In the book without part in this scenario: {names}.',
  'dependence.scenario-names-it': 'the scenario names it',
  // fielding
  'fielding.service': '{ids}: bought as a service, fielded by the provider',
  'fielding.no-rate': '{ids}: no launch rate known, {rate} a year taken',
  'fielding.not-carried': '{id}: no mass, or no vehicle that carries it; only its production is counted',
  'fielding.events': '{count} {count|event|events} of the scenario counted in, from {count|its date|their dates} on',
  'fielding.commissioning': 'in service {days} days after launch (assumed)',
  'fielding.shared-cause':
    'a failure lies in a shared part in {shared:percent0} of the cases and destroys the pad in {pad:percent0} (assumed)',
  'fielding.mended': 'after each failure {mended:percent0} of the chance of another is gone (assumed)',
  'fielding.budget': 'at most {musd} M a year for units and launches',
  // withdrawals
  'withdrawal.starts-complete':
    'Every element starts complete, its satellites spread evenly over their service life; what wears out is replaced only by those who are left. What stands on the ground does not wear out.',
  'withdrawal.drawn-anew':
    'Which satellites are gone is drawn anew in each trial: gaps that empty out plane by plane are not modelled.',
  'withdrawal.scarce-launches': 'Scarce launches go to sensors first, then networks, then interceptors.',
  'withdrawal.command':
    'Command software is shared by many vendors with no published split: losing one changes no trial here.',
} as const;
