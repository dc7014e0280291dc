const HELP: Record<string, string> = {
  points: 'Design points of the study',
  pointsComplete: 'Design points with all their trials',
  trialsDone: 'Trials counted',
  trialsWanted: 'Trials known to be wanted so far',
  shardsDone: 'Shards recorded',
  workers: 'Workers of this version that reported within 15 s',
  threads: 'Threads of those workers',
  shardsWaiting: 'Shards waiting in the queue, of all studies',
  shardsActive: 'Shards being computed, of all studies',
};

/** Numbers of a study in the text format of Prometheus, each as a gauge `cupola_sweep_...`. */
export function prometheusText(status: { name: string; studyHash: string }): string {
  const label = `study="${status.studyHash.slice(0, 16)}",name="${escaped(status.name)}"`;
  const values = status as unknown as Record<string, unknown>;
  return Object.entries(HELP)
    .filter(([key]) => typeof values[key] === 'number')
    .map(([key, help]) => {
      const name = `cupola_sweep_${key.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)}`;
      return `# HELP ${name} ${help}\n# TYPE ${name} gauge\n${name}{${label}} ${String(values[key])}\n`;
    })
    .join('');
}

function escaped(text: string): string {
  return text.replaceAll('\\', '\\\\').replaceAll('"', '\\"').replaceAll('\n', '\\n');
}
