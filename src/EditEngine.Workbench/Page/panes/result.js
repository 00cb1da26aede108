// What the pack decides of the claim in hand, and why.

import { post } from '/shell/server.js';
import { count, element, settled } from '/shell/elements.js';
import { claimOf } from '/claim/held.js';
import { explain, giveUp, missingLinks } from '/claim/explanation.js';
import { problemList } from '/claim/problems.js';

const groups = [
  ['active', 'Findings', 'decide the claim'], ['monitor', 'Monitored', 'would decide, and only watch'], ['bypassed', 'Bypassed', 'an exception holds'], ['suppressed', 'Outranked', 'another finding wins'],
];

export const result = {
  id: 'result',
  title: 'Result',
  mount(root, desk) {
    const held = claimOf(desk);
    const open = new Set();
    const summary = element('div', { id: 'result-summary', role: 'status' });
    const body = element('div', { id: 'result-body' });
    const choice = element('input', { id: 'why-not', type: 'text', list: 'why-not-edits', autocomplete: 'off', spellcheck: 'false', onkeydown: event => { if (event.key === 'Enter') ask(); } });
    const edits = element('datalist', { id: 'why-not-edits' });
    const answer = element('div', { id: 'why-not-answer' });
    const asking = element('section', { 'aria-labelledby': 'why-not-title' }, element('h3', { id: 'why-not-title' }, 'Why not?'),
      element('div', { class: 'asked' }, element('label', {}, 'An edit that did not fire', choice), edits, element('button', { type: 'button', id: 'why-not-ask', onclick: ask }, 'Explain')), answer);
    root.replaceChildren(summary, body, asking);

    function ask() {
      const id = choice.value.trim();
      if (id !== '') explain(answer, id, desk, { isAbsent: true });
    }

    const listEdits = settled(400, async () => {
      const told = await post('/api/edits', { ...held.pack }).catch(() => null);
      if (told?.edits) edits.replaceChildren(...told.edits.map(edit => element('option', { value: edit.id }, edit.title)));
    });

    function entry(key, edit, subject, title, text, message, ...more) {
      const home = element('div', { class: 'explained' });
      const details = element('details', { class: 'finding', 'data-edit': edit, open: open.has(key), ontoggle: () => {
        if (details.open === open.has(key) && home.childElementCount > 0) return;
        if (details.open) {
          open.add(key);
          explain(home, edit, desk, { subject });
        } else {
          open.delete(key);
          giveUp(home);
        }
      } }, element('summary', {}, element('strong', {}, edit), ` ${text}`, title && element('span', { class: 'note-inline' }, ` — ${title}`), message && element('div', { class: 'message' }, message)), home);
      if (open.has(key)) explain(home, edit, desk, { subject });
      return element('li', {}, details, ...more);
    }

    function finding(one, titles, claim) {
      const target = one.line !== undefined ? `line ${one.line}` : one.field ?? 'claim';
      const text = [
        `${target}: ${one.action}`, one.carc && `${one.groupCode ?? ''} ${one.carc}`.trim(), one.reason, one.queue && `queue ${one.queue}`,
        one.bypass && `bypassed because ${one.bypass.because}${one.bypass.until ? ` (until ${one.bypass.until})` : ''}`, one.suppressedBy && `outranked by ${one.suppressedBy}`].filter(Boolean).join(' · ');
      const rows = (one.rows ?? []).map(row => `@${row.table} ${row.key}, ${row.from ?? ''} .. ${row.through ?? ''}`);
      return entry(`${one.edit} ${target} ${one.state}`, one.edit, target, titles[one.edit], text, one.message, rows.length > 0 && element('p', { class: 'note' }, `Rows: ${rows.join('; ')}`));
    }

    function openOne(one, titles) {
      const target = one.line !== undefined ? `line ${one.line}` : 'claim';
      const because = { 'over-budget': 'it looked at too much', overflow: 'a number or date went beyond what is kept' }[one.because];
      return entry(`${one.edit} ${target} open`, one.edit, target, titles[one.edit], `${target}: not evaluated`, null, element('p', { class: 'message' }, because ?? 'Supply ', ...(because ? [] : missingLinks(one.missing, name => desk.emit('supply', name)))));
    }

    function lines(decided) {
      return element('div', { class: 'wide' }, element('table', { id: 'result-lines' }, element('caption', {}, 'Lines'),
        element('thead', {}, element('tr', {}, ...['line', 'decided', 'by', 'units', 'allowed', 'pays'].map(head => element('th', { scope: 'col' }, head)))),
        element('tbody', {}, ...decided.lines.map(line => element('tr', {}, ...[line.number, line.status, line.winning, line.billedUnits, line.allowedUnits, line.payPercent === undefined ? '' : line.allowedUnits === 0 ? '–' : `${line.payPercent}%`].map(value => element('td', {}, String(value ?? ''))))))));
    }

    function section(id, title, what, items) {
      return items.length > 0 && element('section', { 'aria-labelledby': `result-${id}` }, element('h3', { id: `result-${id}` }, `${title} (${items.length})`), element('p', { class: 'note' }, what), element('ul', { class: 'entries' }, ...items));
    }

    function show() {
      const { outcome } = held;
      asking.hidden = held.value === null;
      if (outcome === null || outcome === undefined) {
        summary.replaceChildren(element('p', {}, 'There is no claim in hand yet: write or open one in the pane ', element('button', { type: 'button', class: 'link', onclick: () => desk.show('claim') }, 'Claim'), '.'));
        body.replaceChildren();
        return;
      }
      if (!outcome.result) {
        summary.replaceChildren(element('p', { class: 'error' }, outcome.said ?? 'The claim cannot be decided as it is.'));
        body.replaceChildren(problemList(outcome.problems ?? []));
        return;
      }
      const { result: decided, titles, isCurrent, errors } = outcome;
      const openOnes = decided.notEvaluated ?? [];
      const counted = groups.map(([state, title]) => [decided.findings.filter(one => one.state === state).length, title.toLowerCase()]).filter(([number]) => number > 0).map(([number, title]) => title === 'findings' ? count(number, 'finding') : `${number} ${title}`);
      summary.replaceChildren(...[
        element('p', {}, `Claim ${decided.claim}: `, element('strong', { class: `disposition ${decided.disposition}` }, decided.disposition), `. ${[...counted, openOnes.length > 0 && `${openOnes.length} not evaluated`].filter(Boolean).join(', ') || 'Nothing was found'}.`),
        element('p', { class: 'note' }, `As of ${decided.asOf}, by ${decided.pack}.`),
        !isCurrent && element('p', { class: 'warning', id: 'result-outdated' }, `The pack has errors; its last text without errors decides. ${errors[0] ?? ''}`)].filter(Boolean));
      body.replaceChildren(...[
        ...groups.map(([state, title, what]) => section(state, title, what, decided.findings.filter(one => one.state === state).map(one => finding(one, titles)))),
        section('open', 'Not evaluated', 'a field that is missing decides', openOnes.map(one => openOne(one, titles))),
        section('added', 'Added lines', 'the claim is paid with them', (decided.addedLines ?? []).map(one => element('li', {}, `${one.procedure}${(one.modifiers ?? []).map(modifier => `-${modifier}`).join('')} ×${one.units}, pays ${one.payPercent}%, by ${one.edit}`))),
        section('history', 'Earlier claims', 'what is decided of them', (decided.historyActions ?? []).map(one => element('li', {}, `${one.claimId} line ${one.number}: ${one.action} by ${one.edit}`))),
        lines(decided)].filter(Boolean));
    }

    desk.on('deciding', () => giveUp());
    desk.on('deciding', () => summary.replaceChildren(element('p', {}, 'The pack is being read, and the claim decided.')));
    desk.on('decided', () => {
      show();
      if (answer.childElementCount > 0) ask();
    });
    desk.on('why-not', id => {
      choice.value = id;
      desk.show('result');
      ask();
    });
    for (const event of ['pack', 'saved', 'connected']) desk.on(event, listEdits);
    listEdits();
    show();
  },
};
