import { render } from 'preact';
import { followLinks } from './state/link.ts';
import { startRuns } from './state/runs.ts';
import { App } from './ui/app.tsx';

await followLinks();
startRuns();
render(<App />, document.getElementById('app')!);
