/** What `validate` says around the cases. */
export const validateWords = {
  'validate.published': 'Published value reproduced',
  'validate.published-means': 'The figure stands in a report, a paper or the press.',
  'validate.column-published': 'published',
  'validate.independent': 'Independent code agrees',
  'validate.independent-means':
    'The figure comes from other code or from published equations computed apart from this project.',
  'validate.column-independent': 'reference',
  'validate.self-consistent': 'Self-consistent only',
  'validate.self-consistent-means':
    'The figure follows from others by arithmetic or identities; it shows no error of ours but proves little.',
  'validate.column-self-consistent': 'expected',
  'validate.back-test': 'Back-tests',
  'validate.back-test-means':
    'What happened, beside what the catalog would have predicted. A record outside the prediction is shown as a miss with its reason; nothing is tuned to bring it in.',
  'validate.column-back-test': 'record',
  'validate.title': 'Validation',
  'validate.page':
    'Written by `cupola validate --markdown`; do not edit. Each case is a folder of `validation/` with its reference table and a README.',
  'validate.back-test-page':
    'Written by `cupola validate --back-tests --markdown`; do not edit. Each case is a folder of `validation/` with its record and a README.',
  'validate.own-words': 'Titles, rows and reasons of the cases stand as they were written, in English.',
  'validate.records': '{count:n} back-tests: {inside:n} inside what was predicted{misses}{faults}.',
  'validate.misses': ', {count:n} {count|misses|miss} it for the reason beside it',
  'validate.faults': '; {count:n} NOT AS SAID',
  'validate.values':
    '{count:n} values in {cases:n} {cases|case|cases} ({published:n} published, {independent:n} independent, {selfConsistent:n} self-consistent): {verdict}.',
  'validate.all-inside': 'all inside their tolerance',
  'validate.outside': '{count:n} OUTSIDE their tolerance',
  'validate.worst': 'The worst of {count:n} values are shown; the other {rest:n} are inside',
  'validate.shows-all': '{sentence}; {command} shows all.',
  'validate.what': 'what',
  'validate.computed': 'computed',
  'validate.tolerance': 'tolerance',
  'validate.predicted': 'predicted',
  'validate.band': 'band or tolerance',
  'validate.difference': 'difference',
  'validate.unit': 'unit',
  'validate.why': 'why',
  'validate.misses-because': 'misses, because {reason}; {why}',
  'validate.mark-inside': 'INSIDE',
  'validate.mark-outside': 'OUTSIDE',
  'validate.mark-misses': 'misses',
  'validate.coverage':
    'Coverage of the 80 % bands: {inside} of {rows}, {share:percent0} (95 % interval, rows taken apart, {low:fixed0} to {high:percent0}), {verdict}{others}.',
  'validate.fewer': 'fewer than they claim',
  'validate.more': 'more than they claim',
  'validate.agrees': 'no contradiction',
  'validate.others': '; of the others {above} above and {below} below',
  'validate.brier':
    'Brier score of the chances: {score} over {rows}; {believed} had every promise been believed, {coin:plain} for a coin.',
  'validate.interrupted': 'interrupted: {done} of {of} cases done',
  'validate.progress': 'validating {id}',
} as const;
