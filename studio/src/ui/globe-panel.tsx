import { useEffect, useRef } from 'preact/hooks';
import { colors } from '../globe/palette.ts';
import { nameText, numbers, text } from '../i18n/text.ts';
import { fleet, groups, satelliteName } from '../state/constellation.ts';
import {
  type ColorBy,
  colorBy,
  drawer,
  follow,
  type GlobeMode,
  type LayerName,
  layers,
  mode,
  selected,
  view,
} from '../state/view.ts';
import { Stage } from './stage.ts';

/** The picture in the middle, with what it shows and how. */
export function GlobePanel() {
  const host = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const stage = new Stage(host.current!);
    return () => stage.dispose();
  }, []);
  const t = text.value;
  return (
    <section class="globe" aria-label={t('tab.globe')}>
      <div
        class="stage"
        ref={host}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: the picture is turned by keys
        tabIndex={0}
        role="application"
        aria-label={t('view.canvas', { count: numbers.value.count(fleet.value?.count ?? 0) })}
      />
      <ViewControls />
      <Legend />
      <Selected />
    </section>
  );
}

export function ViewControls() {
  const t = text.value;
  const modes: GlobeMode[] = ['globe', 'map', 'space'];
  const zoom = (factor: number) => {
    view.value = { ...view.value, zoom: Math.min(12, Math.max(0.5, view.value.zoom * factor)) };
  };
  return (
    <div class="view-controls">
      <fieldset class="switch">
        <legend class="hidden">{t('view.label')}</legend>
        {modes.map((each) => (
          <label key={each}>
            <input
              type="radio"
              name="mode"
              checked={mode.value === each}
              onChange={() => {
                mode.value = each;
              }}
            />
            <span>{t(`view.${each}`)}</span>
          </label>
        ))}
      </fieldset>
      <select
        name="color"
        aria-label={t('view.color')}
        title={t('view.color')}
        value={colorBy.value}
        onChange={(event) => {
          colorBy.value = event.currentTarget.value as ColorBy;
        }}
      >
        {(['partner', 'function', 'state'] as const).map((each) => (
          <option key={each} value={each}>
            {t('view.colorIs', { what: t(`view.color.${each}`).toLocaleLowerCase() })}
          </option>
        ))}
      </select>
      <select
        name="frame"
        aria-label={t('view.frame')}
        title={t('view.frame')}
        value={view.value.frame}
        onChange={(event) => {
          view.value = { ...view.value, frame: event.currentTarget.value as 'ecef' };
        }}
      >
        <option value="ecef">{t('view.frame.ecef')}</option>
        <option value="eci">{t('view.frame.eci')}</option>
      </select>
      <details class="layers-menu">
        <summary>{t('view.layers')}</summary>
        <div class="list">
          {(Object.keys(layers.value) as LayerName[]).map((name) => (
            <label key={name}>
              <input
                type="checkbox"
                checked={layers.value[name]}
                onChange={() => {
                  layers.value = { ...layers.value, [name]: !layers.value[name] };
                }}
              />
              {t(`view.layer.${name}`)}
            </label>
          ))}
        </div>
      </details>
      <button
        type="button"
        class="satellites-button"
        onClick={() => {
          drawer.value = 'satellites';
        }}
      >
        {t('action.satellites')}
      </button>
      <span class="zoom">
        <button
          type="button"
          class="icon"
          aria-label={t('view.zoomOut')}
          title={t('view.zoomOut')}
          onClick={() => zoom(1 / 1.3)}
        >
          −
        </button>
        <button
          type="button"
          class="icon"
          aria-label={t('view.zoomIn')}
          title={t('view.zoomIn')}
          onClick={() => zoom(1.3)}
        >
          +
        </button>
      </span>
    </div>
  );
}

function Legend() {
  const t = text.value;
  const n = numbers.value;
  const lines = [
    [colors.threat, 'legend.threat'],
    [colors.shot, 'legend.shot'],
    [colors.report, 'legend.report'],
    [colors.order, 'legend.order'],
  ] as const;
  return (
    <div class="legend">
      {groups.value.map(({ name, color, indices }) => (
        <span key={name}>
          <i class="dot" style={{ background: color }} />
          {name} <b>{n.count(indices.length)}</b>
        </span>
      ))}
      {lines.map(([color, key]) => (
        <span key={key}>
          <i class="dash" style={{ background: color }} />
          {t(key)}
        </span>
      ))}
    </div>
  );
}

function Selected() {
  const all = fleet.value;
  const index = selected.value;
  if (!all || index < 0 || index >= all.count) return null;
  const t = text.value;
  const info = all.opened.elements[all.elementIndex[index]!]!;
  const partner = all.opened.partners.find(({ id }) => id === info.partner)?.name ?? t('partner.none');
  return (
    <div class="selected">
      <strong>{satelliteName(all, index)}</strong>
      <span>{nameText.value(info.name)}</span>
      <span>{`${t(`role.${info.role}`)} · ${nameText.value(partner)}`}</span>
      {info.reach && <span class="quiet">{t(`satellite.${info.reach.kind}`)}</span>}
      <div class="row">
        <label>
          <input
            type="checkbox"
            checked={follow.value}
            onChange={() => {
              follow.value = !follow.value;
            }}
          />
          {t('view.follow')}
        </label>
        <button
          type="button"
          class="small"
          onClick={() => {
            selected.value = -1;
            follow.value = false;
          }}
        >
          {t('view.unselect')}
        </button>
      </div>
    </div>
  );
}
