import type { Page } from 'playwright-core';

/** What of a page cannot be read as it is shown. */
export interface Illegible {
  /** Width of the page, in pixels, where it is wider than its window. */
  scrollsTo?: number;
  /** Texts that end right of the window outside of a box that scrolls. */
  cut: string[];
  /** Texts smaller than this, with their size in pixels. */
  small: string[];
}

/** Looks for text that is cut off at the right edge or smaller than a size in pixels, pictures as they are scaled. */
export function illegible(page: Page, leastPx: number): Promise<Illegible>;

/** Opens whatever is folded away. */
export function unfold(page: Page): Promise<void>;
