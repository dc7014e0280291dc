import { InputError } from '../flow/problems.ts';
import { said } from '../flow/said.ts';

const PACKAGES = ['bullmq', 'ioredis'];

/**
 * What `load` imports, where the packages that speak to a broker are installed: a library install leaves them out.
 *
 * @throws InputError that says how to install them
 */
export async function withCluster<T>(load: () => Promise<T>): Promise<T> {
  try {
    return await load();
  } catch (error) {
    const { code, message = '' } = error as NodeJS.ErrnoException;
    if (code !== 'ERR_MODULE_NOT_FOUND' || !PACKAGES.some((name) => message.includes(`'${name}'`))) throw error;
    throw new InputError([
      {
        code: 'missing-package',
        path: '--cluster',
        said: said('cluster.no-packages', { command: `npm install ${PACKAGES.join(' ')}` }),
      },
    ]);
  }
}
