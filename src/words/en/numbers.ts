// biome-ignore-all lint/suspicious/noTemplateCurlyInString: a dollar sign before a gap
/** Numbers, and how words are put together. */
export const numberWords = {
  'number.words': 'no one two three four five six seven eight nine ten',
  'money.trillion': '{sign}${trillions} trillion',
  'money.billion': '{sign}${billions} billion',
  'money.million': '{sign}${millions} million',
  'money.axis-billions': '$ bn',
  range: '{low} to {high}',
  'join.comma': ', ',
  'join.and': ' and ',
  'join.semicolon': '; ',
  'list.more': '{list} and {count} more',
} as const;
