import { describe, expect, test } from 'vitest';
import { tell } from '../words/words.ts';
import { latLonFault, parseLatLon, swapQuestion } from './lat-lon.ts';

describe('coordinates as a word', () => {
  test('latitude, then longitude', () => {
    expect(parseLatLon('40.5,127.2')).toEqual({ latDeg: 40.5, lonDeg: 127.2 });
    expect(parseLatLon(' -7 , +12.25 ')).toEqual({ latDeg: -7, lonDeg: 12.25 });
    for (const word of ['tokyo', '40.5', '40.5,', '40.5,127.2,3', '1e3,2', '40.5;127'])
      expect(parseLatLon(word), word).toBeUndefined();
  });

  test('what is not on the Earth, and what was meant', () => {
    expect(latLonFault({ latDeg: 40, lonDeg: 127 })).toBeUndefined();
    expect(tell(latLonFault({ latDeg: 127.2, lonDeg: 40.5 })!)).toContain('did you mean "40.5,127.2"?');
    expect(tell(latLonFault({ latDeg: 95, lonDeg: 95 })!)).not.toContain('did you mean');
    expect(tell(latLonFault({ latDeg: 0, lonDeg: 361 })!)).toContain('longitude from −360 to 360');
  });

  test('exchanged coordinates are asked for, and only those', () => {
    expect(tell(swapQuestion({ latDeg: -74, lonDeg: 40.7 })!)).toBe(
      '"-74,40.7" is 74 S 40.7 E, in polar ice; latitude comes first: did you mean "40.7,-74"?',
    );
    for (const [latDeg, lonDeg] of [
      [40.7, -74],
      [76.5, -68.7],
      [-75, 123],
      [-70, -70],
      [-54.8, -68.3],
    ])
      expect(swapQuestion({ latDeg: latDeg, lonDeg: lonDeg }), `${latDeg},${lonDeg}`).toBeUndefined();
  });
});
