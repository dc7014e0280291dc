import { aimColors, aimState } from '../globe/aims.ts';
import { chooseLinks } from '../globe/link-lines.ts';
import { colors } from '../globe/palette.ts';
import { numbers, text } from '../i18n/text.ts';
import type { Sight } from '../state/constellation.ts';
import { colorBy, linkLayer } from '../state/view.ts';

/** What the colours of a picture mean. */
export function Legend({ sight }: { sight: Sight }) {
  const t = text.value;
  const n = numbers.value;
  const lines = [
    [colors.threat, 'legend.threat'],
    [colors.shot, 'legend.shot'],
    [colors.report, 'legend.report'],
    [colors.order, 'legend.order'],
  ] as const;
  const isOut = sight.isOut.value;
  const isByState = colorBy.value === 'state';
  /** How many fly; where some do not work in this raid, how many do. */
  const countWords = (indices: Int32Array) => {
    const works = indices.reduce((sum, i) => sum + (isOut[i] ? 0 : 1), 0);
    const all = n.count(indices.length);
    return isByState || works === indices.length ? all : t('legend.work', { works: n.count(works), all });
  };
  return (
    <div class="legend">
      {sight.groups.value.map(({ name, color, indices }) => (
        <span key={name}>
          <i class="dot" style={{ background: color }} />
          {name} <b>{countWords(indices)}</b>
        </span>
      ))}
      {lines.map(([color, key]) => (
        <span key={key}>
          <i class="dash" style={{ background: color }} />
          {t(key)}
        </span>
      ))}
      <AimsLegend sight={sight} />
      <LinkLegend sight={sight} />
    </div>
  );
}

/** How well the aim points are defended, by share of their area. */
function AimsLegend({ sight }: { sight: Sight }) {
  const t = text.value;
  const n = numbers.value;
  const aims = sight.aims.value;
  if (!aims) return null;
  const areaKm2 = [0, 0, 0];
  for (const [i, { areaKm2: own }] of aims.points.entries()) areaKm2[aimState(aims.chances[i])] += own;
  const all = areaKm2.reduce((sum, each) => sum + each, 0);
  return (
    <>
      {(['aims.always', 'aims.sometimes', 'aims.never'] as const).map((key, i) => (
        <span key={key} class="aims-legend">
          <i class="dot square" style={{ background: aimColors[i] }} />
          {t(key)} <b>{n.percent(all > 0 ? areaKm2[i] / all : 0)}</b>
        </span>
      ))}
    </>
  );
}

/** Which links are drawn, and how many of them. */
function LinkLegend({ sight }: { sight: Sight }) {
  const t = text.value;
  const n = numbers.value;
  const { map, network } = sight.links.value ?? {};
  if (linkLayer.value === 'none' || !map) return null;
  const { shownCount, count } = chooseLinks(map);
  const words = { shown: n.count(shownCount), count: n.count(count) };
  return (
    <span class="links-legend" title={network ? undefined : t('view.links.useSay')}>
      <i class="dash" style={{ background: colors.link }} />
      {network ? t('legend.linksOf', { name: network }) : t('legend.linksUse')}{' '}
      <b>{shownCount < count ? t('legend.linksShown', words) : words.count}</b>
    </span>
  );
}
