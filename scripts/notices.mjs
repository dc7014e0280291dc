// The licence texts of the packages whose code a bundle carries, as their licences ask of copies.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const LICENCE_FILE = /^(licen[cs]e|copying|notice)([._-].*)?$/i;

/** Folder of the package that a module belongs to; undefined for the project's own. */
function packageFolder(file) {
  const at = file.replaceAll('\\', '/').lastIndexOf('node_modules/');
  if (at < 0) return undefined;
  const [, name] = /^node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(file.replaceAll('\\', '/').slice(at)) ?? [];
  return name && `${file.slice(0, at)}node_modules/${name}`;
}

/**
 * One text with name, version, licence and licence files of every package among the modules of a bundle.
 *
 * @param files paths of the modules, as the bundler names them
 * @param extra package folders whose files are shipped beside the bundle
 * @throws Error where a package states a licence but ships no text of it, and none of its like is known
 */
export function notices(files, extra = []) {
  const folders = new Set(extra);
  for (const file of files) {
    const folder = packageFolder(file.replace(/^\0/, '').replace(/\?.*$/, ''));
    if (folder && existsSync(join(folder, 'package.json'))) folders.add(folder);
  }
  const parts = [...folders].map(partOf).sort((a, b) => (a.title < b.title ? -1 : 1));
  const unique = parts.filter(({ title }, i) => title !== parts[i - 1]?.title);
  const head =
    'Cupola is under the Apache License 2.0. What is bundled with it is under the licences below, each in its own words.\n';
  return [head, ...unique.map(({ title, text }) => `${'-'.repeat(78)}\n${title}\n\n${text}\n`)].join('\n');
}

function partOf(folder) {
  const { name, version, license, author } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  const texts = readdirSync(folder)
    .filter((file) => LICENCE_FILE.test(file))
    .sort()
    .map((file) => readFileSync(join(folder, file), 'utf8').trim());
  if (texts.length === 0) texts.push(fromReadme(folder) ?? stated(name, license, author));
  return { title: `${name} ${version} (${license ?? 'see its text'})`, text: texts.join('\n\n') };
}

/** The licence paragraph of a package that has it in its README alone. */
function fromReadme(folder) {
  const readme = readdirSync(folder).find((file) => /^readme/i.test(file));
  const text = readme && readFileSync(join(folder, readme), 'utf8');
  const at = text?.search(/^#+ *licen[cs]e/im) ?? -1;
  const part = at >= 0 ? text.slice(at).trim() : undefined;
  return part && /permission is hereby granted|copyright/i.test(part) ? part : undefined;
}

const PERMISSION = `Permission to use, copy, modify, and/or distribute this software for any purpose with or without fee is hereby
granted, provided that the above copyright notice and this permission notice appear in all copies.

THE SOFTWARE IS PROVIDED "AS IS" AND THE AUTHOR DISCLAIMS ALL WARRANTIES WITH REGARD TO THIS SOFTWARE INCLUDING ALL
IMPLIED WARRANTIES OF MERCHANTABILITY AND FITNESS. IN NO EVENT SHALL THE AUTHOR BE LIABLE FOR ANY SPECIAL, DIRECT,
INDIRECT, OR CONSEQUENTIAL DAMAGES OR ANY DAMAGES WHATSOEVER RESULTING FROM LOSS OF USE, DATA OR PROFITS, WHETHER IN AN
ACTION OF CONTRACT, NEGLIGENCE OR OTHER TORTIOUS ACTION, ARISING OUT OF OR IN CONNECTION WITH THE USE OR PERFORMANCE OF
THIS SOFTWARE.`;

/** The usual text of a licence that a package states and ships no text of. */
function stated(name, license, author) {
  const who = typeof author === 'string' ? author : author?.name;
  if (license !== 'ISC' || !who) throw new Error(`${name}: bundled, but no licence text can be found`);
  return `ISC License (the package ships no text; this is the licence that it states)\n\nCopyright (c) ${who}\n\n${PERMISSION}`;
}

/** A plugin of Vite or Rollup that writes the notices beside the page, workers included. */
export function noticesPlugin(files, fileName) {
  return {
    name: 'cupola-notices',
    generateBundle(_options, bundle) {
      for (const part of Object.values(bundle))
        if (part.type === 'chunk') for (const id of Object.keys(part.modules)) files.add(id);
      if (fileName) this.emitFile({ type: 'asset', fileName, source: notices(files) });
    },
  };
}

/** Modules of an esbuild result with `metafile`. */
export const modulesOf = ({ metafile }, root) =>
  Object.values(metafile.outputs).flatMap(({ inputs }) =>
    Object.entries(inputs)
      .filter(([, { bytesInOutput }]) => bytesInOutput > 0)
      .map(([path]) => join(root, path)),
  );
