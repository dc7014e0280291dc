import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { command } from '../../src/cli/convert.ts';
import { readMeans } from '../../src/physics/element-file.ts';
import { tleSet } from '../../src/report/export/tle.ts';
import { runCommand } from '../fixtures/run-command.ts';
import { pythonWith, runPython } from '../python/python-with.ts';

const ELEVEN = 'test/fixtures/starlink-eleven.tle';
const python = pythonWith('sgp4.omm');
const SPAN = ['--epoch', '2026-05-12T12:00:00Z', '--duration', '600', '--step', '60'];
let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'cupola-convert-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

const at = (name: string) => join(folder, name);
const convert = (from: string, to: string, ...words: string[]) => runCommand(command, [from, to, '--force', ...words]);
const text = (name: string) => readFileSync(at(name), 'utf8');

describe('elements', () => {
  test.each(['json', 'csv', 'xml', 'kvn', '3le'])(
    'two-line elements come back from %s letter by letter',
    async (ending) => {
      await convert(ELEVEN, at(`a.${ending}`));
      const { notes } = await convert(at(`a.${ending}`), at('back.tle'));
      expect(text('back.tle')).toBe(readFileSync(ELEVEN, 'utf8').replace(/^#.*\n/, ''));
      expect(notes).toEqual([`11 objects in ${at('back.tle')}`]);
    },
  );

  test.each(['kvn', '3le', 'tle', 'oem'])('a name of several lines is one in %s', async (ending) => {
    const [first] = readMeans(readFileSync(ELEVEN, 'utf8')).means;
    await convert(ELEVEN, at('a.json'));
    const [mine] = JSON.parse(text('a.json'));
    const odd = { ...mine, OBJECT_NAME: 'X\nMEAN_MOTION = 3\nY\u2028Z', OBJECT_ID: '2019\n-074B' };
    writeFileSync(at('odd.json'), JSON.stringify([odd]));
    await convert(at('odd.json'), at(`odd.${ending}`), ...(ending === 'oem' ? SPAN : []));
    const lines = text(`odd.${ending}`).split('\n');
    expect(lines.filter((line) => /X\?MEAN_MOTION = 3\?Y\?Z$/.test(line))).toHaveLength(1);
    expect(lines.filter((line) => /^(MEAN_MOTION = 3|Y|-074B)/.test(line))).toEqual([]);
    if (ending === 'oem') return;
    const { means, problems } = readMeans(text(`odd.${ending}`));
    expect([means.map(({ meanMotionRevDay }) => meanMotionRevDay), problems]).toEqual([[first.meanMotionRevDay], []]);
  });

  test.each(['json', 'csv', 'xml', 'kvn'])(
    'a drag term as large as two lines can say comes back from %s',
    async (ending) => {
      const [first] = readMeans(readFileSync(ELEVEN, 'utf8')).means;
      for (const bstar of [327.5, -0.99999e9]) {
        writeFileSync(at('drag.tle'), tleSet({ ...first, bstar }).lines!.join('\n'));
        const before = readMeans(text('drag.tle'));
        await convert(at('drag.tle'), at(`drag.${ending}`));
        const { means, problems } = readMeans(text(`drag.${ending}`));
        expect([means.map((each) => each.bstar), problems]).toEqual([before.means.map((each) => each.bstar), []]);
        expect(before.means[0].bstar).toBe(bstar);
      }
    },
  );

  test('messages come back from messages with every digit, type and date of decay', async () => {
    const one = {
      OBJECT_NAME: 'A, "B" & <C>',
      OBJECT_ID: '2026-001ABC',
      EPOCH: '2026-05-12T12:00:00.123457',
      MEAN_MOTION: 15.123456789012,
      ECCENTRICITY: 0.000123456789,
      INCLINATION: 53.12345678,
      RA_OF_ASC_NODE: 236.89654321,
      ARG_OF_PERICENTER: 0.00001,
      MEAN_ANOMALY: 359.99999999,
      NORAD_CAT_ID: 799_999_999,
      ELEMENT_SET_NO: 12,
      REV_AT_EPOCH: 123_456,
      BSTAR: 1.23456789e-4,
      MEAN_MOTION_DOT: -1.2e-9,
      MEAN_MOTION_DDOT: 3e-13,
      OBJECT_TYPE: 'PAYLOAD',
      DECAY_DATE: '2031-02-03',
    };
    writeFileSync(at('one.json'), JSON.stringify(one));
    const [wanted] = readMeans(JSON.stringify(one)).means;
    for (const ending of ['csv', 'xml', 'kvn', 'json']) {
      await convert(at('one.json'), at(`two.${ending}`));
      expect(readMeans(text(`two.${ending}`))).toEqual({ means: [wanted], problems: [] });
    }
    const { notes } = await convert(at('one.json'), at('one.tle'));
    expect(notes.join()).toContain('catalogue numbers beyond 339999 do not fit');
    expect(notes.join()).toContain('choose a format of OMM');
    expect(existsSync(at('one.tle'))).toBe(false);
  });

  test('what the columns round is told, and is as small as they say', async () => {
    const fine = {
      ...readMeans(readFileSync(ELEVEN, 'utf8')).means[0],
      catalogNumber: 270_001,
      meanAnomalyDeg: 12.34567,
    };
    const { lines, isExact } = tleSet(fine);
    expect([isExact, lines![0].slice(2, 7)]).toEqual([false, 'T0001']);
    expect(readMeans(`X\n${lines!.join('\n')}`).means[0]).toMatchObject({
      catalogNumber: 270_001,
      meanAnomalyDeg: 12.3457,
    });
  });

  test('objects are kept by what they are', async () => {
    const words = ['--to', 'csv', '--keep', 'inclination > 53.1 and name ~ starlink', '--keep', 'number != A4714'];
    await expect(convert(ELEVEN, '-', ...words)).rejects.toThrow('"A4714" is no number');
    await convert(ELEVEN, at('kept.csv'), '--keep', 'inclination > 53.1 and perigee >= 400');
    expect(text('kept.csv').trim().split('\n')).toHaveLength(1 + 5);
    await expect(convert(ELEVEN, at('x.csv'), '--keep', 'colour = red')).rejects.toThrow('expected FIELD SIGN VALUE');
    await expect(convert(ELEVEN, at('x.csv'), '--keep', 'number = 5')).rejects.toThrow(
      'none of the 11 objects is kept',
    );
  });

  test('a faulty set refuses the file, or is left out and listed', async () => {
    writeFileSync(at('bad.tle'), readFileSync(ELEVEN, 'utf8').replace('53.1534', '53.1535'));
    await expect(convert(at('bad.tle'), at('bad.json'))).rejects.toThrow('bad.tle:4 checksum');
    const { notes } = await convert(at('bad.tle'), at('bad.json'), '--skip-bad');
    expect(notes).toEqual([expect.stringContaining('bad.tle:4 checksum'), `10 objects in ${at('bad.json')}`]);
  });

  test('words that mean nothing, endings that name no format, and the source itself are refused', async () => {
    await expect(convert(ELEVEN, at('x.json'), '--step', '5')).rejects.toThrow('--step');
    await expect(convert(ELEVEN, at('x.json'), '--frame', 'ITRF')).rejects.toThrow('--frame');
    await expect(convert(ELEVEN, at('x.oem'), '--frame', 'MOON')).rejects.toThrow('MOON');
    await expect(convert(ELEVEN, at('x.pdf'))).rejects.toThrow('no ending that names a format');
    await expect(convert(ELEVEN, ELEVEN)).rejects.toThrow('is the source');
    writeFileSync(at('mine.json'), 'mine');
    await expect(runCommand(command, [ELEVEN, at('mine.json')])).rejects.toThrow('--force');
  });
});

interface Read {
  segments: { meta: Record<string, string>; states: number[][] }[];
}

describe('what moves', () => {
  test.each(['TEME', 'EME2000', 'GCRF', 'ITRF'])(
    'ephemerides in %s come back in TEME within a micrometre a kilometre',
    async (frame) => {
      await convert(ELEVEN, at('oem'), '--to', 'oem', '--frame', 'TEME', ...SPAN);
      await convert(at('oem/STARLINK-1008.oem'), at('turned.oem'), '--frame', frame);
      await convert(at('turned.oem'), at('again.oem'), '--frame', 'TEME');
      const numbers = (name: string) =>
        [...text(name).matchAll(/^\d{4}-\S+ (.*)$/gm)].flatMap(([, row]) => row.split(' ').map(Number));
      const [before, after] = [numbers('oem/STARLINK-1008.oem'), numbers('again.oem')];
      expect(before).toHaveLength(66);
      before.forEach((value, i) => {
        expect(Math.abs(after[i] - value)).toBeLessThan(5e-6);
      });
    },
  );

  test.each(['oem', 'stk'])('a folder of %s has a file an object; one file holds one', async (format) => {
    await convert(ELEVEN, at(`all-${format}`), '--to', format, ...SPAN);
    const ending = format === 'oem' ? '.oem' : '.e';
    expect(readdirSync(at(`all-${format}`)).filter((name) => name.endsWith(ending))).toHaveLength(11);
    await expect(convert(ELEVEN, at(`all${ending}`), ...SPAN)).rejects.toThrow('one file holds one object');
  });

  test('CZML, KML and GeoJSON hold every object once', async () => {
    for (const ending of ['czml', 'kml', 'geojson']) await convert(ELEVEN, at(`all.${ending}`), ...SPAN);
    const ids = (JSON.parse(text('all.czml')) as { id: string }[]).map(({ id }) => id);
    expect(new Set(ids).size).toBe(12);
    expect(text('all.kml').match(/<gx:Track>/g)).toHaveLength(11);
    expect(text('all.kml').match(/<when>/g)!.length).toBe(text('all.kml').match(/<gx:coord>/g)!.length);
    expect(JSON.parse(text('all.geojson')).features).toHaveLength(11);
  });

  test('an epoch far off is refused, and old elements that are allowed are counted', async () => {
    const late = ['--epoch', '2028-06-01', '--duration', '60'];
    await expect(convert(ELEVEN, at('late.czml'), ...late)).rejects.toThrow('none of its 11 satellites flies');
    const { notes } = await convert(ELEVEN, at('late.czml'), ...late, '--stale', '800');
    expect(notes[0]).toContain('4 of 11 satellites');
    expect(notes[1]).toContain('4 objects');
  });

  test.each([
    ['CENTER_NAME = EARTH', 'CENTER_NAME = MARS', 'CENTER_NAME must be EARTH'],
    ['TIME_SYSTEM = UTC', 'TIME_SYSTEM = GPS', 'TIME_SYSTEM must be UTC'],
    ['REF_FRAME = TEME', 'REF_FRAME = MOD', 'REF_FRAME must be TEME'],
    ['T12:01:00', 'T11:01:00', 'times must increase'],
    ['T12:01:00 ', 'T12:01:00 x ', 'a state is a time and six numbers'],
  ])('an ephemeris with %s turned into %s is refused at its line', async (from, to, words) => {
    await convert(ELEVEN, at('src'), '--to', 'oem', ...SPAN);
    writeFileSync(at('wrong.oem'), text('src/STARLINK-1008.oem').replace(`${from}`, to));
    await expect(convert(at('wrong.oem'), at('wrong.kml'))).rejects.toThrow(words);
    await expect(convert(at('src/STARLINK-1008.oem'), at('no.tle'))).rejects.toThrow('no mean elements');
  });

  describe.skipIf(!python)("Python's sgp4 and a strict reader of ephemerides (need python3 with sgp4)", () => {
    test('fly the converted elements as the ephemerides say, within 5 mm', async () => {
      await convert(ELEVEN, at('py.json'));
      await convert(ELEVEN, at('py'), '--to', 'oem', ...SPAN);
      const { positions } = runPython<{ positions: number[][][] }>(python!, 'fly_omm.py', [
        at('py.json'),
        '2026-05-12T12:10:00',
      ]);
      const names = readMeans(text('py.json')).means.map(({ name }) => name);
      names.forEach((name, k) => {
        const { segments } = runPython<Read>(python!, 'read_oem.py', [at(`py/${name}.oem`)]);
        const [, x, y, z] = segments[0].states.at(-1)! as [number, number, number, number];
        const [px, py, pz] = positions[0][k] as [number, number, number];
        expect(Math.hypot(x - px, y - py, z - pz)).toBeLessThan(5e-6);
      });
    });
  });
});

describe.each(['skyfield', 'astropy'])("Python's %s flies the same (needs it)", (library) => {
  const able = pythonWith(library, 'sgp4.api');
  test.skipIf(!able).each([
    ['GCRF', 0.002],
    ['ITRF', 0.42], // UT1 is taken for UTC here, which is at most 0.9 s from it
  ] as const)('in %s within %d km', async (frame, mostKm) => {
    const epoch = '2026-05-12T12:10:00';
    const folder = `${library}-${frame}`;
    await convert(ELEVEN, at(folder), '--to', 'oem', '--frame', frame, ...SPAN);
    const found = runPython<Record<'GCRF' | 'ITRF', number[][][]>>(able!, 'orbit_axes.py', [library, ELEVEN, epoch]);
    const { means } = readMeans(readFileSync(ELEVEN, 'utf8'));
    const apartKm = means.map(({ name }, k) => {
      const row = text(`${folder}/${name}.oem`)
        .split('\n')
        .find((line) => line.startsWith(epoch))!;
      const [x, y, z] = row.split(' ').slice(1).map(Number) as [number, number, number];
      const [px, py, pz] = found[frame][0][k] as [number, number, number];
      return Math.hypot(x - px, y - py, z - pz);
    });
    expect(apartKm).toHaveLength(11);
    expect(Math.max(...apartKm)).toBeLessThan(mostKm);
  });
});
