import { readdirSync, readFileSync } from 'node:fs';

/** Texts of the YAML files of a folder of the package that are scenarios or studies, in the order of their names. */
export function shippedTexts(folder: string): string[] {
  const names = readdirSync(folder).filter((name) => name.endsWith('.yaml'));
  return names.sort().map((name) => readFileSync(`${folder}/${name}`, 'utf8'));
}
