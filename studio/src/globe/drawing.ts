import { drawBase } from './base-layer.ts';
import { drawOverlay, drawSatellites } from './flight-layer.ts';
import { colors } from './palette.ts';
import type { Projector } from './projector.ts';
import type { Frame } from './renderer.ts';
import { scratchFor } from './scratch.ts';
import { SvgCanvas } from './svg-canvas.ts';

/** A frame as an SVG file. */
export function drawingOf(frame: Frame, projector: Projector, widthPx: number, heightPx: number): string {
  const svg = new SvgCanvas(widthPx, heightPx, colors.space);
  const ctx = svg as unknown as CanvasRenderingContext2D;
  const scratch = scratchFor(frame.count);
  projector.projectAll(frame.positionEciKm, frame.count, scratch.px, scratch.seen);
  drawBase(ctx, projector, frame);
  drawSatellites(ctx, projector, frame, scratch);
  drawOverlay(ctx, projector, frame, scratch);
  return svg.text();
}

/** The pixels of a canvas as a PNG file. */
export function pngOf(canvas: HTMLCanvasElement): Promise<Blob> {
  return new Promise((resolve, reject) => {
    canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error('no picture'))), 'image/png');
  });
}
