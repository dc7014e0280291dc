import { pngOf } from './drawing.ts';
import { colors } from './palette.ts';
import { withPngText } from './png-text.ts';

const FONT_PX = 12;
const LINE_PX = 17;
const PAD_PX = 10;
/** Mean width of a letter over its height, on the safe side. */
const LETTER = 0.58;

/** Words under a picture, and data in it. */
export interface Foot {
  title: string;
  lines: readonly string[];
  /** What a program reads from the file. */
  data: unknown;
}

/** Words in lines that are no wider than so many units. */
export function wrapped(words: string, width: number, widthOf: (words: string) => number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of words.split(' ')) {
    const longer = line ? `${line} ${word}` : word;
    if (line && widthOf(longer) > width) {
      lines.push(line);
      line = word;
    } else line = longer;
  }
  return [...lines, line];
}

/** A picture with words under it; the data stand in the file as text of the keyword `cupola-run`. */
export async function pngWithFoot(picture: Blob, { lines, data }: Foot, ratio: number): Promise<Blob> {
  const image = await createImageBitmap(picture);
  const canvas = document.createElement('canvas');
  const ctx = canvas.getContext('2d')!;
  const font = `${FONT_PX * ratio}px sans-serif`;
  const padPx = PAD_PX * ratio;
  ctx.font = font;
  const all = lines.flatMap((line) => wrapped(line, image.width - 2 * padPx, (words) => ctx.measureText(words).width));
  canvas.width = image.width;
  canvas.height = image.height + 2 * padPx + all.length * LINE_PX * ratio;
  ctx.fillStyle = colors.space;
  ctx.fillRect(0, 0, canvas.width, canvas.height);
  ctx.drawImage(image, 0, 0);
  image.close();
  ctx.font = font;
  ctx.fillStyle = colors.text;
  ctx.textBaseline = 'top';
  for (const [i, line] of all.entries())
    ctx.fillText(line, padPx, canvas.height - padPx - (all.length - i) * LINE_PX * ratio);
  return pngWithData(canvas, data);
}

/** A drawing as a picture so many pixels wide, with data in it as in {@link pngWithFoot}. */
export async function pngOfSvg(svg: string, widthPx: number, data: unknown): Promise<Blob> {
  const image = new Image();
  const url = URL.createObjectURL(new Blob([svg], { type: 'image/svg+xml' }));
  try {
    image.src = url;
    await image.decode();
    const canvas = document.createElement('canvas');
    canvas.width = widthPx;
    canvas.height = Math.round((widthPx * image.naturalHeight) / image.naturalWidth);
    canvas.getContext('2d')!.drawImage(image, 0, 0, canvas.width, canvas.height);
    return await pngWithData(canvas, data);
  } finally {
    URL.revokeObjectURL(url);
  }
}

async function pngWithData(canvas: HTMLCanvasElement, data: unknown): Promise<Blob> {
  const bytes = new Uint8Array(await (await pngOf(canvas)).arrayBuffer());
  return new Blob([withPngText(bytes, 'cupola-run', JSON.stringify(data)) as BlobPart], { type: 'image/png' });
}

/** How a drawing with words is coloured, and how wide it is at least. */
export interface SvgLook {
  ground: string;
  ink: string;
  minWidth?: number;
  /** The title stands above the drawing as well. */
  hasHead?: boolean;
}

/** A drawing with words under it, and with title, description and data for programs. */
export function svgWithFoot(drawing: string, { title, lines, data }: Foot, look: SvgLook): string {
  const { ground, ink, minWidth = 0, hasHead = false } = look;
  const size = (name: string) => Number(new RegExp(`^<svg [^>]*\\b${name}="([\\d.]+)"`).exec(drawing)![1]);
  const width = Math.max(minWidth, size('width'));
  const wrap = (line: string) => wrapped(line, width - 2 * PAD_PX, (words) => words.length * FONT_PX * LETTER);
  const head = hasHead ? wrap(title) : [];
  const foot = lines.flatMap(wrap);
  const headPx = head.length > 0 ? PAD_PX + head.length * LINE_PX : 0;
  const footY = headPx + size('height') + PAD_PX;
  const height = footY + foot.length * LINE_PX + PAD_PX;
  const text = (line: string, y: number, weight = 'normal') =>
    `<text x="${PAD_PX}" y="${y}" font-family="sans-serif" font-size="${FONT_PX}" font-weight="${weight}" fill="${ink}">${escaped(line)}</text>`;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">`,
    `<title>${escaped(title)}</title>`,
    `<desc>${escaped(lines.join('\n'))}</desc>`,
    `<metadata>${escaped(JSON.stringify(data))}</metadata>`,
    `<rect width="${width}" height="${height}" fill="${ground}"/>`,
    ...head.map((line, i) => text(line, PAD_PX + FONT_PX + i * LINE_PX, 'bold')),
    drawing.replace('<svg ', `<svg y="${headPx}" `).trimEnd(),
    ...foot.map((line, i) => text(line, footY + FONT_PX + i * LINE_PX)),
    '</svg>\n',
  ].join('\n');
}

function escaped(words: string): string {
  return words.replace(/[&<>"]/g, (c) => `&#${c.charCodeAt(0)};`);
}
