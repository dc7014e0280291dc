import { render } from 'preact';
import { readLink } from './state/link.ts';
import { startRuns } from './state/runs.ts';
import { App } from './ui/app.tsx';

await readLink();
startRuns();
render(<App />, document.getElementById('app')!);
