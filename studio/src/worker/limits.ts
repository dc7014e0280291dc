/** Characters of a scenario, from a file, a link or the editor. */
export const MAX_TEXT_CHARACTERS = 1_000_000;

/** Raids of a run in a page. */
export const MAX_TRIALS = 100_000;

/** Draws of an answer by date in a page. */
export const MAX_DRAWS = 1024;
