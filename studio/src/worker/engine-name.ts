/** What computes in this page, such as `Chrome 145`. */
export function engineHere(): string {
  const [, name = 'browser', version = ''] = /(Firefox|Chrome|Version)\/(\d+)/.exec(navigator.userAgent) ?? [];
  return `${name} ${version}`.trim();
}
