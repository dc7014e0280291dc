import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** A certificate authority of a test, and a broker's certificate by it, as files. */
export interface Certificates {
  ca: string;
  cert: string;
  key: string;
}

/** Makes a certificate authority and a certificate of a host in a folder. */
export function certificates(folder: string, name: string, host: string): Certificates {
  const at = (kind: string) => join(folder, `${name}-${kind}`);
  const openssl = (...words: string[]) => execFileSync('openssl', words, { stdio: 'pipe' });
  const key = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes'];
  openssl(
    'req',
    '-x509',
    ...key,
    '-keyout',
    at('ca.key'),
    '-out',
    at('ca.pem'),
    '-days',
    '2',
    '-subj',
    `/CN=${name} CA`,
  );
  openssl('req', ...key, '-keyout', at('key.pem'), '-out', at('request.pem'), '-subj', `/CN=${host}`);
  writeFileSync(at('names'), `subjectAltName=DNS:${host}\n`);
  const by = ['-CA', at('ca.pem'), '-CAkey', at('ca.key'), '-CAcreateserial', '-days', '2', '-extfile', at('names')];
  openssl('x509', '-req', '-in', at('request.pem'), '-out', at('cert.pem'), ...by);
  return { ca: at('ca.pem'), cert: at('cert.pem'), key: at('key.pem') };
}
