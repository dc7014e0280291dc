import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { InputError } from '../../flow/problems.ts';
import { clusterAddress } from './address.ts';

test('the password is used and never shown', () => {
  const address = clusterAddress('redis://ann:s3cr%21t@broker:7000/2', {});
  expect(address.options).toMatchObject({ host: 'broker', port: 7000, db: 2, username: 'ann', password: 's3cr!t' });
  expect(address.shown).toBe('redis://broker:7000/2');
  expect(address.scrub('ERR for s3cr!t and s3cr%21t')).toBe('ERR for *** and ***');
});

test('user and password of the environment come first; rediss is TLS', () => {
  const env = { CUPOLA_CLUSTER_USER: 'env', CUPOLA_CLUSTER_PASSWORD: 'pw' };
  const { options, shown } = clusterAddress('rediss://broker', env);
  expect(options).toMatchObject({ username: 'env', password: 'pw', port: 6379, tls: { servername: 'broker' } });
  expect(shown).toBe('rediss://broker:6379');
});

test.each(['', 'broker', 'http://broker', 'redis://', 'redis://broker/x'])(
  '%j is refused without being repeated',
  (url) => {
    expect(() => clusterAddress(url, {})).toThrow(InputError);
    try {
      clusterAddress(url.replace('//', '//u:hunter2@'), {});
    } catch (error) {
      expect((error as Error).message).not.toContain('hunter2');
    }
  },
);

test('an address by number has no server name in TLS, which takes names only', () => {
  for (const host of ['127.0.0.1', '[::1]']) expect(clusterAddress(`rediss://${host}`, {}).options.tls).toEqual({});
});

test('the password may stand in a file; a file that is not there, and two passwords, are refused', () => {
  const folder = mkdtempSync(join(tmpdir(), 'cupola-password-'));
  const file = join(folder, 'password');
  try {
    writeFileSync(file, ' hunter 2\n');
    const address = clusterAddress('redis://broker', { CUPOLA_CLUSTER_PASSWORD_FILE: file });
    expect(address.options.password).toBe(' hunter 2');
    expect(address.scrub('not  hunter 2')).toBe('not ***');
    const both = { CUPOLA_CLUSTER_PASSWORD_FILE: file, CUPOLA_CLUSTER_PASSWORD: 'x' };
    expect(() => clusterAddress('redis://broker', both)).toThrow('expected one of them');
    const gone = { CUPOLA_CLUSTER_PASSWORD_FILE: join(folder, 'gone') };
    expect(() => clusterAddress('redis://broker', gone)).toThrow(/PASSWORD_FILE .*gone cannot be read: does not exist/);
  } finally {
    rmSync(folder, { recursive: true });
  }
});
