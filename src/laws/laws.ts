import { costLaws } from './cost-laws.ts';
import { countLaws } from './count-laws.ts';
import type { Law } from './law.ts';
import { programmeLaws } from './programme-laws.ts';
import { sameLaws } from './same-laws.ts';
import { searchLaws } from './search-laws.ts';
import { shieldLaws } from './shield-laws.ts';

/** Every law that a scenario is held against, in the order of the certificate. A later model adds its own to one of these lists. */
export const laws: readonly Law[] = [
  ...shieldLaws,
  ...sameLaws,
  ...countLaws,
  ...costLaws,
  ...programmeLaws,
  ...searchLaws,
];
