// The tests beside the edits, run as one types, and tests made of the claim in hand.

import { post } from '/shell/server.js';
import { count, element, settled } from '/shell/elements.js';
import { claimOf } from '/claim/held.js';

export const tests = {
  id: 'tests',
  title: 'Tests',
  mount(root, desk) {
    const held = claimOf(desk);
    let cursor = null;
    let isShown = false;
    let running = null;
    let known = { edit: null, line: 0 };

    const scope = element('select', { id: 'tests-scope', onchange: () => run() }, element('option', { value: 'cursor' }, 'of the edit at the cursor'), element('option', { value: 'all' }, 'of the pack'));
    const summary = element('div', { id: 'tests-summary', role: 'status' });
    const body = element('div', { id: 'tests-body' });
    const edit = element('input', { id: 'test-edit', type: 'text', list: 'why-not-edits', autocomplete: 'off', spellcheck: 'false' });
    const leavesOut = element('input', { id: 'test-least', type: 'checkbox', checked: true });
    const made = element('div', { id: 'test-said', role: 'status' });
    root.replaceChildren(
      element('div', { class: 'asked' }, element('label', {}, 'Tests', scope), element('button', { type: 'button', id: 'tests-run', onclick: () => run() }, 'Run')),
      summary, body,
      element('section', { id: 'test-make-part', 'aria-labelledby': 'test-make-title' }, element('h3', { id: 'test-make-title' }, 'Make the claim in hand a test'),
        element('div', { class: 'asked' }, element('label', {}, 'of the edit', edit), element('label', { class: 'inline' }, element('span', {}, leavesOut, ' leave out what the edit does not look at')),
          element('button', { type: 'button', id: 'test-make', class: 'main', onclick: () => make() }, 'Make this claim a test')),
        element('p', { class: 'note' }, 'It is written into the text and expects what the edit does now. Nothing is saved by itself. A test is kept with the rules: it must not hold what tells of a person.'), made));

    async function run() {
      running?.abort();
      const asked = running = new AbortController();
      const ofCursor = scope.value === 'cursor';
      if (ofCursor && !cursor?.file?.toLowerCase().endsWith('.edit')) return void tell('Put the cursor into an edit, or choose the tests of the pack.', []);
      try {
        const told = await post('/api/tests/run', { ...held.pack, file: ofCursor ? cursor.file : null, line: ofCursor ? cursor.line : 0 }, asked.signal);
        if (running !== asked) return;
        if (told.said) return void tell(told.said, [], true);
        known.edit = told.edit ?? null;
        if (told.edit && edit.value !== told.edit && document.activeElement !== edit) edit.value = told.edit;
        show(told);
      } catch (refused) {
        if (refused.name !== 'AbortError') tell(refused.message, []);
      }
    }
    const later = settled(300, () => { if (isShown) run(); });

    function tell(text, shown, isBad = false) {
      summary.replaceChildren(...[element('p', { class: isBad ? 'error' : '' }, text)]);
      body.replaceChildren(...shown);
    }

    function show({ tests: all, untested, isCurrent, errors, edit: id }) {
      const failed = all.filter(one => !one.hasPassed);
      const of = id ? ` of ${id}` : '';
      const text = all.length === 0 ? (id ? `${id} has no test.` : scope.value === 'cursor' ? 'The cursor is in no edit.' : 'The pack has no test.')
        : failed.length === 0 ? `${all.length > 1 ? 'All ' : ''}${count(all.length, 'test')}${of} passed.` : `${failed.length} of ${count(all.length, 'test')}${of} failed.`;
      tell(text, [
        !isCurrent && element('p', { class: 'warning', id: 'tests-outdated' }, `The pack has errors; these are the tests of its last text without errors. ${errors[0] ?? ''}`),
        all.length > 0 && element('ul', { class: 'tests' }, ...[...failed, ...all.filter(one => one.hasPassed)].slice(0, 300).map(test)),
        all.length > 300 && element('p', { class: 'note' }, `${all.length - 300} more are not listed.`),
        untested.length > 0 && element('p', { class: 'note' }, `Without a test: ${untested.slice(0, 20).join(', ')}${untested.length > 20 ? ` and ${untested.length - 20} more` : ''}.`)].filter(Boolean), failed.length > 0);
    }

    function test(one) {
      const place = line => () => desk.documents.open(one.file, { line });
      return element('li', { 'data-test': one.title },
        element('span', { class: 'grow' },
          element('span', { class: one.hasPassed ? 'good' : 'error' }, one.hasPassed ? '✓ passed ' : '✗ failed '),
          element('button', { type: 'button', class: 'link', onclick: place(one.line) }, one.title || '(no title)'),
          scope.value === 'all' && element('span', { class: 'note-inline' }, ` ${one.edit}`)),
        one.isReadable && element('button', { type: 'button', 'aria-label': `Try its claim: ${one.title}`, onclick: () => tryClaim(one) }, 'Try its claim'),
        !one.isReadable && element('p', { class: 'error' }, 'A mistake in it keeps it from running: see Problems.'),
        one.failures.length > 0 && element('table', { class: 'expected' },
          element('thead', {}, element('tr', {}, element('th', { scope: 'col' }, 'expected'), element('th', { scope: 'col' }, 'found'))),
          element('tbody', {}, ...one.failures.map(failure => element('tr', {},
            element('td', {}, element('button', { type: 'button', class: 'link', onclick: place(failure.line) }, failure.expected)),
            element('td', {}, ...failure.found.map(found => element('div', {}, found))))))));
    }

    async function tryClaim(one) {
      try {
        const { claim, asOf, said } = await post('/api/tests/claim', { ...held.pack, edit: one.edit, title: one.title });
        if (!claim) throw new Error(said);
        desk.emit('try', { value: claim, day: asOf });
        desk.emit('why-not', one.edit);
      } catch (refused) {
        desk.say(refused.message);
      }
    }

    async function make() {
      if (!held.value) return void made.replaceChildren(element('p', { class: 'error' }, 'There is no claim in hand: write or open one in the pane “Claim”.'));
      if (edit.value.trim() === '') return void made.replaceChildren(element('p', { class: 'error' }, 'Name the edit that the test is of.'));
      try {
        const told = await post('/api/tests/make', { ...held.pack, claim: held.asked, edit: edit.value.trim(), leavesOut: leavesOut.checked });
        if (told.said) throw new Error(told.said);
        const one = await desk.documents.load(told.file);
        const at = { startLineNumber: told.at.line, startColumn: told.at.column, endLineNumber: told.at.line, endColumn: told.at.column };
        one.model.pushStackElement();
        one.model.pushEditOperations([], [{ range: at, text: told.text }], () => null);
        one.model.pushStackElement();
        made.replaceChildren(element('p', { class: 'good' }, `The test “${told.title}” stands in ${told.file}, line ${told.at.line + 2}; it is not saved yet.`),
          told.unsaid.length > 0 ? element('p', { class: 'warning' }, `The test's claim is another in: ${told.unsaid.join(', ')}.`) : '');
        await desk.documents.open(told.file, { line: told.at.line + 2 });
      } catch (refused) {
        made.replaceChildren(element('p', { class: 'error' }, refused.message));
      }
    }

    desk.on('place', place => {
      if (cursor?.file === place.file && cursor?.line === place.line) return;
      cursor = place;
      if (scope.value === 'cursor') later();
    });
    for (const event of ['edited', 'saved', 'pack', 'files', 'opened']) desk.on(event, later);
    desk.on('shown', id => {
      isShown = id === 'tests';
      if (isShown) run();
    });
    desk.on('make-test', id => {
      edit.value = id;
      desk.show('tests');
      edit.value = id;
      document.getElementById('test-make').focus();
    });
    desk.on('lens', lens => {
      const file = desk.nameOf(lens.uri);
      if (lens.test !== null && lens.command.toLowerCase().includes('explain')) {
        tryClaim({ edit: lens.edit, title: lens.test });
        return;
      }
      if (file) cursor = { ...(cursor ?? {}), file };
      desk.show('tests');
    });
  },
};
