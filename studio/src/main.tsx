import { effect } from '@preact/signals';
import { render } from 'preact';
import { embedOf, groundOf } from './state/embed.ts';
import { followLinks } from './state/link.ts';
import { keepOffline } from './state/offline.ts';
import { startRuns } from './state/runs.ts';
import { ground, prefersLight } from './state/theme.ts';
import { App } from './ui/app.tsx';

const embed = embedOf(location.search);
effect(() => {
  document.documentElement.dataset.ground = embed ? groundOf(embed, prefersLight.value) : ground.value;
});
await followLinks();
startRuns();
if (!embed) keepOffline();
render(<App embed={embed} />, document.getElementById('app')!);
