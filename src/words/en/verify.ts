/** Whether a result stands as it was written, and comes out the same again. */
export const verifyWords = {
  'verify.made-by': 'Made by cupola {version}, catalog {catalog}, {engine}.',
  'verify.made-here': 'Made again by this program: the same version and catalog, {engine}.',
  'verify.made-other':
    'Made again by cupola {version}, catalog {catalog}, {engine}: another version, so that numbers may differ.',
  'verify.as-written': 'Its hash is that of the answer in the file: no number was altered since. {hash}',
  'verify.altered': 'ALTERED: the answer in the file is not the one that was hashed. It has {hash}, and says {said}.',
  'verify.file-altered': 'ALTERED: the text of {name} in the file is not the one that was hashed.',
  'verify.same': 'The same to the last digit: {count:n} {count|value|values}.',
  'verify.near':
    'The same but for last digits: every word and every whole number, and {count:n} values in all; {differ:n} {differ|number differs|numbers differ}, by at most {ratio} of their size. Sines and powers of another engine come out so.',
  'verify.different': 'DIFFERENT: {differ:n} of {count:n} {count|value|values}.',
  'verify.of-hash': 'The same answer: made again, it has the hash that the report tells.',
  'verify.other-hash': 'DIFFERENT: made again, the answer has {hash}.',
  'verify.cut-short':
    'A signal stopped this run early: what was done by then cannot be made again, only its hash be read.',
  'verify.row': '{path}: {before} in the file, {now} now',
  'verify.nothing': 'nothing',
  'verify.more': 'and {count:n} more (--json lists {most:n} of them)',
  'verify.again': 'makes again: {what}',
  'verify.no-result':
    'is no result of cupola: neither JSON of `cupola run --json` or its like, nor a report of `cupola run --html`',
  'verify.truncated': 'ends in the middle: it was cut off when it was written or copied ({size:n} bytes)',
  'verify.no-record':
    'carries no hash and no scenario: it was made by cupola {version}, before results did; run it again from its command line',
  'verify.wrong-record': 'has a record that is not one of cupola: {fault}',
  'verify.unknown-command': 'was made by `cupola {command}`, which this version does not make again; it does: {known}',
  'verify.writes': 'asks to write a file ({word}), which no result does',
  'verify.needs-file': 'does not carry {name} (SHA-256 {hash}): give it with --file {name}',
  'verify.other-file': 'is none of the files that the result was made from: its SHA-256 is {hash}',
  'verify.refused': 'cannot be made again by this version: {why}',
} as const;
