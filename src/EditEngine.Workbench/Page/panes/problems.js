// All that is to be said of the pack, file by file.

import { element, redraw, settled, count } from '/shell/elements.js';

const words = ['', 'error', 'warning', 'note'];

/** How many there are of each weight. */
const counted = all => all.length === 0 ? 'The packs have no problems.'
  : [1, 2, 3].map(severity => [all.filter(one => one.severity === severity).length, words[severity]]).filter(([number]) => number > 0).map(([number, word]) => count(number, word)).join(', ');

export const problems = {
  id: 'problems',
  title: 'Problems',
  mount(root, desk) {
    const show = settled(50, () => {
      const all = [...desk.diagnostics].flatMap(([name, told]) => told.map(one => ({ name, ...one }))).sort((a, b) => a.severity - b.severity);
      redraw(root,
        element('p', {}, counted(all)),
        element('ul', { class: 'problems' }, ...all.slice(0, 500).map(one => element('li', {},
          element('button', { type: 'button', class: 'link', onclick: () => desk.documents.open(one.name, { line: one.range.start.line + 1, column: one.range.start.character + 1 }) }, `${one.name}, line ${one.range.start.line + 1}`),
          ' ', element('span', { class: one.severity === 1 ? 'error' : one.severity === 2 ? 'warning' : '' }, `${words[one.severity] ?? ''} ${one.code}`),
          element('div', {}, one.message)))),
        ...(all.length > 500 ? [element('p', { class: 'note' }, `${all.length - 500} more are not listed.`)] : []));
    });
    desk.on('diagnostics', show);
    root.replaceChildren(element('p', {}, 'The packs are being read.'));
  },
};
