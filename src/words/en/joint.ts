/** What a programme comes to, date by date, over the draws. */
export const jointWords = {
  'joint.headline': 'In {year}, with {up:n} of {target:n} space interceptors up ({upLow:n} to {upHigh:n}), {rest}',
  'joint.headline-ground': 'In {year} {rest}',
  'joint.chance':
    'a raid of {missiles:words} {missiles|missile|missiles}{load} gets nothing through in {p50:percent0} of cases ({p10:percent0} to {p90:percent0}).',
  'joint.load': ' with {warheads:words} {warheads|warhead|warheads}',
  'joint.load-decoys': ' with {warheads:words} {warheads|warhead|warheads} and {decoys:n} {decoys|decoy|decoys}',
  'joint.spent': '{p50:money} is spent by then ({p10:money} to {p90:money}).',
  'joint.unpriced': 'Nothing here has a price.',
  'joint.unpriced-some': '{count:n} of {of:n} elements {count|has|have} no price, counted as nothing.',
  'joint.causes': 'What decides: {causes}.',
  'joint.causes-none': 'No single number decides: with {draws} draws none stands out.',
  'joint.cause': '{path} {share:percent0}',
  'joint.title': 'As it can be built',
  'joint.complete-title': 'As if complete',
  'joint.complete':
    'With all of it standing: nothing gets through in {p50:percent0} ({p10:percent0} to {p90:percent0}).',
  'joint.complete-money': 'The whole, bought on time: {p50:money} over {years} years ({p10:money} to {p90:money}).',
  'joint.complete-note':
    'The tables below are of the force as if complete, at the value of every number: {share:percent} of these raids get nothing through. It is as published; no date above says that it ever stands.',
  'joint.complete-below':
    'The other sections are of this force, at the value of every number. No date above says that it ever stands.',
  'joint.bands':
    'Bands are the middle 80 % of {draws} draws of {inputs} numbers with a range; the dice of {raids} raids a draw and date are taken out.',
  'joint.left-out':
    '{count} further {count|draw is|draws are} left out: with {count|its|their} numbers some missile of the raid does not come to its aim.',
  'joint.redrawn':
    'In {count} of them the numbers of some missile were drawn again until it comes to its aim, for the raid is given.',
  'joint.what-decides': 'What decides in {year}',
  'joint.what-decides-none':
    'With {draws} draws no number explains more of the spread than chance may give one ({floor:percent0}). More draws can tell: --draws.',
  'departures.title-on': 'If one leaves on {date}: chance that nothing gets through, median of the draws',
  'departures.none': 'Nobody whose departure takes anything from the programme.',
  'departures.headline':
    'If {name:name}{takes} {how} on {date}, nothing gets through in {left:percent0} of cases in {year} instead of {base:percent0} ({low} to {high} points).',
  'departures.headline-none':
    'If {name:name}{takes} {how} on {date}, nothing gets through in {left:percent0} of cases in {year} instead of {base:percent0}: no loss that these draws show ({low} to {high} points).',
  'departures.worst':
    'The most harmful to lose is {name:name}: if it {how} on {date}, {left:percent0} in {year} ({low} to {high} points).',
  'departures.takes': ', which takes {share:percent0} of what is spent by {year},',
  'departures.how-stops': 'stops supplying',
  'departures.how-denied': 'stops supplying and denies its service',
  'departures.turn':
    'That would be turned around by {path} ({basis}: {value}, {range}): {atLow} points in the third of the draws in which it is lowest, {atHigh} in that in which it is highest.',
  'departures.hangs':
    'No single number turns that around within its range; most hangs on {path} ({basis}: {value}, {range}): {atLow} points in the third of the draws in which it is lowest, {atHigh} in that in which it is highest.',
  'departures.turn-none':
    'No single number turns that around within its range: of {inputs:n} none stands out in {draws:n} draws.',
  'departures.flown':
    'Flown again with {path} at {at} in every draw: {left:percent0} in {year} instead of {base:percent0} ({low} to {high} points): {verdict}.',
  'departures.flown-gone': 'the loss is gone',
  'departures.flown-stays': 'the loss stays',
  'departures.flown-comes': 'there it is a loss',
  'departures.flown-none': 'no loss there either',
  'departures.who': 'leaves',
  'departures.how': 'how',
  'departures.change': 'change in {year}, points',
  'departures.nobody': 'nobody',
  'departures.foot':
    'The same {draws} draws of {inputs} numbers with a range and the same {raids} raids a draw and date for all{paired}. The change is the mean over the draws, in brackets its 95 % interval.',
  'departures.paired': ', with somebody gone the first {raids} of them',
  'departures.more': '{count} smaller {count|one is|ones are} left out; --json has all.',
  'departures.both':
    'Either way: to deny the service as well does no more than to stop supplying, as far as these raids and figures tell.',
  'departures.idle': '{count} further {count|departure changes|departures change} less than a point at any date.',
  'departures.harmless':
    '{count} more {count|partner or part takes|partners and parts take} nothing that stands on these dates.',
  'joint.head-date': '1 January or day',
  'joint.head-up': 'space interceptors up',
  'joint.head-through': 'nothing gets through',
  'joint.head-spent': 'spent',
  'joint.head-chance': 'share of the spread of the chance',
  'joint.head-money': 'share of the spread of the money',
  'joint.chance-rests':
    '{count:n} {count|number explains|numbers explain} {share:percent0} of the spread of the chance, each alone; {assumed:percent0} rests on assumptions.',
  'joint.money-rests':
    '{count:n} {count|number explains|numbers explain} {share:percent0} of the spread of the money, each alone; {assumed:percent0} rests on assumptions.',
  'joint.head-values': 'value (range)',
  'joint.head-basis': 'basis',
  'joint.band': '{mid} ({range})',
  'joint.progress': '{done} of {all} draws',
} as const;
