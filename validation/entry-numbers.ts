import { parseYaml } from '../src/catalog/yaml-document.ts';

/** What the file of a catalog entry says: its id, and its numbers without their sources. */
export function entryNumbers(text: string): { id: string; numbers: Record<string, number> } {
  const { id, ...fields } = parseYaml(text, 'catalog').value as { id: string } & Record<string, unknown>;
  const numbers = Object.entries(fields).flatMap(([name, field]) => {
    const { value } = (field ?? {}) as { value?: unknown };
    return typeof value === 'number' ? [[name, value] as const] : [];
  });
  return { id, numbers: Object.fromEntries(numbers) };
}
