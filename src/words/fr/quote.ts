import type { quoteWords } from '../en/quote.ts';

/** Une phrase à citer, et ce qu’elle vaut. */
export const frenchQuoteWords: Record<keyof typeof quoteWords, string> = {
  'quote.unknown': 'question d’aucune forme connue ; trouvé : « {word} » ; connues : {forms}',
  'quote.money': 'D’ici {year}, {p50:money} sont dépensés ({p10:money} à {p90:money}), en dollars de {priceYear}.',
  'quote.enough':
    '{musd:money} suffisent jusqu’en {year} dans {share:percent0} des tirages ; celui du milieu a dépensé {p50:money} d’ici là ({p10:money} à {p90:money}).',
  'quote.takes':
    '{name:name} reçoit {p50:percent0} de ce qui est dépensé d’ici {year} ({p10:percent0} à {p90:percent0}).',
  'quote.takes-nobody': 'Personne qui soit nommé ne reçoit rien d’ici {year}.',
  'quote.harmless': 'Si {name:name} part le {date}, aucune unité en place à aucune date ne change.',
  'quote.fragile':
    'Aucun chiffre seul ne peut être cité pour {year} : la réponse tient à un seul nombre, {path} ({basis} : {value}, {range}) ; {ends}.',
  'quote.end-chance': 'avec {at}, rien ne passe dans {value:percent0} des cas',
  'quote.end-money': 'avec {at}, {value:money} sont dépensés',
  'quote.end-enough': 'avec {at}, la somme suffit dans {value:percent0} des tirages',
  'quote.end-takes': 'avec {at}, la part est de {value:percent0}',
  'quote.end-leaves': 'avec {at}, rien ne passe dans {value:percent0} des cas, au lieu de {base:percent0} avec tous',
  'quote.as-drawn': 'tel que tiré, dans {value:percent0} au lieu de {base:percent0}',
  'quote.turned':
    'à ne pas citer comme chiffre : {path}, dans sa propre plage, retourne la réponse (rejouée dans chaque tirage).',
  'quote.swings':
    'à ne pas citer comme chiffre : {path} seul, dans sa propre plage, déplace trop la réponse (rejouée dans chaque tirage).',
  'quote.holds':
    'elle tient ; elle dépend le plus de {path} ({basis} : {value}, {range}) ; rejouée dans chaque tirage : {ends}.',
  'quote.holds-alone': 'elle tient : des {inputs:n} nombres qui ont une plage, aucun ne ressort en {draws:n} tirages.',
  'quote.verdict': 'Verdict : {verdict}',
  'quote.made':
    'Cupola {version} ; scénario {scenario} ({scenarioHash}), catalogue {catalogHash} ; {draws:n} tirages de {inputs:n} nombres qui ont une plage, {raids:n} attaques par tirage et par date ; les plages sont les 80 % du milieu.',
  'quote.sources': 'Sources de ce qui la déplace le plus : {sources}.',
  'quote.source': '{title} ({producer}, {date})',
  'brief.sources': 'Sources de ce qui décide :',
  'brief.made':
    'Calculé par Cupola {version} ; scénario {scenarioHash}, catalogue {catalogHash}. La même commande donne les mêmes nombres :',
  'quote.title': 'À citer',
  'quote.decides':
    'La réponse tient surtout à {path} ({basis} : {value}, {range}), qui explique {share:percent0} de sa dispersion. Un chiffre peut-il être cité avec ce nombre à l’un ou l’autre bout de sa plage ? Cette commande le dit :',
  'quote.too-few':
    'Avec {draws:n} tirages, le hasard seul peut donner à un nombre {floor:percent0} de la dispersion, donc aucun ne s’en distingue : seuls plus de tirages diront si un chiffre peut être cité (--draws).',
  'quote.of-complete':
    'La phrase porte sur la force supposée complète, chaque nombre à sa valeur : aucune plage n’y entre, et il n’y a pas de verdict.',
  'quote.everybody': 'avec tous',
  'quote.gone': 'sans lui',
};
