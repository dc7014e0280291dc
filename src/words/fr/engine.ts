import type { engineWords } from '../en/engine.ts';

/** Ce que les modèles disent d’une simulation. */
export const frenchEngineWords: Record<keyof typeof engineWords, string> = {
  'story.launch': 'lancement',
  'story.burnout': 'fin de propulsion',
  'story.impact': 'impact',
  'story.seen': 'vu d’abord par {who}',
  'story.seen-unheard': 'vu d’abord par {who}, sans liaison avec le centre',
  'story.detected': 'détecté',
  'story.detected-assumed': 'détecté et poursuivi (délai supposé)',
  'story.report': 'première alerte au centre',
  'story.report-by': 'première alerte au centre, en {oneWayS:ms} par {way}',
  'story.track': 'piste à {km} km près',
  'story.decided': 'interception décidée',
  'story.order-by': 'ordre acheminé, en {oneWayS:ms} par {way}',
  'story.fibre': 'fibre',
  'story.release': 'intercepteur tiré',
  'story.killed': 'touché',
  'story.missed': 'manqué',
  'story.failed': 'intercepteur en panne',
  'story.not-tracked': 'manqué : non poursuivi ou non discriminé',
  'story.already-dead': 'inutile : cible déjà détruite',
  'story.falls-inside': 'détruit trop tard : la charge tombe sur la zone défendue',
  'story.stopped-by': 'intercepté par {layer}',
  'story.all-stopped': 'ses {warheads} têtes interceptées, la dernière par {layer}',
  'story.some-through': '{through} de ses {warheads} têtes non interceptées : {reason}',
  'story.parted': '{warheads} {warheads|tête|têtes} et {decoys} {decoys|leurre|leurres} se séparent',
  'story.at-warhead': '{what} (objet {place}, une tête)',
  'story.at-decoy': '{what} (objet {place}, un leurre)',
  'story.got-through': 'non intercepté : {reason}',
  'story.never-seen': 'jamais vu',
  'story.no-track': 'pas de piste exploitable',
  'story.undelivered': 'message non acheminé',
  'story.saturated': 'capteurs, centre ou conduite de tir saturés',
  'story.decided-too-late': 'décision trop tardive',
  'story.no-custody': 'plus suivi après la combustion',
  'story.out-of-reach': 'hors de portée',
  'story.taken-for-decoy': 'pris pour un leurre',
  'story.out-of-inventory': 'stock d’intercepteurs épuisé',
  'note.no-raid': 'Aucune attaque n’a été simulée ; il manque au scénario : {missing}.',
  'note.no-threat': 'une menace',
  'note.no-command': 'un centre de commandement',
  'note.no-layer': 'une couche d’intercepteurs',
  'note.health':
    '{id} : {flying:n} des {held:n} satellites de {file} volent à {epoch}, éléments vieux de {young:fixed1} à {old:fixed1} jours{grounded}.',
  'health.grounded': ' ; ne volent pas : {list}',
  'health.duplicate':
    '{count:n} {count|jeu|jeux} d’un objet cité de nouveau plus près de l’époque (chacun vole aux moments les plus proches du sien)',
  'health.debris': '{count:n} {count|débris ou étage|débris ou étages}',
  'health.decayed': '{count:n} {count|retombé|retombés}',
  'health.lost': '{count:n} dont SGP4 ne donne pas d’orbite',
  'health.stale': '{count:n} aux éléments distants de plus de {days:n} jours',
  'health.faulty': '{count:n} {count|faute|fautes} dans des jeux laissés de côté',
  'note.flies-from-file': '{ids} : suit un fichier d’éléments orbitaux ; ni acheté ni chiffré.',
  'note.no-cost': 'Pas de coût : {problem}',
  'note.alike':
    '{ids} : aucun capteur du scénario ne distingue ses leurres des têtes ; tout est visé de la même façon.',
  'note.one-centre':
    'Chaque centre décide de sa part du raid ; pistes et ordres passent par « {id} », dont tous partagent les liaisons et la doctrine.',
  'note.centres-by-layer':
    'Chaque couche reçoit ses ordres de son propre centre, selon le lieu, la doctrine et le temps d’observation de celui-ci ; tous voient les pistes que les capteurs transmettent à « {id} ».',
  'note.engages-none':
    '{id} : conçu contre des missiles d’une portée de {km} km au plus ; n’engage aucun missile de cette attaque.',
  'note.glides-below':
    '{id} : n’intercepte rien au-dessous de {bandKm} km, et {threat} plane à {highKm:n} km au plus : seuls son arc et sa ressource sont à portée.',
  'note.builds-only':
    'Partenaires coupés : {ids} : construit ou lance, ne fournit pas ; rien ne s’arrête aussitôt. Pour les années suivantes, voir cupola partners.',
  'note.off-idle': 'Partenaires coupés : {ids} : rien dans ce scénario n’en dépend.',
  'note.published':
    'Comme publié : le scénario dit `programme: complete`, tout est donc tenu pour en place, quelle que soit la date.',
  'note.no-fibre':
    'aucun câble du catalogue ne mène à la terre du site {id} : seuls les réseaux l’atteignent ; indiquer `fibre` s’il en est autrement',
  'note.events':
    'Comme s’il était complet : {count} {count|événement|événements} du scénario {count|agit|agissent} seulement dans la réponse par date et dans la campagne (field).',
  'note.event-idle': 'Événement du {date}, {id} : rien dans ce scénario n’en dépend.',
  'network.no-terminal':
    'capteur « {id} » : aucun terminal pour le réseau ; liaison seulement à plus de 5° au-dessus de l’horizon {where}',
  'network.no-terminal-of':
    'capteur « {id} » : aucun terminal pour l’un des {count} réseaux ; liaison seulement à plus de 5° au-dessus de l’horizon {where}',
  'network.layer-no-terminal':
    'couche d’intercepteurs « {id} » : aucun terminal pour le réseau ; liaison seulement à plus de 5° au-dessus de l’horizon {where}',
  'network.layer-no-terminal-of':
    'couche d’intercepteurs « {id} » : aucun terminal pour l’un des {count} réseaux ; liaison seulement à plus de 5° au-dessus de l’horizon {where}',
  'network.own-stations': 'de l’une de ses {count} stations au sol',
  'network.any-site': 'de l’un des {count} sites reliés par fibre',
  'network.sensor-far':
    'capteur « {id} » : jamais à moins de {gapKm:n} km du réseau « {network} », dont les liaisons vers les satellites clients portent à {reachKm:n} km',
  'network.serves-none':
    'le réseau « {id} » n’a pas de terminaux pour des satellites clients : « {client} » n’y est pas servi',
  'network.layer-far':
    'couche d’intercepteurs « {id} » : jamais à moins de {gapKm:n} km du réseau « {network} », dont les liaisons vers les satellites clients portent à {reachKm:n} km',
  'network.no-gateway':
    'le réseau « {id} » n’a pas de passerelle : seuls les usagers et clients munis de ses terminaux communiquent par lui',
  'network.blind-gateways':
    'réseau « {id} » : {blind} passerelles sur {all} ne voient jamais de satellite à plus de {elevationDeg}° ({named}) ; ses orbites desservent jusqu’à {reachDeg:fixed1}° de latitude, elles se trouvent jusqu’à {farDeg:fixed1}°',
  'network.grazing':
    'réseau « {id} » : des liaisons de {km:n} km dépassent la limite rasante ; à {heightKm} km d’altitude et {grazingKm} km au-dessus de la Terre, aucune ne dépasse {limitKm:n} km',
  'network.no-planes':
    'réseau « {id} » : {count} satellites réels sans plans déclarés ; chacun se relie à ses {links} plus proches voisins au lieu de la grille +',
  'network.no-shells':
    'le réseau « {id} » n’a pas de coquilles pour une grille + : chaque satellite se relie à ses {links} plus proches voisins',
  'network.gap-in-plane':
    'réseau « {id} », coquille {shell} : dans un plan, les voisins sont à {spacingKm:n} km, au-delà de la plus longue liaison ({limitKm:n} km) ; aucun plan sur {planes} n’est relié de bout en bout',
  'variant.planned': 'comme prévu',
  'variant.without': 'sans {id}',
  'variant.partner-off': 'partenaire {name:name} coupé',
  'variant.down': '{id} hors service',
  'variant.satellites-out': '{percent} % des satellites hors service',
  'rule.in-view': 'en vue à {elevationDeg}° au moins au-dessus de l’horizon',
  'rule.sees': 'voit une cible à {heightKm} km : {limits}',
  'rule.sight': 'ligne de visée passant à plus de {grazingKm} km',
  'rule.regard': 'à moins de {regardDeg}° du nadir',
  'rule.range': 'à moins de {rangeKm} km',
  'rule.radar-range': 'à moins de {rangeKm} km d’une cible de {rcsM2} m²',
  'rule.reaches': 'atteint {heightKm} km dans les {flyOutS} s après le tir, à {rangeKm:n} km au plus',
  'budget.may-2025': 'annoncés en mai 2025',
  'budget.march-2026': 'annoncés en mars 2026',
  'cost.no-price': '{ids} : prix inconnu, compté pour 0',
  'cost.launch-unpriced': '{ids} : lancement non chiffré ; aucun lanceur ni prix au kilogramme ne convient',
  'cost.short-launches':
    '{ids} : certaines années, plus de lancements que les lanceurs n’en offrent ; chiffrés au prix du moins cher',
  'cost.long-life': '{ids} : durée de vie supérieure à la période de {years} ans ; rien n’est remplacé',
  'cost.no-life': '{ids} : durée de vie non donnée ; rien n’est remplacé',
  'cost.after-horizon': '{ids} : première livraison après la fin de la période',
  'cost.launch-included': '{ids} : le prix unitaire comprend le lancement',
  'cost.launch-split':
    '{ids} : le prix unitaire publié comprend un lancement ; il en est retiré, et chaque lancement est payé au prix du lanceur qui vole',
  'cost.no-rate': '{ids} : cadence de lancement inconnue, supposée illimitée',
  'cost.method':
    '{count} paramètres avec une plage, {how} ; corrélation de {correlation} au sein d’un élément, nulle entre éléments',
  'cost.triangular': 'loi triangulaire entre bas et haut, de mode égal à la valeur',
  'cost.lognormal': 'loi log-normale de médiane égale à la valeur, bas et haut étant les 10e et 90e centiles',
  'dependence.thresholds':
    'Les seuils de 2023 (1 000 et 1 800) n’ont pas été vérifiés dans le document ; ceux de 2010 sont 1 500 et 2 500.',
  'dependence.one-vehicle':
    'Un lancement assuré aujourd’hui par un seul lanceur compte comme un besoin ; le retrait montre ce que d’autres lanceurs peuvent reprendre.',
  'dependence.no-book':
    'Le scénario ne nomme aucun répertoire de partenaires : seuls comptent les partenaires de ses éléments.',
  'dependence.without-part': 'Au répertoire mais sans rôle dans ce scénario : {names}.',
  'dependence.scenario-names-it': 'nommé par le scénario',
  'fielding.service': '{ids} : acheté comme service, déployé par le fournisseur',
  'fielding.no-rate': '{ids} : cadence de lancement inconnue, {rate} par an supposés',
  'fielding.not-carried':
    '{id} : masse inconnue ou aucun lanceur capable de l’emporter ; seule sa production est comptée',
  'fielding.events':
    '{count} {count|événement|événements} du scénario pris en compte, à partir de {count|sa date|leurs dates}',
  'fielding.commissioning': 'en service {days} jours après le lancement (hypothèse)',
  'fielding.shared-cause':
    'un échec tient à un composant commun dans {shared:percent0} des cas et détruit le pas de tir dans {pad:percent0} (hypothèse)',
  'fielding.mended': 'après chaque échec, le risque d’un autre baisse de {mended:percent0} (hypothèse)',
  'fielding.budget': 'au plus {musd} M$ par an pour les unités et les lancements',
  'withdrawal.starts-complete':
    'Tout élément est complet au départ, ses satellites répartis également sur leur durée de vie ; ce qui s’use n’est remplacé que par ceux qui restent. Ce qui se trouve au sol ne s’use pas.',
  'withdrawal.drawn-anew':
    'Les satellites perdus sont tirés au sort à chaque attaque simulée : des vides qui s’ouvrent plan par plan ne sont pas modélisés.',
  'withdrawal.scarce-launches':
    'Quand les lancements manquent, les capteurs passent d’abord, puis les réseaux, puis les intercepteurs.',
  'withdrawal.command':
    'Le logiciel de commandement est partagé entre de nombreux fournisseurs sans répartition publiée : en perdre un ne change aucune attaque simulée ici.',
};
