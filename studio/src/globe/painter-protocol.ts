import type { FrameInput } from './build-frame.ts';
import type { FlatKind } from './flat-projectors.ts';
import type { PhaseTimes } from './frame-times.ts';

/** Parts of a moment that stay for long: sent when they change. */
export type Lasting = Omit<FrameInput, 'fleet' | 'timeS' | 'view'> & { opened: FrameInput['fleet']['opened'] };

/** Size of a picture on the page, and pixels of the picture in one of the page. */
export interface PictureSize {
  widthPx: number;
  heightPx: number;
  ratio: number;
}

/** Told to the painter; pictures are told apart by their number. */
export type ToPainter =
  | { type: 'open'; id: number; kind: FlatKind; canvas: OffscreenCanvas }
  | {
      type: 'draw';
      id: number;
      timeS: number;
      view: FrameInput['view'];
      /** What has changed since the last moment. */
      changed: Partial<Lasting>;
      size?: PictureSize;
    }
  | { type: 'close'; id: number };

/** A picture is complete; what it took. */
export interface FromPainter {
  id: number;
  times: PhaseTimes;
}
