// Bundles the page at / into src/generated/explorer/, unless neither its sources nor its libraries have changed since it was last bundled.
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';

const root = fileURLToPath(new URL('../../', import.meta.url));
const sources = join(root, 'src/explorer');
const target = join(root, 'src/generated/explorer');
const stampFile = join(target, '.stamp');

const PAGE = 'src/explorer/page/page.tsx';
const MARK = 'src/explorer/page/mark.svg';
const LIBRARIES = ['@graphiql/react', 'esbuild', 'graphiql', 'graphql', 'monaco-editor', 'monaco-graphql', 'react', 'react-dom'];
const WORKERS = {
  editor: 'node_modules/monaco-editor/esm/vs/editor/editor.worker.js',
  graphql: 'node_modules/monaco-graphql/esm/graphql.worker.js',
  json: 'node_modules/monaco-editor/esm/vs/language/json/json.worker.js',
};

const stamp = await stampOfInputs();
if (!existsSync(stampFile) || (await readFile(stampFile, 'utf8')) !== stamp) {
  // Made aside and then moved, so that a build that fails leaves no half of a page.
  const draft = `${target}.${process.pid}`;
  try {
    await makePage(draft);
    await rm(target, { recursive: true, force: true });
    await rename(draft, target);
  } finally {
    await rm(draft, { recursive: true, force: true });
  }
}

async function stampOfInputs() {
  const files = (await readdir(sources, { recursive: true })).filter((name) => name.includes('.')).sort();
  const inputs = [...files.map((name) => join(sources, name)), ...LIBRARIES.map((name) => join(root, 'node_modules', name, 'package.json'))];
  const hash = createHash('sha256');
  for (const input of inputs) hash.update(input.slice(root.length)).update(await readFile(input));
  return hash.digest('hex');
}

async function makePage(directory) {
  const { tsImport } = await import('tsx/esm/api');
  const { readExamples } = await tsImport('./examples.ts', import.meta.url);

  const workers = await bundle(directory, Object.values(WORKERS));
  const page = await bundle(directory, [PAGE, MARK], {
    EXAMPLES: JSON.stringify(readExamples()),
    WORKERS: JSON.stringify(Object.fromEntries(Object.entries(WORKERS).map(([name, source]) => [name, urlOf(madeOf(workers, source).file)]))),
  });

  const { file: script, cssBundle: style } = madeOf(page, PAGE);
  const urls = { script: urlOf(script), style: urlOf(style), mark: urlOf(madeOf(page, MARK).file) };
  const html = await readFile(join(sources, 'page/index.html'), 'utf8');
  await writeFile(
    join(directory, 'index.html'),
    html.replace(/\{(script|style|mark)\}/g, (_, name) => urls[name]),
  );

  // esbuild writes a style for each script that is loaded later, too; the page's own holds them all.
  const spare = Object.keys(page).filter((file) => file.endsWith('.css') && file !== style);
  await Promise.all(spare.map((file) => rm(join(root, file))));

  for (const name of await readdir(join(directory, 'assets'))) {
    const file = join(directory, 'assets', name);
    await writeFile(`${file}.gz`, gzipSync(await readFile(file), { level: 9 }));
  }
  await writeFile(join(directory, '.stamp'), stamp);
}

/** What esbuild made of the entry points and everything they import, by file. */
async function bundle(directory, entryPoints, define = {}) {
  // Imported only now, since a start that has nothing to bundle need not wait for it.
  const { build } = await import('esbuild');
  const { metafile } = await build({
    entryPoints,
    define: { 'process.env.NODE_ENV': '"production"', ...define },
    absWorkingDir: root,
    outdir: join(directory, 'assets'),
    entryNames: '[name]-[hash]',
    assetNames: '[name]-[hash]',
    chunkNames: '[name]-[hash]',
    loader: { '.svg': 'copy', '.ttf': 'file' },
    // GraphiQL loads these under their old names, which are CommonJS: split off, those would lose their named exports.
    alias: { 'prettier/parser-babel': 'prettier/plugins/babel', 'prettier/parser-graphql': 'prettier/plugins/graphql' },
    bundle: true,
    splitting: true,
    minify: true,
    metafile: true,
    format: 'esm',
    target: 'es2022',
    jsx: 'automatic',
    legalComments: 'linked',
  });
  return metafile.outputs;
}

function madeOf(outputs, source) {
  const [file, output] = Object.entries(outputs).find(([, { entryPoint }]) => entryPoint === source);
  return { file, ...output };
}

function urlOf(file) {
  return `/assets/${basename(file)}`;
}
