import { pngOf } from './drawing.ts';
import { colors } from './palette.ts';

const GAP_PX = 4;

/** Pictures as one, from left to right. */
export async function pngBeside(pictures: readonly Blob[]): Promise<Blob> {
  const [first] = pictures;
  if (first && pictures.length === 1) return first;
  const images = await Promise.all(pictures.map((each) => createImageBitmap(each)));
  const canvas = document.createElement('canvas');
  canvas.width = images.reduce((sum, { width }) => sum + width, GAP_PX * (images.length - 1));
  canvas.height = Math.max(...images.map(({ height }) => height));
  const ctx = canvas.getContext('2d')!;
  ctx.fillStyle = colors.border;
  ctx.fillRect(0, 0, canvas.width, canvas.height);
  let x = 0;
  for (const image of images) {
    ctx.drawImage(image, x, 0);
    x += image.width + GAP_PX;
    image.close();
  }
  return pngOf(canvas);
}

/** Drawings as one, from left to right. */
export function svgBeside(drawings: readonly string[]): string {
  const [first] = drawings;
  if (first && drawings.length === 1) return first;
  const size = (drawing: string, name: string) =>
    Number(new RegExp(`^<svg [^>]*\\b${name}="([\\d.]+)"`).exec(drawing)![1]);
  let x = 0;
  const parts = drawings.map((drawing) => {
    const at = x;
    x += size(drawing, 'width') + GAP_PX;
    return drawing.replace('<svg ', `<svg x="${at}" `);
  });
  const width = x - GAP_PX;
  const height = Math.max(...drawings.map((drawing) => size(drawing, 'height')));
  const head = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">`;
  return `${head}\n<rect width="${width}" height="${height}" fill="${colors.border}"/>\n${parts.join('')}</svg>\n`;
}
