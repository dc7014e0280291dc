import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { tell } from '../words/words.ts';
import { elementFormat, parseElements } from './element-file.ts';
import { orbitPositionsEciKm, orbitStatesEci } from './orbits.ts';
import { elementOrbits } from './sgp4.ts';
import { tleChecksum } from './tle.ts';

const LINE_1 = '1 28057U 03049A   06177.78615833  .00000060  00000-0  35940-4 0  1836';
const LINE_2 = '2 28057  98.4283 247.6961 0000884  88.1964 271.9322 14.35478080140550';
const FIELDS = {
  OBJECT_NAME: 'CBERS 2',
  OBJECT_ID: '2003-049A',
  EPOCH: '2006-06-26T18:52:04.079712',
  MEAN_MOTION: 14.3547808,
  ECCENTRICITY: 0.0000884,
  INCLINATION: 98.4283,
  RA_OF_ASC_NODE: 247.6961,
  ARG_OF_PERICENTER: 88.1964,
  MEAN_ANOMALY: 271.9322,
  EPHEMERIS_TYPE: 0,
  NORAD_CAT_ID: 28057,
  ELEMENT_SET_NO: 183,
  BSTAR: 0.00003594,
  MEAN_MOTION_DOT: 6e-7,
  MEAN_MOTION_DDOT: 0,
};
const csv = (rows: Record<string, unknown>[]) =>
  [Object.keys(FIELDS).join(','), ...rows.map((row) => Object.values(row).join(','))].join('\r\n');
const xml = (fields: Record<string, unknown>) => `<?xml version="1.0" encoding="UTF-8"?>
<ndm><!-- one --><omm id="CCSDS_OMM_VERS" version="3.0"><body><segment><data>
${Object.entries(fields)
  .map(([key, value]) => `<${key}>${value}</${key}>`)
  .join('\n')}
</data></segment></body></omm></ndm>`;

const codes = (text: string) => parseElements(text).problems.map(({ code, line }) => `${code}@${line}`);

describe('formats', () => {
  const texts = {
    tle: `CBERS 2\n${LINE_1}\r\n${LINE_2}\n`,
    'omm-json': JSON.stringify([FIELDS]),
    'omm-csv': csv([FIELDS]),
    'omm-xml': xml(FIELDS),
  };

  test.each(Object.entries(texts))('%s is recognised and moves the same satellite', (format, text) => {
    expect(elementFormat(text)).toBe(format);
    const { sets, problems } = parseElements(text);
    expect(problems).toEqual([]);
    expect(sets.map(({ name, id }) => [name, id])).toEqual([['CBERS 2', '28057']]);
    const orbits = elementOrbits(sets, sets[0].epochUnixS);
    const out = new Float64Array(3);
    expect(orbitPositionsEciKm(orbits, 120 * 60, out)).toBe(0);
    // tcppver.out of Vallado et al. 2006, satellite 28057 at 120 min, where the epoch goes only into the deep-space terms
    expect([...out]).toEqual([-1816.87920942, -1835.78762132, 6661.07926465].map((km) => expect.closeTo(km, 6)));
  });

  test('numbers may be text, as some providers write them', () => {
    const asText = Object.fromEntries(Object.entries(FIELDS).map(([key, value]) => [key, String(value)]));
    expect(parseElements(JSON.stringify(asText)).problems).toEqual([]);
  });

  test('name lines are optional, may begin with 0, and comments are passed over', () => {
    const { sets, problems } = parseElements(`# made by hand\n${LINE_1}\n${LINE_2}\n\n0 SECOND\n${LINE_1}\n${LINE_2}`);
    expect(problems).toEqual([]);
    expect(sets.map((set) => set.name)).toEqual(['28057', 'SECOND']);
  });
});

const MANY = { ...FIELDS, OBJECT_TYPE: 'PAYLOAD', DECAY_DATE: '2030-01-01' };
const kvn = (fields: Record<string, unknown>) =>
  ['CCSDS_OMM_VERS = 3.0', 'COMMENT one', ...Object.entries(fields).map(([key, value]) => `${key} = ${value}`)].join(
    '\r\n',
  );

describe('the same elements in other dress', () => {
  const semicolons = csv([FIELDS]).replaceAll(',', ';').replaceAll('.', ',');
  test.each([
    ['key-value notation', kvn(FIELDS)],
    [
      'key-value notation with units',
      kvn({ ...FIELDS, INCLINATION: '98.4283 [deg]', MEAN_MOTION: '14.3547808 [rev/day]' }),
    ],
    ['semicolons and decimal commas', semicolons],
    ['tabs', csv([FIELDS]).replaceAll(',', '\t')],
    ['a line that names the separator', `sep=;\r\n${semicolons}`],
    ['old Macintosh line ends', csv([FIELDS]).replaceAll('\r\n', '\r')],
    [
      'user-defined fields in XML',
      xml(FIELDS).replace('<NORAD_CAT_ID>', '<USER_DEFINED parameter="X">1</USER_DEFINED><NORAD_CAT_ID>'),
    ],
  ])('%s', (_, text) => {
    const [wanted] = parseElements(JSON.stringify(FIELDS)).sets;
    const { sets, problems } = parseElements(text);
    expect(problems).toEqual([]);
    expect(sets.map(({ mean }) => mean)).toEqual([wanted.mean]);
  });

  test('two-line elements hold the same moment, designator and rates', () => {
    const { mean } = parseElements(`CBERS 2\n${LINE_1}\n${LINE_2}`).sets[0];
    const wanted = parseElements(JSON.stringify({ ...FIELDS, REV_AT_EPOCH: 14055 })).sets[0].mean;
    expect(mean).toEqual({ ...wanted, meanMotionRevDay: 14.3547808, epochUnixUs: wanted.epochUnixUs });
  });

  test('type and date of decay are read in every format', () => {
    const more = (text: string) => parseElements(text).sets.map(({ mean }) => [mean.objectType, mean.decayUnixS]);
    const wanted = [['PAYLOAD', Date.UTC(2030, 0, 1) / 1000]];
    expect(more(JSON.stringify(MANY))).toEqual(wanted);
    expect(more(kvn(MANY))).toEqual(wanted);
    expect(
      more(
        xml(FIELDS).replace(
          '<NORAD',
          '<USER_DEFINED parameter="OBJECT_TYPE">PAYLOAD</USER_DEFINED><DECAY_DATE>2030-01-01</DECAY_DATE><NORAD',
        ),
      ),
    ).toEqual(wanted);
  });

  test('a semi-major axis gives the mean motion', () => {
    const { MEAN_MOTION: _, ...rest } = FIELDS;
    const [set] = parseElements(JSON.stringify({ ...rest, SEMI_MAJOR_AXIS: 7153.1 })).sets;
    expect(set.mean.meanMotionRevDay).toBeCloseTo(14.35, 2);
    expect(codes(JSON.stringify(rest))).toEqual(['omm-field@1']);
  });
});

describe('what is no data', () => {
  test.each([
    [
      '<!DOCTYPE html>\n<html><head><title>403 Forbidden</title></head><body><h1>Forbidden</h1></body></html>',
      '403 Forbidden Forbidden',
    ],
    ['No GP data found', 'No GP data found'],
    [
      'GP data has not updated since your last successful download of GROUP=starlink.\nData is updated once every 2 hours.',
      'GP data has not updated',
    ],
    ['{"error":"You must be logged in to complete this action"}', 'You must be logged in'],
    ['Invalid query: "CATNR=x"', 'Invalid query'],
  ])('%s is quoted as a reply of the server', (text, quoted) => {
    const { sets, problems } = parseElements(text);
    expect([sets, problems.map(({ code }) => code)]).toEqual([[], ['server-reply']]);
    expect(tell(problems[0].said)).toContain(quoted);
  });
});

describe('two-line elements with faults', () => {
  const fault = (text: string) => parseElements(text).problems.map(({ said }) => tell(said));
  const resum = (line: string) => line.slice(0, 68) + tleChecksum(line.slice(0, 68));
  test.each([
    ['no-break space', `1\u00a0${LINE_1.slice(2)}`, LINE_2, 'U+00A0 in column 2'],
    ['indented', `  ${LINE_1}`, `  ${LINE_2}`, 'begins with 2 blanks'],
    ['without checksum', LINE_1.slice(0, 68), LINE_2.slice(0, 68), 'before its checksum in column 69'],
    ['with more behind', `${LINE_1} 7`, LINE_2, 'after its checksum in column 69: "7"'],
    ['day 0', resum(LINE_1.replace('06177', '06000')), LINE_2, 'from 1 to below 367'],
    ['day 400', resum(LINE_1.replace('06177', '06400')), LINE_2, 'from 1 to below 367'],
    ['SGP4-XP', resum(`${LINE_1.slice(0, 62)}4${LINE_1.slice(63)}`), LINE_2, 'SGP4-XP (ephemeris type 4)'],
  ])('%s: the sentence says what it is', (_, one, two, words) => {
    const all = fault(`NAME\n${one}\n${two}`);
    expect(all[0]).toContain(words);
  });

  test('SGP4-XP is refused in messages too; codes of SGP4 are told in words', () => {
    expect(fault(JSON.stringify({ ...FIELDS, EPHEMERIS_TYPE: 4 }))).toEqual([expect.stringContaining('SGP4-XP')]);
    const jwst = [
      '0 JWST',
      '1 50463U 21130A   21362.00000000  .00000000  00000-0  00000-0 0  9999',
      '2 50463   4.6198  89.0659 9884983 192.3200  17.4027  0.01958082    27',
    ]; // as Space-Track published it: gavineadie/SatelliteKit#4
    expect(fault(jwst.join('\n'))).toEqual([
      'SGP4 refuses the elements of satellite 50463: with the pull of Sun and Moon the eccentricity is outside 0 to 1 (its code 3)',
    ]);
  });

  test('every fault is told with its line, and the good set is kept', () => {
    const wrongSum = `${LINE_1.slice(0, 68)}0`;
    const text = [
      'A',
      wrongSum,
      LINE_2,
      'B',
      LINE_1,
      LINE_2.slice(0, 60),
      'C',
      LINE_1,
      'D',
      LINE_2,
      'E',
      LINE_1,
      LINE_2,
      'F',
    ];
    expect(codes(text.join('\n'))).toEqual([
      'tle-checksum@2',
      'tle-length@6',
      'tle-no-second-line@8',
      'tle-stray-line@9',
      'tle-no-first-line@10',
      'tle-stray-line@14',
    ]);
    expect(parseElements(text.join('\n')).sets.map((set) => set.name)).toEqual(['E']);
  });

  test('lines of two satellites do not make one', () => {
    const other = LINE_2.replace('28057', '28058').slice(0, 68);
    expect(codes(`${LINE_1}\n${other}${tleChecksum(other)}`)).toEqual(['tle-number@2']);
  });

  test('fields that are no numbers', () => {
    const broken = LINE_2.replace('98.4283', '9x.4283').slice(0, 68);
    expect(codes(`${LINE_1}\n${broken}${tleChecksum(broken)}`)).toEqual(['tle-field@2']);
  });

  test('nothing in the file', () => expect(codes(' \n# only this\n')).toEqual(['no-elements@1']));
});

describe('orbit messages with faults', () => {
  test('every fault of every message', () => {
    const bad = { ...FIELDS, MEAN_MOTION: 'fast', ECCENTRICITY: 2, EPOCH: 'now', REF_FRAME: 'ICRF' };
    const { NORAD_CAT_ID: _, ...anonymous } = FIELDS;
    const text = JSON.stringify([FIELDS, bad, anonymous], null, 1);
    const { sets, problems } = parseElements(text);
    expect(sets.map(({ id }) => id)).toEqual(['28057', '2003-049A']); // the number is optional, the designator is not
    expect(problems.map((p) => p.code)).toEqual(['omm-field', 'omm-field', 'omm-unsupported', 'omm-epoch']);
    expect(problems[0].line).toBe(text.split('\n').findIndex((line) => line.includes('"fast"')) - 4 + 1);
    expect(tell(problems[0].said)).toContain('MEAN_MOTION');
  });

  test('CSV rows carry their lines; a short row is refused', () => {
    expect(codes(csv([FIELDS, { ...FIELDS, EPOCH: '' }]))).toEqual(['omm-epoch@3']);
    expect(codes(`${csv([FIELDS])}\n1,2,3`)).toEqual(['omm-format@3']);
    expect(parseElements(csv([{ ...FIELDS, OBJECT_NAME: '"A ""B"", C"' }])).sets[0].name).toBe('A "B", C');
  });

  test.each([
    ['[1, 2', 'omm-format'],
    ['[1, 2]', 'omm-format'],
    ['[]', 'no-elements'],
    ['<ndm><omm></ndm>', 'omm-format'],
    ['<!DOCTYPE x [<!ENTITY a "b">]><omm><NAME>&a;</NAME></omm>', 'omm-format'],
    [`${'<a>'.repeat(100)}`, 'omm-format'],
    ['<ndm/>', 'no-elements'],
  ])('%s is refused', (text, code) => {
    const { sets, problems } = parseElements(text);
    expect(sets).toEqual([]);
    expect(problems.map((p) => [p.code, typeof p.line])).toEqual([[code, 'number']]);
  });
});

test('whatever the text, there is an answer: satellites or problems, never an exception', () => {
  const pieces = fc.constantFrom(
    LINE_1,
    LINE_2,
    'NAME',
    '\n',
    '<omm>',
    '</omm>',
    '[',
    ']',
    '{',
    '}',
    ',',
    '"',
    ':',
    'EPOCH',
    '1 ',
    '&',
  );
  const garbled = fc.array(fc.oneof(pieces, fc.string()), { maxLength: 20 }).map((parts) => parts.join(''));
  fc.assert(
    fc.property(garbled, (text) => {
      const { sets, problems } = parseElements(text);
      expect(sets.length + problems.length).toBeGreaterThan(0);
      for (const set of sets) expect(Number.isFinite(set.epochUnixS)).toBe(true);
    }),
    { numRuns: 500 },
  );
});

test('a satellite that has decayed is NaN and counted; the others go on; a clone moves the same', () => {
  const decaying = '1 29141U 85108AA  06170.26783845  .99999999  00000-0  13519-0 0   718';
  const second = '2 29141  82.4288 273.4882 0015848 277.2124  83.9133 15.93343074  6828';
  const { sets, problems } = parseElements([decaying, second, LINE_1, LINE_2].join('\n'));
  expect(problems).toEqual([]);
  const orbits = elementOrbits(sets, sets[0].epochUnixS);
  const position = new Float64Array(6);
  const velocity = new Float64Array(6);
  expect(orbitStatesEci(orbits, 0, position, velocity)).toBe(0);
  expect(orbitStatesEci(orbits, 600 * 60, position, velocity)).toBe(1);
  expect(position[0]).toBeNaN();
  expect(velocity[2]).toBeNaN();
  const again = new Float64Array(6);
  expect(orbitPositionsEciKm(structuredClone(orbits), 600 * 60, again)).toBe(1);
  expect([...again]).toEqual([...position]);
});

test.each([
  ['a row of a table', '1 OF MANY', csv],
  ['a line of key-value notation', 'A\u2028B', ([fields]: Record<string, unknown>[]) => kvn(fields)],
])('%s keeps the name %j', (_, name, write) => {
  const { sets, problems } = parseElements(write([{ ...FIELDS, OBJECT_NAME: name }]));
  expect([sets.map((set) => set.name), problems]).toEqual([[name], []]);
});

describe('a number that no model uses', () => {
  const json = (key: string, value: unknown) => JSON.stringify({ ...FIELDS, [key]: value });
  test.each([
    ['MEAN_MOTION_DOT', 'abc'],
    ['MEAN_MOTION_DDOT', '1e400'],
    ['ELEMENT_SET_NO', '183 a'],
    ['REV_AT_EPOCH', '1e308'],
  ])('%s that is none is told, not taken for 0', (key, value) => {
    const { sets, problems } = parseElements(json(key, value));
    expect(sets).toEqual([]);
    expect(problems.map(({ code, said: { args } }) => [code, args?.key])).toEqual([['omm-field', key]]);
    expect(parseElements(json(key, '')).problems).toEqual([]);
  });

  test.each([
    ['MEAN_MOTION_DOT', 1, 33, ' .0000O060'],
    ['MEAN_MOTION_DDOT', 1, 44, ' 0000X-0'],
    ['ELEMENT_SET_NO', 1, 64, ' 18e'],
    ['REV_AT_EPOCH', 2, 63, '14A55'],
  ])('%s of two-line elements too', (key, number, column, word) => {
    const lines = [LINE_1, LINE_2];
    const body = lines[number - 1].slice(0, column) + word + lines[number - 1].slice(column + word.length, 68);
    lines[number - 1] = body.slice(0, 68) + tleChecksum(body);
    const { sets, problems } = parseElements(lines.join('\n'));
    expect(sets).toEqual([]);
    expect(problems.map(({ code, line, said: { args } }) => [code, line, args?.key])).toEqual([
      ['tle-field', number, key],
    ]);
  });
});
