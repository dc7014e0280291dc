import { usePlainMath } from './plain-math.ts';

usePlainMath();
