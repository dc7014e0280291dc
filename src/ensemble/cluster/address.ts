import { readFileSync } from 'node:fs';
import { InputError } from '../../flow/problems.ts';
import { plainly } from '../../flow/said.ts';

/** How to reach the broker. The password is in `options` only; `shown` is what people and logs may see. */
export interface ClusterAddress {
  shown: string;
  options: {
    host: string;
    port: number;
    db: number;
    username?: string;
    password?: string;
    tls?: { ca?: string; servername: string };
    maxRetriesPerRequest: null;
  };
  /** Replaces the secrets in a text. */
  scrub(text: string): string;
}

/**
 * Reads the address of a broker, `redis://[user[:password]@]host[:port][/database]`, or `rediss://` for TLS.
 *
 * User and password may come from CUPOLA_CLUSTER_USER and CUPOLA_CLUSTER_PASSWORD, a certificate authority from the file in
 * CUPOLA_CLUSTER_CA.
 *
 * @throws InputError that does not repeat the address
 */
export function clusterAddress(url: string, env: Record<string, string | undefined> = process.env): ClusterAddress {
  let parsed: URL;
  try {
    parsed = new URL(url);
  } catch {
    throw bad('is not an address');
  }
  const { protocol, hostname, port, username, password, pathname } = parsed;
  if (protocol !== 'redis:' && protocol !== 'rediss:') throw bad(`has the scheme "${protocol}"`);
  if (!hostname) throw bad('names no host');
  if (!/^\/?\d{0,4}$/.test(pathname)) throw bad('has a path that is no number of a database');
  const secret = env.CUPOLA_CLUSTER_PASSWORD || decoded(password);
  const user = env.CUPOLA_CLUSTER_USER || decoded(username);
  const db = Number(pathname.slice(1) || 0);
  const portNumber = Number(port || 6379);
  return {
    shown: `${protocol}//${hostname}:${portNumber}${db > 0 ? `/${db}` : ''}`,
    options: {
      host: hostname.replace(/^\[|\]$/g, ''),
      port: portNumber,
      db,
      username: user,
      password: secret,
      ...(protocol === 'rediss:' && { tls: tlsOptions(hostname, env.CUPOLA_CLUSTER_CA) }),
      maxRetriesPerRequest: null,
    },
    scrub: (text) => {
      const secrets = [password, secret].filter((word): word is string => word !== undefined && word !== '');
      return secrets.reduce((clean, word) => clean.replaceAll(word, '***'), text);
    },
  };
}

/** A part of an address as it was before it was written there; undefined for none. */
function decoded(word: string): string | undefined {
  try {
    return decodeURIComponent(word) || undefined;
  } catch {
    throw bad('has a user or password that is not percent-encoded (% is %25)');
  }
}

function tlsOptions(servername: string, caFile: string | undefined): { ca?: string; servername: string } {
  if (!caFile) return { servername };
  try {
    return { servername, ca: readFileSync(caFile, 'utf8') };
  } catch (error) {
    const message = `cannot be read: ${(error as Error).message}`;
    throw new InputError([{ code: 'no-file', file: 'CUPOLA_CLUSTER_CA', path: '', said: plainly(message) }]);
  }
}

function bad(why: string): InputError {
  const message = `${why}; expected redis://host:6379 or rediss://host:6379`;
  return new InputError([{ code: 'cluster-address', path: '--cluster', said: plainly(message) }]);
}
