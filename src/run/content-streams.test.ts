import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parse, stringify } from 'yaml';
import { testCatalog } from '../../test/fixtures/catalog.ts';
import { parseScenario } from '../read/parse.ts';
import { resolveScenario } from '../read/resolve.ts';
import { simulate } from './drive.ts';
import { prepare } from './prepare.ts';

const catalog = testCatalog();
const TRIALS = 6;

type Item = Record<string, unknown> & { id: string };
type Raw = Record<'networks' | 'sensors' | 'interceptors' | 'command' | 'threat' | 'bridges', Item[]> &
  Record<string, unknown>;

function scenario(name: string): Raw {
  return parse(readFileSync(new URL(`../../scenarios/${name}.yaml`, import.meta.url), 'utf8'));
}

/** A fingerprint of every number of the raids of a scenario: shots, reasons, times to the bit. */
function fingerprint(raw: Raw): string {
  const architecture = resolveScenario(
    parseScenario(stringify(raw, { aliasDuplicateObjects: false }), 'case.yaml'),
    catalog,
  );
  const { outcomes, effect } = simulate(prepare(architecture), 0, TRIALS);
  const text = JSON.stringify({ outcomes, effect }, (_, value) => {
    if (typeof value === 'number' && !Number.isFinite(value)) return String(value);
    return ArrayBuffer.isView(value) ? Array.from(value as unknown as ArrayLike<number>, String) : value;
  });
  return createHash('sha256').update(text).digest('hex');
}

/** Every name of an element replaced, wherever it stands. */
function renamed(raw: Raw): Raw {
  const names = new Map<string, string>();
  for (const list of ['networks', 'sensors', 'interceptors', 'command', 'threat'] as const)
    raw[list]?.forEach(({ id }, i) => {
      names.set(id, `${list.slice(0, 1)}${9 - i}x`);
    });
  const walk = (value: unknown, key = ''): unknown => {
    if (Array.isArray(value)) return value.map((item) => walk(item, key));
    if (typeof value === 'object' && value !== null)
      return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, walk(item, name)]));
    const isName = ['id', 'terminals', 'between', 'networks', 'network', 'element', 'controlPlanesDown'].includes(key);
    return isName && typeof value === 'string' ? (names.get(value) ?? value) : value;
  };
  return walk(raw) as Raw;
}

const cases: [name: string, raw: Raw][] = [
  ['golden-dome', scenario('golden-dome')],
  ['mixed-raid', scenario('mixed-raid')],
  [
    'twins',
    {
      ...scenario('golden-dome'),
      sensors: [
        ...scenario('golden-dome').sensors,
        { id: 'radar-b', use: 'tpy-2', sites: ['fort-greely'] },
        { id: 'radar-a', use: 'tpy-2', sites: ['vandenberg'] },
        { id: 'tracking-b', use: 'sda-tracking-t2', terminals: ['transport'], revisitS: 2 },
      ],
      failures: { satelliteOutProbability: 0.2, planesOut: [{ element: 'tracking', plane: 1 }] },
    },
  ],
];

describe.each(cases)('%s comes to the same bits', (_name, raw) => {
  const whole = fingerprint(raw);

  test('under other names', () => {
    const other = renamed(raw);
    expect(other.threat[0].id).not.toBe(raw.threat[0].id);
    expect(fingerprint(other)).toBe(whole);
  });

  test.each(['networks', 'sensors', 'threat', 'bridges'] as const)('with its %s in another order', (list) => {
    expect(fingerprint({ ...raw, [list]: [...(raw[list] ?? [])].reverse() })).toBe(whole);
  });

  test('with each group of missiles split in two', () => {
    const threat = raw.threat.flatMap((group) => {
      const { count, from, toward, startS = 0, spacingS = 0 } = group as unknown as Record<string, number>;
      const first = Math.floor(count / 2);
      if (first === 0) return [group];
      const turn = (places: unknown) =>
        Array.isArray(places) ? places.map((_, i) => places[(i + first) % places.length]) : places;
      const rest = {
        count: count - first,
        from: turn(from),
        toward: turn(toward),
        startS: startS + first * spacingS,
      };
      return [
        { ...group, count: first },
        { ...group, id: `${group.id}-rest`, ...rest },
      ];
    });
    expect(threat.length).toBeGreaterThan(raw.threat.length);
    expect(fingerprint({ ...raw, threat })).toBe(whole);
  });

  test('but not under another seed', () => {
    expect(fingerprint({ ...raw, analysis: { ...(raw.analysis as object), seed: 99 } })).not.toBe(whole);
  });
});
