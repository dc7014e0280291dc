import { expect, test } from 'vitest';
import { doneShard } from '../shards/shard.ts';
import { sealed, unsealed } from './seal.ts';

const STUDY = 'a'.repeat(64);
const done = doneShard({ pointIndex: 0, from: 0, to: 20 }, { effect: null, layerIds: ['sbi'], notes: [] });
const result = { worker: 'host:7', spentS: 0.5, done };
const text = sealed('secret', STUDY, result);

test('a result comes back under its own secret and study', () => {
  expect(unsealed('secret', STUDY, text)).toEqual(result);
  expect(unsealed('', STUDY, sealed('', STUDY, result))).toEqual(result);
});

test.each([
  ['another secret', 'other', STUDY, text],
  ['no secret', '', STUDY, text],
  ['another study', 'secret', 'b'.repeat(64), text],
  ['another worker', 'secret', STUDY, text.replace('host:7', 'host:8')],
  ['another number', 'secret', STUDY, text.replace('"spentS":0.5', '"spentS":0.6')],
  ['no seal', 'secret', STUDY, JSON.stringify(result)],
  ['nothing', 'secret', STUDY, ''],
  ['half a seal', 'secret', STUDY, text.slice(0, 30)],
])('not under %s', (_, secret, study, other) => {
  expect(unsealed(secret, study, other)).toBeUndefined();
});
