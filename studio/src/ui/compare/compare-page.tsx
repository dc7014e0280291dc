import { useEffect } from 'preact/hooks';
import { text } from '../../i18n/text.ts';
import { sightA, sightB } from '../../state/constellation.ts';
import { scenes } from '../../state/session.ts';
import { keepOnly, sideA, sideB, sideTitle, swapSides } from '../../state/sides.ts';
import { page, threatIndex } from '../../state/view.ts';
import { SoftwareOffer } from '../globe-panel.tsx';
import { chainEndS, KillChain } from '../kill-chain.tsx';
import { ChainHead, Clock } from '../time-panel.tsx';
import { ViewControls } from '../view-controls.tsx';
import { AnswersTable } from './answers-table.tsx';
import { Curves } from './curves.tsx';
import { InputsTable } from './inputs-table.tsx';
import { PairGlobe } from './pair-globe.tsx';
import { SidePicker } from './side-picker.tsx';
import { TimesTable } from './times-table.tsx';

/** Two scenarios side by side: two globes with one clock and one view, the kill chains, the answers, and what differs going in. */
export function ComparePage() {
  useEffect(() => {
    document.querySelector<HTMLElement>(`select[name=side-${sideB.value ? 'a' : 'b'}]`)?.focus();
    return () => requestAnimationFrame(() => document.querySelector<HTMLElement>('[data-action=compare]')?.focus());
  }, []);
  const t = text.value;
  const b = sideB.value;
  return (
    <main class="compare" aria-labelledby="compare-title">
      <div class="row wrap compare-head">
        <h2 id="compare-title">{t('compare.title')}</h2>
        <span class="spacer" />
        <button type="button" disabled={!b} onClick={swapSides}>
          {t('compare.swap')}
        </button>
        <button type="button" disabled={!b} onClick={() => leaveWith('a')}>
          {t('compare.keep', { side: 'A' })}
        </button>
        <button type="button" disabled={!b} onClick={() => leaveWith('b')}>
          {t('compare.keep', { side: 'B' })}
        </button>
        <button type="button" class="primary" onClick={closeCompare}>
          {t('compare.close')}
        </button>
      </div>
      <section class="side side-a" data-side="a" aria-label={`A: ${sideTitle(sideA.value)}`}>
        <SidePicker name="a" side={sideA.value} />
        <PairGlobe sight={sightA} name="A" />
      </section>
      <section class="side side-b" data-side="b" aria-label={b ? `B: ${sideTitle(b)}` : 'B'}>
        <SidePicker name="b" side={b} />
        {b ? <PairGlobe sight={sightB} name="B" /> : <p class="side-empty">{t('compare.none')}</p>}
      </section>
      <section class="pair-clock" aria-label={t('time.slider')}>
        <ViewControls />
        <Clock />
        <SoftwareOffer />
      </section>
      <Chains />
      <Curves />
      <div class="tables">
        {b && <AnswersTable />}
        {b && (
          <div class="tables-right">
            <TimesTable />
            <InputsTable />
          </div>
        )}
      </div>
    </main>
  );
}

/** The chosen missile on both sides, on one time axis. */
function Chains() {
  const t = text.value;
  const { reference: a, variant: b } = scenes.value;
  if (!sideB.value) return null;
  const [left, right] = [a?.threats[threatIndex.value], b?.threats[threatIndex.value]];
  const endS = chainEndS([left, right]);
  return (
    <section class="pair-chains" aria-labelledby="pair-chains-title">
      <h3 id="pair-chains-title">{t('compare.chains')}</h3>
      <ChainHead raids={[a, b]} names={['A', 'B']} />
      <div class="pair">
        {left ? <KillChain threat={left} endS={endS} name="A" /> : <p class="hint">{`A. ${t('chain.none')}`}</p>}
        {right ? <KillChain threat={right} endS={endS} name="B" /> : <p class="hint">{`B. ${t('chain.none')}`}</p>}
      </div>
    </section>
  );
}

function leaveWith(name: 'a' | 'b'): void {
  keepOnly(name);
  closeCompare();
}

function closeCompare(): void {
  page.value = 'main';
}
