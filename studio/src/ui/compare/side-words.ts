import { nameText, numbers, text } from '../../i18n/text.ts';
import { DEFAULT_AFTER_YR, isAnySwitched, type RunState, type Side } from '../../state/session.ts';
import { sideTitle, switchesOf } from '../../state/sides.ts';

/** Who is switched off on a side, and when it is looked at; or that all are on. */
export function partnersWords(side: Side, run: RunState): string[] {
  const t = text.value;
  const gone = switchesOf(side);
  if (gone.length === 0) return [t('compare.allOn')];
  const names = run.opened?.partners ?? [];
  const years = side.afterYr ?? DEFAULT_AFTER_YR;
  return [
    ...gone.map(([partner, state]) => {
      const title = nameText.value(names.find(({ id }) => id === partner)?.name ?? partner);
      return t('compare.gone', { name: title, state: t(`switch.${state as 'supply'}`).toLocaleLowerCase() });
    }),
    years === 0 ? t('partners.atOnce') : t('partners.years', { years: numbers.value.short(years) }),
  ];
}

/** What a run is called among others: its scenario, and who is off in it. */
export function runTitle(side: Side, run: RunState): string {
  const name = run.opened ? nameText.value(run.opened.name) : sideTitle(side);
  return [name, ...(isAnySwitched(side) ? partnersWords(side, run) : [])].join(' · ');
}
