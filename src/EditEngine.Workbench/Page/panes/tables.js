// What the pack looks up, and where a code stands.

import { post } from '/shell/server.js';
import { element, settled, count } from '/shell/elements.js';

export const tables = {
  id: 'tables',
  title: 'Tables',
  mount(root, desk) {
    const code = element('input', { type: 'search', id: 'code', autocomplete: 'off', spellcheck: 'false', placeholder: '99213' });
    const found = element('div', { 'aria-live': 'polite' });
    const list = element('div');
    root.append(
      element('form', { class: 'asked', onsubmit: event => { event.preventDefault(); search(); } }, element('label', { for: 'code' }, 'Find a code', code), element('button', {}, 'Find')),
      found,
      list);

    const asked = extra => ({ pack: desk.pack, texts: desk.documents.texts(), ...extra });
    const link = (text, place) => place?.file ? element('button', { type: 'button', class: 'link', onclick: () => desk.documents.open(place.file, place) }, text) : element('span', {}, text);
    const days = spans => spans.map(span => span === 'open .. open' ? 'on every day' : span).join(', ');
    const told = (home, refused) => home.replaceChildren(element('p', { class: 'error' }, refused.message));

    async function search() {
      const text = code.value.trim();
      if (text === '') {
        found.replaceChildren();
        return;
      }
      try {
        const uses = await post('/api/tables/code', asked({ code: text }));
        if (code.value.trim() !== text) return;
        found.replaceChildren(...(uses.length === 0 ? [element('p', {}, `Nothing of this pack holds ${text}: no set, table, code table or edit.`)] : uses.flatMap(shown)));
      } catch (refused) {
        told(found, refused);
      }
    }

    function shown(uses) {
      return [
        element('h3', {}, `${uses.code}, a ${uses.system} code`),
        uses.validOn && element('p', {}, uses.validOn.length === 0 ? 'It is not in the code table.' : `Valid ${days(uses.validOn)}.`),
        uses.edits.length > 0 && table('Edits that ask for it', ['edit', 'title'], uses.edits.map(one => [link(one.id, one.place), one.title ?? ''])),
        uses.sets.length > 0 && table('Sets that hold it', ['set', 'on which days'], uses.sets.map(one => [link(one.name, one.place), days(one.days)])),
        uses.rows.length > 0 && table('Rows of tables', ['table', 'in force', 'row'], uses.rows.map(one => [link(one.table, one.place), element('span', { class: 'day' }, days([one.days])), one.text])),
        uses.moreRows > 0 && element('p', { class: 'note' }, `And ${count(uses.moreRows, 'row')} more.`),
      ].filter(Boolean);
    }

    function table(caption, heads, rows) {
      return element('table', {}, element('caption', {}, caption), element('thead', {}, element('tr', {}, ...heads.map(head => element('th', { scope: 'col' }, head)))),
        element('tbody', {}, ...rows.map(row => element('tr', {}, ...row.map(cell => element('td', {}, cell))))));
    }

    // Asked while it is looked at, and not otherwise.
    let isShown = false;
    const refresh = settled(250, async () => {
      if (!isShown) return;
      try {
        const all = await post('/api/tables', asked());
        list.replaceChildren(all.length === 0 ? element('p', { class: 'note' }, 'The pack reads no tables and no lists of codes.')
          : table('What the pack looks up', ['name', 'rows', 'from'], all.map(one => [link(one.name, one.place), one.rows.toLocaleString('en-US'), [one.file ?? 'rows in the rules', ...one.releases].join(', ')])));
      } catch (refused) {
        list.replaceChildren(element('p', { class: 'note' }, refused.message));
      }
      if (code.value.trim() !== '') search();
    });
    desk.on('shown', id => {
      isShown = id === 'tables';
      refresh();
    });
    for (const event of ['edited', 'saved', 'pack', 'files']) desk.on(event, refresh);
    code.addEventListener('input', settled(250, search));
  },
};
