import { clusterAddress } from '../ensemble/cluster/address.ts';
import { clusterWorker } from '../ensemble/cluster/cluster-worker.ts';
import { shardPool } from '../ensemble/shards/shard-pool.ts';
import { InputError } from '../flow/problems.ts';
import { plainly } from '../flow/said.ts';
import type { CommandContext } from './command.ts';
import { loadInstalledCatalog } from './load-catalog.ts';
import { version } from './package-folder.ts';
import { workerScript } from './worker-script.ts';

/** Serves a cluster until Ctrl-C or SIGTERM; what is under way is finished first. */
export async function runClusterWorker(
  url: string | undefined = process.env.CUPOLA_CLUSTER,
  threadCount: number,
  context: CommandContext,
): Promise<number> {
  if (!url)
    throw new InputError([
      {
        code: 'missing',
        path: '--cluster',
        said: plainly('is missing; expected an address such as redis://host:6379'),
      },
    ]);
  const address = clusterAddress(url);
  const catalog = await loadInstalledCatalog();
  const pool = shardPool(workerScript('shard-thread'), catalog, threadCount);
  try {
    const engine = { version, catalogHash: catalog.hash };
    await clusterWorker({ address, engine, pool, note: context.note, signal: context.signal });
    return 0;
  } finally {
    await pool.close();
  }
}
