import { type GlobeView, zoomWithin } from '../globe/renderer.ts';
import { followed } from '../state/constellation.ts';
import { view } from '../state/view.ts';

const CLICK_PX = 5;

/** What a stage does with pointer and keys. */
export interface Hands {
  degreesPerPixel(): number;
  /** Where the picture is seen from: with the satellite that is followed, where there is one. */
  seenFrom(): GlobeView;
  /** Chooses the satellite at a place of the picture, or none. */
  choose(xPx: number, yPx: number): void;
}

export function zoomBy(factor: number): void {
  view.value = { ...view.value, zoom: zoomWithin(view.value.zoom * factor) };
}

/** Turns and zooms the view and chooses satellites by pointer and keys. @returns what takes the listeners away */
export function listenTo(host: HTMLElement, hands: Hands): () => void {
  const stops: (() => void)[] = [];
  let drag: { moved: number } | undefined;
  const pointers = new Map<number, { x: number; y: number }>();
  const on = <K extends keyof HTMLElementEventMap>(name: K, handler: (event: HTMLElementEventMap[K]) => void) => {
    host.addEventListener(name, handler, { passive: false });
    stops.push(() => host.removeEventListener(name, handler));
  };
  on('pointerdown', (event) => {
    host.setPointerCapture(event.pointerId);
    pointers.set(event.pointerId, { x: event.clientX, y: event.clientY });
    drag = { moved: 0 };
  });
  on('pointermove', (event) => {
    const before = pointers.get(event.pointerId);
    if (!before || !drag) return;
    const dx = event.clientX - before.x;
    const dy = event.clientY - before.y;
    if (pointers.size === 2) {
      const other = [...pointers].find(([id]) => id !== event.pointerId)![1];
      const old = Math.hypot(before.x - other.x, before.y - other.y);
      zoomBy(Math.hypot(event.clientX - other.x, event.clientY - other.y) / Math.max(1, old));
    } else turn(hands, -dx, dy);
    pointers.set(event.pointerId, { x: event.clientX, y: event.clientY });
    drag.moved += Math.abs(dx) + Math.abs(dy);
  });
  const up = (event: PointerEvent) => {
    pointers.delete(event.pointerId);
    if (drag && drag.moved < CLICK_PX && event.type === 'pointerup') {
      const box = host.getBoundingClientRect();
      hands.choose(event.clientX - box.left, event.clientY - box.top);
    }
    drag = undefined;
  };
  on('pointerup', up);
  on('pointercancel', up);
  on('wheel', (event) => {
    event.preventDefault();
    zoomBy(Math.exp(-event.deltaY / 600));
  });
  on('keydown', (event) => {
    const stepPx = event.shiftKey ? 200 : 50;
    if (event.key === 'ArrowLeft') turn(hands, -stepPx, 0);
    else if (event.key === 'ArrowRight') turn(hands, stepPx, 0);
    else if (event.key === 'ArrowUp') turn(hands, 0, stepPx);
    else if (event.key === 'ArrowDown') turn(hands, 0, -stepPx);
    else if (event.key === '+' || event.key === '=') zoomBy(1.3);
    else if (event.key === '-') zoomBy(1 / 1.3);
    else return;
    event.preventDefault();
  });
  return () => {
    for (const stop of stops) stop();
  };
}

function turn(hands: Hands, xPx: number, yPx: number): void {
  const from = hands.seenFrom();
  const degreesPerPixel = hands.degreesPerPixel();
  const { lonDeg, latDeg } = from;
  view.value = {
    ...from,
    lonDeg: ((((lonDeg + xPx * degreesPerPixel + 180) % 360) + 360) % 360) - 180,
    latDeg: Math.max(-90, Math.min(90, latDeg + yPx * degreesPerPixel)),
  };
  followed.value = undefined;
}
