import type { CommandSpec } from './command.ts';

/** `cupola mcp`: the commands that answer, as tools of the Model Context Protocol. @param all every command */
export const mcpOf = (all: () => readonly CommandSpec[]): CommandSpec => ({
  name: 'mcp',
  isEnglishOnly: true,
  isDateless: true,
  isServer: true,
  summary:
    'A server of the Model Context Protocol on standard input and output: tools run, partners, source, reconcile, quote, catalog_search',
  configure() {},
  examples: ['cupola mcp'],
  async run({ signal, note }) {
    const { serveTools } = await import('./mcp-server.ts');
    await serveTools(all(), { signal, note });
    return 0;
  },
});
