import { render } from 'preact';
import { embedOf, groundOf } from './state/embed.ts';
import { followLinks } from './state/link.ts';
import { startRuns } from './state/runs.ts';
import { App } from './ui/app.tsx';

const embed = embedOf(location.search);
if (embed) {
  const light = matchMedia('(prefers-color-scheme: light)');
  const paint = () => {
    document.documentElement.dataset.ground = groundOf(embed, light.matches);
  };
  light.addEventListener('change', paint);
  paint();
}
await followLinks();
startRuns();
render(<App embed={embed} />, document.getElementById('app')!);
