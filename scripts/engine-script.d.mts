export declare function engineScript(isPlain: boolean): Promise<string>;
