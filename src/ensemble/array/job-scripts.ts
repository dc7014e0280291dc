/** What the job scripts of an array need to know. */
export interface ArrayScripts {
  /** Name of the study, for people. */
  name: string;
  /** First 12 digits of the study's hash: names the job. */
  key: string;
  /** Which list of tasks the scripts run. */
  round: number;
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
 * Job scripts of an array by the name of their file. Each runs `cupola worker --array . --round R --task N` for N from 0 in
 * the array's folder, which all machines must share.
 */
export function arrayScripts(scripts: ArrayScripts): Record<string, string> {
  const title = scripts.name.replace(/[^\x20-\x7e]/g, '?');
  const { taskCount, round } = scripts;
  const head = `${title}: ${taskCount} tasks${round > 1 ? `, list ${round}` : ''}.`;
  return {
    'slurm.sh': slurm(head, scripts),
    'parallel.sh': parallel(head, scripts),
    'htcondor.sub': htcondor(head, scripts),
    'kubernetes.yaml': kubernetes(head, scripts),
  };
}

function slurm(head: string, { key, round, taskCount }: ArrayScripts): string {
  return `#!/bin/bash
# ${head} Submit in this folder: sbatch slurm.sh
#SBATCH --job-name=cupola-${key}
#SBATCH --array=0-${taskCount - 1}
#SBATCH --ntasks=1
#SBATCH --cpus-per-task=1
#SBATCH --mem=2G
#SBATCH --output=logs/%A-%a.log
#SBATCH --requeue
exec cupola worker --array "\${SLURM_SUBMIT_DIR:-.}" --round ${round} --task "$SLURM_ARRAY_TASK_ID"
`;
}

function parallel(head: string, { round, taskCount }: ArrayScripts): string {
  return `#!/bin/bash
# ${head} On this machine: bash parallel.sh. On others that share this folder: bash parallel.sh --sshloginfile machines
cd "$(dirname "$0")" || exit 1
seq 0 ${taskCount - 1} | parallel --halt never --joblog parallel.log --workdir "$PWD" "$@" cupola worker --array . --round ${round} --task {}
`;
}

function htcondor(head: string, { round, taskCount }: ArrayScripts): string {
  return `# ${head} In this folder: condor_submit htcondor.sub
universe = vanilla
executable = /usr/bin/env
transfer_executable = false
should_transfer_files = NO
environment = "PATH='$ENV(PATH)'"
arguments = "cupola worker --array . --round ${round} --task $(Process)"
request_cpus = 1
request_memory = 2GB
log = condor.log
output = logs/$(Cluster)-$(Process).out
error = logs/$(Cluster)-$(Process).err
max_retries = 3
queue ${taskCount}
`;
}

function kubernetes(head: string, { key, round, taskCount, version }: ArrayScripts): string {
  return `# ${head}
# The claim "cupola" must hold this folder as ${key}; set the image to one with cupola ${version}.
# Kubernetes 1.29 or newer: backoffLimitPerIndex lets one task fail without stopping the others.
apiVersion: batch/v1
kind: Job
metadata:
  name: cupola-${key}-${round}
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
          command: [sh, -c, 'exec cupola worker --array /study/${key} --round ${round} --task "$JOB_COMPLETION_INDEX"']
          resources:
            requests: { cpu: "1", memory: 1Gi }
            limits: { memory: 2Gi }
          volumeMounts:
            - { name: study, mountPath: /study }
      volumes:
        - name: study
          persistentVolumeClaim: { claimName: cupola }
`;
}
