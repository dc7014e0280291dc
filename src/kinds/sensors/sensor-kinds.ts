import { groundSensor } from './ground.ts';
import { spaceSensor } from './space.ts';

/** Every kind of sensor, by the word that plans name it by. */
export const sensorKinds = { space: spaceSensor, ground: groundSensor };

/** Names of the kinds of sensors. */
export type Platform = keyof typeof sensorKinds;
export const platforms = Object.keys(sensorKinds) as Platform[];
