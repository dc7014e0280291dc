import type { Problem, SourcingAnswer, SourcingOptions, SourcingResult } from 'cupola';
import type { Job } from './protocol.ts';

export type ToSearcher =
  | { type: 'search'; id: number; job: Job; options: SourcingOptions }
  /** The mix for one share that each loss must leave, as a scenario with a name and a description of its own. */
  | { type: 'mix'; id: number; lossFraction: number; head: Head }
  /** A mix that a reader put together: by maker its share of its fleet, by vehicle whether it flies. */
  | { type: 'hand'; id: number; makerFraction: number[]; takenVehicles: boolean[]; head: Head };

interface Head {
  name: string;
  description: string;
}

export type FromSearcher =
  | { type: 'step'; id: number; done: number; of: number }
  | { type: 'found'; id: number; name: string; result: SourcingResult; answer: SourcingAnswer; elapsedMs: number }
  | { type: 'mix'; id: number; text: string }
  | { type: 'problems'; id: number; problems: Problem[] }
  | { type: 'failed'; id: number; message: string };
