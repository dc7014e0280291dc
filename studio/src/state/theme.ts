import { computed, signal } from '@preact/signals';

/** Colours of the page; `auto` is what the reader prefers. */
export const themes = ['auto', 'light', 'dark'] as const;
export type Theme = (typeof themes)[number];

export function isTheme(given: unknown): given is Theme {
  return themes.includes(given as Theme);
}

const asked = new URLSearchParams(location.search).get('theme');
/** What `?theme=` in the address asks for, where a link does not say it. */
export const askedTheme: Theme = isTheme(asked) ? asked : 'auto';

export const theme = signal<Theme>(askedTheme);

const light = matchMedia('(prefers-color-scheme: light)');
export const prefersLight = signal(light.matches);
light.addEventListener('change', () => {
  prefersLight.value = light.matches;
});

/** What the page stands on. */
export const ground = computed<'light' | 'dark'>(() => {
  if (theme.value === 'auto') return prefersLight.value ? 'light' : 'dark';
  return theme.value;
});

/** To the other ground; back to what the reader prefers where that is it. */
export function changeGround(): void {
  const next = ground.value === 'light' ? 'dark' : 'light';
  const own = prefersLight.value ? 'light' : 'dark';
  theme.value = next === own ? 'auto' : next;
}
