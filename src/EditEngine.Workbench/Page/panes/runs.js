// The pack over a file of claims: how far it is, what was decided, and the claims behind each figure.
//
// A claim that is chosen is told to the other panes: desk.emit('claim', { text, from }), its JSON and the file it is of.

import { get, lines, post } from '/shell/server.js';
import { element, count } from '/shell/elements.js';
import { bars } from '/shell/chart.js';

const dollars = cents => (cents / 100).toLocaleString('en-US', { style: 'currency', currency: 'USD' });
const number = value => value.toLocaleString('en-US');
const names = { edit: 'edit', carc: 'reason (CARC)', provider: 'billing provider', month: 'month', place: 'place of service' };
const mostBars = 12;

export const runs = {
  id: 'runs',
  title: 'Runs',
  mount(root, desk) {
    const file = element('input', { id: 'claims-file', list: 'claims-files', autocomplete: 'off', spellcheck: 'false', placeholder: 'claims.jsonl' });
    const known = element('datalist', { id: 'claims-files' });
    const start = element('button', { class: 'main' }, 'Run');
    const stop = element('button', { type: 'button', hidden: true, onclick: () => running?.abort() }, 'Stop');
    const progress = element('progress', { max: 1, value: 0, 'aria-label': 'How far the run is', hidden: true });
    const said = element('p', { role: 'status', id: 'run-said' });
    const report = element('div', { id: 'report' });
    let running = null;
    let claims = '';
    root.append(
      element('form', { class: 'asked', onsubmit: event => { event.preventDefault(); run(); } },
        element('label', { for: 'claims-file' }, 'Claims: a file or folder here, or a full path', file), known, start, stop),
      progress, said, report);

    async function listFiles() {
      const listing = await get('/api/files').catch(() => ({ files: [] }));
      const found = listing.files.filter(one => one.kind === 'claims');
      known.replaceChildren(...found.map(one => element('option', { value: one.name })));
      if (file.value === '' && found.length > 0) file.value = found[0].name;
    }

    async function run() {
      running?.abort();
      const mine = running = new AbortController();
      claims = file.value.trim();
      report.replaceChildren();
      said.className = '';
      said.textContent = 'The run begins.';
      [start.disabled, stop.hidden, progress.hidden] = [true, false, false];
      try {
        for await (const news of lines('/api/runs', { pack: desk.pack, texts: desk.documents.texts(), claims }, mine.signal)) {
          if (news.progress) {
            progress.value = news.progress.of > 0 ? news.progress.bytes / news.progress.of : 0;
            said.textContent = `${count(news.progress.claims, 'claim')} so far.`;
          } else {
            show(news);
          }
        }
      } catch (refused) {
        said.className = refused.name === 'AbortError' ? '' : 'error';
        said.textContent = refused.name === 'AbortError' ? 'The run was stopped; nothing was kept of it.' : refused.message;
      }
      if (running === mine) [start.disabled, stop.hidden, progress.hidden] = [false, true, true];
    }

    function show(outcome) {
      const { report: one } = outcome;
      said.className = outcome.bad > 0 ? 'warning' : '';
      said.textContent = `${count(outcome.good, 'claim')} decided${outcome.bad > 0 ? `, ${count(outcome.bad, 'claim')} could not be read` : ''}: ${count(one.lines, 'line')}, ${dollars(one.notPaidCents)} not paid${one.billedCents !== undefined ? ` of ${dollars(one.billedCents)} billed` : ''}.`;
      report.replaceChildren(
        ...(outcome.problems.length > 0 ? [problems(outcome)] : []),
        ...counted('Claims by what became of them', one.dispositions),
        ...counted('Lines by what became of them', one.decisions),
        ...one.groups.filter(group => group.rows.length > 0).flatMap(grouped),
        ...(one.notEvaluated.length > 0 ? open(one.notEvaluated) : []));
    }

    const counted = (title, rows) => rows.length === 0 ? [] : [
      element('h3', {}, title),
      bars(title, rows.map(row => ({ label: row.word, value: row.count, text: number(row.count) }))),
    ];

    function grouped(group) {
      const by = names[group.by] ?? group.by;
      const shown = group.by === 'month' ? group.rows.slice(-mostBars) : group.rows.slice(0, mostBars);
      const hasMoney = shown.some(row => row.notPaidCents > 0);
      return [
        element('h3', {}, `By ${by}`),
        bars(`By ${by}`, shown.map(row => ({ label: row.value, value: hasMoney ? row.notPaidCents : row.decided, text: hasMoney ? `${dollars(row.notPaidCents)}, ${count(row.decided, 'line')}` : count(row.decided, 'line') }))),
        table([by, ...['edit', 'carc'].includes(group.by) ? ['lines with a finding', 'lines it decides'] : ['lines', 'lines not paid as billed'], 'not paid', 'claims'],
          group.rows.map(row => [row.value, number(row.concerned), number(row.decided), dollars(row.notPaidCents), behind(row.behind)])),
      ];
    }

    const open = rows => [
      element('h3', {}, 'Not evaluated'),
      element('p', { class: 'note' }, 'Edits that could not be decided, by the field to supply.'),
      table(['missing', 'times', 'edits', 'claims'], rows.map(row => [row.want, number(row.times), row.edits.join(', '), behind(row.behind)])),
    ];

    function problems(outcome) {
      return element('details', { open: outcome.problems.length <= 5 }, element('summary', {}, `${count(outcome.problems.length + outcome.moreProblems, 'problem')} with the claims`),
        element('ul', { class: 'problems' }, ...outcome.problems.map(one => element('li', {}, element('span', { class: one.severity === 'error' ? 'error' : '' }, `${one.id} `), [one.place, one.claim].filter(Boolean).join(', '), element('div', {}, one.message)))));
    }

    function behind(ids) {
      if (ids.length === 0) return '';
      const few = 3;
      // Each with its comma, which begins no line.
      const link = (id, at, of) => element('span', {}, element('button', { type: 'button', class: 'link', onclick: () => choose(id) }, id), at < of.length - 1 && ', ');
      const all = element('span', { class: 'ids' }, ...ids.slice(0, few).map(link));
      if (ids.length > few) {
        all.append(element('button', { type: 'button', class: 'link', onclick: () => { all.replaceChildren(...ids.map(link)); all.querySelectorAll('button')[few].focus(); } }, `and ${ids.length - few}${ids.length === 50 ? ' or more' : ''}`));
      }
      return all;
    }

    async function choose(id) {
      try {
        const { claim } = await post('/api/runs/claim', { claims, id });
        desk.emit('claim', { text: claim, from: claims });
        desk.show('claim');
      } catch (refused) {
        desk.say(refused.message);
      }
    }

    const table = (heads, rows) => element('table', {}, element('thead', {}, element('tr', {}, ...heads.map((head, at) => element('th', { scope: 'col', class: at > 0 && at < heads.length - 1 ? 'number' : null }, head)))),
      element('tbody', {}, ...rows.map(row => element('tr', {}, element('th', { scope: 'row' }, row[0]), ...row.slice(1).map((cell, at) => element('td', { class: at < row.length - 2 ? 'number' : null }, cell))))));

    desk.on('shown', id => { if (id === 'runs') listFiles(); });
    desk.on('files', () => listFiles());
  },
};
