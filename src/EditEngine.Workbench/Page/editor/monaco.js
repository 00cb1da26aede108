// The editor itself, and its colours in both themes.

const colours = {
  light: { keyword: '0b57d0', comment: '5b6470', string: '8a1f11', number: '19652f', enumMember: '19652f', operator: '3b4148', class: '6b2fa0', macro: '6b2fa0', function: '7a4b00', property: '005a6f', variable: '1b1f24', label: '6b2fa0' },
  dark: { keyword: '8ab4f8', comment: 'a3abb5', string: 'f0a58f', number: '8fd6a0', enumMember: '8fd6a0', operator: 'd0d3d8', class: 'd0a8f5', macro: 'd0a8f5', function: 'f2c063', property: '7fd1e3', variable: 'e8e8e8', label: 'd0a8f5' },
};
const grounds = {
  light: { 'editor.background': '#ffffff', 'editor.foreground': '#1b1f24', 'editorLineNumber.foreground': '#5b6470', 'editorCodeLens.foreground': '#545d68', 'editorInlayHint.foreground': '#545d68', 'editorInlayHint.background': '#f4f6f8' },
  dark: { 'editor.background': '#1e1f22', 'editor.foreground': '#e8e8e8', 'editorLineNumber.foreground': '#a3abb5', 'editorCodeLens.foreground': '#b0b6be', 'editorInlayHint.foreground': '#b0b6be', 'editorInlayHint.background': '#27292d' },
};

export async function loadMonaco() {
  globalThis.require.config({ paths: { vs: '/vs' } });
  await new Promise((done, failed) => globalThis.require(['vs/editor/editor.main'], done, failed));
  const monaco = globalThis.monaco;
  for (const theme of ['light', 'dark']) {
    monaco.editor.defineTheme(`edits-${theme}`, {
      base: theme === 'dark' ? 'vs-dark' : 'vs',
      inherit: true,
      rules: Object.entries(colours[theme]).map(([token, foreground]) => ({ token, foreground, fontStyle: token === 'keyword' ? 'bold' : token === 'comment' ? 'italic' : '' })),
      colors: grounds[theme],
    });
  }
  monaco.languages.register({ id: 'edits', extensions: ['.edit'] });
  monaco.languages.setLanguageConfiguration('edits', {
    comments: { lineComment: '--' },
    brackets: [['{', '}'], ['(', ')'], ['[', ']']],
    autoClosingPairs: [{ open: '{', close: '}' }, { open: '(', close: ')' }, { open: '"', close: '"', notIn: ['string', 'comment'] }],
    wordPattern: /@?[A-Za-z_][\w-]*|\d[\w.-]*/,
  });
  return monaco;
}
