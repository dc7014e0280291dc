import type { FromWorker, Job } from './protocol.ts';

/** A run that gives no sign of life for this long, or lasts longer in all, is stopped. */
const SILENT_MS = 60_000;
const LONGEST_MS = 30 * 60_000;
const MAX_HEAP_BYTES = 1.5e9;

export type Listener = (message: FromWorker) => void;

/** One engine in a worker of its own: at most one job at a time; a new one replaces the old. */
export class EngineClient {
  #worker: Worker | undefined;
  #id = 0;
  #listener: Listener = () => {};
  #timer: ReturnType<typeof setInterval> | undefined;
  #startedMs = 0;
  #heardMs = 0;

  /** Starts a job and stops the one before. */
  run(job: Job, listener: Listener): void {
    this.cancel();
    this.#id++;
    this.#listener = listener;
    this.#worker ??= this.#start();
    this.#startedMs = this.#heardMs = performance.now();
    this.#worker.postMessage({ type: 'run', id: this.#id, job });
    this.#watch();
  }

  /** Stops the job; what is done is reported. */
  cancel(): void {
    this.#worker?.postMessage({ type: 'cancel', id: this.#id });
  }

  /** Asks for the records of one trial of the job. */
  scene(trial: number): void {
    this.#worker?.postMessage({ type: 'scene', id: this.#id, trial });
  }

  /** Asks for the report of the job, which must be done. */
  report(): void {
    this.#worker?.postMessage({ type: 'report', id: this.#id });
  }

  #start(): Worker {
    const worker = new Worker(new URL('./engine.ts', import.meta.url), { type: 'module' });
    worker.onmessage = ({ data }: MessageEvent<FromWorker>) => {
      if (data.id !== this.#id) return;
      this.#heardMs = performance.now();
      if (data.type === 'done' || data.type === 'problems' || data.type === 'failed') this.#unwatch();
      this.#listener(data);
    };
    worker.onerror = (event) => {
      event.preventDefault();
      this.#fail(event.message || 'The engine could not be started.');
    };
    return worker;
  }

  #watch(): void {
    this.#unwatch();
    this.#timer = setInterval(() => {
      const nowMs = performance.now();
      if (nowMs - this.#heardMs > SILENT_MS) this.#fail('Stopped: the run gave no sign of life for a minute.');
      else if (nowMs - this.#startedMs > LONGEST_MS) this.#fail('Stopped: the run took more than half an hour.');
      else if (usedHeapBytes() > MAX_HEAP_BYTES) this.#fail('Stopped: the run needs more memory than a page may use.');
    }, 1000);
  }

  #unwatch(): void {
    clearInterval(this.#timer);
    this.#timer = undefined;
  }

  #fail(message: string): void {
    this.#unwatch();
    this.#worker?.terminate();
    this.#worker = undefined;
    this.#listener({ type: 'failed', id: this.#id, message });
  }
}

/** Memory of this page where the browser tells it; else 0. */
function usedHeapBytes(): number {
  const { memory } = performance as Performance & { memory?: { usedJSHeapSize: number } };
  return memory?.usedJSHeapSize ?? 0;
}
