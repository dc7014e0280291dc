// Draws what a command prints as an SVG picture of a terminal: node scripts/terminal-picture.mjs OUT.svg LINES COMMAND...
import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';

const [out, lineCount, ...words] = process.argv.slice(2);
const printed = execFileSync('./cupola', words, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });
const lines = [`$ ./cupola ${words.join(' ')}`, ...printed.split('\n')].slice(0, Number(lineCount));
const LINE = 17;
const CHARACTER = 7.83;
const PAD = 18;
const width = Math.ceil(Math.max(...lines.map((line) => line.length)) * CHARACTER + 2 * PAD);
const height = lines.length * LINE + 2 * PAD;
const xml = (text) => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
const isHeading = (line, i) => i > 1 && /^[A-Z]/.test(line) && lines[i - 1] === '';
const rows = lines.map((line, i) => {
  const fill = i === 0 ? '#7fd1ff' : isHeading(line, i) || i === 1 ? '#ffffff' : '#c7d2de';
  const weight = isHeading(line, i) || i === 1 ? ' font-weight="bold"' : '';
  return `<text x="${PAD}" y="${PAD + 13 + i * LINE}" fill="${fill}"${weight} xml:space="preserve">${xml(line)}</text>`;
});
writeFileSync(
  out,
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img" aria-label="Terminal: ${xml(words.join(' '))}">
<rect width="100%" height="100%" rx="8" fill="#0d1520"/>
<g font-family="ui-monospace, SFMono-Regular, Menlo, Consolas, 'DejaVu Sans Mono', monospace" font-size="13">
${rows.join('\n')}
</g>
</svg>
`,
);
