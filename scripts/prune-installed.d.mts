export declare const unused: Readonly<Record<string, string>>;
export declare function prune(installed: string): void;
