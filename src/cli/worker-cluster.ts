import { clusterAddress } from '../ensemble/cluster/address.ts';
import { clusterWorker } from '../ensemble/cluster/cluster-worker.ts';
import { shardPool } from '../ensemble/shards/shard-pool.ts';
import { InputError } from '../flow/problems.ts';
import { said } from '../flow/said.ts';
import { tell } from '../words/words.ts';
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
        said: said('option.missing-address'),
      },
    ]);
  const address = clusterAddress(url);
  const catalog = await loadInstalledCatalog();
  const pool = shardPool(workerScript('shard-thread'), catalog, threadCount);
  try {
    const engine = { version, catalogHash: catalog.hash };
    await clusterWorker({ address, engine, pool, note: (each) => context.note(tell(each)), signal: context.signal });
    return 0;
  } finally {
    await pool.close();
  }
}
