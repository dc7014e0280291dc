import { expect, test } from 'vitest';
import type { ClaimAnswer, ClaimPart } from '../flow/claim.ts';
import type { Result } from '../flow/result.ts';
import { claimScreen, claimsSection } from './claims-section.ts';
import { claimParts } from './html/claims-section.ts';
import { plainStyle } from './text.ts';

const part = (change: Partial<ClaimPart>): ClaimPart => ({
  what: 'musd',
  limit: 175_000,
  byDate: '2029-01-20',
  chance: 1,
  isReading: false,
  ...change,
});
const standing = part({
  what: 'standing',
  limit: 0.95,
  chance: 0,
  isReading: true,
  failsFromDate: '2029-01-20',
  lastElement: 'amti',
});
const money = part({ chance: 0.25, failsFromDate: '2028-07-01' });
const claim: ClaimAnswer = {
  id: 'may',
  name: 'Announced',
  source: { key: 'press', title: 'T', producer: 'Press', date: '2025-05-20' },
  where: 'page 1',
  readings: { standing: '"fully operational"' },
  parts: [money, standing, part({ what: 'noLeaker', limit: 0.95, chance: 0.125 })],
  allTogether: 0,
  firstToFail: standing,
  firstInTime: money,
  wouldHaveToBe: {
    limits: [
      { what: 'musd', limit: 175_000, halfLimit: 310_000, byDate: '2029-01-20' },
      { what: 'standing', limit: 0.95, halfLimit: 0.03, byDate: '2029-01-20', halfByDate: '2036-01-01' },
      { what: 'noLeaker', limit: 0.95, halfLimit: 0.401, byDate: '2029-01-20', halfByDate: null },
    ],
    inputs: [
      {
        path: 'starship.priceMusd',
        value: 50,
        low: 10,
        high: 200,
        basis: 'assumption',
        source: 'cupola',
        holds: { p10: 12, p50: 20, p90: 31 },
        fails: { p10: 40, p50: 80, p90: 170 },
        distance: 0.8,
      },
    ],
  },
};
const made = {
  drawsCount: 64,
  raidsCount: 20,
  leftOutCount: 0,
  redrawnCount: 0,
  inputCount: 120,
  causeFloorFraction: 0.1,
};

test('a run shows each part, its limit and its share of the draws, and what fails first', () => {
  expect(claimsSection(undefined, plainStyle, 100)).toEqual([]);
  const text = claimsSection([claim], plainStyle, 100).join('\n');
  expect(text).toContain('Announced: Press, 2025-05-20; page 1');
  expect(text).toMatch(/spent by 2029-01-20 +at most \$175 billion +25 %/);
  expect(text).toMatch(/every element standing by 2029-01-20 +at least 95 % \(read\) +0 %/);
  expect(text).toMatch(/all together +0 %/);
  expect(text).toContain('Fails first: every element standing by 2029-01-20, which holds in 0 % of the draws.');
  expect(text.replace(/\s+/g, ' ')).toContain('broken by half of the draws from 2028-07-01 on.');
  expect(text.replace(/\s+/g, ' ')).toContain('amti is furthest behind.');
  expect(text).not.toContain('$310');
});

test('the claim alone also shows what would have to be, and how words were read', () => {
  const text = claimScreen('Title', [claim], { ...made, endDate: '2048-01-01' }, plainStyle);
  expect(text).toContain('Read: standing: "fully operational"');
  expect(text).toMatch(/spent by 2029-01-20 +\$175 billion +\$310 billion/);
  expect(text).toMatch(/every element standing by 2029-01-20 +95 % +3 % +2036-01-01/);
  expect(text).toMatch(/nothing gets through, 2029-01-20 +95 % +40.1 % +not by 2048-01-01/);
  expect(text).toMatch(/starship.priceMusd +20 \(12 to 31\) +80 \(40 to 170\) +50 \(10 to 200\) +assumption/);
  const none = { ...claim, wouldHaveToBe: { limits: [], inputs: [] } };
  const alike = (allTogether: number) =>
    claimScreen('Title', [{ ...none, allTogether }], { ...made, endDate: '' }, plainStyle).replace(/\s+/g, ' ');
  expect(alike(0.01)).toContain('too few draws, or in too many');
  expect(alike(0.5)).toContain('more draws can tell');
});

test('what holds in every draw says so; a claim of the whole names no date', () => {
  const whole = { ...part({}), byDate: undefined };
  const sure = { ...claim, parts: [whole], allTogether: 1, firstToFail: null, firstInTime: null };
  const text = claimsSection([sure], plainStyle, 100).join('\n');
  expect(text).toContain('cost of the whole');
  expect(text).toContain('Every part holds in every draw.');
});

test('the report has the same words', () => {
  const result = { claims: [claim], draws: made, byDate: [{ date: '2048-01-01' }] } as unknown as Result;
  const page = claimParts(result)
    .map(({ text }) => text)
    .join('');
  for (const words of ['at least 95', 'all together', '$310', 'starship.priceMusd', 'Shares of 64 draws'])
    expect(page).toContain(words);
  expect(claimParts({ ...result, claims: undefined } as Result)).toEqual([]);
});
