import { colors, outColor } from './palette.ts';
import { FAR, HIDDEN, NEAR, type Projector } from './projector.ts';
import type { Frame, Line, Mark } from './renderer.ts';
import type { Scratch } from './scratch.ts';

/** Points of a curve that fall nearer together than this are not drawn one by one. */
const SHORTEST_PX = 2;

/** More dots than this are drawn smaller, down to a pixel, so that they cost less and cover less of each other. */
const CROWD = 30_000;

/** Side of a satellite's dot, of so many. */
export function dotPx({ kind, radiusPx }: Projector, count: number): number {
  const alonePx = kind === 'map' ? 1.7 : Math.min(3.4, Math.max(1.5, radiusPx / 190));
  return count > CROWD ? Math.max(1, alonePx * Math.sqrt(CROWD / count)) : alonePx;
}

/** Lines, signs and the ring around the chosen satellite; the satellites are projected, but drawn elsewhere. */
export function drawOverlay(ctx: CanvasRenderingContext2D, projector: Projector, frame: Frame, scratch: Scratch): void {
  for (const line of frame.lines) drawLine(ctx, projector, line, frame.gmstRad);
  const taken: Box[] = [];
  for (const mark of frame.marks) drawMark(ctx, projector, mark, taken);
  drawSelected(ctx, frame, scratch);
  ctx.globalAlpha = 1;
}

/** Every satellite as a drawing call of its own: for drawings that are kept. */
export function drawSatellites(ctx: CanvasRenderingContext2D, projector: Projector, frame: Frame, s: Scratch): void {
  const sizePx = dotPx(projector, frame.count);
  const half = sizePx / 2;
  const { px, seen } = s;
  const { isOut } = frame;
  for (const pass of [FAR, NEAR]) {
    ctx.globalAlpha = pass === FAR ? 0.38 : 0.95;
    for (const { color, indices } of frame.groups) {
      ctx.fillStyle = color;
      for (let k = 0; k < indices.length; k++) {
        const i = indices[k];
        if (seen[i] === pass && isOut[i] === 0) ctx.fillRect(px[2 * i] - half, px[2 * i + 1] - half, sizePx, sizePx);
      }
    }
  }
  ctx.fillStyle = outColor;
  for (let i = 0; i < frame.count; i++)
    if (isOut[i] === 1 && seen[i] === NEAR) ctx.fillRect(px[2 * i] - half, px[2 * i + 1] - half, sizePx, sizePx);
}

/** A curve, broken where the Earth hides it or where the edge of the map cuts it. */
function drawLine(ctx: CanvasRenderingContext2D, projector: Projector, line: Line, gmstRad: number): void {
  const { points: p, axes, color, widthPx, alpha, dashPx } = line;
  const c = axes === 'ecef' ? Math.cos(gmstRad) : 1;
  const s = axes === 'ecef' ? Math.sin(gmstRad) : 0;
  const jumpPx = projector.kind === 'map' ? Math.PI * projector.radiusPx : Infinity;
  ctx.beginPath();
  let open = false;
  let lastX = 0;
  let lastY = 0;
  for (let a = 0; a < p.length; a += 3) {
    const seen = projector.project(c * p[a] - s * p[a + 1], s * p[a] + c * p[a + 1], p[a + 2]);
    const { outX, outY } = projector;
    if (seen === HIDDEN || Number.isNaN(outX)) {
      open = false;
      continue;
    }
    if (open && a + 3 < p.length && Math.abs(outX - lastX) + Math.abs(outY - lastY) < SHORTEST_PX) continue;
    if (open && Math.abs(outX - lastX) < jumpPx) ctx.lineTo(outX, outY);
    else {
      ctx.moveTo(outX, outY);
      open = true;
    }
    lastX = outX;
    lastY = outY;
  }
  ctx.strokeStyle = color;
  ctx.lineWidth = widthPx;
  ctx.globalAlpha = alpha;
  ctx.setLineDash(dashPx ? [dashPx, dashPx] : []);
  ctx.stroke();
  ctx.setLineDash([]);
}

/** Place of a name: left, right and middle height. */
type Box = [left: number, right: number, y: number];

function drawMark(ctx: CanvasRenderingContext2D, projector: Projector, mark: Mark, taken: Box[]): void {
  const { eciKm, shape, color, sizePx, label } = mark;
  if (projector.project(eciKm[0], eciKm[1], eciKm[2]) === HIDDEN) return;
  const { outX: x, outY: y } = projector;
  const r = sizePx;
  ctx.globalAlpha = 1;
  ctx.fillStyle = color;
  ctx.strokeStyle = color;
  ctx.lineWidth = 1.6;
  ctx.beginPath();
  if (shape === 'dot') {
    ctx.arc(x, y, r, 0, 2 * Math.PI);
    ctx.fill();
  } else if (shape === 'square') {
    ctx.fillRect(x - r, y - r, 2 * r, 2 * r);
  } else if (shape === 'triangle') {
    ctx.moveTo(x, y - r);
    ctx.lineTo(x + r, y + r);
    ctx.lineTo(x - r, y + r);
    ctx.closePath();
    ctx.fill();
  } else if (shape === 'ring') {
    ctx.arc(x, y, r, 0, 2 * Math.PI);
    ctx.stroke();
  } else {
    ctx.moveTo(x - r, y - r);
    ctx.lineTo(x + r, y + r);
    ctx.moveTo(x + r, y - r);
    ctx.lineTo(x - r, y + r);
    ctx.stroke();
  }
  const lengthPx = 6.2 * (label?.length ?? 0);
  const isRoom = x + r + 4 + lengthPx < 2 * projector.xPx;
  const left = isRoom ? x + r + 4 : x - r - 4 - lengthPx;
  const box: Box = [left, left + lengthPx, y];
  const isFree = taken.every(([from, to, at]) => Math.abs(at - y) > 12 || to < box[0] || from > box[1]);
  if (!label || !isFree) return;
  taken.push(box);
  ctx.font = '12px system-ui, sans-serif';
  ctx.strokeStyle = colors.space;
  ctx.lineWidth = 3;
  ctx.lineJoin = 'round';
  ctx.strokeText(label, left, y + 4);
  ctx.fillStyle = colors.text;
  ctx.fillText(label, left, y + 4);
}

function drawSelected(ctx: CanvasRenderingContext2D, { selected, count }: Frame, { px, seen }: Scratch): void {
  if (selected < 0 || selected >= count || seen[selected] === HIDDEN) return;
  ctx.globalAlpha = 1;
  ctx.strokeStyle = colors.text;
  ctx.lineWidth = 1.5;
  ctx.beginPath();
  ctx.arc(px[2 * selected], px[2 * selected + 1], 7, 0, 2 * Math.PI);
  ctx.stroke();
}
