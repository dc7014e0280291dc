import type { sweepWords } from '../en/sweep.ts';

/** Ce que `sweep` dit du travail : où il en est, dossiers, tableaux de tâches et grappes. */
export const frenchSweepWords: Record<keyof typeof sweepWords, string> = {
  'sweep.progress':
    '{complete:n} {complete|point|points} sur {points:n}, {done:n} attaques sur {wanted:n}, {rate:n} par seconde',
  'sweep.progress-left':
    '{complete:n} {complete|point|points} sur {points:n}, {done:n} attaques sur {wanted:n}, {rate:n} par seconde, reste {leftS:n} s',
  'sweep.status-points': '{complete:n} {complete|point|points} du plan sur {points:n} {complete|terminé|terminés}',
  'sweep.status-trials':
    '{done:n} {done|attaque simulée|attaques simulées} sur {wanted:n} ({share:percent}) en {shards:n} {shards|lot|lots}',
  'sweep.status-workers':
    '{workers:n} {workers|ouvrier|ouvriers} avec {threads:n} {threads|fil|fils} ; {active:n} {active|lot|lots} en cours, {waiting:n} en attente',
  'sweep.bad-lines':
    '{count:n} {count|ligne du journal était illisible ou d’une autre étude|lignes du journal étaient illisibles ou d’une autre étude} ; ce qui manque est recalculé',
  'sweep.retry': '{id} a échoué, nouvel essai : {why}',
  'sweep.begun':
    'contient {done:n} attaques simulées sur {wanted:n} de cette étude : ajoutez --resume pour continuer, ou choisissez un autre --out',
  'sweep.interrupted': 'Interrompu ; ce qui est fait est dans {folder}. Continuez avec --resume.',
  'sweep.written': 'Tables, résumé et rapport : {folder}',
  'sweep.disk-full':
    '{file} ne peut pas être écrit : {why}\nCe qui était enregistré est gardé. Faites de la place, puis donnez la même commande avec --resume.',
  // dossiers
  'sweep.unreadable-folder': 'est illisible ; choisissez un autre --out',
  'sweep.another-folder': 'ne peut pas être écrit : {why} ; choisissez un autre dossier',
  'sweep.other-study': 'contient une autre étude ({changed}) ; choisissez un autre --out, ou supprimez le dossier',
  'sweep.other-version': 'cupola est {version}, était {before}',
  'sweep.other-catalog': 'le catalogue a changé',
  'sweep.other-scenario': 'le scénario a changé',
  'sweep.study-changed': 'l’étude a changé',
  'sweep.locked': 'le processus {pid} sur {host} y travaille ; attendez-le, ou supprimez {file} s’il n’existe plus',
  'sweep.no-study': 'ne contient pas d’étude ; nommez son dossier avec --out',
  'sweep.changed': 'a été modifié après son écriture',
  'sweep.changed-line': 'a été modifié après son écriture : « {line} »',
  'sweep.needs-version': 'demande cupola {needed} ; ceci est {version}',
  'sweep.needs-catalog': 'demande le catalogue {needed} ; celui-ci est {hash}',
  // tableaux de tâches
  'sweep.array-tasks': '{count:n} {count|tâche|tâches} dans {folder}. Pour commencer, au choix :',
  'sweep.array-then': 'Ensuite : {command}',
  'sweep.array-other': 'contient une autre étude ; choisissez un autre dossier',
  'sweep.array-held': 'contient déjà cette étude : {command} la continue',
  'sweep.array-none': 'ne contient pas d’étude ; {command} en écrit une',
  'sweep.no-array': 'n’est pas le dossier d’un tableau de tâches ; {command} en écrit un',
  'sweep.array-refused': '{file} n’est pas un résultat de cette étude : il compte comme manquant',
  'sweep.missing': '{done:n} attaques simulées sur {wanted:n} ; il manque {count:n} {count|lot|lots} : {list}',
  'sweep.missing-list': '{list}, ...',
  'sweep.array-left':
    'Les scripts de {folder} ne contiennent plus que ceux-là, en {count:n} {count|tâche|tâches}. Lancez-en un quand aucune tâche antérieure ne tourne, ou ajoutez --submit slurm.',
  'sweep.no-program': '{program} n’est pas installé ici',
  'sweep.no-round': 'ne peut pas être lu ; cette série de tâches n’existe pas',
  'sweep.no-task': 'n’a pas de tâche {task} ; leur nombre est {count}',
  // grappes
  'cluster.no-packages': 'demande des paquets qui ne sont pas installés : {command}',
  'cluster.password':
    'attention : le mot de passe de --cluster pouvait se lire jusqu’ici dans la liste des processus, et reste dans l’historique du shell ; donnez-le dans {variable}, ou dans un fichier que nomme {fileVariable}',
  'cluster.no-address': 'n’est pas une adresse ; attendu : redis://host:6379 ou rediss://host:6379',
  'cluster.scheme': 'a le schéma « {scheme} » ; attendu : redis://host:6379 ou rediss://host:6379',
  'cluster.no-host': 'ne nomme pas de machine ; attendu : redis://host:6379 ou rediss://host:6379',
  'cluster.bad-path':
    'a un chemin qui n’est pas un numéro de base de données ; attendu : redis://host:6379 ou rediss://host:6379',
  'cluster.not-encoded':
    'a un utilisateur ou un mot de passe sans codage en pourcent (% s’écrit %25) ; attendu : redis://host:6379 ou rediss://host:6379',
  'cluster.two-secrets': 'est donné à côté de {variable} ; un seul des deux est attendu',
  'cluster.half-certificate':
    'manque à côté de {variable} ; le fichier d’un certificat et celui de sa clé sont attendus',
  'cluster.no-file': '{file} ne peut pas être lu : {why}',
  'cluster.unusable': '{address} est inutilisable : {why}{needs}{wants}',
  'cluster.needs-rights': ' ; l’utilisateur « {user} » a besoin de {rights}',
  'cluster.wants-certificate':
    ' ; il demande un certificat de notre part : donnez son fichier dans {certificate}, et celui de sa clé dans {key}',
  'cluster.no-tls': '{why} ; le serveur n’y parle pas TLS ; écrivez redis:// ou nommez son port TLS',
  'cluster.tls': '{why} ; le serveur y parle TLS ; écrivez rediss://',
  'cluster.unreachable': '{address} est hors d’atteinte ({why}) ; nouveaux essais pendant {waitS} s',
  'cluster.broker-waits': 'serveur : {why} ; en attente',
  'cluster.broker': 'serveur : {why}',
  'cluster.recheck': '{count:n} {count|résultat reste|résultats restent} à calculer une seconde fois',
  'cluster.refused': 'résultat {id} refusé : {why}',
  'cluster.another-seal':
    'son sceau est d’un autre secret : il faut au coordinateur et aux ouvriers un même CUPOLA_CLUSTER_SECRET, ou un même mot de passe',
  'cluster.no-shard': 'ce n’est pas un lot de cette étude',
  'cluster.no-result': 'ce n’est pas un résultat de lot : {why}',
  'cluster.no-name': 'ce n’est pas le nom d’un lot',
  'cluster.other-hash': 'l’empreinte ne va pas avec le résultat',
  'cluster.other-trials': 'contient {trials:n} attaques simulées, et non {expected:n}',
  'cluster.workers': '{workers:n} {workers|ouvrier|ouvriers} avec {threads:n} {threads|fil|fils} à {address}',
  'cluster.no-worker': 'aucun ouvrier de cupola {version} avec le catalogue {catalog} à {address}{others} ; en attente',
  'cluster.other-workers': ' ; il y a des ouvriers de {list}',
  'cluster.engine': '{version} avec le catalogue {catalog}',
  'cluster.worker': 'ouvrier de cupola {version}, catalogue {catalog} : {threads:n} fils pour {address}',
  'cluster.untrue':
    'résultat {id} : {first}, {second}. Un ouvrier qui se trompe une fois a pu se tromper avant : arrêtez-le et calculez l’étude de nouveau, dans un autre --out.',
  'cluster.sent': 'l’ouvrier {worker} a envoyé {hash}',
  'cluster.computed': 'calculé ici, c’est {hash}',
};
