// A claim by form: header fields, then diagnoses, lines and history as rows. Which fields there are, the table of fields says.

import { element } from '/shell/elements.js';
import { read, textOf, valueOf, write } from '/claim/paths.js';

// What a form begins with; any other field can be added, and every field that a claim has is shown.
const usual = {
  claim: ['id', 'type', 'receivedDate', 'processedDate', 'from', 'through', 'patient.birthDate', 'patient.sex', 'billing.npi'],
  diagnosis: ['code'],
  line: ['procedure', 'modifiers', 'units', 'charge', 'from', 'placeOfService', 'diagnosisPointers'],
  history: ['claimId', 'number', 'status', 'procedure', 'units', 'from'],
};
const ofInstitutional = { claim: ['billType'], line: ['revenueCode'] };
const labels = {
  id: 'claim id', type: 'type', receivedDate: 'received', processedDate: 'processed', procedure: 'code', diagnosisPointers: 'for diagnoses', placeOfService: 'place', from: 'date', claimId: 'claim id', revenueCode: 'revenue',
  'patient.birthDate': 'patient born', 'patient.sex': 'patient sex', number: 'line',
};
const blank = {
  diagnosis: () => ({ code: '' }),
  line: claim => ({ number: Math.max(0, ...claim.lines.map(line => line.number)) + 1, procedure: '', units: 1, from: claim.lines.at(-1)?.from ?? claim.from }),
  history: claim => ({ claimId: `H${(claim.history?.length ?? 0) + 1}`, number: 1, status: 'paid', procedure: claim.lines[0]?.procedure ?? '', units: 1, from: claim.lines[0]?.from }),
};
const lists = [['diagnosis', 'diagnoses', 'Diagnoses', 'diagnosis'], ['line', 'lines', 'Lines', 'line'], ['history', 'history', 'History', 'history line']];

export class ClaimForm {
  #root;
  #held;
  #fields;
  #added = { claim: [], diagnosis: [], line: [], history: [] };
  #said;

  constructor(root, held, fields) {
    this.#root = root;
    this.#held = held;
    this.#fields = { ...fields, claim: [...fields.claim, ...fields.facts] };
    this.#said = element('div', { class: 'unseen', role: 'status' });
  }

  /** Shows the claim. */
  show() {
    const claim = this.#held.value;
    this.#root.replaceChildren(
      element('fieldset', { class: 'fields', id: 'claim-header' }, element('legend', {}, 'Claim'), ...this.#shown('claim', [claim]).map(field => this.#labelled('claim', field, claim, null)), this.#more('claim')),
      ...lists.map(one => this.#list(...one)),
      this.#said);
  }

  /** Shows what is wrong beside the fields that it is in. */
  mark(problems) {
    for (const input of this.#root.querySelectorAll('[data-member]')) {
      const problem = problems.find(one => one.path === input.dataset.path);
      input.toggleAttribute('aria-invalid', problem !== undefined);
      if (problem) input.setAttribute('aria-invalid', 'true');
      input.title = problem ? [problem.seen, problem.fits, problem.help].filter(Boolean).join(' ') : input.dataset.help;
    }
  }

  /** Brings the cursor to a field that a result names, as 'line 1 units' or 'claim.received'. False where there is none. */
  focus(missing) {
    const [kind, index, name] = this.#named(missing);
    const field = this.#fields[kind]?.find(one => one.name === name) ?? this.#fields[kind]?.find(one => one.name.startsWith(`${name}.`));
    if (!field) return false;
    const find = () => [...this.#root.querySelectorAll('[data-member]')].find(one => one.dataset.kind === kind && one.dataset.member === field.member && (index === null || Number(one.dataset.index) === index));
    if (!find()) {
      if (index !== null && !this.#held.value[lists.find(one => one[0] === kind)[1]]?.[index]) return false;
      this.#added[kind].push(field.member);
      this.show();
    }
    find()?.focus();
    return true;
  }

  #named(missing) {
    const claim = this.#held.value;
    const line = /^line (\d+) (.+)$/.exec(missing);
    if (line) return ['line', claim.lines.findIndex(one => one.number === Number(line[1])), line[2]];
    const history = /^history (.+) line (\d+) (.+)$/.exec(missing);
    if (history) return ['history', (claim.history ?? []).findIndex(one => one.claimId === history[1] && one.number === Number(history[2])), history[3]];
    const diagnosis = /^diagnosis (\d+) (.+)$/.exec(missing);
    if (diagnosis) return ['diagnosis', Number(diagnosis[1]) - 1, diagnosis[2]];
    return ['claim', null, missing.replace(/^(claim\.|fact )/, '')];
  }

  // The usual fields, what was added, and whatever any of the things has.
  #shown(kind, things) {
    const claim = this.#held.value;
    const wanted = new Set([...usual[kind], ...(claim.type === 'institutional' ? ofInstitutional[kind] ?? [] : []), ...this.#added[kind]]);
    const named = this.#fields[kind].filter(field => !(kind === 'line' && field.member === 'number'));
    const isThere = field => wanted.has(field.member) || things.some(thing => read(thing, field.member) !== undefined && read(thing, field.member) !== null);
    return named.filter(isThere).sort((a, b) => rank(kind, a) - rank(kind, b));
  }

  #input(kind, field, thing, index, label) {
    const path = index === null ? field.member : `${lists.find(one => one[0] === kind)[1]}[${index}].${field.member}`;
    const attributes = { 'data-kind': kind, 'data-member': field.member, 'data-index': index ?? '', 'data-path': path, 'data-help': field.description, title: field.description, 'aria-label': label };
    const value = textOf(read(thing, field.member));
    const take = event => {
      write(thing, field.member, valueOf(field, event.target.value));
      this.#held.changed(this);
    };
    const words = field.kind === 'yesNo' ? ['yes', 'no'] : field.words;
    if (words) {
      const isKnown = value === '' || words.includes(value);
      return element('select', { ...attributes, onchange: take }, element('option', { value: '', selected: value === '' }, '–'), ...(isKnown ? words : [...words, value]).map(word => element('option', { value: word, selected: word === value }, word)));
    }
    const input = element('input', { ...attributes, type: 'text', autocomplete: 'off', spellcheck: 'false', placeholder: field.kind === 'date' ? 'yyyy-mm-dd' : undefined, size: sizeOf(field), oninput: take });
    input.value = value;
    return input;
  }

  #labelled(kind, field, thing, index) {
    const label = labelOf(field, kind);
    return element('label', {}, label, this.#input(kind, field, thing, index, undefined));
  }

  #list(kind, member, title, one) {
    const claim = this.#held.value;
    const things = claim[member] ?? [];
    const fields = this.#shown(kind, things);
    const nameOf = (thing, index) => kind === 'line' ? `line ${thing.number}` : `${one} ${index + 1}`;
    const remove = index => {
      const gone = nameOf(things[index], index);
      things.splice(index, 1);
      if (things.length === 0 && kind !== 'line') delete claim[member];
      this.show();
      this.#held.changed(this);
      this.#said.textContent = `${gone} is removed.`;
      (this.#root.querySelector(`[data-remove="${kind}-${Math.min(index, things.length - 1)}"]`) ?? this.#root.querySelector(`#add-${kind}`)).focus();
    };
    const add = () => {
      claim[member] = [...things, blank[kind](claim)];
      this.show();
      this.#held.changed(this);
      this.#said.textContent = `${nameOf(claim[member].at(-1), things.length)} is added.`;
      this.#root.querySelector(`[data-kind="${kind}"][data-index="${things.length}"]`)?.focus();
    };
    return element('section', { 'aria-label': title, class: 'things' },
      things.length > 0 && element('div', { class: 'wide' }, element('table', { id: `claim-${member}` },
        element('caption', {}, title),
        element('thead', {}, element('tr', {}, kind !== 'history' && element('th', { scope: 'col' }, '#'), ...fields.map(field => element('th', { scope: 'col', title: field.description }, labelOf(field, kind))), element('th', { scope: 'col' }, element('span', { class: 'unseen' }, 'remove')))),
        element('tbody', {}, ...things.map((thing, index) => element('tr', {},
          kind !== 'history' && element('th', { scope: 'row' }, String(thing.number ?? index + 1)),
          ...fields.map(field => element('td', {}, this.#input(kind, field, thing, index, `${nameOf(thing, index)} ${labelOf(field, kind)}`))),
          element('td', {}, element('button', { type: 'button', 'data-remove': `${kind}-${index}`, 'aria-label': `Remove ${nameOf(thing, index)}`, onclick: () => remove(index) }, '×'))))))),
      element('div', { class: 'bar' }, element('button', { type: 'button', id: `add-${kind}`, onclick: add }, `Add ${one}`), things.length > 0 && this.#more(kind)));
  }

  #more(kind) {
    const shown = new Set(this.#shown(kind, kind === 'claim' ? [this.#held.value] : this.#held.value[lists.find(one => one[0] === kind)[1]] ?? []).map(field => field.member));
    const left = this.#fields[kind].filter(field => !shown.has(field.member) && !(kind === 'line' && field.member === 'number'));
    const choose = event => {
      const member = event.target.value;
      if (member === '') return;
      this.#added[kind].push(member);
      this.show();
      [...this.#root.querySelectorAll(`[data-kind="${kind}"]`)].find(one => one.dataset.member === member)?.focus();
    };
    return element('label', { class: 'more' }, 'More fields',
      element('select', { id: `more-${kind}`, onchange: choose }, element('option', { value: '' }, 'choose…'), ...left.map(field => element('option', { value: field.member, title: field.description }, field.name.replaceAll('_', ' ')))));
  }
}

const labelOf = (field, kind) => (kind === 'claim' && field.member === 'from' ? undefined : labels[field.member]) ?? field.name.replaceAll('_', ' ').replace('.', ' ');
const rank = (kind, field) => {
  const at = [...(ofInstitutional[kind] ?? []), ...usual[kind]].indexOf(field.member);
  return at < 0 ? 100 : at;
};
const sizeOf = field => ({ date: 10, codes: 6, positions: 4, units: 4, number: 4, money: 6, code: 7 })[field.kind] ?? 12;
