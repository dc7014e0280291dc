/** What is said of files of orbits that become others. */
export const convertWords = {
  'convert.no-number': '{count:n} left out: catalogue numbers beyond 339999 do not fit five columns (Alpha-5)',
  'convert.no-year': '{count:n} left out: two digits name the years 1957 to 2056 alone',
  'convert.no-columns': 'none of the objects fits two-line elements: choose a format of OMM',
  'convert.rounded':
    '{count:n} of {all:n} lose digits or fields that two-line elements have no columns for (at most 0.432 ms, 0.00005 deg)',
  'convert.no-elements': 'holds positions over time, no mean elements: choose one of {formats}',
  'convert.none-kept': 'none of the {count:n} objects is kept',
  'convert.too-many':
    '{count:n} objects at this step are more than {most:n} samples: keep fewer, or take a longer step',
  'convert.many-objects': 'one file holds one object and these are {count:n}: expected a folder',
  'convert.condition': 'expected FIELD SIGN VALUE with a field of {fields}, found "{word}"',
  'convert.no-value': '"{given}" is no number, in "{word}"',
  'convert.no-date': '"{given}" is no date, in "{word}"',
} as const;
