/** One sentence to quote, and how it stands. */
export const quoteWords = {
  'quote.unknown': 'no question of a known form, found "{word}"; known: {forms}',
  'quote.money': 'By {year} {p50:money} is spent ({p10:money} to {p90:money}), in dollars of {priceYear}.',
  'quote.enough':
    '{musd:money} is enough until {year} in {share:percent0} of the draws; the middle one has {p50:money} spent by then ({p10:money} to {p90:money}).',
  'quote.takes': '{name:name} takes {p50:percent0} of what is spent by {year} ({p10:percent0} to {p90:percent0}).',
  'quote.takes-nobody': 'Nobody who is named is paid anything by {year}.',
  'quote.harmless': 'If {name:name} leaves on {date}, no unit that stands on any date changes.',
  'quote.fragile':
    'No one figure can be quoted for {year}: the answer hangs on one number, {path} ({basis}: {value}, {range}); {ends}.',
  'quote.end-chance': 'with it at {at}, nothing gets through in {value:percent0} of cases',
  'quote.end-money': 'with it at {at}, {value:money} is spent',
  'quote.end-enough': 'with it at {at}, the amount is enough in {value:percent0} of the draws',
  'quote.end-takes': 'with it at {at}, the share is {value:percent0}',
  'quote.end-leaves':
    'with it at {at}, nothing gets through in {value:percent0} of cases instead of {base:percent0} with everybody in',
  'quote.as-drawn': 'as drawn, in {value:percent0} instead of {base:percent0}',
  'quote.turned':
    'not to be quoted as a number: {path}, within its own range, turns the answer around (flown again in every draw).',
  'quote.swings':
    'not to be quoted as a number: {path} alone, within its own range, moves the answer too far (flown again in every draw).',
  'quote.holds': 'it holds; most hangs on {path} ({basis}: {value}, {range}); flown again in every draw: {ends}.',
  'quote.holds-alone': 'it holds: of {inputs:n} numbers with a range none stands out in {draws:n} draws.',
  'quote.verdict': 'Verdict: {verdict}',
  'quote.made':
    'Cupola {version}; scenario {scenario} ({scenarioHash}), catalog {catalogHash}; {draws:n} draws of {inputs:n} numbers with a range, {raids:n} raids a draw and date; ranges are the middle 80 %.',
  'quote.sources': 'Sources of what moves it most: {sources}.',
  'quote.source': '{title} ({producer}, {date})',
  'brief.sources': 'Sources of what decides:',
  'brief.made':
    'Computed by Cupola {version}; scenario {scenarioHash}, catalog {catalogHash}. The same command gives the same numbers:',
  'quote.title': 'To quote',
  'quote.decides':
    'The answer hangs most on {path} ({basis}: {value}, {range}), which explains {share:percent0} of its spread. Whether a number can be quoted with it at either end of its range, this command tells:',
  'quote.too-few':
    'With {draws:n} draws chance alone may give a number {floor:percent0} of the spread, so none can be told apart: whether a number can be quoted, only more draws can tell (--draws).',
  'quote.of-complete':
    'It is of the force as if complete, every number at its value: no range is in it, and there is no verdict.',
  'quote.everybody': 'everybody in',
  'quote.gone': 'gone',
} as const;
