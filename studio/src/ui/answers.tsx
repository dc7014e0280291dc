import { sentence, text } from '../i18n/text.ts';
import { current } from '../state/session.ts';
import { planName, say } from '../state/view.ts';
import { ByDateCard, leadOf, quoteOf } from './card-by-date.tsx';
import { CostCard } from './card-cost.tsx';
import { DependenceCard } from './card-dependence.tsx';
import { EffectCard } from './card-effect.tsx';
import { FieldingCard } from './card-fielding.tsx';
import { IndependenceCard } from './card-independence.tsx';
import { StoryLinks } from './story.tsx';

/** Right: the answer in a sentence, then the answers, each with its range, what it rests on and its difference to the reference. */
export function AnswersPanel() {
  const t = text.value;
  const { notes } = current.value;
  const lead = leadOf(current.value);
  const quote = quoteOf(current.value);
  return (
    <section class="panel answers" id="answers" tabIndex={-1} aria-labelledby="answers-title">
      <h2 id="answers-title">{t('answers.title')}</h2>
      {lead && (
        <div class="lead-row">
          <p class="lead">{lead}</p>
          {quote && (
            <button type="button" class="small" title={t('quote.what')} onClick={() => void copyQuote(quote)}>
              {t('quote.copy')}
            </button>
          )}
        </div>
      )}
      <StoryLinks scenario={planName.value} />
      <ByDateCard />
      <EffectCard />
      <CostCard />
      <DependenceCard />
      <IndependenceCard />
      <FieldingCard />
      {notes.length > 0 && (
        <details>
          <summary>{`${t('notes.title')} (${notes.length})`}</summary>
          <ul class="notes">
            {notes.slice(0, 50).map((note) => (
              <li key={JSON.stringify(note)}>{sentence.value(note)}</li>
            ))}
          </ul>
        </details>
      )}
    </section>
  );
}

async function copyQuote(quote: string): Promise<void> {
  try {
    await navigator.clipboard.writeText(quote);
    say(text.value('quote.copied'));
  } catch {
    say(text.value('export.embedFailed'));
  }
}
