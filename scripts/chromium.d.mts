import type { Browser, LaunchOptions } from 'playwright-core';

export declare const SOFTWARE_FLAGS: readonly string[];
export declare function findChromium(): string | undefined;
export declare function chromiumOptions(flags?: readonly string[]): LaunchOptions;
export declare function launchChromium(flags?: readonly string[]): Promise<Browser>;
