/** Numbers, money and dates as a language writes them; an en dash for what is not known. */
export interface Numbers {
  /** Three significant digits. */
  short(value: number): string;
  count(value: number): string;
  percent(share: number): string;
  /** With its sign: three significant digits, or to the unit. */
  signed(value: number, isWhole?: boolean): string;
  seconds(valueS: number): string;
  /** Seconds, or minutes where it is more than two. */
  duration(valueS: number): string;
  /** Millions of dollars: `$938 billion`, `938 Md$`. */
  money(musd: number, sign?: boolean): string;
  /** Day of a moment, UTC. */
  date(unixS: number): string;
  /** Unit of an axis in billions of dollars. */
  billions: string;
}

const made = new Map<string, Numbers>();

export function numbersIn(language: 'en' | 'fr'): Numbers {
  const known = made.get(language) ?? (language === 'fr' ? french() : english());
  made.set(language, known);
  return known;
}

function english(): Numbers {
  const { signed, three, ...common } = numbersOf('en-US', ' %', ' ');
  return {
    ...common,
    signed,
    money: (musd, sign = false) =>
      ok(musd, () => {
        const size = Math.abs(musd);
        const [value, word] =
          size >= 999_500 ? [musd / 1e6, 'trillion'] : size >= 999.5 ? [musd / 1e3, 'billion'] : [musd, 'million'];
        const digits = sign ? signed(value) : three.format(value);
        return /^[-+]/.test(digits) ? `${digits[0]}$${digits.slice(1)} ${word}` : `$${digits} ${word}`;
      }),
    date: (unixS) => new Date(1000 * unixS).toISOString().slice(0, 10),
    billions: '$ bn',
  };
}

function french(): Numbers {
  const { signed, three, ...common } = numbersOf('fr-FR', '\u202f%', '\u00a0');
  const day = new Intl.DateTimeFormat('fr-FR', { dateStyle: 'medium', timeZone: 'UTC' });
  return {
    ...common,
    signed,
    money: (musd, sign = false) =>
      ok(musd, () => {
        const isLarge = Math.abs(musd) >= 999.5;
        const value = isLarge ? musd / 1e3 : musd;
        return `${sign ? signed(value) : three.format(value)}\u00a0${isLarge ? 'Md$' : 'M$'}`;
      }),
    date: (unixS) => day.format(new Date(1000 * unixS)),
    billions: 'Md$',
  };
}

function ok(value: number, format: () => string): string {
  return Number.isFinite(value) ? format() : '–';
}

function numbersOf(locale: string, percentSign: string, space: string) {
  const fixed = (digits: number) =>
    new Intl.NumberFormat(locale, { minimumFractionDigits: digits, maximumFractionDigits: digits });
  const three = new Intl.NumberFormat(locale, { maximumSignificantDigits: 3 });
  const whole = fixed(0);
  const one = fixed(1);
  const withSign = new Intl.NumberFormat(locale, { maximumSignificantDigits: 3, signDisplay: 'exceptZero' });
  const wholeWithSign = new Intl.NumberFormat(locale, { maximumFractionDigits: 0, signDisplay: 'exceptZero' });
  return {
    three,
    short: (value: number) => ok(value, () => three.format(value)),
    count: (value: number) => ok(value, () => whole.format(value)),
    percent: (share: number) =>
      ok(share, () => `${(share > 0.001 && share < 0.999 ? one : whole).format(100 * share)}${percentSign}`),
    signed: (value: number, isWhole = false) => ok(value, () => (isWhole ? wholeWithSign : withSign).format(value)),
    seconds: (valueS: number) => ok(valueS, () => `${(valueS < 10 ? one : whole).format(valueS)}${space}s`),
    duration: (valueS: number) =>
      ok(valueS, () => (valueS > 120 ? `${whole.format(valueS / 60)}${space}min` : `${whole.format(valueS)}${space}s`)),
  };
}
