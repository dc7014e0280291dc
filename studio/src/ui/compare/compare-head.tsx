import { text } from '../../i18n/text.ts';

/** Head of the tables that hold A against B; their first column differs. */
export function CompareHead({ first }: { first: string }) {
  const t = text.value;
  return (
    <thead>
      <tr>
        <th scope="col">{first}</th>
        <th scope="col">A</th>
        <th scope="col">B</th>
        <th scope="col">{t('compare.difference')}</th>
        <th scope="col">{t('compare.interval')}</th>
        <th scope="col">{t('compare.verdict')}</th>
      </tr>
    </thead>
  );
}
