import { CHART_WIDTH } from '../../figures/chart.ts';

/** Narrower than drawn, the letters of a picture would be too small to read: it scrolls in its own box instead. */
const PICTURE_REM = CHART_WIDTH / 16;

/** Style of the report: reads on a screen and on a telephone, prints on A4 or Letter. */
export const reportStyle = `
:root { color-scheme: light; --ink: #1b2430; --faint: #5b6673; --rule: #d5dbe1; --accent: #1f5fa8; }
* { box-sizing: border-box; }
body { margin: 0 auto; max-width: 50rem; padding: 2.5rem 1.5rem 4rem; color: var(--ink); background: #fff;
  font: 16px/1.55 system-ui, -apple-system, "Segoe UI", "DejaVu Sans", sans-serif; }
h1 { font-size: 1.9rem; line-height: 1.2; margin: 0 0 .4rem; }
h2 { font-size: 1.3rem; margin: 2.6rem 0 .6rem; padding-top: .6rem; border-top: 2px solid var(--ink); }
h3 { font-size: 1rem; margin: 1.6rem 0 .3rem; }
h4 { font-size: .95rem; margin: 1.1rem 0 .2rem; }
p { margin: .5rem 0; }
a { color: var(--accent); }
.lead { color: var(--faint); margin: 0 0 1.6rem; }
.answers { list-style: none; margin: 0; padding: 0; display: grid; gap: 1.1rem; }
.answers li { border-left: 4px solid var(--accent); padding: .1rem 0 .1rem 1rem; }
.answers h3 { margin: 0 0 .2rem; font-size: 1rem; color: var(--accent); }
.answers p { margin: .2rem 0; }
figure { margin: 1.4rem 0; }
figcaption { margin-bottom: .5rem; }
figcaption strong { display: block; }
figcaption span { color: var(--faint); font-size: .92rem; }
svg { display: block; width: 100%; height: auto; }
caption span { display: block; max-width: calc(100vw - 3rem); }
@media screen {
  .scroll svg { min-width: ${PICTURE_REM}rem; }
  .scroll { background: linear-gradient(90deg, #fff 40%, #fff0) 0 0 / 2rem 100% no-repeat local, linear-gradient(270deg, #fff 40%, #fff0) 100% 0 / 2rem 100% no-repeat local,
    linear-gradient(90deg, #1b243030, #1b243000) 0 0 / .7rem 100% no-repeat scroll, linear-gradient(270deg, #1b243030, #1b243000) 100% 0 / .7rem 100% no-repeat scroll; }
}
@media screen and (max-width: 40rem) { body { padding: 1.5rem 1rem 3rem; } table { min-width: 32rem; } caption span { max-width: calc(100vw - 2rem); } h1 { font-size: 1.6rem; } }
figure .scroll { margin: 0; }
p.source { color: var(--faint); font-size: .8rem; margin: .2rem 0 0; overflow-wrap: anywhere; }
details { margin-top: .4rem; font-size: .88rem; }
summary { cursor: pointer; color: var(--accent); }
.scroll { overflow-x: auto; }
table { border-collapse: collapse; margin: .6rem 0; font-size: .88rem; width: 100%; font-variant-numeric: tabular-nums; }
caption { text-align: left; color: var(--faint); padding-bottom: .3rem; }
th, td { text-align: left; padding: .25rem .9rem .25rem 0; border-bottom: 1px solid var(--rule); vertical-align: top; }
th { font-weight: 600; border-bottom-color: var(--ink); }
td.number, th.number { text-align: right; }
ol.sources { font-size: .88rem; padding-left: 2.2rem; }
ol.sources li { margin: .25rem 0; overflow-wrap: anywhere; }
pre { background: #f3f5f7; padding: .8rem 1rem; font-size: .8rem; line-height: 1.45; white-space: pre-wrap; overflow-wrap: anywhere; }
code { font-family: ui-monospace, "DejaVu Sans Mono", monospace; font-size: .9em; }
pre.command { font-size: .85rem; color: var(--ink); }
nav { display: flex; flex-wrap: wrap; gap: .2rem 1rem; font-size: .9rem; margin: 1rem 0 0; }
blockquote { margin: .6rem 0; padding-left: 1rem; border-left: 4px solid var(--accent); font-size: 1.05rem; }
.note { color: var(--faint); font-size: .9rem; }
dl { display: grid; grid-template-columns: max-content 1fr; gap: .2rem 1.2rem; font-size: .92rem; }
dt { color: var(--faint); } dd { margin: 0; overflow-wrap: anywhere; }
@media screen { .study figure { overflow-x: auto; } .study figure > svg { min-width: ${PICTURE_REM}rem; } }
@page { size: auto; margin: 16mm 15mm 18mm; }
@media print {
  body { max-width: none; padding: 0; font-size: 10pt; line-height: 1.4; }
  h1 { font-size: 18pt; } h2 { font-size: 13pt; margin-top: 8mm; }
  h2, h3, h4, figcaption, caption { break-after: avoid; }
  .picture, .answers li, tr, dl, .kept, ol.sources li { break-inside: avoid; }
  caption span { max-width: none; }
  thead { display: table-header-group; }
  nav { display: none; }
  details.data { display: none; }
  details.data.printed { display: block; font-size: 8pt; }
  details.data.printed > summary { display: none; }
  details.data.printed::details-content { display: block; content-visibility: visible; }
  table { font-size: 8.5pt; }
  .scroll { overflow: visible; }
  a { color: inherit; text-decoration: none; }
  pre { border: 1px solid var(--rule); background: none; font-size: 7.5pt; }
}
`;
