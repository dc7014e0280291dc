import { readFileSync } from 'node:fs';
import { isIP } from 'node:net';
import { InputError } from '../../flow/problems.ts';
import { type Said, said } from '../../flow/said.ts';
import { systemWords } from '../system-error.ts';

/** How to reach the broker. The password is in `options` only; `shown` is what people and logs may see. */
export interface ClusterAddress {
  shown: string;
  /** What results are sealed with; empty: nothing is secret. */
  secret: string;
  options: {
    host: string;
    port: number;
    db: number;
    username?: string;
    password?: string;
    /** Without a name for an address by number: TLS has none for those. */
    tls?: { ca?: string; cert?: string; key?: string; servername?: string };
    maxRetriesPerRequest: null;
  };
  /** Replaces the secrets in a text. */
  scrub(text: string): string;
}

/**
 * Reads the address of a broker, `redis://[user[:password]@]host[:port][/database]`, or `rediss://` for TLS.
 *
 * User and password may come from CUPOLA_CLUSTER_USER and CUPOLA_CLUSTER_PASSWORD, the password also from the file that
 * CUPOLA_CLUSTER_PASSWORD_FILE names, a certificate authority from the file in CUPOLA_CLUSTER_CA, an own certificate and its key from those in
 * CUPOLA_CLUSTER_CERT and CUPOLA_CLUSTER_KEY. CUPOLA_CLUSTER_SECRET (or _FILE) seals results; where there is none, the password does.
 *
 * @throws InputError that does not repeat the address
 */
export function clusterAddress(url: string, env: Record<string, string | undefined> = process.env): ClusterAddress {
  let parsed: URL;
  try {
    parsed = new URL(url);
  } catch {
    throw bad(said('cluster.no-address'));
  }
  const { protocol, hostname, port, username, password, pathname } = parsed;
  if (protocol !== 'redis:' && protocol !== 'rediss:') throw bad(said('cluster.scheme', { scheme: protocol }));
  if (!hostname) throw bad(said('cluster.no-host'));
  if (!/^\/?\d{0,4}$/.test(pathname)) throw bad(said('cluster.bad-path'));
  const own = secretOf('CUPOLA_CLUSTER_PASSWORD', env) || decoded(password);
  const secret = secretOf('CUPOLA_CLUSTER_SECRET', env) || own || '';
  const user = env.CUPOLA_CLUSTER_USER || decoded(username);
  const db = Number(pathname.slice(1) || 0);
  const portNumber = Number(port || 6379);
  const host = hostname.replace(/^\[|\]$/g, '');
  return {
    shown: `${protocol}//${hostname}:${portNumber}${db > 0 ? `/${db}` : ''}`,
    secret,
    options: {
      host,
      port: portNumber,
      db,
      username: user,
      password: own,
      ...(protocol === 'rediss:' && { tls: tlsOptions(host, env) }),
      maxRetriesPerRequest: null,
    },
    scrub: (text) => {
      const secrets = [password, own, secret].filter((word): word is string => word !== undefined && word !== '');
      return secrets.reduce((clean, word) => clean.replaceAll(word, '***'), text);
    },
  };
}

/** A part of an address as it was before it was written there; undefined for none. */
function decoded(word: string): string | undefined {
  try {
    return decodeURIComponent(word) || undefined;
  } catch {
    throw bad(said('cluster.not-encoded'));
  }
}

/** A secret of the environment, or of the file that it names; undefined for none. */
function secretOf(variable: string, env: Record<string, string | undefined>): string | undefined {
  const file = env[`${variable}_FILE`];
  if (!file) return env[variable];
  if (!env[variable]) return fileText(`${variable}_FILE`, file).replace(/\r?\n$/, '');
  throw new InputError([{ code: 'one-of', path: `${variable}_FILE`, said: said('cluster.two-secrets', { variable }) }]);
}

function tlsOptions(host: string, env: Record<string, string | undefined>): ClusterAddress['options']['tls'] {
  const { CUPOLA_CLUSTER_CA: ca, CUPOLA_CLUSTER_CERT: cert, CUPOLA_CLUSTER_KEY: key } = env;
  if (!cert !== !key) {
    const [variable = '', missing = ''] = cert
      ? ['CUPOLA_CLUSTER_CERT', 'CUPOLA_CLUSTER_KEY']
      : ['CUPOLA_CLUSTER_KEY', 'CUPOLA_CLUSTER_CERT'];
    throw new InputError([{ code: 'missing', path: missing, said: said('cluster.half-certificate', { variable }) }]);
  }
  return {
    ...(isIP(host) === 0 && { servername: host }),
    ...(ca && { ca: fileText('CUPOLA_CLUSTER_CA', ca) }),
    ...(cert && { cert: fileText('CUPOLA_CLUSTER_CERT', cert) }),
    ...(key && { key: fileText('CUPOLA_CLUSTER_KEY', key) }),
  };
}

/** Text of a file that a variable of the environment names. */
function fileText(variable: string, file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    const fault = said('cluster.no-file', { file, why: systemWords(error as NodeJS.ErrnoException) });
    throw new InputError([{ code: 'no-file', file: variable, path: '', said: fault }]);
  }
}

function bad(fault: Said): InputError {
  return new InputError([{ code: 'cluster-address', path: '--cluster', said: fault }]);
}
