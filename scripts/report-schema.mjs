// Writes cupola-result.schema.json from the type of a run's result; with --check only tells whether it is up to date.
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';

process.chdir(fileURLToPath(new URL('..', import.meta.url)));
const file = 'src/flow/result.ts';
const config = ts.readConfigFile('tsconfig.json', ts.sys.readFile).config;
const { options } = ts.convertCompilerOptionsFromJson(config.compilerOptions, '.');
const program = ts.createProgram([file], { ...options, noEmit: true, types: [], noLib: false });
const checker = program.getTypeChecker();
const source = program.getSourceFile(file);
const exported = checker.getExportsOfModule(checker.getSymbolAtLocation(source));
const root = checker.getDeclaredTypeOfSymbol(exported.find((symbol) => symbol.name === 'Result'));

const definitions = {};

/** JSON Schema of a type. Numbers may be null: JSON has no NaN and no infinity. */
function schemaOf(type) {
  // a word of a sentence may hold sentences and lists of words in its turn
  if (type.aliasSymbol?.name === 'Word') return wordSchema(type);
  if (type.isUnion()) return unionSchema(type);
  if (type.flags & ts.TypeFlags.StringLiteral) return { const: type.value };
  if (type.flags & ts.TypeFlags.NumberLiteral) return { const: type.value };
  if (type.flags & ts.TypeFlags.BooleanLiteral) return { const: checker.typeToString(type) === 'true' };
  if (type.flags & ts.TypeFlags.String) return { type: 'string' };
  if (type.flags & ts.TypeFlags.Number) return { type: ['number', 'null'] };
  if (type.flags & ts.TypeFlags.Boolean) return { type: 'boolean' };
  if (type.flags & ts.TypeFlags.Null) return { type: 'null' };
  if (checker.isTupleType(type)) {
    const items = checker.getTypeArguments(type).map(schemaOf);
    return { type: 'array', prefixItems: items, minItems: items.length, maxItems: items.length };
  }
  if (checker.isArrayType(type)) return { type: 'array', items: schemaOf(checker.getTypeArguments(type)[0]) };
  return objectSchema(type);
}

function wordSchema(type) {
  if (!definitions.Word) {
    definitions.Word = {};
    definitions.Word.anyOf = type.types.map((part) =>
      checker.isArrayType(part) ? { type: 'array', items: { $ref: '#/$defs/Word' } } : schemaOf(part),
    );
  }
  return { $ref: '#/$defs/Word' };
}

function unionSchema(type) {
  const parts = type.types.filter((part) => !(part.flags & ts.TypeFlags.Undefined));
  if (parts.every((part) => part.isStringLiteral())) return { enum: parts.map((part) => part.value) };
  if (parts.every((part) => part.flags & ts.TypeFlags.BooleanLiteral)) return { type: 'boolean' };
  const found = parts.map(schemaOf);
  return found.length === 1 ? found[0] : { anyOf: found };
}

function objectSchema(type) {
  const name = type.aliasSymbol?.name ?? type.symbol?.name;
  const isNamed = name && !name.startsWith('__') && checker.getPropertiesOfType(type).length > 0 && !type.aliasSymbol;
  if (isNamed && definitions[name]) return { $ref: `#/$defs/${name}` };
  const schema = {};
  if (isNamed) definitions[name] = schema;
  schema.type = 'object';
  const about = type.symbol && !type.aliasSymbol ? phrase(type.symbol) : '';
  if (about) schema.description = about;
  const index = checker.getIndexInfoOfType(type, ts.IndexKind.String);
  if (index) schema.additionalProperties = schemaOf(index.type);
  schema.properties = {};
  schema.required = [];
  for (const property of checker.getPropertiesOfType(type)) {
    const isOptional = (property.flags & ts.SymbolFlags.Optional) !== 0;
    const own = schemaOf(checker.getTypeOfSymbolAtLocation(property, source));
    const words = phrase(property);
    schema.properties[property.name] = words && !own.$ref ? { ...own, description: words } : own;
    if (!isOptional) schema.required.push(property.name);
  }
  return isNamed ? { $ref: `#/$defs/${name}` } : schema;
}

function phrase(symbol) {
  return ts.displayPartsToString(symbol.getDocumentationComment(checker)).replace(/\s+/g, ' ').trim();
}

const top = schemaOf(root);
const document = {
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  $id: 'cupola-result.schema.json',
  title: 'Result of cupola run',
  description:
    'Keys are stable; more may be added. The unit of a number is the suffix of its name. null: no such number.',
  ...top,
  $defs: Object.fromEntries(Object.entries(definitions).sort(([a], [b]) => (a < b ? -1 : 1))),
};
const text = `${JSON.stringify(document, null, 2)}\n`;
const target = 'cupola-result.schema.json';
if (process.argv.includes('--check')) {
  if (readFileSync(target, 'utf8') !== text) {
    console.error(`${target} is out of date: npm run schema:result`);
    process.exit(1);
  }
} else {
  writeFileSync(target, text);
}
