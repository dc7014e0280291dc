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

describe('two-line elements with faults', () => {
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
    expect(sets.length).toBe(1);
    expect(problems.map((p) => p.code)).toEqual([
      'omm-field',
      'omm-field',
      'omm-unsupported',
      'omm-epoch',
      'omm-field',
    ]);
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
