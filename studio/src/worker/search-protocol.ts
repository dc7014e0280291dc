import type { Problem, SourcingOptions, SourcingResult } from 'cupola';
import type { Job } from './protocol.ts';

export type ToSearcher =
  | { type: 'search'; id: number; job: Job; options: SourcingOptions }
  | { type: 'mix'; id: number; lossFraction: number };

export type FromSearcher =
  | { type: 'step'; id: number; done: number; of: number }
  | { type: 'found'; id: number; result: SourcingResult; elapsedMs: number }
  | { type: 'mix'; id: number; text: string }
  | { type: 'problems'; id: number; problems: Problem[] }
  | { type: 'failed'; id: number; message: string };
