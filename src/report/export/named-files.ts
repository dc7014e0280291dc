/** File names of objects, such as `opir-geo_1-0.oem`; a number sets equal ones apart. */
export function namedFiles(
  messages: readonly { id: string; text: string }[],
  ending: string,
): [name: string, text: string][] {
  const taken = new Map<string, number>();
  return messages.map(({ id, text }) => {
    const name = id.replaceAll(':', '_').replace(/[^\w.-]+/g, '-');
    const before = taken.get(name) ?? 0;
    taken.set(name, before + 1);
    return [`${name}${before > 0 ? `.${before + 1}` : ''}.${ending}`, text];
  });
}
