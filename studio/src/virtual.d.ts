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

declare module 'world-atlas/countries-110m.json' {
  import type { GeometryCollection, Topology } from 'topojson-specification';

  const topology: Topology<{ countries: GeometryCollection; land: GeometryCollection }>;
  export default topology;
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
