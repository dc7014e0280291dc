import { buildFrame, type FrameInput } from '../globe/build-frame.ts';
import { FlatPainting } from '../globe/flat-painting.ts';
import { fleetOf } from '../globe/fleet.ts';
import { lastTimes } from '../globe/frame-times.ts';
import type { FromPainter, Lasting, ToPainter } from '../globe/painter-protocol.ts';

/** A picture on the page, and the moment that it shows. */
interface Picture {
  painting: FlatPainting;
  lasting: Partial<Lasting>;
}

const pictures = new Map<number, Picture>();

/** Draws the flat views away from the page: moves the satellites, builds the frame and puts it on the canvas. */
self.onmessage = ({ data }: MessageEvent<ToPainter>) => {
  const { id } = data;
  if (data.type === 'open') {
    pictures.set(id, { painting: new FlatPainting(data.kind, data.canvas), lasting: {} });
    return;
  }
  const picture = pictures.get(id);
  if (!picture) return;
  if (data.type === 'close') {
    picture.painting.dispose();
    pictures.delete(id);
    return;
  }
  const { timeS, view, changed, size } = data;
  Object.assign(picture.lasting, changed);
  if (size) picture.painting.resize(size.widthPx, size.heightPx, size.ratio);
  const { opened, ...lasting } = picture.lasting as Lasting;
  const input: FrameInput = { ...lasting, fleet: fleetOf(opened), timeS, view };
  picture.painting.draw(buildFrame(input), view);
  const answer: FromPainter = { id, times: lastTimes() };
  postMessage(answer);
};
