const rules = { en: new Intl.PluralRules('en'), fr: new Intl.PluralRules('fr') };

/**
 * A text with its gaps filled: `{count}` by a word, `{count|missile|missiles}` by the form that goes with it. A word that is
 * a number as the language writes it counts as that number.
 */
export function fillWords(
  template: string,
  words: Readonly<Record<string, string | number>>,
  language: 'en' | 'fr',
): string {
  return template.replace(/\{(\w+)(?:\|([^|}]*)\|([^|}]*))?\}/g, (_, name: string, one?: string, many?: string) => {
    const word = Object.hasOwn(words, name) ? words[name]! : '';
    if (one === undefined) return String(word);
    const count = typeof word === 'number' ? word : numberOf(word, language);
    return rules[language].select(Math.abs(count)) === 'one' ? one : many!;
  });
}

function numberOf(word: string, language: 'en' | 'fr'): number {
  const plain = word.replace(/[\s\u00a0\u202f]/g, '').replace('−', '-');
  return Number(language === 'fr' ? plain.replace(',', '.') : plain.replaceAll(',', ''));
}
