import { expect, test } from 'vitest';
import { dataTable, html, joined } from './markup.ts';

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
  expect(text).toContain('<caption><span>what</span></caption>');
});

test('a number with a word in brackets stands right; a column in which nothing stands is left out', () => {
  const rows = [
    ['sbi', '', '3.80 (noise)'],
    ['gbi', '', '-66 to -38'],
  ];
  const { text } = dataTable('what', ['name', 'each', 'through'], rows);
  expect(text).toContain('<th scope="col">name</th><th scope="col" class="number">through</th></tr>');
  expect(text).not.toContain('each');
  expect(dataTable('what', ['cost'], [['$1.5 billion to $2 billion']]).text).toContain(
    '>$1.5\u00a0billion\u00a0to\u00a0$2\u00a0billion<',
  );
});

test('no line breaks between a number and its unit; words and other numbers break as ever', () => {
  expect(joined('0.7 % of 1,000 raids')).toBe('0.7\u00a0% of 1,000 raids');
  expect(joined('$741 billion, 12 min 5 s, 40 million')).toBe(
    '$741\u00a0billion, 12\u00a0min 5\u00a0s, 40\u00a0million',
  );
  expect(joined('10 minutes, 3 sites')).toBe('10 minutes, 3 sites');
});
