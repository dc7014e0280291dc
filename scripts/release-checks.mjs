/**
 * Where the sources are and where faults go, for the packed package: from `package.json`, or given for this release. An address that
 * nobody stated is none.
 *
 * @returns the fields, and why they cannot be published
 */
export function publicAddresses({ repository, bugs }, given) {
  const stated = {
    repository: given.repository ?? (typeof repository === 'string' ? repository : repository?.url),
    bugs: given.bugs ?? (typeof bugs === 'string' ? bugs : bugs?.url),
  };
  const problems = Object.entries(stated).flatMap(([field, address]) => problemOf(field, address));
  const fields = {
    repository: { type: 'git', url: `git+${String(stated.repository).replace(/^git\+/, '')}` },
    bugs: { url: stated.bugs },
  };
  return { problems, fields };
}

function problemOf(field, address) {
  if (address === undefined) return [`package.json has no "${field}": write it there, or give --${field} https://...`];
  let url;
  try {
    url = new URL(address.replace(/^git\+/, ''));
  } catch {
    return [`"${field}" must be an address that begins with https://; found ${address}`];
  }
  const isPublic =
    url.protocol === 'https:' && url.pathname.length > 1 && url.hostname.includes('.') && !isReserved(url.hostname);
  return isPublic ? [] : [`"${field}" must be a public page, https://HOST/PATH; found ${address}`];
}

/** Names that stand for no host, and bare numbers of hosts. */
function isReserved(host) {
  return /(^|\.)(example(\.(com|net|org))?|test|invalid|local|localhost)$|^[\d.]+$/.test(host);
}

/** What of a changelog and of the other packages' versions does not fit the version to be released. */
export function versionProblems(version, { changelog, others }) {
  const problems = [];
  if (!new RegExp(`^## \\[?${version.replaceAll('.', '\\.')}\\]?( .*)?$`, 'm').test(changelog))
    problems.push(`CHANGELOG.md has no section "## ${version}": head "## Unreleased" with it and the date`);
  for (const [file, found] of Object.entries(others))
    if (found !== version) problems.push(`${file} has version ${found}, package.json has ${version}`);
  return problems;
}
