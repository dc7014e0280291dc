import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { Broker, freePort } from './broker.ts';
import { type Certificates, certificates } from './certificates.ts';
import { type Install, install } from './install.ts';
import { summaryOf } from './ledger-file.ts';
import { finish, type Running, start } from './run-cli.ts';
import { fourPoints, writeStudy } from './studies.ts';

const SECRET = 'Pw-7f3a9c/@:x';
const WRONG = 'wrong-4411';

let program: Install;
let folder = '';
let study = '';
let expected = '';
let tls: Certificates;
let other: Certificates;
let broker: Broker;
let started: Running[] = [];

beforeAll(async () => {
  program = install();
  folder = mkdtempSync(join(tmpdir(), 'cupola-access-'));
  study = writeStudy(folder, fourPoints);
  tls = certificates(folder, 'broker', 'localhost');
  other = certificates(folder, 'stranger', 'localhost');
  const users = join(folder, 'users.acl');
  const rights = '~cupola:* &* +@all -@admin +info +config|get';
  const poor = '~other:* &* +ping +info +hello +client';
  writeFileSync(users, `user default off\nuser sweeper on >${SECRET} ${rights}\nuser poor on >${SECRET} ${poor}\n`);
  broker = new Broker(await freePort(), ['--aclfile', users], tls);
  await broker.start();
  await finish(program.cli, ['sweep', study, '--out', 'local', '--workers', '2'], { cwd: folder });
  expected = summaryOf(join(folder, 'local')).resultHash;
}, 120_000);
afterEach(async () => {
  for (const running of started) {
    await running.kill('SIGTERM'); // a worker takes its leave, so that the next test counts its own alone
    expectNoSecret(running.out() + running.notes(), 'output');
  }
  started = [];
});
afterAll(async () => {
  await broker.remove();
  program.remove();
  rmSync(folder, { recursive: true, force: true });
});

/** Neither password stands there, in no spelling. */
function expectNoSecret(text: string, where: string): void {
  for (const secret of [SECRET, WRONG]) {
    const spellings = [secret, encodeURIComponent(secret), Buffer.from(secret).toString('base64')];
    for (const spelling of spellings) expect(text.includes(spelling), `${where} holds a password`).toBe(false);
  }
}

function run(args: string[], env: Record<string, string> = {}): Running {
  const running = start(program.cli, args, { cwd: folder, env: { CUPOLA_CLUSTER_CA: tls.ca, ...env } });
  started.push(running);
  return running;
}

const byEnvironment = { CUPOLA_CLUSTER_USER: 'sweeper', CUPOLA_CLUSTER_PASSWORD: SECRET };
const urlOf = (user: string, password: string, url = broker.url) =>
  url.replace('//', `//${user}:${encodeURIComponent(password)}@`);

test.each(['environment', 'address'])(
  'TLS with user and password by %s: the same bits, and no secret anywhere',
  async (way) => {
    const url = way === 'address' ? urlOf('sweeper', SECRET) : broker.url;
    const env = way === 'address' ? {} : byEnvironment;
    const out = `by-${way}`;
    const worker = run(['worker', '--cluster', url, '--threads', '1'], env);
    const sweep = run(['sweep', study, '--out', out, '--cluster', url, '--shard-trials', '80'], env);
    expect(await sweep.done, sweep.notes()).toBe(0);
    expect(summaryOf(join(folder, out)).resultHash).toBe(expected);
    for (const words of [[], ['--json'], ['--prometheus']]) {
      const status = run(['sweep', '--status', '--out', out, '--cluster', url, ...words], env);
      expect(await status.done, status.notes()).toBe(0);
      expect(status.out()).toMatch(/1 worker|"workers":1|cupola_sweep_workers\{.*\} 1/);
    }
    expect(worker.notes()).toContain(`rediss://localhost:${broker.port}`);
    const files = readdirSync(join(folder, out)).map((name) => join(folder, out, name));
    expect(files.length).toBeGreaterThanOrEqual(6);
    for (const file of files) if (statSync(file).isFile()) expectNoSecret(readFileSync(file, 'latin1'), file);
  },
);

const refusals: [what: string, url: () => string, env: () => Record<string, string>, says: RegExp][] = [
  ['a wrong password by address', () => urlOf('sweeper', WRONG), () => ({}), /WRONGPASS/],
  [
    'a wrong password by environment',
    () => broker.url,
    () => ({ ...byEnvironment, CUPOLA_CLUSTER_PASSWORD: WRONG }),
    /WRONGPASS/,
  ],
  ['no password', () => broker.url, () => ({}), /NOAUTH/],
  [
    'a certificate of another authority',
    () => broker.url,
    () => ({ ...byEnvironment, CUPOLA_CLUSTER_CA: other.ca }),
    /certificate/,
  ],
  ['no authority named', () => broker.url, () => ({ ...byEnvironment, CUPOLA_CLUSTER_CA: '' }), /certificate/],
  [
    'an authority that is no file',
    () => broker.url,
    () => ({ ...byEnvironment, CUPOLA_CLUSTER_CA: '/nowhere' }),
    /CUPOLA_CLUSTER_CA.*cannot be read/,
  ],
  [
    'a certificate of another host',
    () => broker.url.replace('localhost', '127.0.0.1'),
    () => byEnvironment,
    /does not match certificate/,
  ],
  [
    'a user without rights',
    () => broker.url,
    () => ({ ...byEnvironment, CUPOLA_CLUSTER_USER: 'poor' }),
    /NOPERM.*user "poor" needs/s,
  ],
  [
    'plain text where TLS is spoken',
    () => broker.url.replace('rediss', 'redis'),
    () => byEnvironment,
    /speaks TLS there; write rediss:/,
  ],
  [
    'a password that is no address',
    () => broker.url.replace('//', `//u:${WRONG}%zz@`),
    () => ({}),
    /not percent-encoded/,
  ],
];

test.each(refusals)(
  '%s is refused by coordinator, worker and status, without the secret',
  async (_, url, env, says) => {
    const ways = [
      ['sweep', study, '--out', 'refused', '--cluster', url()],
      ['worker', '--threads', '1', '--cluster', url()],
      ['sweep', '--status', '--out', 'local', '--cluster', url()],
    ].map((words) => run(words, env()));
    for (const way of ways) {
      expect(await way.done, way.notes()).toBe(2);
      expect(way.notes()).toMatch(says);
      expect(way.notes()).not.toContain('bug in cupola');
    }
  },
);

test('TLS where plain text is spoken is said so', async () => {
  const plain = new Broker(await freePort());
  await plain.start();
  try {
    const sweep = run(
      ['sweep', study, '--out', 'refused', '--cluster', `rediss://localhost:${plain.port}`],
      byEnvironment,
    );
    expect(await sweep.done).toBe(2);
    expect(sweep.notes()).toMatch(/does not speak TLS there.*redis:/s);
  } finally {
    await plain.remove();
  }
});

test('a broker that asks for a certificate of its clients takes one, and who has none is told what to give', async () => {
  const strict = new Broker(await freePort(), ['--tls-auth-clients', 'yes'], tls);
  await strict.start();
  const own = { CUPOLA_CLUSTER_CERT: tls.cert, CUPOLA_CLUSTER_KEY: tls.key };
  try {
    const worker = run(['worker', '--cluster', strict.url, '--threads', '1'], own);
    const sweep = run(
      ['sweep', study, '--out', 'by-certificate', '--cluster', strict.url, '--shard-trials', '80'],
      own,
    );
    expect(await sweep.done, sweep.notes()).toBe(0);
    expect(summaryOf(join(folder, 'by-certificate')).resultHash).toBe(expected);
    await worker.kill('SIGTERM');
    const without = run(['worker', '--cluster', strict.url, '--threads', '1']);
    expect(await without.done, without.notes()).toBe(2);
    expect(without.notes()).toMatch(/certificate.*CUPOLA_CLUSTER_CERT/s);
    const half = run(['worker', '--cluster', strict.url, '--threads', '1'], { CUPOLA_CLUSTER_CERT: tls.cert });
    expect(await half.done).toBe(2);
    expect(half.notes()).toContain('CUPOLA_CLUSTER_KEY: is missing beside CUPOLA_CLUSTER_CERT');
  } finally {
    await strict.remove();
  }
});
