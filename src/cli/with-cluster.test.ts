import { expect, test } from 'vitest';
import { InputError } from '../flow/problems.ts';
import { withCluster } from './with-cluster.ts';

const missing = (name: string) =>
  Promise.reject(
    Object.assign(new Error(`Cannot find package '${name}' imported from x.js`), { code: 'ERR_MODULE_NOT_FOUND' }),
  );

test('a missing broker package is bad input that says what to install', async () => {
  const failed = withCluster(() => missing('bullmq'));
  await expect(failed).rejects.toBeInstanceOf(InputError);
  await expect(failed).rejects.toThrow('npm install bullmq ioredis');
});

test('any other missing module stays a bug', async () => {
  await expect(withCluster(() => missing('something-else'))).rejects.not.toBeInstanceOf(InputError);
  await expect(withCluster(async () => 3)).resolves.toBe(3);
});
