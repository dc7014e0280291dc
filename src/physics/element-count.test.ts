import { expect, test } from 'vitest';
import { elementCount } from './element-count.ts';
import { parseElements } from './element-file.ts';

const FIELDS = {
  OBJECT_NAME: 'A, "1 OF 2"',
  NORAD_CAT_ID: '25544',
  EPOCH: '2028-06-01T00:00:00',
  MEAN_MOTION: '15.5',
  ECCENTRICITY: '0.001',
  INCLINATION: '53',
  RA_OF_ASC_NODE: '10',
  ARG_OF_PERICENTER: '20',
  MEAN_ANOMALY: '30',
  BSTAR: '0',
};
const keys = Object.keys(FIELDS);
const cells = Object.values(FIELDS).map((value) => `"${value.replaceAll('"', '""')}"`);
const xml = Object.entries(FIELDS).map(([key, value]) => `<${key}>${value}</${key}>`);
const LINES = [
  '1 25544U 98067A   20344.91667824  .00000000  00000-0  00000-0 0  9990',
  '2 25544  51.6442 171.1764 0001365 301.1330  58.9660 15.49299000    01',
];
const withSum = (line: string) => {
  const sum = [...line.slice(0, 68)].reduce((all, c) => all + (c === '-' ? 1 : Number(c) || 0), 0);
  return line.slice(0, 68) + String(sum % 10);
};
const tle = ['1 OF MANY', ...LINES.map(withSum)].join('\r\n');

const files: Record<string, (count: number) => string> = {
  'two-line elements': (count) => Array(count).fill(tle).join('\n'),
  'OMM in JSON': (count) => JSON.stringify(Array(count).fill(FIELDS), null, 1),
  'OMM in CSV': (count) => [keys.join(','), ...Array(count).fill(cells.join(',')), '', ''].join('\r\n'),
  'OMM in XML': (count) =>
    `<ndm>${Array(count)
      .fill(`<omm id="CCSDS_OMM_VERS">${xml.join('\n')}</omm>`)
      .join('\n')}</ndm>`,
};

test.each(Object.keys(files))('%s hold as many satellites as are read from them', (name) => {
  for (const count of [1, 2, 37]) {
    const text = files[name](count);
    const { sets, problems } = parseElements(text);
    expect(problems).toEqual([]);
    expect(sets).toHaveLength(count);
    expect(elementCount(text)).toBe(count);
  }
});

test('a file without satellites holds none', () => {
  for (const text of ['', '[]', '<ndm></ndm>', keys.join(','), 'a word\n']) expect(elementCount(text)).toBe(0);
});

test('a byte order mark hides no satellite', () => {
  expect(elementCount(`\uFEFF${LINES.map(withSum).join('\n')}`)).toBe(1);
});
