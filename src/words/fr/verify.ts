import type { verifyWords } from '../en/verify.ts';

export const frenchVerifyWords: Record<keyof typeof verifyWords, string> = {
  'verify.made-by': 'Fait par cupola {version}, catalogue {catalog}, {engine}.',
  'verify.made-here': 'Refait par ce programme : même version et même catalogue, {engine}.',
  'verify.made-other':
    'Refait par cupola {version}, catalogue {catalog}, {engine} : une autre version, si bien que des nombres peuvent différer.',
  'verify.as-written': 'Son empreinte est celle de la réponse du fichier : aucun nombre n’a été modifié depuis. {hash}',
  'verify.altered':
    'MODIFIÉ : la réponse du fichier n’est pas celle dont l’empreinte a été prise. Elle a {hash}, et indique {said}.',
  'verify.file-altered': 'MODIFIÉ : le texte de {name} dans le fichier n’est pas celui dont l’empreinte a été prise.',
  'verify.same': 'Identique au dernier chiffre : {count:n} {count|valeur|valeurs}.',
  'verify.near':
    'Identique aux derniers chiffres près : chaque mot et chaque nombre entier, sur {count:n} valeurs ; {differ:n} {differ|nombre diffère|nombres diffèrent}, d’au plus {ratio} de leur grandeur. C’est ce que donnent les sinus et les puissances d’un autre moteur.',
  'verify.different': 'DIFFÉRENT : {differ:n} sur {count:n} {count|valeur|valeurs}.',
  'verify.of-hash': 'La même réponse : refaite, elle a l’empreinte que le rapport indique.',
  'verify.other-hash': 'DIFFÉRENT : refaite, la réponse a {hash}.',
  'verify.cut-short':
    'Un signal a arrêté ce calcul avant la fin : ce qui était fait alors ne peut être refait, seule son empreinte peut être lue.',
  'verify.row': '{path} : {before} dans le fichier, {now} maintenant',
  'verify.nothing': 'rien',
  'verify.more': 'et {count:n} de plus (--json en donne {most:n})',
  'verify.again': 'refait : {what}',
  'verify.no-result':
    'n’est pas un résultat de cupola : ni le JSON de `cupola run --json` ou semblable, ni un rapport de `cupola run --html`',
  'verify.truncated': 'finit au milieu : il a été coupé à l’écriture ou à la copie ({size:n} octets)',
  'verify.no-record':
    'ne porte ni empreinte ni scénario : il a été fait par cupola {version}, avant que les résultats en portent ; refaites-le par sa ligne de commande',
  'verify.wrong-record': 'a un relevé qui n’est pas de cupola : {fault}',
  'verify.unknown-command':
    'a été fait par `cupola {command}`, que cette version ne refait pas ; elle refait : {known}',
  'verify.writes': 'demande d’écrire un fichier ({word}), ce qu’aucun résultat ne fait',
  'verify.needs-file': 'ne porte pas {name} (SHA-256 {hash}) : donnez-le par --file {name}',
  'verify.other-file': 'n’est aucun des fichiers dont le résultat a été fait : son SHA-256 est {hash}',
  'verify.refused': 'ne peut être refait par cette version : {why}',
};
