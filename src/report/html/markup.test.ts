import { expect, test } from 'vitest';
import { dataTable, html } from './markup.ts';

test('words are escaped, markup and lists of it are kept, null and false are nothing', () => {
  const inner = html`<b>${'<i>'}</b>`;
  expect(html`<p title="${'"'}">${inner}${[inner, inner]}${null}${false}${undefined}${0}</p>`.text).toBe(
    '<p title="&quot;"><b>&lt;i&gt;</b><b>&lt;i&gt;</b><b>&lt;i&gt;</b>0</p>',
  );
});

test('columns of numbers stand right, columns with a word stand left', () => {
  const { text } = dataTable(
    'what',
    ['name', 'cost', 'range'],
    [
      ['sbi', '$741 billion', '1 to 2'],
      ['gbi', '9 %', 'none known'],
    ],
  );
  expect(text).toContain('<th scope="col">name</th><th scope="col" class="number">cost</th><th scope="col">range</th>');
  expect(text).toContain('<caption>what</caption>');
});
