import { pack } from '../../studio/src/state/unpack.ts';
import type { Luck } from '../endurance/luck.ts';
import { anyText, mutated } from '../endurance/mutate-text.ts';
import { Fault, type Trier } from '../endurance/part.ts';

/** The state of a link, as far as it is made here. */
type State = Record<string, unknown>;

const ODD_VALUES: unknown[] = [
  null,
  true,
  0,
  -1,
  1e308,
  0.5,
  '',
  'x',
  '__proto__',
  [],
  [null],
  {},
  { a: 1 },
  'é🛰️\u202e',
  'a'.repeat(5000),
];
const KEYS = 'v s f t w y e n d a b S p V l m c g T k F h i r q D C x'.split(' ');
const INNER_KEYS = [...KEYS, '0', '1', '__proto__', 'spacex'];

/** As much of a browser as the state of the page asks for. */
function pretendBrowser(): { hash: string; href: string } {
  const place = {
    href: 'http://here/',
    get hash() {
      return new URL(this.href).hash;
    },
    set hash(word: string) {
      this.href = `http://here/${word}`;
    },
  };
  const nothing = () => undefined;
  const element = { lang: '', dataset: {}, style: {}, setAttribute: nothing, removeAttribute: nothing };
  const pretended = {
    location: place,
    navigator: { language: 'en' },
    history: { pushState: nothing, replaceState: nothing },
    addEventListener: nothing,
    matchMedia: () => ({ matches: false, addEventListener: nothing }),
    document: {
      title: '',
      documentElement: element,
      querySelector: () => null,
      addEventListener: nothing,
      body: element,
    },
    localStorage: { getItem: () => null, setItem: nothing, removeItem: nothing },
    Worker: class {
      postMessage = nothing;
      terminate = nothing;
      addEventListener = nothing;
    },
  };
  // some of these are getters of newer Node
  for (const [name, value] of Object.entries(pretended))
    Object.defineProperty(globalThis, name, { value, configurable: true, writable: true });
  return place;
}

/** Links of the page, made, read again, and changed: each is shown as it says, or refused with a word. */
export async function open(): Promise<Trier> {
  const place = pretendBrowser();
  const { makeLink, readLink } = await import('../../studio/src/state/link.ts');
  const { plan, shipped, shippedPlan, DEFAULT_SCENARIO } = await import('../../studio/src/state/session.ts');
  const { toast } = await import('../../studio/src/state/view.ts');
  const names = Object.keys(shipped);

  const read = async (hash: string, input: string): Promise<'accepted' | 'refused'> => {
    plan.value = shippedPlan(DEFAULT_SCENARIO);
    const before = plan.value;
    toast.value = '';
    place.hash = hash;
    await readLink();
    await new Promise<void>((said) => setImmediate(said)); // what is said comes a little later
    if (/undefined|\[object|NaN/.test(toast.value) && !/undefined|\[object|NaN/.test(input))
      throw new Fault(`a sentence with a hole: ${toast.value}`, input);
    if (plan.value === before) {
      if (toast.value === '') throw new Fault('nothing is shown and nothing is said', input);
      return 'refused';
    }
    checkPlan(plan.value, input);
    // what the page shows has an address of its own, which brings the same again
    const shown = JSON.stringify(plan.value);
    const link = await makeLink();
    if (link === undefined) return 'accepted';
    place.hash = new URL(link).hash;
    plan.value = shippedPlan(names[0]);
    await readLink();
    if (JSON.stringify(plan.value) !== shown)
      throw new Fault(`its own link brings another: ${JSON.stringify(plan.value)}`, input);
    return 'accepted';
  };

  return {
    async tryOne(luck) {
      const state = stateOf(luck, names, shipped);
      const way = luck.share();
      if (way < 0.3) return read(`#s=${await pack(JSON.stringify(state))}`, JSON.stringify(state));
      if (way < 0.6) {
        const text = JSON.stringify(oddState(state, luck));
        return read(`#s=${await pack(text)}`, text);
      }
      if (way < 0.8) {
        const text = Buffer.from(mutated(JSON.stringify(state), anyText, luck)).toString('utf8');
        return read(`#s=${await pack(text)}`, text);
      }
      const packed = Buffer.from(mutated(`s=${await pack(JSON.stringify(state))}`, anyText, luck)).toString('latin1');
      return read(`#${luck.isSo(0.1) ? luck.one(['scenario=', 'story=', 'lang=xx&s=']) : ''}${packed}`, packed);
    },
  };
}

function stateOf(luck: Luck, names: readonly string[], shipped: Record<string, string>): State {
  const side = (): State => ({
    ...(luck.isSo(0.7)
      ? { s: luck.one(names) }
      : { f: 'mine.yaml', t: shipped[luck.one(names)].slice(0, 1 + luck.below(3000)) }),
    ...(luck.isSo(0.4) && { w: { [luck.one(['spacex', 'amazon', 'york'])]: luck.one(['supply', 'denied']) } }),
    ...(luck.isSo(0.2) && { y: luck.below(60) }),
    ...(luck.isSo(0.2) && { e: `20${30 + luck.below(20)}-0${1 + luck.below(9)}-15` }),
  });
  return {
    v: 1,
    ...side(),
    n: 1 + luck.below(2000),
    d: luck.below(65),
    l: luck.one(['en', 'fr']),
    m: luck.one(['globe', 'map', 'space']),
    c: luck.one(['partner', 'function', 'network']),
    g: [luck.one(['ecef', 'eci']), luck.below(360) - 180, luck.below(180) - 90, 1 + luck.below(8)],
    T: luck.below(2000),
    ...(luck.isSo(0.3) && { a: side() }),
    ...(luck.isSo(0.2) && { b: [side(), side()] }),
    ...(luck.isSo(0.2) && { p: 1 }),
    ...(luck.isSo(0.2) && { h: ['night'], i: 2, r: 3, q: 'report', D: '2030-01-01', C: 'dark', x: ['sbi', 'a', 1] }),
  };
}

function oddState(state: State, luck: Luck): unknown {
  if (luck.isSo(0.05)) return luck.one(ODD_VALUES);
  const odd: State = { ...state };
  for (let i = 1 + luck.below(4); i > 0; i--) {
    const key = luck.one(KEYS);
    if (luck.isSo(0.2)) delete odd[key];
    else put(odd, key, luck);
    const inner = luck.one([odd.a, (odd.b as unknown[] | undefined)?.[0], odd.w, odd.g, odd.x]);
    if (typeof inner === 'object' && inner !== null && luck.isSo(0.3)) put(inner, luck.one(INNER_KEYS), luck);
  }
  return odd;
}

/** As JSON would have it: `__proto__` is a key like any other. */
function put(holder: object, key: string, luck: Luck): void {
  const value = structuredClone(luck.one(ODD_VALUES));
  Object.defineProperty(holder, key, { value, enumerable: true, configurable: true, writable: true });
}

/** What is shown lies within what the page can show. @throws Fault */
function checkPlan(
  {
    trials,
    draws,
    text,
    file,
    switches,
  }: { trials: number; draws: number; text: string; file: string; switches: object },
  input: string,
): void {
  const isSound =
    Number.isInteger(trials) &&
    trials >= 1 &&
    Number.isInteger(draws) &&
    draws >= 0 &&
    typeof text === 'string' &&
    typeof file === 'string';
  if (!isSound || Object.values(switches).some((value) => value !== 'supply' && value !== 'denied'))
    throw new Fault(`shown: ${trials} raids, ${draws} draws, ${file}`, input);
}
