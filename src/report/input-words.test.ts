import { expect, test } from 'vitest';
import { inputWords } from './input-words.ts';

test.each([
  ['sbi', 'deltaVKmS', 'sbi: delta v (km/s)'],
  ['starshield', 'massKg', 'starshield: mass (kg)'],
  ['leo', 'serviceMusdYr', 'leo: service ($ million a year)'],
  ['sbi', 'killProbability', 'sbi: kill probability'],
  ['falcon-9', 'otherCustomersFraction', 'falcon-9: other customers fraction'],
  ['falcon-9', 'volumeCount', 'falcon-9: satellites that fit by volume'],
  ['gbi', 'accelerationG', 'gbi: acceleration (g)'],
  ['thaad', 'productionPerYr', 'thaad: production (a year)'],
  ['opir', 'elliptical[1].eccentricity', 'opir: eccentricity of part 2'],
])('%s %s', (element, path, words) => {
  expect(inputWords(element, path)).toBe(words);
});
