import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { checkWasm } from './check-wasm.ts';
import { packageFolder } from './package-folder.ts';

/** Turns an SVG into a PNG. */
/** Width of the pictures of commands that do not ask for one. */
export const PICTURE_PX = 1520;

export type Rasterizer = (svg: string, widthPx: number) => Uint8Array;

/** Family of the font that is shipped. */
const FONT = 'Inter';

/** The program is set up once a process: a second time is refused. */
let ready: Promise<void> | undefined;

/**
 * The rasterizer, with the one font that its letters come from, so that a picture is the same on every machine.
 *
 * The font lies beside the bundle, or in its own package where nothing is built.
 */
export async function loadRasterizer(): Promise<Rasterizer> {
  checkWasm();
  const { Resvg, initWasm } = await import('@resvg/resvg-wasm');
  const { resolve } = createRequire(new URL('package.json', packageFolder));
  const built = new URL('dist/cli/inter-regular.ttf', packageFolder);
  const source = () => resolve('@expo-google-fonts/inter/400Regular/Inter_400Regular.ttf');
  const [program, font] = await Promise.all([
    readFile(resolve('@resvg/resvg-wasm/index_bg.wasm')),
    readFile(existsSync(built) ? built : source()),
  ]);
  ready ??= initWasm(program);
  await ready;
  return (svg, widthPx) => {
    const picture = new Resvg(svg, {
      fitTo: { mode: 'width', value: widthPx },
      font: { fontBuffers: [font], defaultFontFamily: FONT, sansSerifFamily: FONT },
    });
    try {
      const image = picture.render();
      const png = image.asPng();
      image.free();
      return png;
    } finally {
      picture.free();
    }
  };
}
