import { date, inLanguage, type Language, tell } from 'cupola/words';

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
  /** Millions of dollars: `$938 billion`, `938 Md $`. */
  money(musd: number, sign?: boolean): string;
  /** Day of a moment, UTC. */
  date(unixS: number): string;
  /** Unit of an axis in billions of dollars. */
  billions: string;
}

const made = new Map<Language, Numbers>();
/** Between a number and its unit: a number and its unit stay together. */
const SPACE = '\u00a0';

export function numbersIn(language: Language): Numbers {
  const known = made.get(language) ?? numbersOf(language);
  made.set(language, known);
  return known;
}

function numbersOf(language: Language): Numbers {
  const { locale, percentSpace } = language;
  const format = (options: Intl.NumberFormatOptions) => {
    const { format: write } = new Intl.NumberFormat(locale, options);
    return (value: number) => write(value).replace('-', '\u2212');
  };
  const fixed = (digits: number) => format({ minimumFractionDigits: digits, maximumFractionDigits: digits });
  const three = format({ maximumSignificantDigits: 3 });
  const whole = fixed(0);
  const one = fixed(1);
  const withSign = format({ maximumSignificantDigits: 3, signDisplay: 'exceptZero' });
  const wholeWithSign = format({ maximumFractionDigits: 0, signDisplay: 'exceptZero' });
  const said = (code: string, args?: Record<string, string>) => inLanguage(language, () => tell({ code, args }));
  return {
    short: (value) => ok(value, () => three(value)),
    count: (value) => ok(value, () => whole(value)),
    percent: (share) =>
      ok(share, () => `${(share > 0.001 && share < 0.999 ? one : whole)(100 * share)}${percentSpace}%`),
    signed: (value, isWhole = false) => ok(value, () => (isWhole ? wholeWithSign : withSign)(value)),
    seconds: (valueS) => ok(valueS, () => `${(valueS < 10 ? one : whole)(valueS)}${SPACE}s`),
    duration: (valueS) =>
      ok(valueS, () => (valueS > 120 ? `${whole(valueS / 60)}${SPACE}min` : `${whole(valueS)}${SPACE}s`)),
    money: (musd, sign = false) =>
      ok(musd, () => {
        const size = Math.abs(musd);
        const args = {
          sign: musd < 0 ? '\u2212' : sign && musd > 0 ? '+' : '',
          millions: three(size),
          billions: three(size / 1e3),
          trillions: three(size / 1e6),
        };
        const unit = size >= 999_500 ? 'trillion' : size >= 999.5 ? 'billion' : 'million';
        return said(`money.${unit}`, args);
      }),
    date: (unixS) => inLanguage(language, () => date(unixS)),
    billions: said('money.axis-billions'),
  };
}

function ok(value: number, format: () => string): string {
  return Number.isFinite(value) ? format() : '–';
}
