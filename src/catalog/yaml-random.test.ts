import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { InputError } from '../flow/problems.ts';
import { tell } from '../words/words.ts';
import { checkDocument } from './check-document.ts';
import { entrySchema } from './entry.ts';
import { type Kind, kinds } from './kinds.ts';
import { parseYaml } from './yaml-document.ts';

describe('fuzz', () => {
  const schemas = (Object.keys(kinds) as Kind[]).map((kind) => entrySchema(kind));
  const guarded = <T>(action: () => T): T | undefined => {
    try {
      return action();
    } catch (error) {
      if (!(error instanceof InputError)) throw error;
      for (const { said, line } of error.problems) {
        if (tell(said).length === 0 || (line !== undefined && line < 1)) throw new Error('a problem without words');
      }
      return undefined;
    }
  };
  const survives = (text: string) => {
    const document = guarded(() => parseYaml(text, 'fuzz.yaml'));
    if (document) for (const schema of schemas) guarded(() => checkDocument(document, schema));
  };

  test('of tens of thousands of unknown keys the first are told', () => {
    const text = Array.from({ length: 40_000 }, (_, i) => `k${i}: 1`).join('\n');
    expect(() => checkDocument(parseYaml(text, 'many.yaml'), schemas[0])).toThrow(
      expect.objectContaining({ problems: expect.toSatisfy((problems: unknown[]) => problems.length <= 400) }),
    );
  });

  test('any text either passes or is refused with problems', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 200 }), survives), { numRuns: 300 });
  });

  test('any text of YAML signs either passes or is refused with problems', () => {
    const sign = fc.constantFrom(
      ...['{', '}', '[', ']', ':', ': ', ',', '- ', '\n', '  ', '&a ', '*a ', '!t ', '!!int ', '|', '>', '#', '"', "'"],
      ...['?', '<<: ', '%', '---\n', '...\n', 'id', 'shells', 'planes', 'value', 'source', '1', '.nan', '1e400', '~'],
      ...['__proto__', 'constructor', 'toString', '\t', '\u0000', '\ufeff', '🚀'],
    );
    const text = fc.array(sign, { maxLength: 60 }).map((parts) => parts.join(''));
    fc.assert(fc.property(text, survives), { numRuns: 1000 });
  });

  test('any value at any key of a shell is a problem or a number with its source, nothing else', () => {
    fc.assert(
      fc.property(fc.json({ maxDepth: 4 }), fc.constantFrom('planes', 'altitudeKm', 'id'), (json, key) => {
        survives(`id: x\nname: X\ncrosslinks: none\nshells:\n  - ${key}: ${json}\n`);
      }),
      { numRuns: 200 },
    );
  });
});
