const GROUP = /\B(?=(\d{3})+(?!\d))/g;

/** 7800 -> `7,800`; with digits after the point where asked. */
export function count(value: number, digits = 0): string {
  if (!Number.isFinite(value)) return '-';
  const [whole, part] = Math.abs(value).toFixed(digits).split('.');
  const sign = value < 0 && Number(value.toFixed(digits)) !== 0 ? '-' : '';
  return sign + whole!.replace(GROUP, ',') + (part ? `.${part}` : '');
}

/** Three significant digits, grouped: 0.01234 -> `0.0123`, 12345 -> `12,300`. */
export function short(value: number): string {
  if (!Number.isFinite(value)) return '-';
  if (value === 0) return '0';
  const rounded = Number(value.toPrecision(3));
  const size = Math.floor(Math.log10(Math.abs(rounded)));
  return count(rounded, Math.min(6, Math.max(0, 2 - size)));
}

/** A value as its author wrote it: three significant digits, no zeros behind the point: 60 -> `60`, 0.5 -> `0.5`. */
export function plain(value: number): string {
  return short(value).replace(/\.(\d*?)0+$/, (_, digits: string) => (digits === '' ? '' : `.${digits}`));
}

/** 0.8764 -> `87.6 %`; whole percents where `digits` is 0. */
export function percent(fraction: number, digits = 1): string {
  return Number.isFinite(fraction) ? `${(100 * fraction).toFixed(digits)} %` : '-';
}

/** Millions of dollars in words: 743000 -> `$743 billion`, 1191000 -> `$1.19 trillion`, 22 -> `$22 million`. */
export function money(musd: number): string {
  const size = Math.abs(musd);
  if (!Number.isFinite(musd)) return '-';
  const sign = musd < 0 ? '-' : '';
  if (size >= 999_500) return `${sign}$${short(size / 1e6)} trillion`;
  if (size >= 999.5) return `${sign}$${short(size / 1e3)} billion`;
  return `${sign}$${short(size)} million`;
}

/** Whether a range of money is wide enough that its ends differ in words. */
export function isWide({ p10, p90 }: { p10: number; p90: number }): boolean {
  return p90 > p10 && money(p10) !== money(p90);
}

/** Seconds as `95 s` or `12 min 5 s`. */
export function seconds(valueS: number): string {
  if (!Number.isFinite(valueS)) return '-';
  if (Math.abs(valueS) < 180) return `${count(valueS, Math.abs(valueS) < 10 ? 1 : 0)} s`;
  const whole = Math.round(Math.abs(valueS));
  return `${valueS < 0 ? '-' : ''}${Math.floor(whole / 60)} min ${whole % 60} s`;
}

/** `one`, `two` ... `ten`, then digits. */
export function inWords(value: number): string {
  const words = ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'];
  return words[value] ?? count(value);
}
