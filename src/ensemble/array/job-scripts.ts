/** What the job scripts of an array need to know. */
export interface ArrayScripts {
  /** Name of the study, for people. */
  name: string;
  /** First 12 digits of the study's hash: names the job. */
  key: string;
  taskCount: number;
  /** Version of the program, for the image. */
  version: string;
}

/** Scheduler, its script's name in the folder, and how it is submitted. */
export const arraySystems = {
  slurm: { file: 'slurm.sh', command: ['sbatch', 'slurm.sh'] },
  kubernetes: { file: 'kubernetes.yaml', command: ['kubectl', 'apply', '-f', 'kubernetes.yaml'] },
  htcondor: { file: 'htcondor.sub', command: ['condor_submit', 'htcondor.sub'] },
  parallel: { file: 'parallel.sh', command: ['bash', 'parallel.sh'] },
} as const;
export type ArraySystem = keyof typeof arraySystems;

/**
 * Job scripts of an array by the name of their file. Each runs `cupola worker --array . --task N` for N from 0 in the array's
 * folder, which all machines must share.
 */
export function arrayScripts({ name, key, taskCount, version }: ArrayScripts): Record<string, string> {
  const last = taskCount - 1;
  const title = name.replace(/[^\x20-\x7e]/g, '?');
  return {
    'slurm.sh': `#!/bin/bash
# ${title}: ${taskCount} tasks. Submit in this folder: sbatch slurm.sh
#SBATCH --job-name=cupola-${key}
#SBATCH --array=0-${last}
#SBATCH --ntasks=1
#SBATCH --cpus-per-task=1
#SBATCH --mem=2G
#SBATCH --output=logs/%a.log
#SBATCH --requeue
exec cupola worker --array "\${SLURM_SUBMIT_DIR:-.}" --task "$SLURM_ARRAY_TASK_ID"
`,
    'parallel.sh': `#!/bin/bash
# ${title}: ${taskCount} tasks on this machine, or on those of a --sshloginfile. In this folder: bash parallel.sh
cd "$(dirname "$0")" || exit 1
exec parallel --halt never --joblog parallel.log "$@" cupola worker --array "$PWD" --task {} ::: $(seq 0 ${last})
`,
    'htcondor.sub': `# ${title}: ${taskCount} tasks. In this folder: condor_submit htcondor.sub
executable = /usr/bin/env
arguments = cupola worker --array . --task $(Process)
initialdir = .
request_cpus = 1
request_memory = 2GB
log = condor.log
output = logs/$(Process).out
error = logs/$(Process).err
max_retries = 3
queue ${taskCount}
`,
    'kubernetes.yaml': `# ${title}: ${taskCount} tasks. The claim "cupola" must hold this folder as ${key}; set the image to one with cupola ${version}.
apiVersion: batch/v1
kind: Job
metadata:
  name: cupola-${key}
spec:
  completionMode: Indexed
  completions: ${taskCount}
  parallelism: ${Math.min(taskCount, 100)}
  backoffLimitPerIndex: 3
  maxFailedIndexes: ${taskCount}
  template:
    spec:
      restartPolicy: Never
      containers:
        - name: worker
          image: cupola:${version}
          command: [sh, -c, 'exec cupola worker --array /study/${key} --task "$JOB_COMPLETION_INDEX"']
          resources:
            requests: { cpu: "1", memory: 1Gi }
            limits: { memory: 2Gi }
          volumeMounts:
            - { name: study, mountPath: /study }
      volumes:
        - name: study
          persistentVolumeClaim: { claimName: cupola }
`,
  };
}
