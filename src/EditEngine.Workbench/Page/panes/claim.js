// A claim to try: by form, by notation, pasted, or of a file.

import { post } from '/shell/server.js';
import { element, settled } from '/shell/elements.js';
import { claimOf } from '/claim/held.js';
import { ClaimForm } from '/claim/form.js';
import { ClaimNotation } from '/claim/notation.js';
import { ClaimList, contentOf } from '/claim/list.js';
import { problemList } from '/claim/problems.js';
import { timeline } from '/claim/timeline.js';

const views = [['form', 'Form'], ['notation', 'Notation'], ['open', 'Open or paste']];
const isNotation = text => /^\s*(--.*\n\s*)*(test\b.*\n\s*)?claim\s/.test(text);

export const claim = {
  id: 'claim',
  title: 'Claim',
  mount(root, desk) {
    const held = claimOf(desk);
    let view = 'open';
    let form = null;
    let unread = null;

    const buttons = views.map(([id, text]) => element('button', { type: 'button', id: `claim-as-${id}`, 'aria-pressed': 'false', onclick: () => choose(id) }, text));
    const asOf = element('input', { type: 'text', id: 'claim-as-of', size: 10, placeholder: 'its own', autocomplete: 'off', oninput: () => { held.asOf = /^\d{4}-\d{2}-\d{2}$/.test(asOf.value.trim()) ? asOf.value.trim() : null; held.changed(asOf); } });
    const problems = element('div', { id: 'claim-problems', role: 'status' });
    const formRoot = element('div', { id: 'claim-form' });
    const time = element('div', {});
    const notation = new ClaimNotation(held);
    const list = new ClaimList(desk, held, take);
    const pasted = element('textarea', { id: 'claim-paste', class: 'code', rows: 5, spellcheck: 'false' });
    const file = element('input', { type: 'file', id: 'claim-open', onchange: () => open(file.files[0]) });
    const opening = element('section', { 'aria-label': 'Open or paste' },
      element('label', { for: 'claim-paste' }, 'Paste claims: JSON, an 837, or the notation of tests'), pasted,
      element('div', { class: 'bar' }, element('button', { type: 'button', id: 'claim-read', class: 'main', onclick: () => readPasted() }, 'Read'), element('label', {}, 'or a file of this computer ', file)),
      list.root);
    root.replaceChildren(
      element('div', { class: 'bar', role: 'group', 'aria-label': 'Claim' }, ...buttons, element('button', { type: 'button', id: 'claim-new', onclick: begin }, 'New claim'), element('span', { class: 'grow' }), element('label', {}, 'as of ', asOf)),
      problems, formRoot, notation.root, opening, time);

    function choose(next) {
      view = next;
      views.forEach(([id], index) => buttons[index].setAttribute('aria-pressed', String(id === view)));
      const hasClaim = held.value !== null;
      formRoot.hidden = view !== 'form' || !form;
      notation.root.hidden = view !== 'notation';
      opening.hidden = view !== 'open';
      time.hidden = view === 'open' || !hasClaim;
      if (view === 'form' && hasClaim) form?.show();
      if (view === 'notation' && hasClaim) notation.show();
      if (view === 'form' && !hasClaim) begin();
      showProblems();
    }

    function begin() {
      held.set({ id: 'NEW', type: 'professional', diagnoses: [], lines: [{ number: 1, procedure: '', units: 1, from: '' }].map(line => ({ number: line.number, units: 1 })) }, null, 'new');
      delete held.value.diagnoses;
      choose('form');
      formRoot.querySelector('[data-kind="line"]')?.focus();
    }

    function take({ claim: taken, asOf: day, problems: told, id }) {
      unread = taken ? null : { id, problems: told };
      if (!taken) {
        showProblems();
        problems.querySelector('button, [tabindex]')?.focus();
        return;
      }
      held.set(taken, null, 'opened');
      desk.say(`Claim ${taken.id} is in hand${day ? `, as of ${day}` : ''}.`);
      choose(view === 'open' ? 'form' : view);
    }

    async function readPasted() {
      const text = pasted.value;
      if (text.trim() === '') return void list.said.replaceChildren('Nothing is pasted yet.');
      unread = null;
      if (isNotation(text)) {
        choose('notation');
        await notation.take(text);
        return;
      }
      await open(new Blob([text]), 'what was pasted');
    }

    async function open(blob, name = blob?.name) {
      if (!blob) return;
      unread = null;
      showProblems();
      try {
        await list.open(await contentOf(blob, name));
      } catch (refused) {
        list.refuse(refused.message);
      }
    }

    function showProblems() {
      const told = unread ? unread.problems : view === 'open' ? [] : held.outcome?.problems ?? [];
      problems.replaceChildren(
        unread ? element('p', { class: 'error' }, `The claim ${unread.id ?? ''} cannot be read.`) : '',
        told.length > 0 ? problemList(told, unread ? null : path => [...formRoot.querySelectorAll('[data-path]')].find(one => one.dataset.path === path)?.focus()) : '');
      form?.mark(unread ? [] : held.outcome?.problems ?? []);
    }

    const showTime = settled(200, () => time.replaceChildren(held.value ? timeline(held.value) : ''));
    desk.on('held', by => {
      unread = null;
      asOf.value = by === asOf ? asOf.value : held.asOf ?? '';
      if (view === 'form' && by !== form && by !== asOf) form?.show();
      if (view === 'notation' && by !== notation && by !== asOf) notation.show();
      time.hidden = view === 'open';
      showTime();
    });
    desk.on('decided', showProblems);
    desk.on('supply', missing => {
      desk.show('claim');
      choose('form');
      if (!form?.focus(missing)) desk.say(`${missing} is no field of this form: write it in the notation.`);
    });
    desk.on('claim', ({ text, from }) => {
      desk.show('claim');
      choose('open');
      open(new Blob([text]), from ?? 'the claim chosen');
    });
    desk.on('try', ({ value, day }) => {
      held.set(value, day, 'tried');
      if (view === 'open') choose('form');
    });

    // Facts are declared by the pack: another pack, or a change of it, may have others.
    async function loadFields() {
      const fields = await post('/api/claim/fields', { ...held.pack }).catch(() => null);
      if (fields === null) return;
      form = new ClaimForm(formRoot, held, fields);
      if (held.value && view === 'form') choose('form');
    }
    desk.on('pack', loadFields);
    choose('open');
    loadFields();
    list.listFiles();
    list.listEdits();
  },
};
