import { readFileSync } from 'node:fs';

interface Package {
  name: string;
  version: string;
}

const found = find();

/** Folder of the installed package, which holds `catalog/`, `scenarios/` and `dist/`. */
export const packageFolder: URL = found.folder;

/** Version of the package this command line belongs to. */
export const version: string = found.version;

/** Walks up from this file, which sits at another depth in the source, in the bundle and in the bundle's parts. */
function find(): { folder: URL; version: string } {
  let folder = new URL('./', import.meta.url);
  for (let up = 0; up < 6; up++, folder = new URL('../', folder)) {
    let text: string;
    try {
      text = readFileSync(new URL('package.json', folder), 'utf8');
    } catch {
      continue; // no package file here: go on upwards
    }
    const { name, version } = JSON.parse(text) as Package;
    if (name === 'cupola') return { folder, version };
  }
  throw new Error('the package folder was not found above the program');
}
