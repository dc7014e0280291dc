declare module 'cupola/catalog.json' {
  import type { Catalog } from 'cupola';

  const catalog: Catalog;
  export default catalog;
}

declare module 'virtual:scenarios' {
  /** Text of each shipped scenario by its file name without ending. */
  const scenarios: Record<string, string>;
  export default scenarios;
  /** What each is called, by the same name. */
  export const titles: Record<string, string>;
}

declare module 'virtual:stories' {
  import type { Switches } from './worker/protocol.ts';

  /** Words by the code of a language. */
  type Words = Record<string, string>;

  export interface StoryScene {
    /** Name of a shipped scenario, and who is switched off in it; as in the scene before where absent. */
    scenario?: string;
    switches?: Switches;
    /** The answer that it speaks of. */
    card?: string;
    caption: Words;
  }

  export interface Story {
    title: Words;
    scenes: StoryScene[];
  }

  const stories: Record<string, Story>;
  export default stories;
}

declare module 'world-atlas/countries-110m.json' {
  import type { GeometryCollection, Topology } from 'topojson-specification';

  const topology: Topology<{ countries: GeometryCollection; land: GeometryCollection }>;
  export default topology;
}

interface ImportMeta {
  /** Whether it is built, not served by Vite from its sources. */
  env: { PROD: boolean };
  /** Modules by a pattern of their paths, each loaded when it is asked for (Vite). */
  glob<Module>(pattern: string, options: { import: 'default' }): Record<string, () => Promise<Module>>;
}

declare module '*.css';
declare module '*?url' {
  const url: string;
  export default url;
}
declare module '*?raw' {
  const text: string;
  export default text;
}

declare const CUPOLA_VERSION: string;
