interface Addresses {
  repository?: string;
  bugs?: string;
}

export declare function publicAddresses(
  manifest: { repository?: string | { url?: string }; bugs?: string | { url?: string } },
  given: Addresses,
): { problems: string[]; fields: { repository: { type: string; url: string }; bugs: { url: string } } };
export declare function versionProblems(
  version: string,
  found: { changelog: string; others: Record<string, string | undefined> },
): string[];
