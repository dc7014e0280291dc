import { InputError } from '../../flow/problems.ts';
import { said } from '../../flow/said.ts';
import type { ClusterAddress } from './address.ts';
import type { TlsMismatch } from './tls-mismatch.ts';

/** What a broker says when it will not, however often it is asked. */
const REFUSED = /WRONGPASS|NOAUTH|NOPERM|invalid password|certificate|self.signed|SSL|TLS/i;
/** What a broker says that has no room, no disk, or another state that passes. */
const FOR_NOW = /^(OOM|MISCONF|READONLY|LOADING|BUSY|CLUSTERDOWN|MASTERDOWN|TRYAGAIN)\b/;
const RIGHTS = '~cupola:* &* +@all -@admin +info +config|get';

/** Whether a broker refuses us for good. */
export function isRefusal(message: string): boolean {
  return REFUSED.test(message);
}

/** Whether a broker cannot do something now, but may later: it is full, it starts, or its disk is full. */
export function isForNow(error: unknown): boolean {
  return error instanceof Error && FOR_NOW.test(error.message);
}

/** A broker that cannot be used, in words for the user; secrets are taken out. */
export function brokerProblem({ shown, options, scrub }: ClusterAddress, why: string, tls?: TlsMismatch): InputError {
  const user = options.username ?? 'default';
  const needs = /NOPERM/.test(why) ? said('cluster.needs-rights', { user, rights: RIGHTS }) : '';
  const wants = /certificate required/i.test(why)
    ? said('cluster.wants-certificate', { certificate: 'CUPOLA_CLUSTER_CERT', key: 'CUPOLA_CLUSTER_KEY' })
    : '';
  const clean = scrub(why).trim();
  const words = { address: shown, why: tls ? said(tls, { why: clean }) : clean, needs, wants };
  return new InputError([{ code: 'cluster', path: '--cluster', said: said('cluster.unusable', words) }]);
}

/** An error of a broker that refuses us, as a problem of the user; any other as it is. */
export function orBrokerProblem(address: ClusterAddress, error: unknown): unknown {
  const isReply = error instanceof Error && error.name === 'ReplyError';
  return isReply && isRefusal(error.message) ? brokerProblem(address, error.message) : error;
}
