/** What `salvo` says. */
export const salvoWords = {
  'salvo.whole': 'a whole number from {min} to {max} is wanted{found}',
  'salvo.fraction': 'a number above 0, at most 1, is wanted{found}',
  'salvo.below-one': 'a number above 0, below 1, is wanted{found}',
  'salvo.share': 'a number from 0 to 1 is wanted{found}',
  'salvo.doctrine': 'one of {known} is wanted{found}',
  'salvo.found': '; found {word}',
  'salvo.missing': '; the option is missing',
  'salvo.raid': '{warheads:n} {warheads|warhead|warheads}',
  'salvo.raid-decoys': '{warheads:n} {warheads|warhead|warheads} among {decoys:n} {decoys|decoy|decoys}',
  'salvo.none':
    'No number of interceptors stops {raid} with a probability of {chance}: the track probability is {track} and must exceed {least}.',
  'salvo.takes':
    'To stop {raid} with a probability of {chance} takes {count:n} {count|interceptor|interceptors} {how}.',
  'salvo.barrage': 'in a barrage',
  'salvo.look': 'with a look after {shots:n} {shots|shot|shots} at each',
  'salvo.exceed': 'must exceed {least}',
  'salvo.objects': 'Objects shot at',
  'salvo.kill': 'Kill needed for each warhead',
  'salvo.probability': 'probability',
  'salvo.track': 'Track probability',
  'salvo.shots': 'Shots planned for each object',
  'salvo.each': '{value} each',
  'salvo.before': 'Shots before the look',
  'salvo.all': 'all',
  'salvo.interceptors': 'Interceptors',
  'salvo.rounding': '{value} before rounding',
  'salvo.source':
    'Closed form after D. Wilkening (Stanford, 1998): independent shots on a track common to all of them.',
} as const;
