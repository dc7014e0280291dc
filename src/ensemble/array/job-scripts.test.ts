import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { arrayScripts, arraySystems } from './job-scripts.ts';

const scripts = arrayScripts({
  name: 'Raids\n#SBATCH --evil',
  key: 'abc123',
  round: 2,
  taskCount: 40,
  version: '1.2.3',
});

test('every system has its script, each for all tasks', () => {
  expect(Object.keys(scripts).sort()).toEqual(
    Object.values(arraySystems)
      .map(({ file }) => file)
      .sort(),
  );
  expect(scripts['slurm.sh']).toContain('#SBATCH --array=0-39\n');
  expect(scripts['htcondor.sub']).toMatch(/^queue 40$/m);
  expect(scripts['parallel.sh']).toContain('seq 0 39 |');
});

test('the Kubernetes job is one of indexed tasks that each name their index', () => {
  const job = parse(scripts['kubernetes.yaml']);
  expect(job).toMatchObject({ apiVersion: 'batch/v1', kind: 'Job', metadata: { name: 'cupola-abc123-2' } });
  expect(job.spec).toMatchObject({ completionMode: 'Indexed', completions: 40, parallelism: 40, maxFailedIndexes: 40 });
  const pod = job.spec.template.spec;
  expect(pod.restartPolicy).toBe('Never');
  expect(pod.containers[0].command[2]).toContain('--round 2 --task "$JOB_COMPLETION_INDEX"');
  expect(pod.containers[0].volumeMounts[0].name).toBe(pod.volumes[0].name);
});

test('a name with line ends gives no directive of its own', () => {
  expect(scripts['slurm.sh'].split('\n').filter((line) => line.startsWith('#SBATCH --evil'))).toEqual([]);
});
