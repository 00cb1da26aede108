// What stands in the file: edits, tests, sets, tables.

import { element, redraw, settled } from '/shell/elements.js';

export function showOutline(desk) {
  const home = document.getElementById('outline');
  const show = settled(200, async () => {
    const document = desk.documents.current;
    if (!document?.isRules) {
      home.replaceChildren(element('p', { class: 'note' }, 'Rule files have an outline.'));
      return;
    }
    const symbols = await desk.language.request('textDocument/documentSymbol', { textDocument: { uri: desk.uriOf(document.name) } }).catch(() => null);
    if (symbols === null || desk.documents.current !== document) return;
    const list = entries => element('ul', {}, ...entries.map(entry => element('li', {},
      element('button', { type: 'button', title: entry.detail, onclick: () => desk.documents.open(document.name, { line: entry.selectionRange.start.line + 1, column: entry.selectionRange.start.character + 1 }) }, entry.name),
      entry.children?.length > 0 && list(entry.children))));
    redraw(home, symbols.length > 0 ? list(symbols) : element('p', { class: 'note' }, 'Nothing stands in it yet.'));
  });
  for (const event of ['opened', 'edited', 'diagnostics', 'connected']) desk.on(event, show);
}
