import { nameText, numbers, text } from '../i18n/text.ts';
import { type Price, search, startSearch } from '../state/search.ts';
import { plan, reference } from '../state/session.ts';
import { drawer } from '../state/view.ts';
import { Card, type Delta, deltaOf } from './card.tsx';
import { priceDifference } from './measures.ts';

/** What would independence cost? */
export function IndependenceCard() {
  const t = text.value;
  const n = numbers.value;
  const { status, result, text: searched, done, of, prices } = search.value;
  const title = t('answers.independence');
  if (reference.value.opened && !reference.value.dependence?.functions.length)
    return <Card id="independence" title={title} what={t('dependence.none')} />;
  const open = (
    <button
      type="button"
      onClick={() => {
        drawer.value = 'search';
        if (status === 'idle') startSearch();
      }}
    >
      {result ? t('independence.open') : t('independence.start')}
    </button>
  );
  if (!result)
    return (
      <Card
        id="independence"
        title={title}
        what={status === 'running' ? t('search.running', { done, of }) : t('independence.ask')}
      >
        {open}
      </Card>
    );
  const { robust, cheapest, today, independenceMusd, unmet, model } = result;
  if (robust.status !== 'optimal')
    return (
      <Card id="independence" title={title} what={t('independence.impossible')}>
        {open}
      </Card>
    );
  const isOld = searched !== plan.value.text && searched !== plan.value.against?.text;
  const lost = unmet.map((each) => nameText.value(model.cases[each.case].name));
  return (
    <Card
      id="independence"
      title={title}
      value={n.money(independenceMusd)}
      what={t('independence.headline')}
      range={t('independence.range', {
        robust: n.money(robust.costMusd),
        cheapest: n.money(cheapest.costMusd),
        today: n.money(today.costMusd),
      })}
      delta={differenceOf(prices)}
      lines={[
        isOld && t('independence.old'),
        lost.length > 0 && t('independence.unmet', { names: lost.join(t('join.semicolon')) }),
      ]}
    >
      {open}
    </Card>
  );
}

/** Where both scenarios of a comparison were searched: the second less the first. */
function differenceOf(prices: ReadonlyMap<string, Price>): Delta | undefined {
  const { against, text: written } = plan.value;
  return against && deltaOf(priceDifference(prices.get(against.text), prices.get(written)), false);
}
