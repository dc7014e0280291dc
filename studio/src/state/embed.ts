/** What of the studio can stand in another page. */
export const embedViews = ['curve', 'withdrawal', 'independence', 'globe'] as const;
export type EmbedView = (typeof embedViews)[number];

/** Colours of an embedded view; `auto` is what the reader prefers. */
export const embedThemes = ['auto', 'light', 'dark'] as const;
export type EmbedTheme = (typeof embedThemes)[number];

export interface Embed {
  /** Undefined where the address names none that there is. */
  view?: EmbedView;
  theme: EmbedTheme;
  /** What the address names, where there is no such view or theme. */
  unknown?: { given: string; expected: readonly string[] };
}

/**
 * The view that stands alone, as in another page: `?embed=curve&theme=light`.
 *
 * @param search part of the address, with its question mark
 * @returns undefined where the whole studio is asked for
 */
export function embedOf(search: string): Embed | undefined {
  const words = new URLSearchParams(search);
  const given = words.get('embed');
  if (given === null) return undefined;
  const look = words.get('theme') ?? 'auto';
  const view = embedViews.find((each) => each === given);
  const theme = embedThemes.find((each) => each === look);
  if (!view) return { theme: theme ?? 'auto', unknown: { given, expected: embedViews } };
  if (!theme) return { theme: 'auto', unknown: { given: look, expected: embedThemes } };
  return { view, theme };
}

/** Light or dark, by what is asked for and what the reader prefers. */
export function groundOf({ view, theme }: Embed, prefersLight: boolean): 'light' | 'dark' {
  if (view === 'globe') return 'dark'; // a sky
  return theme === 'auto' ? (prefersLight ? 'light' : 'dark') : theme;
}

/** The words by which a page takes in a view. @param link address of the whole studio in the state that is meant */
export function embedCode(link: string, view: EmbedView, title: string): string {
  const url = new URL(link);
  url.search = `?embed=${view}`;
  const safe = (text: string) => text.replace(/&/g, '&amp;').replace(/"/g, '&quot;').replace(/</g, '&lt;');
  const heightPx = view === 'globe' ? 600 : 760;
  return `<iframe src="${safe(url.href)}" title="${safe(title)}" width="100%" height="${heightPx}" loading="lazy"></iframe>`;
}
