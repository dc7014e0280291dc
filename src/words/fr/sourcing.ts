import type { sourcingWords } from '../en/sourcing.ts';

/** La recherche de partenaires : ce qu’il en coûte de ne dépendre de personne. */
export const frenchSourcingWords: Record<keyof typeof sourcingWords, string> = {
  'fleet.backbone': 'dorsale de données',
  'fleet.transport': 'couche de transmission',
  'fleet.ir-tracking-geo': 'alerte infrarouge',
  'fleet.ir-tracking-leo': 'poursuite depuis l’orbite basse',
  'fleet.ir-tracking-meo': 'poursuite depuis l’orbite moyenne',
  'fleet.airborne-target-tracking': 'poursuite d’aéronefs',
  'fleet.space-interceptors': 'intercepteurs spatiaux',
  'fleet.launch': 'lancement',
  'fleet.other': '{name:name}',
  'fleet.of': '{name} ({element})',
  'sourcing.none':
    'Aucune répartition des offres du répertoire ne construit ce que le scénario a en service, même avec des manques.',
  'sourcing.price':
    'À livraison égale, l’indépendance coûte {more:money} de plus que la répartition la moins chère ({share:percent} de celle-ci) et {today} : {robust:money} sur {years} ans.',
  'sourcing.no-price':
    'À livraison égale, l’indépendance ne coûte rien : la répartition la moins chère, {robust:money} sur {years} ans, supporte chaque perte aussi bien que toute autre ; {today}.',
  'sourcing.over-today': '{musd:money} de plus que celle d’aujourd’hui',
  'sourcing.under-today': '{musd:money} de moins que celle d’aujourd’hui',
  'sourcing.as-today': 'autant que celle d’aujourd’hui',
  'sourcing.warm-swing':
    'Cela suppose qu’un lanceur reste prêt en volant {share:percent0} de ce qui lui reste : à {low:percent0} le prix est de {lowMusd:money}, à {high:percent0} de {highMusd:money}. Aucune source ne dit lequel.',
  'sourcing.learning':
    'Aucune courbe d’apprentissage n’est au dossier ({fleets}) : les parts d’une commande coûtent ce qu’elles coûtent dans le tout. Si chaque doublement de la quantité ramenait le prix à {slope:percent0}, la répartition coûterait {more:money} de plus que la moins chère et {today}, avec {shares}.',
  'sourcing.learning-turns':
    'Ce qui renverse la réponse : aucune courbe d’apprentissage n’est au dossier ({fleets}), les parts d’une commande coûtent ce qu’elles coûtent dans le tout. Si chaque doublement de la quantité ramenait le prix à {slope:percent0}, la répartition coûterait {more:money} de plus que la moins chère et {today}, avec {shares}.',
  'sourcing.holds': '{share:percent0} pour {name:name}',
  'sourcing.band':
    'Sur {draws:n} tirages des données : {p50:money} ({p10:money} à {p90:money}) de plus que la moins chère, {today50:money} ({today10:money} à {today90:money}) de plus que celle d’aujourd’hui.',
  'sourcing.band-cause':
    'Ce qui décide : {input} ({low:plain} à {high:plain}) ; {lowest:money} de plus que la moins chère là où il est le plus bas, {highest:money} là où il est le plus haut.',
  'sourcing.keeps':
    'Elle garde {share:percent0} de ce qui serait en service de chaque flotte après la perte d’un partenaire ou composant commun quelconque en {year}.',
  'sourcing.keeps-pairs':
    'Elle garde {share:percent0} de ce qui serait en service de chaque flotte après la perte de deux partenaires quelconques ou d’un composant commun en {year}.',
  'sourcing.keeps-most':
    'Elle garde {share:percent0} de ce qui serait en service de chaque flotte après la perte d’un partenaire ou composant commun quelconque en {year}, sauf ce qu’aucune répartition ne peut garder :',
  'sourcing.keeps-most-pairs':
    'Elle garde {share:percent0} de ce qui serait en service de chaque flotte après la perte de deux partenaires quelconques ou d’un composant commun en {year}, sauf ce qu’aucune répartition ne peut garder :',
  'sourcing.cannot-lose':
    '{who} : perte impossible à compenser. Aucune répartition ne garde ensuite {share:percent0} ; celle où il manque le moins tombe à {fleets} : {bottleneck}.',
  'sourcing.chance-kept': 'Simulée, la probabilité que rien ne passe survit pourtant à cette perte : {who}.',
  'sourcing.more-unmet': '{count} {count|autre perte|autres pertes} de même : {names}.',
  'sourcing.fleet-left': '{left:percent0} ({fleet})',
  'sourcing.launch-lacks': 'le lancement est le goulot',
  'sourcing.makers-lack': 'les fabricants sont le goulot',
  'sourcing.money-lacks': 'l’argent d’une année est le goulot',
  'sourcing.no-maker': 'personne de ceux qui restent ne peut en fabriquer',
  'sourcing.who': '{name:name}',
  'sourcing.asked-chance':
    'Demandé : à partir de {year}, rien ne passe dans {chance:percent0} des attaques. Selon la réponse ci-dessous, il faut {share:percent0} de ceux du scénario ({fleet}), tout le reste étant complet.',
  'sourcing.budget':
    'Jusqu’en {year}, {budget:money} achètent {count:n} unités en service ce jour-là sur {whole:n} ({fleet}, {share:percent0}) : {other:money} vont à tout le reste.',
  'sourcing.budget-chance':
    'Jusqu’en {year}, {budget:money} achètent {count:n} unités en service ce jour-là sur {whole:n} ({fleet}, {share:percent0}) : {other:money} vont à tout le reste. Rien ne passe alors dans {chance:percent0} des attaques (à {error:percent0} près), tout le reste étant complet.',
  'sourcing.budget-none':
    'Jusqu’en {year}, {budget:money} n’achètent rien ({fleet}) : tout le reste du scénario coûte {other:money}.',
  'sourcing.response': 'Réponse : probabilité que rien ne passe, selon la part en service ({fleet})',
  'sourcing.response-note':
    '{raids:n} attaques à chaque part ; demi-largeur de l’intervalle à 95 % de {error:percent0} au plus.',
  'head.share-standing': 'en service',
  'head.no-leaker': 'rien ne passe',
  'sourcing.mix': 'La répartition : parts de ce qui est construit de chaque flotte',
  'sourcing.launches': 'Lancements réussis sur {years} ans',
  'sourcing.total': 'En tout {today:money} aujourd’hui, {cheapest:money} la moins chère, {robust:money} celle-ci.',
  'sourcing.by': '{vehicle} ({partner:name})',
  'head.today': 'aujourd’hui',
  'sourcing.within': 'à {slack:percent0} près',
  'sourcing.ties':
    'Les parts que la colonne « à {slack:percent0} près » ne disent rien : parmi les répartitions de même coût, la plus proche de celle d’aujourd’hui est montrée.',
  'sourcing.proved':
    'Prouvé : aucune répartition ne garde autant pour moins de {bound:money}, aucune ne coûte moins de {least:money} (écart {gap}). Unités, lancements et qualification ; exploitation non comprise.',
  'sourcing.losses': 'Après chaque perte : part de ce qui serait en service, {years} ans plus tard',
  'sourcing.other-losses':
    '{count} {count|autre perte laisse|autres pertes laissent} {share:percent0} avec les deux répartitions.',
  'sourcing.all-losses':
    'Chaque perte ({count}) laisse {share:percent0} avec la répartition d’aujourd’hui comme avec celle-ci.',
  'sourcing.asked': 'Ceux qui restent travaillent pour garder {share:percent0}, pas plus.',
  'head.lost': 'perdu',
  'head.fleet': 'flotte',
  'head.bottleneck': 'goulot',
  'sourcing.launch': 'lancement',
  'sourcing.makers': 'fabricants',
  'sourcing.money': 'argent',
  'sourcing.nobody': 'aucun fabricant',
  'sourcing.flown': 'Simulé : probabilité que rien ne passe, {years} ans après chaque perte',
  'sourcing.flown-note':
    'Médiane de {draws:n} {draws|tirage|tirages} des données (P10 à P90), {raids:n} {raids|attaque|attaques} chacun. Une répartition survit à une perte là où le bas (P10) est encore {share:percent0} de la médiane avec tous les partenaires.',
  'sourcing.no-chance':
    'À certaines de ces dates, il n’y a presque aucune chance que rien ne passe même avec tous les partenaires : rien à garder, et les attaques ne disent pas à quoi l’on survit.',
  'sourcing.everybody': 'tous présents',
  'sourcing.survives': 'survit',
  'sourcing.not-survives': 'non : {bottleneck}',
  'head.survival': 'survit ?',
  'sourcing.others-survive': 'La répartition survit à {count} {count|autre perte|autres pertes}.',
  'sourcing.spent':
    'Dépensé à la fin, simulé : {robust:money} ({robustLow:money} à {robustHigh:money}), la moins chère {cheapest:money}, celle d’aujourd’hui {today:money}.',
  'sourcing.worst-chance': 'Coût et probabilité que laisse la pire perte',
  'head.mix': 'répartition',
  'head.worst-loss': 'pire perte',
  'sourcing.loss-when': '{who}, {years} ans après',
  'sourcing.no-loss': 'aucune perte n’enlève rien',
  'sourcing.beaten': 'Une autre ne coûte pas plus et ne garde pas moins que {names}.',
  'sourcing.worst-note':
    'Coût tel que planifié : unités, lancements et qualification. Probabilité que rien ne passe : plus petite médiane de toutes les pertes, une à la fois, et de toutes les dates, telle que simulée, avec ses P10 et P90.',
  'sourcing.alternatives': 'Toutes les répartitions à {slack:percent0} du moindre coût',
  'sourcing.line': '{name} : {parts}.',
  'sourcing.essential': 'dans toutes {list}',
  'sourcing.share': '{share:percent0}',
  'sourcing.shares': '{low:fixed0} à {high:percent0}',
  'sourcing.part': '{name:name} ({shares})',
  'sourcing.any-of': '{count} au choix ({list}), aucun n’est nécessaire, jusqu’à {most:percent0} chacun',
  'sourcing.possible': 'possible {list}',
  'sourcing.up-to': '{name:name} (jusqu’à {most:percent0})',
  'sourcing.never': 'dans aucune {list}',
  'sourcing.true': 'Ce qui devrait être vrai',
  'sourcing.enough': '{who} pourrait être perdu si une de ces choses était vraie, à n’importe quel coût :',
  'sourcing.none-enough':
    '{who} ne pourrait être perdu même si un seul nombre, quel qu’il soit, était dix fois meilleur.',
  'sourcing.true-launches': '{name} fait {needed:n1} lancements par an pour ce programme au lieu de {now:n1}',
  'sourcing.true-all-launches':
    'tous les lanceurs qui restent font {ratio:n2} fois plus de lancements pour ce programme',
  'sourcing.true-mass': '{fleet} : unités à {share:percent0} de leur masse',
  'sourcing.true-life': '{fleet} : unités en service {needed:n1} ans au lieu de {now:n1}',
  'sourcing.warm': 'Un second lanceur gardé prêt contre la perte de {who}',
  'sourcing.worth':
    '{name} coûte {premium:money} par an de plus que de s’en passer ; il les vaut si la perte est plus probable qu’une en {years:n} ans',
  'sourcing.not-worth':
    '{name} coûte {premium:money} par an de plus que de s’en passer, et ne sauve rien après la perte',
  'sourcing.free-saves':
    '{name} ne coûte rien de plus : le programme coûte {saved:money} par an de moins avec lui, quoi qu’on perde',
  'sourcing.record': 'Au dossier : les interruptions, selon le répertoire',
  'sourcing.ended':
    '{count} {count|contrat a pris|contrats ont pris} fin avant terme en {years:n} années de contrats ({names}) : un en {each:n} ans (un en {often:n} à un en {seldom:n}). Un contrat est moins qu’un partenaire : en perdre un tout entier est supposé ne pas être plus probable.',
  'sourcing.record-worth': 'Si la perte était aussi probable, chacun de ceux qui coûtent plus les vaudrait : {list}.',
  'sourcing.record-none':
    'Même si la perte était aussi probable, aucun de ceux qui coûtent plus ne les vaudrait : {list}.',
  'sourcing.record-some': 'Si la perte était aussi probable, les vaudraient {list} ; pas {others}.',
  'sourcing.was-down':
    '{name} : au sol {count} fois en {years:n1} ans, {days:n} jours en moyenne, {share:percent} du temps ; {low:fixed0} à {high:percent0} par an pour une de plus',
  'sourcing.still-down':
    '{name} : au sol {count} fois en {years:n1} ans et l’est encore, {days:n} jours en moyenne à ce jour, {share:percent} du temps ; {low:fixed0} à {high:percent0} par an pour une de plus',
  'sourcing.regret': 'Regret : ce que coûte chaque répartition au-delà de la meilleure d’un avenir',
  'sourcing.regret-least':
    'Sur {count} avenirs, on regrette le moins {mix} : jamais plus de {musd:money} au-delà de la meilleure ({future}). Les autres : {others}.',
  'sourcing.regret-other': '{mix} jusqu’à {musd:money} ({future})',
  'sourcing.regret-turns':
    'Une année de flotte qui manque y compte ce qu’elle coûte ; si elle compte {ratio:n1} fois cela ou plus, c’est {mix}.',
  'sourcing.regret-note':
    'Qui est dans une répartition y reste ; d’autres peuvent être commandés dès que l’avenir se montre. Prix et cadences sont les bornes de leurs plages ; les lanceurs qui ne volent pas, et qui part, sont des hypothèses. * : il manque plus des flottes qu’avec la meilleure.',
  'sourcing.missing-mark': '{musd:money}*',
  'sourcing.priced': 'Avec un prix sur ce qui manque : {musd:money} pour une année d’une flotte entière',
  'sourcing.chance-stated':
    'Chaque perte survient une fois en {years:n} ans, comme demandé : {chance:percent0} de chances sur {horizon} ans.',
  'sourcing.chance-record':
    'Chaque perte est supposée aussi probable que la fin prématurée d’un contrat selon le répertoire, le plus qui soit au dossier : une fois en {years:n} ans, soit {chance:percent0} de chances sur {horizon} ans.',
  'sourcing.chance-assumption':
    'Chaque perte est supposée survenir une fois en {years:n} ans (hypothèse : le répertoire n’a aucun contrat terminé avant terme) : {chance:percent0} de chances sur {horizon} ans.',
  'sourcing.priced-cheapest':
    'À {musd:money}, rien de ce qui sauve une année de flotte n’en vaut l’argent : la meilleure répartition coûte autant que la moins chère.',
  'sourcing.priced-pays':
    'La meilleure répartition paie {over:money} de plus que la moins chère et il lui manque {saved:n2} années de flotte de moins.',
  'sourcing.priced-robust':
    'La répartition choisie paie encore {more:money} de plus et il lui en manque {less:n2} de moins : elle les vaut si une année de flotte compte {each:money} ou plus.',
  'sourcing.priced-robust-more':
    'La répartition choisie paie encore {more:money} de plus et il ne lui en manque pas moins qui compte.',
  'sourcing.priced-robust-same': 'La répartition choisie ne coûte pas plus.',
  'sourcing.priced-missing': 'Ce qui manque le plus avec la meilleure, si ces pertes surviennent : {list}.',
  'sourcing.short-after': '{who} ({years:n2} années de flotte)',
  'sourcing.priced-without': 'Lanceurs de la répartition choisie dont elle se passe : {list}.',
  'sourcing.priced-with': 'Lanceurs qu’elle prend en plus : {list}.',
  'mix.priced': 'la meilleure à ce prix',
  'head.missing-yr': 'manque, ans',
  'head.in-all': 'en tout',
  'sourcing.priced-note':
    'Manque : années de flottes entières sous {share:percent0} de ce qui serait en place, après toutes les pertes, chacune selon sa chance. Avec tous, les répartitions livrent la même chose ; ce qu’on achète après une perte n’est pas compté. Prouvé : aucune répartition ne revient à moins de {bound:money} en tout.',
  'mix.today': 'celle d’aujourd’hui',
  'mix.cheapest': 'la moins chère',
  'mix.robust': 'la répartition choisie',
  'head.future': 'avenir',
  'head.best': 'la meilleure',
  'head.assumes': 'ce qui change',
  'future.as-is': 'comme dans le scénario',
  'future.starship-cheap': 'Starship au bas de son prix',
  'future.starship-dear': 'Starship au haut de son prix',
  'future.starship-slow': 'Starship au bas de sa cadence',
  'future.starship-never': 'Starship n’y vole jamais',
  'future.interceptors-cheap': 'intercepteurs au bas de leur prix',
  'future.interceptors-dear': 'intercepteurs au haut de leur prix',
  'future.be4-grounded': 'New Glenn et Vulcan au sol deux ans',
  'future.new-glenn-never': 'New Glenn n’y vole jamais',
  'future.vulcan-never': 'Vulcan n’y vole jamais',
  'future.falcon-grounded': 'Falcon 9 au sol un an',
  'future.lost': '{who:name} part en {year}',
  'sourcing.front': 'Coût selon ce qui reste dans le pire cas',
  'sourcing.front-held': 'Le pire des pertes qui décident de la répartition : {names}.',
  'head.worst-case': 'pire cas',
  'sourcing.worst': '{who} : {fleet}',
  'sourcing.no-second': 'Un seul fournisseur ou aucun au répertoire, donc rien à choisir : {names}.',
  'figure.front-say':
    'Garder {share:percent0} de chaque flotte après toute perte, autant qu’une répartition le peut, coûte {most:money} ; ne rien exiger coûte {least:money}, la répartition d’aujourd’hui {today:money}.',
  'figure.front-left': 'plus petite part qui reste d’une flotte après une perte',
  'figure.front-point': 'exigé {asked:percent0}',
  'figure.front-chosen': 'choisie, exigé {asked:percent0}',
  'figure.front-today': 'aujourd’hui',
  'figure.front-cheapest': 'la moins chère',
  'table.mix': 'La répartition : parts de ce qui est construit de chaque flotte, et lancements réussis',
  'col.loss-years': '{mix}, {years} ans',
  'search.equal-delivery':
    'Livraison égale : chaque répartition a en service, année après année, ce qu’a le programme du scénario. Prix, cadences et dates sont ceux de `cupola run` et `cupola field`.',
  'search.warm':
    'Un lanceur retenu fait au moins {share:percent0} des lancements qui lui restent pour ce programme (hypothèse) : sa chaîne et ses pas de tir restent prêts.',
  'search.money':
    'L’argent est d’au plus {least:money} par an (jusqu’à {most:money}) pour unités, lancements et qualification ; ce qui manque faute d’argent manque à chaque répartition.',
  'search.no-regret':
    'Dans un des avenirs regardés, une répartition ne peut continuer avec l’argent d’une année : ce que coûte chaque répartition au-delà de la meilleure d’un avenir n’est donc pas dit.',
  'search.learning':
    'Les fabricants d’une flotte apprennent chacun pour soi ({slopes:and} à chaque doublement de la quantité) : chacun de plus coûte ce que les moitiés d’une commande coûtent au-delà du tout.',
  'search.stops':
    'Une perte arrête la fourniture pour toujours, les services s’éteignent, ce qui vole continue jusqu’à l’usure ; qui n’était pas retenu a besoin de son délai.',
};
