import { nameText, numbers, text } from '../i18n/text.ts';
import type { Sight } from '../state/constellation.ts';
import { footprintLayer } from '../state/view.ts';
import { downloadCsv } from './download.ts';

/** The defended aim points as a table: share of each area by layer. */
export function FootprintCard({ sight }: { sight: Sight }) {
  const t = text.value;
  const n = numbers.value;
  const found = sight.footprint.value;
  if (footprintLayer.value === 'none') return null;
  if (!found)
    return (
      <p class="message" role="status">
        {t(found === null ? 'footprint.none' : 'answers.wait')}
      </p>
    );
  const { areas, layers, all, points, threatName, from, orderS, spacingKm, momentCount } = found;
  const rows = [...layers, all];
  const nameOf = (id: string) => (id === 'all' ? t('footprint.any') : id);
  const exportAll = () => {
    const head = ['area', 'latDeg', 'lonDeg', 'areaKm2', ...rows.map(({ id }) => id)];
    const cells = points.map(({ area, latDeg, lonDeg, areaKm2 }, i) => [
      area,
      latDeg,
      lonDeg,
      areaKm2,
      ...rows.map(({ chances }) => chances[i]),
    ]);
    downloadCsv(
      'footprint.csv',
      [head, ...cells],
      [t('export.footprint', { moments: n.count(momentCount), order: n.count(orderS), spacing: n.count(spacingKm) })],
    );
  };
  return (
    <details class="message footprint">
      <summary>{t('footprint.title')}</summary>
      <p class="quiet">
        {t('footprint.what', {
          threat: nameText.value(threatName),
          from: nameText.value(from.name),
          order: n.seconds(orderS),
          spacing: n.count(spacingKm),
          moments: n.count(momentCount),
        })}
      </p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must take the focus */}
      <section class="hops" tabIndex={0} aria-label={t('footprint.title')}>
        <table>
          <thead>
            <tr>
              <th scope="col">{t('footprint.layer')}</th>
              {areas.map(({ id, name }) => (
                <th key={id} scope="col">
                  {nameText.value(name)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(({ id, byArea }) => (
              <tr key={id}>
                <th scope="row">{nameOf(id)}</th>
                {areas.map((area) => (
                  <td key={area.id}>{Number.isNaN(byArea[area.id]) ? '' : n.percent(byArea[area.id])}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      <button type="button" class="small" onClick={exportAll}>
        {t('export.table')}
      </button>
    </details>
  );
}
