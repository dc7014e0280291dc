import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { hostname, tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import { freePort } from './broker.ts';
import { hasPrograms } from './programs.ts';

const PROGRAMS = ['munged', 'slurmctld', 'slurmd', 'sbatch', 'squeue', 'scancel', 'sinfo'];

/** Whether a Slurm of its own can be started here: all its programs are there, and we are who may start tasks. */
export const hasSlurm = hasPrograms(PROGRAMS) && userInfo().uid === 0;

/** Slurm on this machine alone, with ports, keys and files of its own. */
export class Slurm {
  readonly #folder = mkdtempSync(join(tmpdir(), 'cupola-slurm-'));
  readonly #daemons: ChildProcess[] = [];
  /** What programs that submit must have in their environment. */
  readonly env = { SLURM_CONF: join(this.#folder, 'slurm.conf') };

  async start(): Promise<void> {
    const at = (name: string) => join(this.#folder, name);
    for (const name of ['state', 'spool', 'munge']) mkdirSync(at(name));
    writeFileSync(at('munge/key'), randomBytes(128), { mode: 0o600 });
    for (const path of [this.#folder, at('munge')]) chmodSync(path, 0o755);
    const socket = at('munge/socket');
    const places = { socket, 'key-file': at('munge/key'), 'pid-file': at('munge/pid'), 'log-file': at('munge/log') };
    const words = Object.entries({ ...places, 'seed-file': at('munge/seed') }).map(([key, path]) => `--${key}=${path}`);
    this.#run('munged', ['--foreground', '--force', ...words]);
    writeFileSync(this.env.SLURM_CONF, await this.#configuration(socket));
    this.#run('slurmctld', ['-D', '-f', this.env.SLURM_CONF]);
    this.#run('slurmd', ['-D', '-f', this.env.SLURM_CONF, '-N', 'one']);
    await this.#until('the node is idle', () => this.ask('sinfo', ['-h', '-o', '%T']) === 'idle');
  }

  /** Runs one of Slurm's programs. @returns what it printed */
  ask(program: string, args: string[], cwd?: string): string {
    const env = { ...process.env, ...this.env };
    return execFileSync(program, args, { cwd, env, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] }).trim();
  }

  /** Numbers of the tasks that wait or run, as Slurm writes them. */
  tasks(state: 'PENDING' | 'RUNNING'): string[] {
    return this.ask('squeue', ['-h', '-r', '-t', state, '-o', '%K']).split('\n').filter(Boolean);
  }

  /** Waits until nothing waits or runs. */
  async empty(): Promise<void> {
    await this.#until('the queue is empty', () => this.ask('squeue', ['-h']) === '');
  }

  async remove(): Promise<void> {
    for (const daemon of this.#daemons.reverse()) {
      if (daemon.exitCode !== null || daemon.signalCode !== null) continue;
      const gone = once(daemon, 'exit');
      daemon.kill('SIGTERM');
      await gone;
    }
    rmSync(this.#folder, { recursive: true, force: true });
  }

  #run(program: string, args: string[]): void {
    this.#daemons.push(spawn(program, args, { stdio: 'ignore', env: { ...process.env, ...this.env } }));
  }

  async #until(what: string, isSo: () => boolean): Promise<void> {
    for (let i = 0; i < 900; i++) {
      try {
        if (isSo()) return;
      } catch {
        // the controller is not up yet
      }
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    throw new Error(`it never came that ${what}`);
  }

  async #configuration(socket: string): Promise<string> {
    const [controlPort, nodePort] = [await freePort(), await freePort()];
    return `ClusterName=test
SlurmctldHost=${hostname()}(127.0.0.1)
SlurmctldPort=${controlPort}
AuthType=auth/munge
AuthInfo=socket=${socket}
SlurmUser=root
SlurmdUser=root
StateSaveLocation=${this.#folder}/state
SlurmdSpoolDir=${this.#folder}/spool
SlurmctldPidFile=${this.#folder}/control.pid
SlurmdPidFile=${this.#folder}/node.pid
SlurmctldLogFile=${this.#folder}/control.log
SlurmdLogFile=${this.#folder}/node.log
ProctrackType=proctrack/linuxproc
TaskPlugin=task/none
MpiDefault=none
SelectType=select/cons_tres
SelectTypeParameters=CR_Core_Memory
ReturnToService=2
NodeName=one NodeHostname=${hostname()} NodeAddr=127.0.0.1 Port=${nodePort} CPUs=2 RealMemory=4096 State=UNKNOWN
PartitionName=all Nodes=ALL Default=YES MaxTime=INFINITE State=UP
`;
  }
}
