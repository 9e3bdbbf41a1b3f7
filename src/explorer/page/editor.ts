import * as monaco from 'monaco-graphql/esm/monaco-editor.js';

self.MonacoEnvironment = {
  getWorker: (_, language) => new Worker(language === 'graphql' || language === 'json' ? WORKERS[language] : WORKERS.editor, { type: 'module' }),
};

type Palette = Readonly<Record<'accent' | 'paper' | 'ink' | 'faint' | 'name' | 'text', string>>;

const LIGHT: Palette = { accent: '#b23a2f', paper: '#fffdfa', ink: '#39415a', faint: '#7d8296', name: '#3f5a9d', text: '#2f6b4f' };
const DARK: Palette = { accent: '#f0897d', paper: '#222736', ink: '#d9d6cf', faint: '#8b91a6', name: '#9fb5ee', text: '#9ccfa8' };
const CLEAR = '#ffffff00';

const theme = (base: 'vs' | 'vs-dark', { accent, paper, ink, faint, name, text }: Palette): monaco.editor.IStandaloneThemeData => ({
  base,
  inherit: true,
  rules: [
    { token: 'comment', foreground: faint },
    { token: 'keyword', foreground: accent },
    { token: 'number', foreground: accent },
    { token: 'string', foreground: text },
    { token: 'key.identifier', foreground: ink },
    { token: 'type.identifier', foreground: name },
    { token: 'argument.identifier', foreground: name },
    { token: 'string.key.json', foreground: name },
    { token: 'string.value.json', foreground: text },
  ],
  colors: {
    focusBorder: accent,
    'scrollbar.shadow': CLEAR,
    'editor.background': CLEAR,
    'editor.foreground': ink,
    'editorBracketHighlight.foreground1': faint,
    'editorBracketHighlight.foreground2': faint,
    'editorBracketHighlight.foreground3': faint,
    'editorHoverWidget.background': paper,
    'editorLineNumber.foreground': faint,
    'editorLineNumber.activeForeground': ink,
    'editorLink.activeForeground': accent,
    'editorSuggestWidget.background': paper,
    'editorSuggestWidget.focusHighlightForeground': accent,
    'editorSuggestWidget.highlightForeground': accent,
    'editorSuggestWidget.selectedBackground': `${accent}22`,
    'editorSuggestWidget.selectedForeground': ink,
    'editorWidget.background': paper,
    'list.highlightForeground': accent,
    'list.hoverBackground': `${accent}16`,
    'menu.background': paper,
    'menu.selectionBackground': `${accent}22`,
    'menu.selectionForeground': ink,
    'quickInput.background': paper,
    'quickInputList.focusBackground': `${accent}22`,
    'quickInputList.focusForeground': ink,
    'textLink.activeForeground': accent,
    'textLink.foreground': accent,
  },
});

export const editorTheme = { light: 'musubi-light', dark: 'musubi-dark' };

monaco.editor.defineTheme(editorTheme.light, theme('vs', LIGHT));
monaco.editor.defineTheme(editorTheme.dark, theme('vs-dark', DARK));

// GraphiQL itself follows the system from light to dark at once, but its editors only after a reload.
matchMedia('(prefers-color-scheme: dark)').addEventListener('change', ({ matches }) => {
  const chosen = document.body.matches('.graphiql-light, .graphiql-dark');
  if (!chosen) monaco.editor.setTheme(matches ? editorTheme.dark : editorTheme.light);
});

const FONTS = ['SF Mono', 'Cascadia Code', 'Menlo', 'Consolas', 'DejaVu Sans Mono', 'Hiragino Sans', 'BIZ UDGothic', 'Noto Sans Mono CJK JP'];

monaco.editor.onDidCreateEditor((editor) => {
  editor.updateOptions({
    fontFamily: ['ui-monospace', ...FONTS.map((name) => `"${name}"`), 'monospace'].join(', '),
    // Monaco would frame the full-width punctuation of every Japanese title as a look-alike of an ASCII character.
    unicodeHighlight: { ambiguousCharacters: false },
  });
});
