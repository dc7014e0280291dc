import type { Sight } from '../../state/constellation.ts';
import { Legend } from '../legend.tsx';
import { SelectedCard } from '../selected-card.tsx';
import { StageView } from '../stage-view.tsx';

/** One of two globes. They share the view, the clock and the chosen satellite, so that turning one turns both. */
export function PairGlobe({ sight, name }: { sight: Sight; name: string }) {
  return (
    <div class="globe">
      <StageView sight={sight} name={name} />
      <Legend sight={sight} />
      <div class="cards">
        <SelectedCard sight={sight} />
      </div>
    </div>
  );
}
