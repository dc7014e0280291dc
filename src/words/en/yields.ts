/** What a stop takes, and the marginal cost exchange. */
export const yieldWords = {
  'yield.title': 'What it takes to stop one',
  'yield.warheads':
    'Each warhead stopped takes {shots:n2} shots, decoys included, {ready:n} interceptors that stand ready, and {cost:money} of the whole programme over {years} years, in dollars of {year}: the cost over the stops of one such raid.',
  'yield.sentence':
    'Each missile stopped takes {shots:n2} shots, {ready:n} interceptors that stand ready, and {cost:money} of the whole programme over {years} years, in dollars of {year}: the cost over the stops of one such raid.',
  'head.ready': 'ready',
  'head.shots-a-stop': 'shots a stop',
  'head.ready-a-stop': 'ready a stop',
  'head.layer-cost': 'layer',
  'head.cost-a-stop': 'layer, a stop',
  'exchange.title': 'One more missile: defence and offence',
  'exchange.none': 'No layer stops any missile, so one more has no price.',
  'exchange.sentence':
    'One more missile stopped costs the defence {cost:money} over {years} years, in dollars of {year}.',
  'exchange.simulated':
    'Simulated: {layer} stops {share:percent} of {missiles:words} missiles and {unchanged:percent} of {more:words}, until it has {further:n} interceptors more ({scale:n2} times as many). {raids:n} raids of each size.',
  'exchange.enough':
    'Simulated: {layer} stops {share:percent} of {missiles:words} missiles and no smaller share of {more:words}: it has room left, and one more missile costs the defence nothing yet. {raids:n} raids of each size.',
  'exchange.not-enough':
    'This is the closed form. Simulated, {layer} stops {share:percent} of {missiles:words} missiles, and of {more:words} no more than {best:percent} however large it is made. {raids:n} raids of each size.',
  'exchange.in-year': 'in dollars of {year}',
  'exchange.price': '{amount} M$ of {year}',
  'exchange.note':
    'Closed form by layer: interceptors on orbit for each in reach x shots a stop x the cost of one for its years. Prices of missiles are those of whole programmes, silos included; one more warhead on a missile that flies anyway costs the attacker less.',
  'head.one-for-life': 'one for its years',
  'head.one-more': 'one more stopped',
  'head.attackers-missile': "attacker's missile",
  'head.as-published': 'as published',
  'head.defence-to-offence': 'defence : offence',
  'head.rests-on': 'basis',
  'answer.exchange':
    'One more missile stopped costs the defence {cost:money}: {ratio} dollars for each dollar of an attacker who pays {price:money} ({name:name}).',
  'answer.yield':
    'Each missile stopped in such a raid takes {shots:n2} shots and {ready:n} interceptors that stand ready: {cost:money} of the programme.',
  'answer.yield-warheads':
    'Each warhead stopped in such a raid takes {shots:n2} shots and {ready:n} interceptors that stand ready: {cost:money} of the programme.',
  'table.yields': 'What it takes to stop one, by layer',
  'table.exchange': 'One more missile stopped, by layer, in closed form',
  'table.offence': 'Published prices of one more missile',
} as const;
