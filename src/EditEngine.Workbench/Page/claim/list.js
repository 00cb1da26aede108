// The claims of a file or folder, or of what was pasted: listed, searched, chosen by what was found.

import { get, post } from '/shell/server.js';
import { count, element, settled } from '/shell/elements.js';
import { problemList } from '/claim/problems.js';

const mostBytes = 32 * 1024 * 1024;
const kinds = [['any', 'all'], ['found', 'with findings'], ['open', 'not evaluated'], ['bad', 'not readable']];

/** What is sent in place of a file's name: the bytes that the page has. */
export async function contentOf(blob, name) {
  if (blob.size > mostBytes) throw new Error(`“${name}” has ${(blob.size / 1048576).toFixed(1)} MB. Here claims are looked for in up to ${mostBytes / 1048576} MB: put the file into the folder and choose it there, or run it in the pane “Runs”.`);
  const url = await new Promise((done, failed) => {
    const reader = new FileReader();
    reader.onload = () => done(reader.result);
    reader.onerror = () => failed(new Error(`“${name}” cannot be read: ${reader.error.message}`));
    reader.readAsDataURL(blob);
  });
  return { name, content: url.slice(url.indexOf(',') + 1) };
}

export class ClaimList {
  #held;
  #take;
  #running = null;
  #source = null;
  #skip = 0;

  /** @param take is given a claim that was chosen: { claim, asOf, problems, id } */
  constructor(desk, held, take) {
    this.#held = held;
    this.#take = take;
    this.desk = desk;
    const again = settled(250, () => { this.#skip = 0; this.#list(); });
    this.search = element('input', { type: 'search', id: 'claim-list-search', placeholder: 'id or code', autocomplete: 'off', spellcheck: 'false', oninput: again });
    this.edit = element('select', { id: 'claim-list-edit', onchange: again }, element('option', { value: '' }, 'any edit'));
    this.kind = element('select', { id: 'claim-list-kind', onchange: again }, ...kinds.map(([value, text]) => element('option', { value }, text)));
    this.files = element('select', { id: 'claim-list-file', onchange: () => this.open({ name: this.files.value }) });
    this.said = element('p', { role: 'status', id: 'claim-list-said', class: 'note' });
    this.rows = element('div', { class: 'wide' });
    this.root = element('section', { 'aria-label': 'Claims of a file' },
      element('div', { class: 'asked' },
        element('label', {}, 'Claims of the folder', this.files),
        element('label', {}, 'Search', this.search), element('label', {}, 'Fired', this.edit), element('label', {}, 'Show', this.kind)),
      this.said, this.rows);
    desk.on('files', settled(300, () => this.listFiles()));
    desk.on('pack', () => { this.listFiles(); this.listEdits(); });
    desk.on('saved', settled(500, () => this.listEdits()));
  }

  async listFiles() {
    const { files } = await get('/api/files');
    const claims = files.filter(file => file.kind === 'claims').map(file => file.name);
    // Those above a folder of claims too: all claims below one can be listed together.
    const folders = [...new Set(claims.flatMap(name => [...name.matchAll(/\//g)].map(slash => name.slice(0, slash.index))))].sort();
    const chosen = this.#source?.content ? '' : this.#source?.name ?? '';
    this.files.replaceChildren(element('option', { value: '' }, claims.length === 0 ? 'no file of claims' : 'choose…'),
      ...folders.map(name => element('option', { value: name, selected: name === chosen }, `${name}/`)), ...claims.map(name => element('option', { value: name, selected: name === chosen }, name)));
  }

  async listEdits() {
    const { edits } = await post('/api/edits', { ...this.#held.pack }).catch(() => ({}));
    if (!edits) return;
    const chosen = this.edit.value;
    this.edit.replaceChildren(element('option', { value: '' }, 'any edit'), ...edits.map(edit => element('option', { value: edit.id, title: edit.title, selected: edit.id === chosen }, edit.id)));
  }

  /** Lists claims of a source; a single one is chosen at once. */
  async open(source) {
    if (source.name === '' && !source.content) return;
    // What was looked for in another file would hide what is opened now.
    if (source.content || source.name !== this.#source?.name) [this.search.value, this.edit.value, this.kind.value] = ['', '', 'any'];
    this.#source = source;
    this.#skip = 0;
    if (source.content) this.files.value = '';
    const listing = await this.#list();
    if (listing?.read === 1 && listing.claims.length === 1) await this.#choose(listing.claims[0].at);
  }

  /** Says why there is nothing to list. */
  refuse(text) {
    this.#source = null;
    this.files.value = '';
    this.said.textContent = text;
    this.rows.replaceChildren();
  }

  async #list() {
    if (this.#source === null) return null;
    this.#running?.abort();
    const running = this.#running = new AbortController();
    this.said.textContent = 'Claims are being read.';
    let listing;
    try {
      listing = await post('/api/claims/list', { ...this.#held.pack, file: this.#source, search: this.search.value, edit: this.edit.value, kind: this.kind.value, skip: this.#skip }, running.signal);
    } catch (refused) {
      if (refused.name === 'AbortError') return null;
      this.said.textContent = refused.message;
      this.rows.replaceChildren();
      return null;
    }
    this.#show(listing);
    return listing;
  }

  #show(listing) {
    const { claims, matching, read, bad, isCut, problems, undecided, isCurrent } = listing;
    this.said.textContent = [
      `${this.#source.name}: ${count(read, 'claim')}${isCut ? ' were read, and there are more' : ''}${bad > 0 ? `, ${bad} not readable` : ''}; ${read === 0 ? 'none' : matching === read ? 'all' : count(matching, 'claim')} listed${matching > claims.length ? `, ${this.#skip + 1} to ${this.#skip + claims.length} shown` : ''}.`,
      undecided, !undecided && !isCurrent && 'Decided by the last text of the pack without errors.'].filter(Boolean).join(' ');
    const page = (text, skip) => element('button', { type: 'button', onclick: () => { this.#skip = skip; this.#list(); } }, text);
    this.rows.replaceChildren(
      problems.length > 0 ? problemList(problems) : '',
      claims.length > 0 ? element('table', { id: 'claim-list' }, element('caption', {}, 'Claims'),
        element('thead', {}, element('tr', {}, ...['claim', 'as of', 'codes', 'decided', 'fired'].map(head => element('th', { scope: 'col' }, head)))),
        element('tbody', {}, ...claims.map(claim => element('tr', {},
          element('td', {}, element('button', { type: 'button', class: 'link', 'data-claim': claim.id ?? '', onclick: () => this.#choose(claim.at) }, claim.id ?? claim.place)),
          element('td', {}, claim.date ?? ''),
          element('td', {}, `${claim.codes.join(', ')}${claim.lines > claim.codes.length ? ` (${claim.lines} lines)` : ''}`),
          element('td', {}, claim.lines === 0 && claim.problems > 0 ? element('span', { class: 'error' }, 'cannot be read') : claim.disposition ?? ''),
          element('td', {}, [...claim.edits, claim.open > 0 && `${claim.open} not evaluated`].filter(Boolean).join(', ')))))) : '',
      matching > 100 ? element('div', { class: 'bar' }, this.#skip > 0 && page('Before', Math.max(0, this.#skip - 100)), this.#skip + claims.length < matching && page('Next', this.#skip + 100)) : '');
  }

  async #choose(at) {
    try {
      this.#take(await post('/api/claims/one', { file: this.#source, at }));
    } catch (refused) {
      this.said.textContent = refused.message;
    }
  }
}
