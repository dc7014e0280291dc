import { text } from '../i18n/text.ts';
import { Card } from './card.tsx';

/** What would independence cost? */
export function IndependenceCard() {
  const t = text.value;
  return <Card id="independence" title={t('answers.independence')} what={t('independence.none')} />;
}
