// What build.mjs puts into the page.
declare const EXAMPLES: ReturnType<typeof import('../examples.js').readExamples>;
declare const WORKERS: { readonly editor: string; readonly graphql: string; readonly json: string };

declare module '*.css';
