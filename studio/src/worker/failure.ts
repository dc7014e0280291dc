/** Why a run ended without an answer. */
export type FailureCode = 'silent' | 'long' | 'memory' | 'start' | 'error';

export interface Failure {
  code: FailureCode;
  /** Seconds after which it was stopped. */
  seconds?: number;
  /** What the engine said, where it said something. */
  message?: string;
}

const NO_MEMORY = /allocation failed|out of memory|Invalid (typed )?array( buffer)? length|Maximum call stack/i;

/** The failure that an error stands for: browsers say in many ways that there is no more memory. */
export function failureOf(error: unknown): Failure {
  const message = error instanceof Error ? error.message : String(error);
  return NO_MEMORY.test(message) ? { code: 'memory', message } : { code: 'error', message };
}
