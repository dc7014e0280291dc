import { readdirSync } from 'node:fs';

const models = readdirSync(new URL('../models', import.meta.url))
  .filter((name) => name !== 'index.md')
  .map((name) => name.replace('.md', ''));
const title = (word) => word[0].toUpperCase() + word.slice(1);

/** A dome, drawn here so that the page asks for no other file. */
const ICON = `data:image/svg+xml,${encodeURIComponent(
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 16 16"><path d="M1 13a7 7 0 0 1 14 0z" fill="#3451b2"/></svg>',
)}`;

/** What stands around the pages in French; those that there are not lead to the English ones. */
const FRENCH = {
  outline: { level: [2, 3], label: 'Sur cette page' },
  docFooter: { prev: 'Page précédente', next: 'Page suivante' },
  returnToTopLabel: 'Haut de la page',
  sidebarMenuLabel: 'Menu',
  darkModeSwitchLabel: 'Apparence',
  langMenuLabel: 'Langue',
  nav: [
    { text: 'Commencer', link: '/fr/start' },
    { text: 'Limites (en anglais)', link: '/limits' },
  ],
  sidebar: [
    { text: 'En français', items: [{ text: 'Commencer en cinq minutes', link: '/fr/start' }] },
    {
      text: 'En anglais',
      items: [
        { text: 'L’estimation du CBO refaite', link: '/tutorials/cbo-estimate' },
        { text: 'Une phrase qui résiste à la vérification', link: '/tutorials/reporter' },
        { text: 'Quand un partenaire part', link: '/tutorials/partner-withdrawal' },
        { text: 'Dessiner son propre bouclier', link: '/tutorials/architect' },
        { text: 'D’un scénario à un tableau de données', link: '/tutorials/python' },
        { text: 'Le studio', link: '/studio' },
        { text: 'Limites et hypothèses', link: '/limits' },
      ],
    },
  ],
};

/** @type {import('vitepress').UserConfig} */
export default {
  title: 'Cupola',
  description: 'Open simulator of a space-based missile defence and of the partners it depends on.',
  cleanUrls: false,
  head: [['link', { rel: 'icon', href: ICON }]],
  lastUpdated: false,
  // the page of the library is made by typedoc and stands beside these
  ignoreDeadLinks: [/^\/api\//],
  markdown: { html: true },
  locales: {
    root: { label: 'English', lang: 'en' },
    fr: {
      label: 'Français',
      lang: 'fr',
      link: '/fr/start',
      description: 'Simulateur ouvert d’une défense antimissile spatiale et des partenaires dont elle dépend.',
      themeConfig: FRENCH,
    },
  },
  vite: { build: { chunkSizeWarningLimit: 4000 } },
  themeConfig: {
    search: { provider: 'local' },
    i18nRouting: false, // the page of the other language is there for one page alone
    outline: [2, 3],
    nav: [
      { text: 'Start', link: '/start' },
      { text: 'Models', link: '/models/' },
      { text: 'Validation', link: '/validation' },
      { text: 'Reference', link: '/reference/scenario' },
    ],
    sidebar: [
      {
        text: 'Learn',
        items: [
          { text: 'Start in five minutes', link: '/start' },
          { text: 'The studio', link: '/studio' },
          { text: "Rebuild CBO's estimate", link: '/tutorials/cbo-estimate' },
          { text: 'A partner leaves', link: '/tutorials/partner-withdrawal' },
          { text: 'A sentence that stands up to a fact-checker', link: '/tutorials/reporter' },
          { text: 'Design a shield of your own', link: '/tutorials/architect' },
          { text: 'From a scenario to a data frame', link: '/tutorials/python' },
        ],
      },
      {
        text: 'Do',
        items: [
          { text: 'Add a system, a network, a threat, a partner', link: '/extend' },
          { text: 'Studies: many runs, laptop to cluster', link: '/ensembles' },
          { text: 'Reports and tables', link: '/data' },
          { text: 'Python and R', link: '/python' },
          { text: 'Tools for a language model', link: '/mcp' },
          { text: 'Networks: load, lateness, loss', link: '/networks' },
          { text: 'Exchange with other tools', link: '/exchange' },
          { text: 'Orbit zoo', link: '/orbit-zoo' },
          { text: 'Claims', link: '/claims' },
          { text: 'Why two totals differ', link: '/reconcile' },
          { text: 'The search for partners', link: '/sourcing' },
          { text: 'The dependence since 2019', link: '/dependence-history' },
          { text: 'Falls and footprints', link: '/falls-and-footprints' },
          { text: 'Use it as a library', link: '/library' },
        ],
      },
      {
        text: 'Trust',
        items: [
          { text: 'Limits and assumptions', link: '/limits' },
          { text: 'Validation', link: '/validation' },
          { text: 'What moved from 0.1 to 0.2', link: '/numbers-moved' },
          { text: 'Back-tests', link: '/back-tests' },
          { text: 'Laws on your scenario', link: '/selftest' },
          { text: 'How good the tests are', link: '/quality' },
          { text: 'Reliability', link: '/reliability' },
          { text: 'Beside other tools', link: '/comparison' },
          { text: 'What the catalog learned', link: '/catalog-updates' },
          { text: 'Decisions', link: '/decisions' },
        ],
      },
      {
        text: 'Models',
        collapsed: true,
        items: [
          { text: 'All', link: '/models/' },
          ...models.map((name) => ({ text: title(name), link: `/models/${name}` })),
        ],
      },
      {
        text: 'Reference',
        items: [
          { text: 'Scenario keys', link: '/reference/scenario' },
          { text: 'Commands', link: '/reference/commands' },
          { text: 'Catalog', link: '/reference/systems' },
          { text: 'Catalog fields', link: '/reference/catalog' },
          { text: 'Sources', link: '/reference/sources' },
          { text: 'A raid, stage by stage', link: '/reference/run' },
          { text: 'Records', link: '/reference/records' },
          { text: 'Result as JSON', link: '/reference/result' },
          { text: 'Glossary', link: '/glossary' },
        ],
      },
    ],
  },
};
