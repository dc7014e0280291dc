import { signal } from '@preact/signals';
import type { Problem } from 'cupola';
import { plainly, type Said, said } from 'cupola/words';
import type { ConvertForm, FromConverter, OrbitFile, ToConverter } from '../worker/convert-protocol.ts';

export interface ConvertState {
  status: 'idle' | 'reading' | 'converting';
  /** The file that is chosen. */
  file?: OrbitFile;
  /** Objects that it holds, faults of the others, and how many fly. */
  count: number;
  faults: Problem[];
  verdict?: Said;
  /** What was made last, with what its format could not hold. */
  made?: { name: string; count: number; notes: Said[] };
  problems: Problem[];
}

const idle: ConvertState = { status: 'idle', count: 0, faults: [], problems: [] };
export const converting = signal<ConvertState>(idle);

export const convertForm = signal<ConvertForm>({
  format: 'kvn',
  keep: '',
  frame: 'TEME',
  startUtc: '',
  maxAgeDays: 30,
  durationS: 6000,
  stepS: 60,
  isSkippingBad: false,
});

let worker: Worker | undefined;
let id = 0;

/** Chooses a file, or another moment for the one that is chosen, and tells what it holds. */
export function inspectFile(file: OrbitFile): void {
  const { startUtc, maxAgeDays } = convertForm.value;
  id++;
  converting.value = { ...idle, status: 'reading', file };
  send({ type: 'inspect', id, file, startUtc, maxAgeDays });
}

let hand: (name: string, file: Blob) => void = () => {};

/** Makes the file that the form asks for. @param handOut takes it when it is there */
export function convertFile(handOut: typeof hand): void {
  const { file } = converting.value;
  if (!file) return;
  hand = handOut;
  id++;
  converting.value = { ...converting.value, status: 'converting', made: undefined, problems: [] };
  send({ type: 'convert', id, file, form: convertForm.value });
}

/** A conversion cannot be asked to stop: its worker is ended. */
export function stopConverting(): void {
  worker?.terminate();
  worker = undefined;
  converting.value = { ...converting.value, status: 'idle' };
}

function send(message: ToConverter): void {
  worker ??= start();
  worker.postMessage(message);
}

function start(): Worker {
  const made = new Worker(new URL('../worker/converter.ts', import.meta.url), { type: 'module' });
  made.onmessage = ({ data }: MessageEvent<FromConverter>) => {
    if (data.id === id) hear(data);
  };
  made.onerror = (event) => {
    event.preventDefault();
    worker?.terminate();
    worker = undefined;
    fail(event.message ? plainly(event.message) : said('studio.convert.start'));
  };
  return made;
}

function hear(message: FromConverter): void {
  const before = converting.value;
  if (message.type === 'inspected') {
    const { count, faults, verdict } = message;
    converting.value = { ...before, status: 'idle', count, faults, verdict };
  } else if (message.type === 'made') {
    const { name, count, notes, bytes, left } = message;
    converting.value = { ...before, status: 'idle', faults: left, made: { name, count, notes } };
    hand(name, new Blob([bytes as Uint8Array<ArrayBuffer>]));
  } else if (message.type === 'problems') converting.value = { ...before, status: 'idle', problems: message.problems };
  else fail(plainly(message.message));
}

function fail(why: Said): void {
  converting.value = { ...converting.value, status: 'idle', problems: [{ code: 'failed', path: '', said: why }] };
}
