import { spaceInterceptors } from './space.ts';
import { surfaceInterceptors } from './surface.ts';

/** Every kind of interceptors, by the word that plans name it by. */
export const interceptorKinds = { space: spaceInterceptors, surface: surfaceInterceptors };

/** Names of the kinds of interceptors. */
export type Basing = keyof typeof interceptorKinds;
export const basings = Object.keys(interceptorKinds) as Basing[];
