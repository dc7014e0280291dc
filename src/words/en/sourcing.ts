/** The search for partners: what it costs to depend on nobody, on the screen, in the report and in the studio. */
export const sourcingWords = {
  // fleets by their function, in the middle of a sentence
  'fleet.backbone': 'data backbone',
  'fleet.transport': 'transport layer',
  'fleet.ir-tracking-geo': 'infrared warning',
  'fleet.ir-tracking-leo': 'tracking from low orbits',
  'fleet.ir-tracking-meo': 'tracking from medium orbits',
  'fleet.airborne-target-tracking': 'tracking of aircraft',
  'fleet.space-interceptors': 'space interceptors',
  'fleet.launch': 'launch',
  'fleet.other': '{name:name}',
  'fleet.of': '{name} ({element})',
  // the answer
  'sourcing.none':
    'No mix of the offers in the book builds what the scenario has standing, not even with parts missing.',
  'sourcing.price':
    'At equal delivery, independence costs {more:money} more than the cheapest mix ({share:percent} of it) and {today}: {robust:money} over {years} years.',
  'sourcing.no-price':
    'At equal delivery, independence costs nothing: the cheapest mix, {robust:money} over {years} years, stands every loss as well as any; {today}.',
  'sourcing.over-today': '{musd:money} more than today’s mix',
  'sourcing.under-today': '{musd:money} less than today’s mix',
  'sourcing.as-today': 'as much as today’s mix',
  'sourcing.warm-swing':
    'That assumes that a launcher stays ready where it flies {share:percent0} of what it has left: at {low:percent0} the price is {lowMusd:money}, at {high:percent0} {highMusd:money}. No record says which.',
  'sourcing.learning':
    'No learning curve of the {fleets} is on record, so parts of an order cost what they do in the whole. If each doubling of the quantity took the price to {slope:percent0}, the mix would cost {more:money} more than the cheapest and {today}, with {shares}.',
  'sourcing.learning-turns':
    'What turns it around: no learning curve of the {fleets} is on record, so parts of an order cost what they do in the whole. If each doubling of the quantity took the price to {slope:percent0}, the mix would cost {more:money} more than the cheapest and {today}, with {shares}.',
  'sourcing.holds': '{share:percent0} for {name:name}',
  'sourcing.band':
    'Over {draws:n} draws of the inputs: {p50:money} ({p10:money} to {p90:money}) over the cheapest, {today50:money} ({today10:money} to {today90:money}) over today’s.',
  'sourcing.band-cause':
    'What decides is {input} ({low:plain} to {high:plain}): {lowest:money} over the cheapest where it is lowest, {highest:money} where it is highest.',
  'sourcing.keeps':
    'It keeps {share:percent0} of what would stand of every fleet after the loss of any one partner or shared part in {year}.',
  'sourcing.keeps-pairs':
    'It keeps {share:percent0} of what would stand of every fleet after the loss of any two partners or any shared part in {year}.',
  'sourcing.keeps-most':
    'It keeps {share:percent0} of what would stand of every fleet after the loss of any one partner or shared part in {year}, but for what no mix can keep:',
  'sourcing.keeps-most-pairs':
    'It keeps {share:percent0} of what would stand of every fleet after the loss of any two partners or any shared part in {year}, but for what no mix can keep:',
  'sourcing.cannot-lose':
    '{who} cannot be lost whole: no mix keeps {share:percent0} after it, and the one that misses least falls to {fleets} ({bottleneck}).',
  'sourcing.chance-kept': 'As flown, the chance that nothing gets through survives the loss of {who} all the same.',
  'sourcing.more-unmet': 'Nor can {count} {count|other loss|other losses} be stood: {names}.',
  'sourcing.fleet-left': '{left:percent0} of the {fleet}',
  'sourcing.launch-lacks': 'launch is the bottleneck',
  'sourcing.makers-lack': 'makers are the bottleneck',
  'sourcing.money-lacks': 'money of a year is the bottleneck',
  'sourcing.no-maker': 'nobody who is left can make more',
  'sourcing.who': '{name:name}',
  'sourcing.asked-chance':
    'Asked for: from {year} on nothing gets through in {chance:percent0} of the raids. By the response below that takes {share:percent0} of the {fleet} that the scenario states, with all else complete.',
  'sourcing.budget':
    'Until {year}, {budget:money} buys {count:n} of {whole:n} {fleet} in service on that day ({share:percent0}): {other:money} go to all else.',
  'sourcing.budget-chance':
    'Until {year}, {budget:money} buys {count:n} of {whole:n} {fleet} in service on that day ({share:percent0}): {other:money} go to all else. Nothing then gets through in {chance:percent0} of the raids (within {error:percent0}), with all else complete.',
  'sourcing.budget-none':
    'Until {year}, {budget:money} buys none of the {fleet}: all else of the scenario costs {other:money}.',
  'sourcing.response': 'Response: chance that nothing gets through, by share of the {fleet} in service',
  'sourcing.response-note': '{raids:n} raids at each share; half-width of the 95 % interval at most {error:percent0}.',
  'head.share-standing': 'in service',
  'head.no-leaker': 'nothing through',
  // the mix
  'sourcing.mix': 'The mix: shares of what is built of each fleet',
  'sourcing.launches': 'Launches that arrive over {years} years',
  'sourcing.total': 'In all {today:money} today, {cheapest:money} the cheapest, {robust:money} this mix.',
  'sourcing.by': '{vehicle} ({partner:name})',
  'head.today': 'today',
  'sourcing.within': 'within {slack:percent0}',
  'sourcing.ties':
    'Shares that the column "within {slack:percent0}" leaves open are no finding: of the mixes that cost the same, the one nearest to today’s is shown.',
  'sourcing.proved':
    'Proved: no mix keeps as much for less than {bound:money}, none at all costs less than {least:money} (gap {gap}). Units, launches and qualification; operations left out.',
  // losses
  'sourcing.losses': 'After each loss: share of what would stand, {years} years later',
  'sourcing.other-losses': '{count} {count|other loss leaves|other losses leave} {share:percent0} with both mixes.',
  'sourcing.all-losses': 'Every loss ({count}) leaves {share:percent0} with today’s mix as with this one.',
  'sourcing.asked': 'Those who are left work to keep {share:percent0} and no more.',
  'head.lost': 'lost',
  'head.fleet': 'fleet',
  'head.bottleneck': 'bottleneck',
  'sourcing.launch': 'launch',
  'sourcing.makers': 'makers',
  'sourcing.money': 'money',
  'sourcing.nobody': 'no maker',
  'sourcing.flown': 'Flown: chance that nothing gets through, {years} years after each loss',
  'sourcing.flown-note':
    'Median over {draws:n} {draws|draw|draws} of the inputs (P10 to P90), {raids:n} {raids|raid|raids} each. A mix survives a loss where the low end (P10) is still {share:percent0} of the median with everybody in.',
  'sourcing.no-chance':
    'At some of these dates nothing gets through in next to no raid even with everybody in: there is no chance to keep, and raids do not say what is survived.',
  'sourcing.everybody': 'everybody in',
  'sourcing.survives': 'survives',
  'sourcing.not-survives': 'no: {bottleneck}',
  'head.survival': 'survives?',
  'sourcing.others-survive': 'The mix survives {count} further {count|loss|losses}.',
  'sourcing.spent':
    'Spent by the end, as flown: {robust:money} ({robustLow:money} to {robustHigh:money}), the cheapest {cheapest:money}, today’s {today:money}.',
  'sourcing.worst-chance': 'Cost against the chance that the worst loss leaves',
  'head.mix': 'mix',
  'head.worst-loss': 'worst loss',
  'sourcing.loss-when': '{who}, {years} years after',
  'sourcing.no-loss': 'no loss takes anything',
  'sourcing.beaten': 'Another costs no more and keeps no less than {names}.',
  'sourcing.worst-note':
    'Cost as planned: units, launches and qualification. Chance that nothing gets through: least median of any one loss and date, as flown, with its P10 to P90.',
  // alternatives
  'sourcing.alternatives': 'All mixes within {slack:percent0} of the least cost',
  'sourcing.line': '{name}: {parts}.',
  'sourcing.essential': 'in all of them {list}',
  'sourcing.share': '{share:percent0}',
  'sourcing.shares': '{low:fixed0} to {high:percent0}',
  'sourcing.part': '{name:name} ({shares})',
  'sourcing.any-of': 'any of {count} ({list}), none of them needed, up to {most:percent0} each',
  'sourcing.possible': 'possible {list}',
  'sourcing.up-to': '{name:name} (up to {most:percent0})',
  'sourcing.never': 'in none {list}',
  // what would have to be true
  'sourcing.true': 'What would have to be true',
  'sourcing.enough': '{who} could be lost if one of these were so, whatever it costs:',
  'sourcing.none-enough': '{who} could not be lost even if any one number were ten times better.',
  'sourcing.true-launches': '{name} flies {needed:n1} launches a year for this programme instead of {now:n1}',
  'sourcing.true-all-launches': 'all launchers that are left fly {ratio:n2} times as many launches for this programme',
  'sourcing.true-mass': '{fleet}: units at {share:percent0} of their mass',
  'sourcing.true-life': '{fleet}: units serve {needed:n1} years instead of {now:n1}',
  // a warm second source
  'sourcing.warm': 'A warm second launcher against the loss of {who}',
  'sourcing.worth':
    '{name} costs {premium:money} a year more than doing without; worth it if the loss is likelier than one in {years:n} years',
  'sourcing.not-worth': '{name} costs {premium:money} a year more than doing without, and saves nothing after the loss',
  'sourcing.free-saves':
    '{name} costs nothing more: the programme is {saved:money} a year cheaper with it, whatever is lost',
  'sourcing.record': 'On record: interruptions, by the book',
  'sourcing.ended':
    '{count} {count|award was|awards were} ended early in {years:n} years of awards ({names}): one in {each:n} years (one in {often:n} to one in {seldom:n}). An award is less than a partner: the loss of a whole one is taken to be no likelier.',
  'sourcing.record-worth': 'If the loss were as likely, each that costs more would be worth it: {list}.',
  'sourcing.record-none': 'Even if the loss were as likely, none that costs more would be worth it: {list}.',
  'sourcing.record-some': 'If the loss were as likely, worth it would be {list}; not {others}.',
  'sourcing.was-down':
    '{name}: on the ground {count} {count|time|times} in {years:n1} years, {days:n} days on average, {share:percent} of the time; {low:fixed0} to {high:percent0} a year for one more',
  'sourcing.still-down':
    '{name}: on the ground {count} {count|time|times} in {years:n1} years and still is, so far {days:n} days on average, {share:percent} of the time; {low:fixed0} to {high:percent0} a year for one more',
  // regret
  'sourcing.regret': 'Regret: what each mix costs over the best mix of a future',
  'sourcing.regret-least':
    'Over {count} futures {mix} is regretted least: it never costs more than {musd:money} over the best ({future}). The others: {others}.',
  'sourcing.regret-other': '{mix} up to {musd:money} ({future})',
  'sourcing.regret-turns':
    'That counts a missing year of a fleet as what a year of it costs; where it counts {ratio:n1} times that or more, it is {mix}.',
  'sourcing.regret-note':
    'Who is in a mix stays in it; others can be ordered once the future shows. Prices and rates are the ends of their ranges; launchers that do not fly, and who leaves, are assumptions. *: misses more of the fleets than the best does.',
  'sourcing.missing-mark': '{musd:money}*',
  'mix.today': 'today’s mix',
  'mix.cheapest': 'the cheapest',
  'mix.robust': 'the chosen mix',
  'head.future': 'future',
  'head.best': 'best mix',
  'head.assumes': 'what changes',
  'future.as-is': 'as the scenario has it',
  'future.starship-cheap': 'Starship at the low end of its price',
  'future.starship-dear': 'Starship at the high end of its price',
  'future.starship-slow': 'Starship at the low end of its rate',
  'future.starship-never': 'Starship never flies for it',
  'future.interceptors-cheap': 'interceptors at the low end of their price',
  'future.interceptors-dear': 'interceptors at the high end of their price',
  'future.be4-grounded': 'New Glenn and Vulcan grounded for two years',
  'future.new-glenn-never': 'New Glenn never flies for it',
  'future.vulcan-never': 'Vulcan never flies for it',
  'future.falcon-grounded': 'Falcon 9 grounded for a year',
  'future.lost': '{who:name} leaves in {year}',
  // a price on what is missing
  'sourcing.priced': 'With a price on what is missing: {musd:money} for a year of a whole fleet',
  'sourcing.chance-stated':
    'Each loss comes once in {years:n} years, as asked: a chance of {chance:percent0} over {horizon} years.',
  'sourcing.chance-record':
    'Each loss is taken to be as likely as the early end of an award by the book, which is the most that is on record: once in {years:n} years, a chance of {chance:percent0} over {horizon} years.',
  'sourcing.chance-assumption':
    'Each loss is taken to come once in {years:n} years (assumed: the book has no award that ended early): a chance of {chance:percent0} over {horizon} years.',
  'sourcing.priced-cheapest':
    'At {musd:money} nothing that saves a fleet-year is worth its money: the best mix costs what the cheapest does.',
  'sourcing.priced-pays':
    'The best mix pays {over:money} more than the cheapest and misses {saved:n2} fewer fleet-years.',
  'sourcing.priced-robust':
    'The chosen mix pays {more:money} more again and misses {less:n2} fewer: worth it where a fleet-year counts {each:money} or more.',
  'sourcing.priced-robust-more': 'The chosen mix pays {more:money} more again and misses no less that counts.',
  'sourcing.priced-robust-same': 'The chosen mix costs no more.',
  'sourcing.priced-missing': 'Missing most with the best mix, if they come: {list}.',
  'sourcing.short-after': '{who} ({years:n2} fleet-years)',
  'sourcing.priced-without': 'Launchers of the chosen mix that it does without: {list}.',
  'sourcing.priced-with': 'Launchers that it takes in beside them: {list}.',
  'mix.priced': 'the best at that price',
  'head.missing-yr': 'missing, yr',
  'head.in-all': 'in all',
  'sourcing.priced-note':
    'Missing: years of whole fleets below {share:percent0} of what would stand, after all losses together, each by its chance. With everybody in all mixes deliver the same; what is bought after a loss is not counted. Proved: no mix comes to less than {bound:money} in all.',
  // front
  'sourcing.front': 'Cost against what is left in the worst case',
  'sourcing.front-held': 'Worst of the losses that decide the mix: {names}.',
  'head.worst-case': 'worst case',
  'sourcing.worst': '{who}: {fleet}',
  'sourcing.no-second': 'One supplier or none in the book, so nothing to choose: {names}.',
  'figure.front-say':
    'Keeping {share:percent0} of every fleet after any loss, as far as a mix can, costs {most:money}; asking nothing costs {least:money}, today’s mix {today:money}.',
  'figure.front-left': 'least share left of any fleet after a loss',
  'figure.front-point': 'asked {asked:percent0}',
  'figure.front-chosen': 'chosen, asked {asked:percent0}',
  'figure.front-today': 'today’s mix',
  'figure.front-cheapest': 'cheapest',
  'table.mix': 'The mix: shares of what is built of each fleet, and launches that arrive',
  'col.loss-years': '{mix}, {years} years',
  // notes
  'search.equal-delivery':
    'Equal delivery: every mix has standing, year by year, what the scenario’s own programme has. Prices, rates and dates are those of `cupola run` and `cupola field`.',
  'search.warm':
    'A launcher that is taken in flies at least {share:percent0} of what it has left for this programme (assumed): that keeps its line and its pads ready.',
  'search.money':
    'Money is at most {least:money} a year (up to {most:money}) for units, launches and qualification; what is missing for want of it is missing from every mix.',
  'search.no-regret':
    'In a future that is looked at a mix cannot go on within the money of a year, so what each mix costs over the best one of a future is not told.',
  'search.learning':
    'Makers of one fleet learn each for itself ({slopes:and} at each doubling of the quantity): each one more costs what the halves of an order cost beyond the whole.',
  'search.stops':
    'Losses stop supply for good, services go dark, what flies goes on until it wears out; who was not taken in needs its delay.',
} as const;
