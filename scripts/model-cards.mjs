// Model cards: what each model gives, leaves out, takes and rests on, read from the docstrings of the code.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import ts from 'typescript';
import { parse } from 'yaml';

/** Folders that hold models, in the order of a run, and what a page of each is called. */
const ROOMS = [
  ['physics', 'Physics', 'Time and frames, orbits, trajectories, sight lines.'],
  ['world', 'World', 'Where everything is.'],
  [
    'kinds',
    'Kinds',
    'What each kind of sensor sees, how each kind of network links, and what each kind of element is.',
  ],
  ['sense', 'Sensing', 'Who sees what, and how good the track is.'],
  ['force', 'Force', 'Who is out, and why.'],
  ['transport', 'Transport', 'How messages travel.'],
  ['decide', 'Decision', 'When the order is given, and who is sent at what.'],
  ['engage', 'Engagement', 'Who reaches what, and what comes of it.'],
  ['effect', 'Effect', 'What gets through, what is seen, what is covered.'],
  ['programme', 'Programme', 'What it costs, how sure that is, and when it stands.'],
  ['dependence', 'Dependence', 'Whom it rests on.'],
  ['laws', 'Laws', 'What must hold whatever the scenario, tried on it: `cupola selftest`.'],
  ['closed-forms', 'Closed forms', 'What others published as a formula: sizing, salvos, absentee ratios.'],
  ['sourcing', 'Sourcing', 'Withdrawals, and [the search for partners](../sourcing.md).'],
  ['num', 'Arithmetic', 'Random numbers, statistics, shortest paths.'],
];

/** Every page of model cards, by path. */
export function modelCards() {
  const sources = parse(readFileSync('catalog/sources.yaml', 'utf8'));
  const cases = validationByModule();
  const pages = new Map();
  const rows = [];
  for (const [room, title, about] of ROOMS) {
    if (!existsSync(`src/${room}`)) continue;
    const cards = filesOf(room).flatMap((file) => cardsOf(file, sources, cases));
    if (cards.length === 0) continue;
    const intro = `${about} ${cards.length} ${cards.length === 1 ? 'model' : 'models'}; the words are those of the code.`;
    pages.set(`docs/models/${room}.md`, `# ${title}\n\n${intro}\n\n${cards.map(({ text }) => text).join('\n')}`);
    for (const card of cards)
      rows.push(`| [\`${card.name}\`](${room}.md#${card.anchor}) | ${title} | ${card.first} | ${card.cases} |`);
  }
  const head = `# Model cards

Every model of the engine: what it gives, what it leaves out, what goes in, where it comes from and which published or independent
values it is held against. The cards are made from the comments that stand beside the code.

${rows.length} models.

| model | part | gives | validation cases |
| --- | --- | --- | ---: |
`;
  pages.set('docs/models/index.md', `${head}${rows.join('\n')}\n`);
  return pages;
}

function filesOf(room) {
  return readdirSync(`src/${room}`, { recursive: true })
    .filter((name) => name.endsWith('.ts') && !/\.(test|case)\.ts$/.test(name))
    .sort()
    .map((name) => `src/${room}/${name}`);
}

/** Cards of the exported functions of a file whose comment says more than one sentence. */
function cardsOf(file, sources, cases) {
  const text = readFileSync(file, 'utf8');
  const tree = ts.createSourceFile(file, text, ts.ScriptTarget.ES2022, true);
  const cards = [];
  for (const node of tree.statements) {
    const isExported = node.modifiers?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword);
    if (!isExported || !(ts.isFunctionDeclaration(node) || ts.isClassDeclaration(node)) || !node.name) continue;
    const doc = node.jsDoc?.at(-1);
    if (!doc) continue;
    const paragraphs = plain(ts.getTextOfJSDocComment(doc.comment) ?? '')
      .split(/\n\s*\n/)
      .map((each) =>
        each
          .replace(/\s*\n\s*(?!- )/g, ' ')
          .replace(/\s*\n\s*- /g, '\n- ')
          .trim(),
      )
      .filter(Boolean);
    const tags = [...(doc.tags ?? [])];
    const isModel = paragraphs.length > 1 || tags.some(({ tagName }) => tagName.text === 'source');
    if (!isModel || paragraphs.length === 0) continue;
    cards.push(card(node, file, paragraphs, tags, sources, cases.get(file) ?? []));
  }
  return cards;
}

function card(node, file, [first, ...rest], tags, sources, validated) {
  const name = node.name.text;
  const about = (kind) => tags.filter(({ tagName }) => tagName.text === kind);
  const words = (tag) =>
    plain(ts.getTextOfJSDocComment(tag.comment) ?? '')
      .replace(/\s*\n\s*/g, ' ')
      .replace(/^- /, '')
      .trim();
  const lines = [`## ${name}`, '', first, ''];
  if (rest.length > 0) lines.push(...rest.flatMap((paragraph) => [paragraph, '']));
  const documented = new Map(about('param').map((tag) => [tag.name?.getText(), words(tag)]));
  const parameters = (node.parameters ?? []).map((parameter) => {
    const key = parameter.name.getText();
    const type = parameter.type?.getText().replace(/\s+/g, ' ') ?? 'number';
    return `| \`${key.length > 60 ? 'options' : key}\` | \`${type.replaceAll('|', '\\|')}\` | ${cell(documented.get(key) ?? '')} |`;
  });
  if (parameters.length > 0) lines.push('| in | type | |', '| --- | --- | --- |', ...parameters, '');
  const returned = [...about('returns'), ...about('return')].map(words).filter(Boolean);
  const type = node.type?.getText().replace(/\s+/g, ' ');
  if (returned.length > 0 || (type && type !== 'void'))
    lines.push(
      `**Out:** ${[type && type !== 'void' ? `\`${type}\`` : '', ...returned].filter(Boolean).join(', ')}`,
      '',
    );
  for (const tag of about('throws')) lines.push(`**Refuses:** ${cell(words(tag))}`, '');
  const cited = about('source').map((tag) => {
    const said = words(tag);
    const key = /^[a-z0-9-]+/.exec(said)?.[0] ?? '';
    const source = sources[key];
    if (!source) return said;
    return `${source.title} (${source.producer}, ${source.date})${said.slice(key.length)}; key \`${key}\``;
  });
  for (const source of cited) lines.push(`**Source:** ${source}`, '');
  for (const { id, title, level } of validated)
    lines.push(`**Validation:** [${title}](../validation.md), \`${id}\`, ${level}`, '');
  lines.push(`Code: \`${file}\``, '');
  return {
    name,
    anchor: name.toLowerCase(),
    first: cell(first),
    cases: validated.length || '',
    text: lines.join('\n'),
  };
}

/** `{@link x}` as code; angle brackets and braces that the page would take for markup are escaped outside code. */
function plain(text) {
  const linked = text.replace(/\{@link ([^}\s]+)[^}]*\}/g, '`$1`');
  return linked
    .split(/(`[^`]*`)/)
    .map((part, i) => (i % 2 === 1 ? part : part.replaceAll('<', '&lt;').replaceAll('{{', '{ {')))
    .join('');
}

function cell(text) {
  return text.replaceAll('|', '\\|');
}

/** Validation cases by the source files that they compute with. */
function validationByModule() {
  const found = new Map();
  for (const id of readdirSync('validation', { withFileTypes: true })
    .filter((each) => each.isDirectory())
    .map(({ name }) => name)
    .sort()) {
    const file = `validation/${id}/case.ts`;
    if (!existsSync(file)) continue;
    const text = readFileSync(file, 'utf8');
    const title = /title:\s*['"`](.+?)['"`],\n/.exec(text)?.[1] ?? id;
    const level =
      { published: 'published value reproduced', independent: 'independent code agrees' }[
        /level: '(\w+)/.exec(text)?.[1]
      ] ?? 'self-consistent only';
    for (const [, path] of text.matchAll(/from '\.\.\/\.\.\/(src\/[^']+)'/g))
      found.set(path, [...(found.get(path) ?? []), { id, title, level }]);
  }
  return found;
}
