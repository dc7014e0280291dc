/**
 * Files of orbits from one format into another.
 * @module
 */
export { type FrameName, frames } from '../physics/inertial-frames.ts';
export { healthNote } from '../world/health-notes.ts';
export { type Converted, type ConvertWish, convertOrbits, type Inspected, inspectOrbits } from './convert.ts';
export { CONVERT_FORMATS, type ConvertFormat, endingOf, formatOfEnding, isElementNotation } from './formats.ts';
export { keeper } from './keep-words.ts';
