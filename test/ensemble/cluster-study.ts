import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll } from 'vitest';
import { Broker, freePort } from './broker.ts';
import { type Install, install } from './install.ts';
import { summaryOf } from './ledger-file.ts';
import { finish, type Running, start } from './run-cli.ts';
import { fourPoints, writeStudy } from './studies.ts';

/** What a test of the cluster stands on. */
export interface ClusterStudy {
  program: Install;
  broker: Broker;
  /** Where programs run. */
  folder: string;
  /** File of the study. */
  study: string;
  /** Hash of its result, computed without a cluster. */
  expected: string;
  /** Starts the program; what still runs after a test is ended. */
  run(args: string[], options?: { cli?: string; env?: Record<string, string> }): Running;
  /** Ends what still runs. */
  killAll(): Promise<void>;
}

/** A broker, and a study of four points in a folder of its own, for the tests of a file. Call outside tests; filled before them. */
export function useClusterStudy(name: string): ClusterStudy {
  let started: Running[] = [];
  const place = {
    run(args, { cli = place.program.cli, env } = {}) {
      const running = start(cli, args, { cwd: place.folder, env });
      started.push(running);
      return running;
    },
    async killAll() {
      await Promise.all(started.map((running) => running.kill()));
      started = [];
    },
  } as ClusterStudy;
  beforeAll(async () => {
    place.program = install();
    place.folder = mkdtempSync(join(tmpdir(), `cupola-${name}-`));
    place.study = writeStudy(place.folder, fourPoints);
    place.broker = new Broker(await freePort());
    await place.broker.start();
    await finish(place.program.cli, ['sweep', place.study, '--out', 'local', '--workers', '2'], { cwd: place.folder });
    place.expected = summaryOf(join(place.folder, 'local')).resultHash;
  }, 120_000);
  afterEach(() => place.killAll());
  afterAll(async () => {
    await place.broker.remove();
    place.program.remove();
    rmSync(place.folder, { recursive: true, force: true });
  });
  return place;
}
