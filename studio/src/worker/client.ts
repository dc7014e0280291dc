import type { Failure } from './failure.ts';
import type { FromWorker, Job } from './protocol.ts';

/** How long a run may take. Tests shorten them. */
export interface ClientLimits {
  /** A run that gives no sign of life for this long is ended. */
  silentMs: number;
  /** A run that lasts this long is asked to stop; what is done by then counts. */
  longestMs: number;
  /** A worker that was asked to stop and has not by then is ended. */
  graceMs: number;
  /** Time between two looks at the clock. */
  lookMs: number;
}

export const clientLimits: ClientLimits = {
  silentMs: 60_000,
  longestMs: 30 * 60_000,
  graceMs: 2000,
  lookMs: 250,
};

export type Listener = (message: FromWorker) => void;

/**
 * One engine in a worker of its own: at most one job at a time; a new one replaces the old. A job that does not answer in
 * time ends with its worker; the next job gets a new one.
 */
export class EngineClient {
  readonly #limits: ClientLimits;
  #worker: Worker | undefined;
  #id = 0;
  #job: Job | undefined;
  #listener: Listener = () => {};
  #isActive = false;
  #timer: ReturnType<typeof setInterval> | undefined;
  #startedMs = 0;
  #heardMs = 0;
  /** When the worker must have stopped or taken up the new job; infinite: it was not asked. */
  #graceMs = Infinity;
  #isTooLong = false;

  constructor(limits: Partial<ClientLimits> = {}) {
    this.#limits = { ...clientLimits, ...limits };
  }

  /** Starts a job and stops the one before. */
  run(job: Job, listener: Listener): void {
    const isBusy = this.#isActive;
    if (isBusy) this.#post({ type: 'cancel', id: this.#id });
    this.#id++;
    this.#job = job;
    this.#listener = listener;
    this.#isTooLong = false;
    this.#startedMs = this.#heardMs = performance.now();
    this.#graceMs = isBusy ? this.#startedMs + this.#limits.graceMs : Infinity;
    this.#send();
  }

  /** Stops the job: at the end of its trial, or in a moment with its worker. What is done is reported. */
  cancel(): void {
    if (!this.#isActive) return;
    this.#post({ type: 'cancel', id: this.#id });
    this.#graceMs = Math.min(this.#graceMs, performance.now() + this.#limits.graceMs);
    this.#job = undefined;
  }

  /** Stops the job and hears no more of it. */
  drop(): void {
    this.#listener = () => {};
    this.cancel();
  }

  /** Asks for the records of one trial of the job. */
  scene(trial: number): void {
    this.#post({ type: 'scene', id: this.#id, trial });
  }

  /** Asks for the links at a moment: those in use, or all of a network. @param atS seconds after the epoch */
  links(atS: number, network?: string): void {
    this.#worker?.postMessage({ type: 'links', id: this.#id, atS, network });
  }

  /** Asks which satellites are served at a moment. @param atS seconds after the epoch */
  served(atS: number): void {
    this.#post({ type: 'served', id: this.#id, atS });
  }

  /** Asks which aim points are defended. */
  footprint(): void {
    this.#post({ type: 'footprint', id: this.#id });
  }

  /** Asks for the report of the job, which must be done. @param language code of the one to write it in */
  report(language: string): void {
    this.#post({ type: 'report', id: this.#id, language });
  }

  /** Asks whether a result in a file is the one of the job, which must be done. */
  verify(name: string, text: string, language: string): void {
    this.#post({ type: 'verify', id: this.#id, name, text, language });
  }

  #post(message: object): void {
    this.#worker?.postMessage(message);
  }

  #send(): void {
    this.#worker ??= this.#start();
    this.#isActive = true;
    this.#post({ type: 'run', id: this.#id, job: this.#job });
    clearInterval(this.#timer);
    this.#timer = setInterval(() => this.#look(), this.#limits.lookMs);
  }

  #start(): Worker {
    const worker = new Worker(new URL('./engine.ts', import.meta.url), { type: 'module' });
    worker.onmessage = ({ data }: MessageEvent<FromWorker>) => {
      if (worker !== this.#worker || data.id !== this.#id) return;
      this.#hear(data);
    };
    worker.onerror = (event) => {
      event.preventDefault();
      if (worker === this.#worker) this.#fail({ code: 'start', message: event.message || undefined });
    };
    return worker;
  }

  #hear(data: FromWorker): void {
    this.#heardMs = performance.now();
    if (data.type === 'started') {
      // it has taken up the new job; the grace of a job that was cancelled meanwhile goes on
      if (this.#job) this.#graceMs = Infinity;
      return;
    }
    if (data.type === 'failed') {
      this.#fail(data.failure);
      return;
    }
    if (data.type === 'done' || data.type === 'problems') this.#rest();
    this.#listener(data.type === 'done' && this.#isTooLong ? { ...data, isTooLong: true } : data);
  }

  #look(): void {
    const nowMs = performance.now();
    const { silentMs, longestMs } = this.#limits;
    if (nowMs > this.#graceMs) this.#giveUp();
    else if (nowMs - this.#heardMs > silentMs) this.#fail({ code: 'silent', seconds: Math.round(silentMs / 1000) });
    else if (nowMs - this.#startedMs > longestMs && this.#graceMs === Infinity) {
      this.#isTooLong = true;
      this.cancel();
    }
  }

  /** The worker is deep in a trial: it is ended, and the job that waits for it gets a new one. */
  #giveUp(): void {
    this.#end();
    this.#graceMs = Infinity;
    if (this.#job) {
      this.#startedMs = this.#heardMs = performance.now();
      this.#send();
    } else if (this.#isTooLong) {
      const seconds = Math.round(this.#limits.longestMs / 1000);
      this.#listener({ type: 'failed', id: this.#id, failure: { code: 'long', seconds } });
    } else this.#listener({ type: 'stopped', id: this.#id });
  }

  #fail(failure: Failure): void {
    this.#end();
    this.#listener({ type: 'failed', id: this.#id, failure });
  }

  #end(): void {
    this.#rest();
    this.#worker?.terminate();
    this.#worker = undefined;
  }

  #rest(): void {
    clearInterval(this.#timer);
    this.#timer = undefined;
    this.#isActive = false;
    this.#graceMs = Infinity;
  }
}
