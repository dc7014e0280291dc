/** What `sweep` says of the work: how far it is, folders, job arrays and clusters. */
export const sweepWords = {
  'sweep.progress':
    '{complete:fixed0} of {points:fixed0} points, {done:fixed0} of {wanted:fixed0} trials, {rate:fixed0} a second',
  'sweep.progress-left':
    '{complete:fixed0} of {points:fixed0} points, {done:fixed0} of {wanted:fixed0} trials, {rate:fixed0} a second, {leftS:fixed0} s left',
  'sweep.status-points': '{complete:n} of {points:n} design points complete',
  'sweep.status-trials': '{done:n} of {wanted:n} trials ({share:percent}) in {shards:n} shards',
  'sweep.status-workers':
    '{workers:n} {workers|worker|workers} with {threads:n} {threads|thread|threads}; {active:n} shards under way, {waiting:n} waiting',
  'sweep.bad-lines':
    '{count:fixed0} {count|line of the ledger was|lines of the ledger were} unreadable or of another study; what is missing is computed again',
  'sweep.retry': '{id} failed, tried again: {why}',
  'sweep.begun':
    'holds {done:fixed0} of {wanted:fixed0} trials of this study: add --resume to go on, or choose another --out',
  'sweep.interrupted': 'Interrupted; what is done is in {folder}. Go on with --resume.',
  'sweep.written': 'Tables, summary and report: {folder}',
  'sweep.disk-full':
    '{file} cannot be written: {why}\nWhat was recorded before is kept. Make room, then give the same command with --resume.',
  // folders
  'sweep.unreadable-folder': 'is not readable; choose another --out',
  'sweep.another-folder': 'cannot be written: {why}; choose another folder',
  'sweep.other-study': 'holds another study ({changed}); choose another --out, or remove the folder',
  'sweep.other-version': 'cupola is {version}, was {before}',
  'sweep.other-catalog': 'the catalog changed',
  'sweep.other-scenario': 'the scenario changed',
  'sweep.study-changed': 'the study changed',
  'sweep.locked': 'process {pid} on {host} works on it; wait for it, or remove {file} if it is gone',
  'sweep.no-study': 'holds no study; name its folder with --out',
  'sweep.changed': 'was changed after it was written',
  'sweep.changed-line': 'was changed after it was written: "{line}"',
  'sweep.needs-version': 'needs cupola {needed}; this is {version}',
  'sweep.needs-catalog': 'needs catalog {needed}; this one is {hash}',
  // job arrays
  'sweep.array-tasks': '{count:fixed0} {count|task|tasks} in {folder}. Start with one of:',
  'sweep.array-then': 'Then: {command}',
  'sweep.array-other': 'holds another study; choose another folder',
  'sweep.array-held': 'holds this study already: {command} goes on with it',
  'sweep.array-none': 'holds no study; write one with {command}',
  'sweep.no-array': 'is no folder of a job array; write one with {command}',
  'sweep.array-refused': '{file} is no result of this study: it counts as missing',
  'sweep.missing':
    '{done:fixed0} of {wanted:fixed0} trials; {count:fixed0} {count|shard is|shards are} missing: {list}',
  'sweep.missing-list': '{list}, ...',
  'sweep.array-left':
    'The scripts in {folder} now hold only those, as {count:fixed0} {count|task|tasks}. Start one when no earlier task is running, or add --submit slurm.',
  'sweep.no-program': '{program} is not installed here',
  'sweep.no-round': 'cannot be read; there is no such round of tasks',
  'sweep.no-task': 'has no task {task}; there are {count}',
  // clusters
  'cluster.no-packages': 'needs packages that are not installed: {command}',
  'cluster.password':
    'warning: the password in --cluster could be read in the list of processes until now, and stands in the history of the shell; give it in {variable}, or in a file that {fileVariable} names',
  'cluster.no-address': 'is not an address; expected redis://host:6379 or rediss://host:6379',
  'cluster.scheme': 'has the scheme "{scheme}"; expected redis://host:6379 or rediss://host:6379',
  'cluster.no-host': 'names no host; expected redis://host:6379 or rediss://host:6379',
  'cluster.bad-path': 'has a path that is no number of a database; expected redis://host:6379 or rediss://host:6379',
  'cluster.not-encoded':
    'has a user or password that is not percent-encoded (% is %25); expected redis://host:6379 or rediss://host:6379',
  'cluster.two-secrets': 'is given beside {variable}; expected one of them',
  'cluster.half-certificate': 'is missing beside {variable}; expected the file of a certificate, and that of its key',
  'cluster.no-file': '{file} cannot be read: {why}',
  'cluster.unusable': '{address} cannot be used: {why}{needs}{wants}',
  'cluster.needs-rights': '; user "{user}" needs {rights}',
  'cluster.wants-certificate':
    '; it asks for a certificate of ours: give its file in {certificate}, and that of its key in {key}',
  'cluster.no-tls': '{why}; the broker does not speak TLS there; write redis:// or name its TLS port',
  'cluster.tls': '{why}; the broker speaks TLS there; write rediss://',
  'cluster.unreachable': '{address} cannot be reached ({why}); trying again for {waitS} s',
  'cluster.broker-waits': 'broker: {why}; waiting',
  'cluster.broker': 'broker: {why}',
  'cluster.recheck': '{count:fixed0} {count|result|results} still to be computed a second time',
  'cluster.refused': 'result {id} is refused: {why}',
  'cluster.another-seal':
    'its seal is of another secret: coordinator and workers need one CUPOLA_CLUSTER_SECRET, or one password',
  'cluster.no-shard': 'it is no shard of this study',
  'cluster.no-result': 'not a shard result: {why}',
  'cluster.no-name': 'not the name of a shard',
  'cluster.other-hash': 'the hash does not fit the result',
  'cluster.other-trials': 'holds {trials:fixed0} trials, not {expected:fixed0}',
  'cluster.workers':
    '{workers:fixed0} {workers|worker|workers} with {threads:fixed0} {threads|thread|threads} at {address}',
  'cluster.no-worker': 'no worker of cupola {version} with catalog {catalog} at {address}{others}; waiting',
  'cluster.other-workers': '; there are workers of {list}',
  'cluster.engine': '{version} with catalog {catalog}',
  'cluster.worker': 'worker of cupola {version}, catalog {catalog}: {threads:fixed0} threads for {address}',
  'cluster.untrue':
    'result {id}: {first}, {second}. A worker that is wrong once may have been wrong before: stop it and compute the study anew, in another --out.',
  'cluster.sent': 'worker {worker} sent {hash}',
  'cluster.computed': 'computed here it is {hash}',
} as const;
