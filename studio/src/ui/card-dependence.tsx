import type { AssumedShare } from 'cupola';
import { type Said, said } from 'cupola/words';
import { Chart } from '../charts/chart.tsx';
import { nameText, numbers, sentence, text } from '../i18n/text.ts';
import { differences } from '../state/differences.ts';
import { partnerRows, referencePartnerRows } from '../state/partner-rows.ts';
import { current, plan, variant } from '../state/session.ts';
import { Card, deltaOf, inBrackets } from './card.tsx';

const LARGEST = 8;

/** Whom does it depend on? */
export function DependenceCard() {
  const t = text.value;
  const n = numbers.value;
  const { opened, dependence } = current.value;
  const title = t('answers.dependence');
  if (!opened) return <Card id="dependence" title={title} />;
  const rows = partnerRows.value
    .filter(({ satelliteFraction }) => satelliteFraction > 0)
    .sort((a, b) => b.satelliteFraction - a.satelliteFraction);
  const [largest] = rows;
  if (!largest) return <Card id="dependence" title={title} what={t('dependence.none')} />;
  const singles = new Map<string, string[]>();
  for (const { name, kind, functionName } of dependence?.singlePoints ?? [])
    if (kind === 'partner') singles.set(name, [...(singles.get(name) ?? []), functionName]);
  const money = dependence?.money.shares.find(({ partner }) => partner !== 'unassigned' && partner !== 'launch');
  const withdrawal = variant.value?.opened?.withdrawal;
  const isOther = variant.value !== null && plan.value.against !== undefined;
  const shareBefore = (id: string) =>
    isOther ? (referencePartnerRows.value.find((row) => row.id === id)?.satelliteFraction ?? 0) : undefined;
  const before = shareBefore(largest.id);
  const spread = isOther ? differences.value.get('effectivePartnersCount') : undefined;
  return (
    <Card
      id="dependence"
      title={title}
      value={n.percent(largest.satelliteFraction)}
      what={t('dependence.headline', { name: largest.name })}
      delta={before === undefined ? undefined : deltaOf(shareRow(largest.satelliteFraction - before), false)}
      lines={[
        withdrawal && t('dependence.whole'),
        money &&
          t('dependence.money', { share: n.percent(money.shareFraction), name: nameText.value(money.name) }) +
            (money.assumed ? sentence.value(assumedOf(money.assumed)) : ''),
        singles.size > 0 &&
          t('dependence.single', {
            list: [...singles]
              .map(([name, what]) => `${nameText.value(name)} (${what.map(nameText.value).join(', ')})`)
              .join(t('join.semicolon')),
          }),
        dependence &&
          t('dependence.concentration', { value: n.short(dependence.money.effectiveCount) }) + inBrackets(spread),
      ]}
    >
      {withdrawal && (
        <>
          <Chart
            title={
              withdrawal.afterYr === 0 ? t('withdrawal.now') : t('withdrawal.after', { years: withdrawal.afterYr })
            }
            say={t('withdrawal.say')}
            rows={withdrawal.remaining.map(([name, share]) => ({ name, value: 100 * share, color: 'bad' }))}
            columns={[t('cost.element'), t('withdrawal.left')]}
            kind="bars"
            unit="%"
            most={100}
          />
          {withdrawal.remaining.length === 0 && <p class="quiet">{t('withdrawal.all')}</p>}
          <p class="quiet">
            {withdrawal.restoredYr === undefined
              ? t('withdrawal.never')
              : t('withdrawal.restored', { years: n.short(withdrawal.restoredYr) })}
          </p>
        </>
      )}
      <Chart
        title={t('dependence.chart')}
        say={t('dependence.chart.say')}
        rows={rows.slice(0, LARGEST).map(({ id, name, satelliteFraction }) => {
          const share = shareBefore(id);
          return { name, value: 100 * satelliteFraction, ...(share === undefined ? {} : { reference: 100 * share }) };
        })}
        columns={[t('dependence.partner'), `${t('dependence.share')} (%)`]}
        kind="bars"
        unit="%"
      />
    </Card>
  );
}

function assumedOf({ ofItFraction: part, lowFraction: low, highFraction: high }: AssumedShare): Said {
  return said('dependence.assumed', { part, low, high });
}

function shareRow(difference: number) {
  return { unit: 'share', difference, isReal: difference !== 0 } as const;
}
