// A claim as tests write it. What cannot be said so stays on the claim as long as the notation is not changed.

import { post } from '/shell/server.js';
import { element, settled } from '/shell/elements.js';

export class ClaimNotation {
  #held;
  #running = null;

  // Grows with each text that is shown or written: an answer about an earlier one comes too late.
  #turn = 0;

  constructor(held) {
    this.#held = held;
    const later = settled(300, () => this.#take());
    this.text = element('textarea', { id: 'claim-notation', class: 'code', rows: 12, spellcheck: 'false', 'aria-describedby': 'notation-said', oninput: () => { this.#turn++; later(); } });
    this.said = element('div', { id: 'notation-said', role: 'status' });
    this.root = element('section', { 'aria-label': 'Claim by notation' }, element('label', { for: 'claim-notation' }, 'The claim, as tests write it'), this.text, this.said);
  }

  /** Writes the claim in hand. */
  async show() {
    const turn = ++this.#turn;
    try {
      const { text, unsaid, problems } = await post('/api/claim/to-notation', { ...this.#held.pack, claim: this.#held.asked });
      if (turn !== this.#turn) return;
      if (text === undefined) {
        this.#tell('The claim cannot be written while it has errors: mend them in the form.', problems.map(one => `${one.place}: ${one.seen}`));
        this.text.value = '';
        return;
      }
      this.text.value = text;
      this.#tell(unsaid.length > 0 ? `The notation cannot say all of this claim: ${unsaid.join(', ')}. The claim keeps it until the notation is changed.` : '');
    } catch (refused) {
      this.#tell(refused.message);
    }
  }

  /** Takes a notation that was pasted. */
  async take(text) {
    this.#turn++;
    this.text.value = text;
    await this.#take();
  }

  async #take() {
    this.#running?.abort();
    this.#running = new AbortController();
    const text = this.text.value;
    try {
      const { claim, asOf, problems, lines } = await post('/api/claim/from-notation', { ...this.#held.pack, text }, this.#running.signal);
      this.text.toggleAttribute('aria-invalid', !claim);
      if (claim) this.#held.set(claim, /^\s*as of\s/m.test(text) ? asOf : null, this);
      this.#tell(claim ? '' : 'The claim is as it was until this can be read.', problems.map((one, index) => `Line ${lines[index]}: ${[one.seen, one.fits, one.help].filter(Boolean).join(' ')}`));
    } catch (refused) {
      if (refused.name !== 'AbortError') this.#tell(refused.message);
    }
  }

  #tell(text, mistakes = []) {
    this.said.replaceChildren(text && element('p', { class: 'note' }, text), mistakes.length > 0 ? element('ul', { class: 'problems' }, ...mistakes.map(one => element('li', { class: 'error' }, one))) : '');
  }
}
