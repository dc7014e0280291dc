import type { claimWords } from '../en/claims.ts';

/** Ce que d’autres ont affirmé d’un programme, face aux tirages. */
export const frenchClaimWords: Record<keyof typeof claimWords, string> = {
  'claim.title': 'Affirmations',
  'claim.head-part': 'partie',
  'claim.head-limit': 'limite',
  'claim.head-chance': 'tirages',
  'claim.musd': 'dépensé au {date}',
  'claim.musd-total': 'coût de l’ensemble',
  'claim.standing': '{element} en place au {date}',
  'claim.standing-all': 'chaque composant en place au {date}',
  'claim.no-leaker': 'probabilité que rien ne passe, {date}',
  'claim.no-leaker-complete': 'probabilité que rien ne passe, comme s’il était complet',
  'claim.at-most': 'au plus {limit}',
  'claim.at-least': 'au moins {limit}',
  'claim.read': '{limit} (lecture)',
  'claim.all': 'tout à la fois',
  'claim.by': '{name} : {source}',
  'claim.source': '{producer}, {date}',
  'claim.source-where': '{source} ; {where}',
  'claim.reading': 'Lecture : {key} : {text}',
  'claim.fails-first': 'Ce qui cède d’abord : {part}, vrai dans {chance:percent0} des tirages.',
  'claim.fails-in-time': 'Premier dans le temps : {part}, démenti par la moitié des tirages à partir du {date}.',
  'claim.last': 'Dans la plupart des tirages où ne tient pas « {part} », {element} est le plus en retard.',
  'claim.fails-none': 'Chaque partie est vraie dans chaque tirage.',
  'claim.limits-title': 'Ce qui serait vrai dans la moitié des tirages, chaque partie prise seule',
  'claim.head-claimed': 'affirmé',
  'claim.head-half': 'vrai à moitié',
  'claim.head-date': 'ou, tel quel, au',
  'claim.never': 'pas au {date}',
  'claim.inputs-title': 'Où se trouvent les nombres quand tout est vrai',
  'claim.head-input': 'nombre',
  'claim.head-holds': 'quand c’est vrai',
  'claim.head-fails': 'quand c’est faux',
  'claim.inputs-none':
    'Tout est vrai dans trop peu de tirages, ou dans trop d’entre eux, pour qu’un nombre les distingue.',
  'claim.inputs-alike':
    'Aucun nombre n’est nettement ailleurs dans les tirages où tout est vrai ; plus de tirages peuvent le dire.',
  'claim.bands':
    'Parts de {draws} tirages de {inputs} nombres qui ont une plage ; un tirage vaut {one:percent}. Le hasard des {raids} attaques par tirage et par date en est retiré. Les fourchettes contiennent les 80 % du milieu.',
  'claim.best': 'Aucun nombre n’a de plage : la réponse de la seule meilleure estimation.',
  'claim.asked': 'L’affirmation telle que donnée',
  'claim.more': 'Plus sur les affirmations : cupola claim.',
  'problem.claim-empty': 'n’affirme rien encore ; attendu : au moins une clé parmi musd, standing et noLeaker',
  'problem.claim-no-date': 'demande byDate : complet, tout est en place',
  'problem.claim-date': 'une date du programme attendue, de {from} à {to} ; trouvé : {date}',
  'problem.claim-element': 'le programme ne compte aucune unité de « {id} »{hint} ; il compte celles de {known}',
  'problem.claim-no-price': 'n’a pas de prix : {ids} ; une affirmation sur l’argent en demande un',
  'problem.claim-unit':
    's’exprime en millions de dollars, et le programme coûte {totalMusd:money} : vouliez-vous dire {meant} ? Trouvé : {musd}',
  'option.claim-standing':
    'une part attendue, par exemple 0.95, ou ÉLÉMENT=PART, par exemple sbi=0.95 ; trouvé « {word} »',
  'option.claim-chance':
    'une probabilité attendue, de 0 à moins de 1, par exemple 0.95 (aucun nombre d’attaques ne montre la certitude) ; trouvé « {word} »',
  'option.claim-money': 'des millions de dollars attendus, au-dessus de 0, par exemple 175000 ; trouvé « {word} »',
  'option.claim-no-date': '--by attendu aussi : complet, tout est en place',
  'option.claim-none':
    'rien n’est affirmé : donnez --musd, --no-leaker ou --standing (avec une date, --by), ou écrivez `claims:` dans le scénario',
  'option.claim-by-alone': 'va avec --musd, --no-leaker ou --standing',
};
