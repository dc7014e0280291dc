import type { ElementHealth } from '../flow/element-health.ts';
import { InputError, type Problem } from '../flow/problems.ts';
import { type Said, said } from '../flow/said.ts';
import type { Scene } from '../flow/scene.ts';
import { readMeans } from '../physics/element-file.ts';
import { elementFleet, epochOfBulk } from '../physics/element-health.ts';
import type { ElementProblem } from '../physics/element-problem.ts';
import type { FrameName } from '../physics/inertial-frames.ts';
import { epochWords, type MeanElements } from '../physics/mean-elements.ts';
import { looksLikeOem, readOem } from '../physics/oem-read.ts';
import { initialise } from '../physics/omm.ts';
import { isoFromUnixS } from '../physics/time.ts';
import { czmlText } from '../report/export/czml.ts';
import { geoJsonText } from '../report/export/geojson.ts';
import { groundTracks } from '../report/export/ground-tracks.ts';
import { kmlText } from '../report/export/kml.ts';
import { namedFiles } from '../report/export/named-files.ts';
import { oemMessages } from '../report/export/oem.ts';
import { ommPieces } from '../report/export/omm.ts';
import { stkTexts } from '../report/export/stk.ts';
import { tlePieces } from '../report/export/tle-pieces.ts';
import { healthNote, noneFlies } from '../world/health-notes.ts';
import {
  type ConvertFormat,
  type ElementNotation,
  endingOf,
  isElementNotation,
  MOVING_FORMATS,
  type MovingFormat,
} from './formats.ts';
import { sceneOfEphemerides, sceneOfSets } from './moving-scene.ts';

/** Samples of one conversion, of all objects together. */
const MOST_SAMPLES = 20_000_000;

/** What is to be made of a file of orbits. */
export interface ConvertWish {
  format: ConvertFormat;
  /** Which objects are kept; all where left out. */
  keep?: (elements: MeanElements) => boolean;
  /** Axes of OEM and STK. */
  frame: FrameName;
  /** Start of what moves; the newest elements of the bulk of the file where left out. */
  startUnixS?: number;
  durationS: number;
  stepS: number;
  /** Elements up to so many days from the start move. */
  maxAgeDays?: number;
  /** Leave out sets of elements that have faults. */
  isSkippingBad?: boolean;
}

/** What a file of orbits became. */
export interface Converted {
  count: number;
  /** The text of one file, piece by piece; what its format cannot hold is told when the last is taken. */
  pieces?: Iterable<string>;
  /** Files, one an object. */
  files?: [name: string, text: string][];
  /** Faults of sets that were left out. */
  left: Problem[];
  /** Of elements that were flown: how many fly, and when. */
  health?: ElementHealth;
  epochUtc?: string;
}

/** What a file of orbits holds. */
export interface Inspected {
  count: number;
  /** Faults of sets, and of messages. */
  faults: Problem[];
  /** Of mean elements: how many fly, and when, or that none does; absent for positions over time. */
  health?: ElementHealth;
  verdict?: Said;
}

/**
 * What a text of orbits holds and how much of it flies, without writing anything; names as in {@link convertOrbits}.
 *
 * @throws InputError where SGP4 takes none of its sets
 */
export function inspectOrbits(
  text: string,
  { name, file }: { name: string; file: string },
  { startUnixS, maxAgeDays }: Pick<ConvertWish, 'startUnixS' | 'maxAgeDays'>,
): Inspected {
  if (looksLikeOem(text)) {
    const { objects, problems } = readOem(text);
    return { count: objects.length, faults: placed(problems, file) };
  }
  const { means, problems } = readMeans(text);
  const faults = placed(problems, file);
  if (means.length === 0) return { count: 0, faults };
  const { health, atUnixS } = flyingOf(means, { name, file }, { startUnixS, maxAgeDays });
  const isAnyFlying = health.flyingCount > 0;
  const verdict = isAnyFlying ? healthNote(health, isoFromUnixS(atUnixS)) : noneFlies(health, atUnixS);
  return { count: means.length, faults, health, verdict };
}

/** The sets of a file that fly at a moment; where none is named, at the newest elements of the bulk. */
function flyingOf(
  means: readonly MeanElements[],
  { name, file }: { name: string; file: string },
  { startUnixS, maxAgeDays }: Pick<ConvertWish, 'startUnixS' | 'maxAgeDays'>,
) {
  const faults: Parameters<typeof initialise>[1] = [];
  const sets = means.flatMap((mean) => initialise(mean, faults) ?? []);
  if (sets.length === 0) throw new InputError(placed(faults, file));
  const atUnixS = startUnixS ?? Math.ceil(epochOfBulk(sets));
  const { flying, health: counts } = elementFleet(sets, atUnixS, maxAgeDays);
  const health: ElementHealth = { id: name, file, ...counts, faultCount: faults.length };
  return { flying, health, atUnixS };
}

/**
 * A text of orbits in another format: two-line elements, OMM in four notations or OEM in; those, STK, CZML, KML and GeoJSON out.
 *
 * Mean elements keep every digit that the format has room for. What moves is flown by SGP4: sets that do not fly at the start are left out.
 *
 * @param name of what is read, without its ending; `file` as the user named it
 * @param note what a format cannot hold
 * @throws InputError what cannot be read, where nothing is left, or too much would be written
 */
export function convertOrbits(
  text: string,
  { name, file }: { name: string; file: string },
  wish: ConvertWish,
  note: (sentence: Said) => void,
): Converted {
  if (looksLikeOem(text)) return fromEphemeris(text, name, file, wish);
  const { means, problems } = readMeans(text);
  const faults = placed(problems, file);
  if (faults.length > 0 && !(wish.isSkippingBad && means.length > 0)) throw new InputError(faults);
  const kept = wish.keep ? means.filter(wish.keep) : means;
  if (kept.length === 0) {
    const sentence = said('convert.none-kept', { count: means.length });
    throw new InputError([{ code: 'none-kept', path: '--keep', said: sentence }]);
  }
  const { format } = wish;
  const made = isElementNotation(format)
    ? { count: kept.length, pieces: elementPieces(kept, format, note) }
    : flown(kept, { name, file }, format, wish);
  return { ...made, left: faults };
}

function placed(problems: readonly ElementProblem[], file: string): Problem[] {
  return problems.map((problem) => ({ ...problem, file, path: '' }));
}

function fromEphemeris(text: string, name: string, file: string, wish: ConvertWish): Converted {
  const { format } = wish;
  if (isElementNotation(format)) {
    const formats = [...MOVING_FORMATS];
    throw new InputError([{ code: 'no-elements', file, path: '', said: said('convert.no-elements', { formats }) }]);
  }
  const { objects, problems } = readOem(text);
  if (problems.length > 0) throw new InputError(placed(problems, file));
  return { ...sceneFiles(sceneOfEphemerides(name, objects), format, wish.frame), left: [] };
}

function elementPieces(kept: readonly MeanElements[], notation: ElementNotation, note: (sentence: Said) => void) {
  return notation === 'tle' || notation === '3le'
    ? tlePieces(kept, note, notation === '3le')
    : ommPieces(kept, notation, true);
}

/** Elements flown over a span of time: those that fly at its start. */
function flown(
  kept: readonly MeanElements[],
  { name, file }: { name: string; file: string },
  format: MovingFormat,
  wish: ConvertWish,
): Omit<Converted, 'left'> {
  const { flying, health, atUnixS: startUnixS } = flyingOf(kept, { name, file }, wish);
  if (flying.length === 0)
    throw new InputError([{ code: 'none-flies', file, path: '', said: noneFlies(health, startUnixS) }]);
  const { durationS, stepS, frame } = wish;
  if (flying.length * (durationS / stepS + 1) > MOST_SAMPLES) {
    const sentence = said('convert.too-many', { count: flying.length, most: MOST_SAMPLES });
    throw new InputError([{ code: 'too-large', path: '--step', said: sentence }]);
  }
  const scene = sceneOfSets(name, flying, { startUnixS, durationS, stepS });
  return { ...sceneFiles(scene, format, frame), health, epochUtc: isoFromUnixS(startUnixS) };
}

function sceneFiles(scene: Scene, format: MovingFormat, frame: FrameName): Omit<Converted, 'left'> {
  const isoOf = (tS: number) => {
    const unixUs = Math.round((scene.startUnixS + tS) * 1e6);
    return unixUs % 1000 === 0 ? isoFromUnixS(unixUs / 1e6) : `${epochWords(unixUs)}Z`;
  };
  const count = scene.objects.length;
  if (format === 'oem' || format === 'stk') {
    const messages = format === 'stk' ? stkTexts(scene, frame) : oemMessages(scene, scene.startUtc, isoOf, frame);
    return { count, files: namedFiles(messages, endingOf(format)) };
  }
  if (format === 'geojson') return { count, pieces: [geoJsonText([], groundTracks(scene), [])] };
  return { count, pieces: [format === 'kml' ? kmlText(scene, isoOf) : czmlText(scene, isoOf)] };
}
