import type { NamePair } from '../names.ts';

/** What a scenario may bring of its own, and what the catalog says of dates, money, contracts and sources. */
export const catalogPairs: readonly NamePair[] = [
  // sections of a scenario
  [
    'the catalog as it was known at this day, month or year; default: all that it holds; --as-of goes before it',
    'le catalogue tel qu’on le connaissait ce jour, ce mois ou cette année ; par défaut tout ce qu’il contient ; une date donnée à la commande l’emporte',
  ],
  [
    'sources of the scenario beside those of catalog/sources.yaml',
    'sources du scénario, outre celles de catalog/sources.yaml',
  ],
  ['places by coordinates, beside those of the catalog', 'lieux par coordonnées, outre ceux du catalogue'],
  [
    'entries of the scenario beside those of the catalog, or fields that replace theirs',
    'entrées du scénario, outre celles du catalogue, ou champs qui remplacent les leurs',
  ],
  ['entries of catalog/{kind}', 'entrées de catalog/{kind}'],
  ['entry of catalog/{kind} that a new one starts from', 'entrée de catalog/{kind} dont part une nouvelle'],
  [
    'identifier: that of an entry of the catalog, whose fields these replace, or a new one',
    'identifiant : celui d’une entrée du catalogue, dont ceux-ci remplacent les champs, ou un nouveau',
  ],
  [
    'name in the answers; default: that of the entry, or the identifier',
    'nom dans les réponses ; par défaut celui de l’entrée, ou l’identifiant',
  ],
  [
    'a site of the catalog or of the scenario, "lat,lon", or coordinates',
    'un site du catalogue ou du scénario, « lat,lon », ou des coordonnées',
  ],
  ['partners and suppliers beside those of the book', 'partenaires et fournisseurs, outre ceux du répertoire'],
  ['functions beside those of the book', 'fonctions, outre celles du répertoire'],
  ['shared parts beside those of the book', 'composants communs, outre ceux du répertoire'],
  [
    'dependences beside those of the book; one that the book has (same kind, from, to) is changed',
    'dépendances, outre celles du répertoire ; celle que le répertoire contient déjà (mêmes genre, fournisseur et preneur) est modifiée',
  ],
  ['provider', 'fournisseur'],
  ['consumer', 'preneur'],
  ['the edge of the book is left out', 'le lien du répertoire est écarté'],
  // numbers
  [
    'key of the source that was read, where it only quotes the first',
    'clé de la source lue, quand elle ne fait que citer la première',
  ],
  [
    'bounds: low and high are the ends (default); band80: the 10th and 90th percentile',
    'bounds : low et high sont les bornes (par défaut) ; band80 : les 10e et 90e centiles',
  ],
  ['how it spreads between them; default triangular', 'sa répartition entre elles ; par défaut triangulaire'],
  [
    'name of a fact: all numbers of the catalog under one name must agree',
    'nom d’un fait : tous les nombres du catalogue sous un même nom doivent concorder',
  ],
  // elements
  ['announced later rate, units a year', 'cadence annoncée pour plus tard, en unités par an'],
  ['date by which that rate is announced, ISO 8601', 'date annoncée pour cette cadence, ISO 8601'],
  ['class of programme whose cost growth applies', 'classe de programme dont la dérive des coûts s’applique'],
  ['class of programme', 'classe de programme'],
  [
    'the unit price includes its launch; launchUsdKg or launchInUnitMusd says at what price',
    'le prix unitaire comprend le lancement ; launchUsdKg ou launchInUnitMusd dit à quel prix',
  ],
  ['launch within the price of one unit', 'lancement compris dans le prix d’une unité'],
  [
    'its units in service (deployedCount, inventoryCount; neither: all of its units and sites) are there already: not built and not paid for again',
    'ses unités en service (deployedCount, inventoryCount ; sinon toutes ses unités et tous ses sites) existent déjà : ni construites ni payées à nouveau',
  ],
  ['in service since, ISO 8601', 'en service depuis, ISO 8601'],
  [
    'kind of its laser terminals; absent: none, or not known',
    'genre de ses terminaux laser ; absent : aucun, ou inconnu',
  ],
  [
    'kinds of laser terminal of clients that its satellites serve',
    'genres de terminaux laser des clients que servent ses satellites',
  ],
  [
    'laser terminals for satellite clients on a satellite, one client each',
    'terminaux laser pour satellites clients sur un satellite, un client chacun',
  ],
  ['data rate of one client', 'débit d’un client'],
  [
    'scheduling and medium access between a user and the first satellite',
    'ordonnancement et accès au canal entre un usager et le premier satellite',
  ],
  ['kinds of laser terminal that its satellites carry', 'genres de terminaux laser que portent ses satellites'],
  ['laser terminals on a satellite', 'terminaux laser sur un satellite'],
  [
    'least launches a year that keep the vehicle in production',
    'nombre minimal de lancements par an qui maintient le lanceur en production',
  ],
  ['prices of a launch by market and year', 'prix d’un lancement par marché et par année'],
  ['who buys', 'qui achète'],
  ['year of the order, or of the list', 'année de la commande, ou du tarif'],
  ['price of one launch', 'prix d’un lancement'],
  ['launches in the order', 'lancements de la commande'],
  // contracts and events
  [
    'the share is made up, as no maker is chosen: never a contract',
    'part supposée, faute de fabricant choisi : jamais un contrat',
  ],
  ['kind of the contract', 'genre du contrat'],
  ['in force from, ISO 8601', 'en vigueur depuis, ISO 8601'],
  [
    'in force until, ISO 8601; one that is past stays, for the history',
    'en vigueur jusqu’au, ISO 8601 ; un lien passé reste, pour l’histoire',
  ],
  [
    'when it became public, ISO 8601; default: its date, else that of its source',
    'quand cela fut public, ISO 8601 ; par défaut sa date, sinon celle de sa source',
  ],
  [
    'when it became public, ISO 8601; default: the date of its source',
    'quand cela fut public, ISO 8601 ; par défaut la date de sa source',
  ],
  ['rules of the check that do not hold here, and why', 'règles du contrôle qui ne valent pas ici, et pourquoi'],
  ['rule that does not hold', 'règle qui ne vaut pas'],
  [
    'field that it does not hold for, as `shells[0].altitudeKm`; default: all',
    'champ pour lequel elle ne vaut pas, comme `shells[0].altitudeKm` ; par défaut tous',
  ],
  ['the reason', 'la raison'],
  [
    'what happened, one record an event: awards, options, amounts, orders, slips, launches, ownership, teams',
    'ce qui s’est passé, une ligne par événement : marchés, options, montants, commandes, retards, lancements, propriété, équipes',
  ],
  ['when, ISO 8601', 'quand, ISO 8601'],
  ['what happened', 'ce qui s’est passé'],
  ['who got it, did it or owns: a member of the book', 'qui l’a obtenu, l’a fait ou possède : un membre du répertoire'],
  ['what it is about, in one line', 'de quoi il s’agit, en une ligne'],
  ['the others of a team: members of the book', 'les autres d’une équipe : membres du répertoire'],
  ['function of the book', 'fonction du répertoire'],
  [
    'entry, part or member that it is about; of ownership: who is owned',
    'entrée, composant ou membre concerné ; pour une propriété : qui est possédé',
  ],
  ['amount', 'montant'],
  ['units: satellites, missions, missiles', 'unités : satellites, missions, missiles'],
  ['launches', 'lancements'],
  ['share of the function', 'part de la fonction'],
  ['of a slip: the date promised before, ISO 8601', 'd’un retard : la date promise avant, ISO 8601'],
  [
    'of a slip: the date promised now; of a contract or option: its end; of a loss: when it was over, ISO 8601',
    'd’un retard : la date promise désormais ; d’un contrat ou d’une option : sa fin ; d’une perte : quand elle prit fin, ISO 8601',
  ],
  ['a remark', 'une remarque'],
  // announced money
  ['announced prices, what each covers and until when', 'prix annoncés, ce que chacun couvre et jusqu’à quand'],
  ['when it was said, ISO 8601', 'quand cela fut dit, ISO 8601'],
  ['who said it', 'qui l’a dit'],
  ['what it covers', 'ce qu’il couvre'],
  ['last year that it covers', 'dernière année couverte'],
  ['money by fiscal year and line', 'crédits par exercice et par ligne'],
  ['identifier of the line', 'identifiant de la ligne'],
  ['fiscal year', 'exercice budgétaire'],
  ['how far it has come', 'stade atteint'],
  ['appropriation', 'chapitre budgétaire'],
  ['name of the line', 'nom de la ligne'],
  ['id of the line that contains this one', 'identifiant de la ligne qui contient celle-ci'],
  ['amount, in dollars of its year', 'montant, en dollars de son année'],
  ['cost growth by class of programme', 'dérive des coûts par classe de programme'],
  ['final cost over first estimate', 'coût final rapporté au premier devis'],
  ['published prices of one more missile', 'prix publiés d’un missile de plus'],
  ['identifier of the price', 'identifiant du prix'],
  ['whose missile, and when it was said', 'de qui est le missile, et quand cela fut dit'],
  ['price of one more missile', 'prix d’un missile de plus'],
  ['who published it', 'qui l’a publiée'],
  ['total over its years', 'total sur les années couvertes'],
  ['years that it covers', 'nombre d’années couvertes'],
  ['space interceptors in orbit', 'intercepteurs spatiaux en orbite'],
  ['raid that it is sized for', 'attaque pour laquelle le bouclier est dimensionné'],
  // published estimates
  ['total before it was put at other prices', 'total avant sa remise à d’autres prix'],
  [
    'it names no price year: that of its date is taken',
    'elle ne nomme pas d’année de prix : celle de sa date est retenue',
  ],
  [
    'what it covers: phases of space interceptors, and the rest of a shield',
    'ce qu’elle couvre : phases d’intercepteurs spatiaux, et le reste d’un bouclier',
  ],
  ['what it covers, in its own words', 'ce qu’elle couvre, dans ses propres termes'],
  [
    'parts of the money of its layers that it counts; absent: all',
    'parts du coût de ses couches qu’elle compte ; absent : toutes',
  ],
  ['layers of space interceptors that it states', 'couches d’intercepteurs spatiaux qu’elle énonce'],
  ['identifier of the layer', 'identifiant de la couche'],
  ['phase of flight in which it engages', 'phase de vol dans laquelle elle engage'],
  ['missiles launched together that it is sized for', 'missiles tirés ensemble pour lesquels elle est dimensionnée'],
  ['interceptors that it counts for one missile in reach', 'intercepteurs qu’elle compte par missile à portée'],
  [
    'time from release to intercept: what detection and decision leave',
    'temps du lâcher à l’interception : ce que détection et décision laissent',
  ],
  ['height of the intercept', 'altitude de l’interception'],
  ['total of the layer as published', 'total de la couche tel que publié'],
  ['amounts that it does not break down further', 'montants qu’elle ne détaille pas davantage'],
  ['identifier of the amount', 'identifiant du montant'],
  ['amount, over its years', 'montant, sur les années couvertes'],
];
