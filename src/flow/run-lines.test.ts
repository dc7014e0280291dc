import { expect, test } from 'vitest';
import { withoutRunLines, withRunLines } from './run-lines.ts';

const text = '# A remark\nname: x\n';

test('lines of a run stand on top, replace those of an earlier one, and come off whole', () => {
  const once = withRunLines(text, ['SpaceX: service denied', 'cupola run x.yaml\nmore']);
  expect(once).toBe('# run: SpaceX: service denied\n# run: cupola run x.yaml more\n# A remark\nname: x\n');
  expect(withRunLines(once, ['other'])).toBe(`# run: other\n${text}`);
  expect(withoutRunLines(once)).toBe(text);
  expect(withoutRunLines(text)).toBe(text);
  expect(withoutRunLines('# run: alone')).toBe('');
});
