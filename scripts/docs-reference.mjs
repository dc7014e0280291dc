// Reference pages, made from the schema, the catalog, the records and the commands themselves.
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import ts from 'typescript';
import { runPage } from './docs-run.mjs';
import { rawPlugin } from './raw-plugin.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));

/** Every reference page, by path. */
export async function referencePages() {
  const code = await bundled();
  const catalog = await code.loadCatalogFolder(pathToFileURL(`${root}catalog/`));
  return new Map([
    ['docs/reference/scenario.md', scenarioPage(code.scenarioJsonSchema())],
    ['docs/reference/catalog.md', catalogPage(code.kinds)],
    ['docs/reference/systems.md', systemsPage(catalog, code)],
    ['docs/reference/sources.md', sourcesPage(catalog, code)],
    ['docs/reference/run.md', runPage(code)],
    ['docs/reference/records.md', recordsPage()],
    ['docs/reference/commands.md', commandsPage(code)],
    ['docs/reference/result.md', resultPage(JSON.parse(readFileSync('cupola-result.schema.json', 'utf8')))],
  ]);
}

async function bundled() {
  const outfile = `${root}node_modules/.cache/cupola-docs/code.mjs`;
  const contents = `
    export { scenarioJsonSchema } from './src/read/schema.ts';
    export { kinds } from './src/catalog/kinds.ts';
    export { basisCounts, eachNumber } from './src/catalog/entry.ts';
    export { loadCatalogFolder } from './src/cli/load-catalog.ts';
    export { commands } from './src/cli/commands.ts';
    export { configureSpec } from './src/cli/command.ts';
    export { answerParts } from './src/run/answer.ts';
    export { pipeline, salvo } from './src/run/pipeline.ts';
    export { Command } from 'commander';`;
  await build({
    stdin: { contents, resolveDir: root, loader: 'ts' },
    outfile,
    bundle: true,
    format: 'esm',
    platform: 'node',
    plugins: [rawPlugin],
    loader: { '.wasm': 'binary' },
    logLevel: 'error',
    banner: { js: "import { createRequire as $r } from 'node:module'; const require = $r(import.meta.url);" },
  });
  return import(`${pathToFileURL(outfile).href}?${process.hrtime.bigint()}`);
}

const cell = (text) =>
  String(text ?? '')
    .replaceAll('|', '\\|')
    .replaceAll('<', '&lt;')
    .replace(/\s+/g, ' ');

function scenarioPage(schema) {
  const lines = [
    '# Scenario keys',
    '',
    'A scenario is one YAML file. Only `name` and `epochUtc` must be there: what is left out is not part of the architecture. Name the',
    'schema in the first line and an editor completes and checks the file:',
    '',
    '```yaml',
    '# yaml-language-server: $schema=../cupola.schema.json',
    '```',
    '',
    'An element (network, sensor, interceptor layer, system, threat) takes its numbers from the catalog by `use:`; any of them may be',
    'replaced beside it. A number of an element may bring its own source: `{ value, low, high, source, where, basis }`, and money its',
    '`priceYear`. Unknown keys are refused with a suggestion.',
    '',
    ...table(keyRows(schema, schema)),
  ];
  const shared = SHARED.map((part) => ({ ...part, rows: sharedRows(part.sections, schema) }));
  const isShared = new Set(shared.flatMap(({ rows }) => rows));
  for (const { title, rows } of shared) lines.push('', `## ${title}`, '', ...table(rows));
  for (const key of Object.keys(schema.properties)) {
    const rows = sectionRows(key, schema).filter((row) => !isShared.has(row));
    if (rows.length === 0) continue;
    const parts = SHARED.filter(({ sections }) => sections.includes(key)).map(({ title }) => title.toLowerCase());
    const also = parts.length > 0 ? [`Beside the keys of ${parts.join(', ')}:`, ''] : [];
    lines.push('', `## ${key}`, '', ...also, ...table(rows));
  }
  return `${lines.join('\n')}\n`;
}

/** Keys that several sections have in common are told once. */
const SHARED = [
  { title: 'Every element', sections: ['networks', 'sensors', 'interceptors', 'systems', 'threat'] },
  { title: 'Orbits', sections: ['networks', 'sensors', 'interceptors'] },
  { title: 'Money and production', sections: ['networks', 'sensors', 'interceptors', 'systems'] },
];

function sharedRows(sections, schema) {
  const all = Object.keys(schema.properties).filter((key) => SHARED[0].sections.includes(key));
  const rowsOf = new Map(all.map((key) => [key, new Set(sectionRows(key, schema))]));
  const isHere = (row) => all.every((key) => rowsOf.get(key).has(row) === sections.includes(key));
  return [...rowsOf.get(sections[0])].filter(isHere);
}

function sectionRows(key, schema) {
  const inner = innerOf(resolve(schema.properties[key], schema), schema);
  return inner?.properties ? keyRows(inner, schema) : [];
}

const table = (rows) => ['| key | takes | |', '| --- | --- | --- |', ...rows];

/** One row a key, and below a list of objects one row for each of theirs. */
function keyRows(object, schema, prefix = '') {
  const required = new Set(object.required ?? []);
  return Object.entries(object.properties).flatMap(([key, raw]) => {
    const value = resolve(raw, schema);
    const about = raw.description ?? value.description ?? '';
    const name = `${prefix}${key}`;
    const row = `| \`${name}\`${required.has(key) ? ' (must)' : ''} | ${cell(typeWords(value, schema))} | ${cell(about)} |`;
    const inner = value.type === 'array' ? innerOf(value, schema) : null;
    const isSection = object === schema;
    return !inner || isSection || key === 'override' ? [row] : [row, ...keyRows(inner, schema, `${name}[].`)];
  });
}

function resolve(value, schema) {
  if (value.allOf?.length === 1) {
    const { allOf, ...own } = value;
    return { ...resolve(allOf[0], schema), ...own };
  }
  if (!value.$ref) return value;
  const path = value.$ref.replace(/^#\//, '').split('/');
  return {
    ...path.reduce((at, key) => at[key], schema),
    ...(value.description ? { description: value.description } : {}),
  };
}

function innerOf(value, schema) {
  if (value.type === 'array' && value.items && !Array.isArray(value.items))
    return innerOf(resolve(value.items, schema), schema);
  return value.properties ? value : null;
}

/** A number with its source, which every number of an element may be. */
const SOURCED = 'a number with its source';

function typeWords(value, schema) {
  if (value.enum) return value.enum.map((each) => `\`${each}\``).join(', ');
  if (value.const !== undefined) return `\`${value.const}\``;
  const choices = value.anyOf ?? value.oneOf;
  if (choices) {
    const words = [...new Set(choices.map((each) => typeWords(resolve(each, schema), schema)))].filter(
      (each) => each !== SOURCED,
    );
    return words.join(' or ');
  }
  if (value.type === 'array') {
    if (Array.isArray(value.items))
      return `list of ${value.items.length} ${value.items.length > 0 ? `${typeWords(resolve(value.items[0], schema), schema)}s` : ''}`.trim();
    const inner = resolve(value.items ?? {}, schema);
    return inner.properties ? 'list' : `list of ${typeWords(inner, schema)}`.replace(/identifier$/, 'identifiers');
  }
  if (value.type === 'object') {
    const keys = Object.keys(value.properties ?? {});
    if (keys.includes('basis')) return SOURCED;
    return keys.length > 0 ? `\`{ ${keys.slice(0, 6).join(', ')}${keys.length > 6 ? ', …' : ''} }\`` : 'object';
  }
  if (value.type === 'number' || value.type === 'integer') return numberWords(value);
  if (value.pattern?.startsWith('^[a-z0-9]')) return 'identifier';
  return value.format === 'date-time'
    ? 'UTC time'
    : value.type === 'string'
      ? 'text'
      : String(value.type ?? 'anything');
}

function numberWords({ type, minimum, maximum }) {
  const kind = type === 'integer' ? 'whole number' : 'number';
  const hasTop = maximum !== undefined && maximum < 1e12;
  if (minimum === undefined && !hasTop) return kind;
  const written = (number) => (number >= 10_000 ? number.toLocaleString('en-US') : String(number ?? ''));
  return `${kind} ${hasTop ? `${written(minimum)} to ${written(maximum)}` : `from ${written(minimum)}`}`.replace(
    '  ',
    ' ',
  );
}

function catalogPage(kinds) {
  const lines = [
    '# Catalog fields',
    '',
    'An entry of the catalog is a YAML file in the folder of its kind. Every number is `{ value, source, where, basis }`, with optional',
    '`low`, `high`, `via`; money adds `priceYear` and, for euros, `currency`. `basis` is `stated`, `derived`, `estimate` or `assumption`.',
    'Every entry also has `id`, `name` and may have `asOfDate`, `note`, `partner`.',
  ];
  for (const [kind, shape] of Object.entries(kinds)) {
    lines.push('', `## ${kind}`, '', '| field | takes | |', '| --- | --- | --- |');
    lines.push(...fieldRows(shape, ''));
  }
  return `${lines.join('\n')}\n`;
}

function fieldRows(shape, prefix) {
  return Object.entries(shape).flatMap(([name, field]) => {
    const must = field.optional ? '' : ' (must)';
    const row = `| \`${prefix}${name}\`${must} | ${cell(fieldWords(field))} | ${cell(field.doc)} |`;
    return field.kind === 'list' ? [row, ...fieldRows(field.item, `${prefix}${name}[].`)] : [row];
  });
}

function fieldWords(field) {
  if (field.kind === 'quantity') {
    const words = numberWords({ type: field.integer ? 'integer' : 'number', minimum: field.min, maximum: field.max });
    return field.money ? 'money, with its price year' : words;
  }
  if (field.kind === 'choice') return field.values.map((value) => `\`${value}\``).join(', ');
  if (field.kind === 'words')
    return field.values ? `list of ${field.values.map((value) => `\`${value}\``).join(', ')}` : 'list of identifiers';
  return { text: 'text', flag: 'true or false', list: 'list' }[field.kind];
}

function systemsPage(catalog, { basisCounts }) {
  const lines = [
    '# Catalog',
    '',
    'What the catalog knows, and how much of it is stated by a source. `cupola catalog show ID` prints every number of an entry with its',
    'source; what nobody published is an assumption and counts as one.',
  ];
  for (const [kind, entries] of Object.entries(catalog.entries)) {
    const list = Object.values(entries).sort((a, b) => (a.id < b.id ? -1 : 1));
    if (list.length === 0) continue;
    lines.push(
      '',
      `## ${kind}`,
      '',
      '| id | name | as of | stated | derived | estimate | assumption |',
      '| --- | --- | --- | ---: | ---: | ---: | ---: |',
    );
    for (const { id, name, asOfDate, fields } of list) {
      const { stated, derived, estimate, assumption } = basisCounts(fields);
      lines.push(
        `| \`${id}\` | ${cell(name)} | ${asOfDate ?? ''} | ${stated || ''} | ${derived || ''} | ${estimate || ''} | ${assumption || ''} |`,
      );
    }
  }
  return `${lines.join('\n')}\n`;
}

function sourcesPage(catalog, { eachNumber }) {
  const counts = new Map();
  for (const entries of Object.values(catalog.entries))
    for (const { fields } of Object.values(entries))
      eachNumber(fields, (_path, { source }) => counts.set(source, (counts.get(source) ?? 0) + 1));
  const seen = { primary: 'read in the original', secondary: 'as quoted by others', 'not-seen': 'recalled, not read' };
  const rows = Object.entries(catalog.sources)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, { title, producer, date, url, seen: how }]) => {
      const name = url ? `[${cell(title)}](${url})` : cell(title);
      return `| \`${key}\` | ${name} | ${cell(producer)} | ${date} | ${key === 'cupola' ? '' : seen[how]} | ${counts.get(key) ?? ''} |`;
    });
  return `# Sources

Each source once, with how far it was seen and how many numbers of the catalog rest on it. Sources without a number stand behind models.

| key | title | by | date | seen | numbers |
| --- | --- | --- | --- | --- | ---: |
${rows.join('\n')}
`;
}

function recordsPage() {
  const lines = [
    '# Records',
    '',
    'What the stages of a run pass to each other. The unit of a number is the suffix of its name; inside, lengths are km, angles rad.',
    '`cupola run S --save-stages DIR` writes the records of one trial. Which stage makes and reads them: [A raid, stage by stage](run.md).',
  ];
  for (const name of readdirSync('src/flow')
    .filter((each) => each.endsWith('.ts') && !each.endsWith('.test.ts'))
    .sort()) {
    const tree = ts.createSourceFile(name, readFileSync(`src/flow/${name}`, 'utf8'), ts.ScriptTarget.ES2022, true);
    for (const node of tree.statements) if (ts.isInterfaceDeclaration(node)) lines.push('', ...recordLines(node));
  }
  return `${lines.join('\n')}\n`;
}

function recordLines(node) {
  const words = (each) =>
    cell((ts.getTextOfJSDocComment(each.jsDoc?.at(-1)?.comment) ?? '').replace(/\{@link ([^}]+)\}/g, '`$1`'));
  const from = (node.heritageClauses ?? []).flatMap(({ types }) => types.map((type) => type.getText()));
  const lines = [`## ${node.name.text}`, ''];
  const about = words(node);
  if (about) lines.push(about, '');
  if (from.length > 0) lines.push(`With all of ${from.map((each) => `\`${each}\``).join(', ')}.`, '');
  lines.push('| field | type | |', '| --- | --- | --- |');
  for (const member of node.members.filter(ts.isPropertySignature)) {
    const type = member.type.getText().replace(/\s+/g, ' ').replaceAll('|', '\\|');
    lines.push(`| \`${member.name.getText()}${member.questionToken ? '?' : ''}\` | \`${type}\` | ${words(member)} |`);
  }
  return lines;
}

function commandsPage({ commands, configureSpec, Command }) {
  const lines = [
    '# Commands',
    '',
    'Exit code 0; 2 for bad input, with every problem at once as `file:line:column`; 1 for a bug or a check that failed. `--json` prints one',
    'JSON document on standard output and nothing else; progress goes to standard error.',
  ];
  for (const spec of commands) {
    const command = new Command(`cupola ${spec.name}`).description(spec.summary);
    command.configureHelp({ helpWidth: 100 });
    configureSpec(spec, command);
    lines.push(
      '',
      `## ${spec.name}`,
      '',
      `${spec.summary}.`,
      '',
      '```text',
      command.helpInformation().trimEnd(),
      '```',
      '',
    );
    if (spec.examples.length > 0) lines.push('```sh', ...spec.examples, '```');
  }
  return `${lines.join('\n')}\n`;
}

function resultPage(schema) {
  const lines = [
    '# Result as JSON',
    '',
    'What `cupola run S --json` prints and `--out` writes as `result.json`; the schema is `cupola-result.schema.json` of the package. Keys are',
    'stable; more may be added. A number that does not exist is `null`.',
  ];
  const names = Object.keys(schema.$defs).sort((a, b) => (a === 'Result' ? -1 : b === 'Result' ? 1 : a < b ? -1 : 1));
  for (const name of names) {
    const { description, properties, required } = schema.$defs[name];
    lines.push('', `## ${name}`, '');
    if (description) lines.push(cell(description), '');
    lines.push('| key | type | |', '| --- | --- | --- |');
    for (const [key, value] of Object.entries(properties ?? {}))
      lines.push(
        `| \`${key}${required.includes(key) ? '' : '?'}\` | ${resultType(value)} | ${cell(value.description ?? '')} |`,
      );
  }
  return `${lines.join('\n')}\n`;
}

function resultType(value) {
  if (value.$ref) {
    const name = value.$ref.split('/').at(-1);
    return `[${name}](#${name.toLowerCase()})`;
  }
  if (value.anyOf) return value.anyOf.map(resultType).join(' or ');
  if (value.enum) return value.enum.map((each) => `\`${each}\``).join(', ');
  if (value.type === 'array') return value.items ? `list of ${resultType(value.items)}` : 'list';
  if (Array.isArray(value.type)) return value.type[0];
  if (value.type === 'object') {
    if (value.additionalProperties) return `by name: ${resultType(value.additionalProperties)}`;
    return `\`{ ${Object.keys(value.properties ?? {})
      .slice(0, 5)
      .join(', ')}${Object.keys(value.properties ?? {}).length > 5 ? ', …' : ''} }\``;
  }
  return value.type ?? '';
}
