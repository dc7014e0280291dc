/** One quiet palette for the whole page; tells apart with any of the common colour-vision deficiencies. */
export const colors = {
  space: '#070b11',
  ocean: '#0d1a29',
  oceanEdge: '#0a131f',
  land: '#203448',
  coast: '#4d6b86',
  border: '#36506a',
  graticule: '#1b2c3e',
  night: '#02050a',
  glow: '#3d78b8',
  text: '#e8eef5',
  muted: '#9fb0c2',
  threat: '#ff7a4d',
  leaked: '#ff4d6a',
  shot: '#ffffff',
  report: '#7fe0c8',
  order: '#ffd166',
  site: '#c9d6e4',
  footprint: '#8fb8de',
  link: '#b3a4f5',
} as const;

/** For partners, functions and states, in order; after Okabe and Ito, lightened for a dark ground. */
export const categories = [
  '#5aa9f0',
  '#e9a13b',
  '#3fc1a3',
  '#d48ac0',
  '#d9cf6a',
  '#9a8cf0',
  '#e0785a',
  '#8fd0f5',
] as const;
export const otherColor = '#8494a6';
export const outColor = '#4a3138';
