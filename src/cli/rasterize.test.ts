import { expect, test } from 'vitest';
import { barChart } from '../figures/bar-chart.ts';
import { draw } from '../figures/draw.ts';
import { titledPicture } from '../report/figures/titled-picture.ts';
import { loadRasterizer } from './rasterize.ts';

const sentence = 'Two bars, the first twice as long as the second.';
const chart = barChart([
  { name: 'first', value: 2, words: '2' },
  { name: 'second', value: 1, words: '1' },
]);
const figure = { id: 'two-bars', title: 'Two bars', sentence, chart, columns: [], rows: [] };

/** Width and height that the header of a PNG states. */
function sizeOf(png: Uint8Array): [number, number] {
  expect([...png.subarray(0, 8)]).toEqual([137, 80, 78, 71, 13, 10, 26, 10]);
  const view = new DataView(png.buffer, png.byteOffset);
  return [view.getUint32(16), view.getUint32(20)];
}

test('a picture is as wide as asked, as high as its shape, and its letters are drawn', async () => {
  const rasterize = await loadRasterizer();
  const picture = titledPicture(figure, 'two.yaml, seed 1', draw);
  const [, width, height] = /viewBox="0 0 ([\d.]+) ([\d.]+)"/.exec(picture)!.map(Number);
  for (const widthPx of [380, 1520]) {
    const png = rasterize(picture, widthPx);
    expect(sizeOf(png)[0]).toBe(widthPx);
    expect(Math.abs(sizeOf(png)[1] - (widthPx * height) / width)).toBeLessThan(1);
    const mute = rasterize(picture.replace(/<text[\s\S]*?<\/text>/g, ''), widthPx);
    expect(png.length).toBeGreaterThan(1.5 * mute.length);
  }
});

test('the same picture gives the same bytes, and the program loads once for many', async () => {
  const [one, two] = [await loadRasterizer(), await loadRasterizer()];
  expect(Buffer.compare(one(draw(figure), 600), two(draw(figure), 600))).toBe(0);
});

test('a title is no way into the picture', () => {
  const hostile = titledPicture({ ...figure, title: '</text><script>', sentence: '"><script>' }, '<script>', draw);
  expect(hostile).not.toContain('<script>');
});
