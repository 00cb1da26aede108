// The claim in hand: one for all panes. It lives in this page alone, and goes with it.
//
//   desk.claim.value     an object of the claim schema, or null
//   desk.claim.asOf      the date it is decided on, null: its own
//   desk.claim.outcome   what was decided of it last: { result, titles, problems, isCurrent, errors } or { said }
//   events: 'held' (another claim, or a change of it; detail: who changed it), 'deciding' (the first time), 'decided'

import { post } from '/shell/server.js';
import { settled } from '/shell/elements.js';

export class HeldClaim {
  #desk;
  #running = null;
  #settled;

  constructor(desk) {
    this.#desk = desk;
    this.value = null;
    this.asOf = null;
    this.outcome = null;
    this.#settled = settled(250, () => this.decide());
    for (const event of ['edited', 'saved', 'pack', 'files']) desk.on(event, () => { if (this.value) this.#settled(); });
  }

  /** What a question on the pack begins with: its folder, and the texts that are not saved. */
  get pack() {
    return { pack: this.#desk.pack, texts: this.#desk.documents.texts() };
  }

  /** The claim as questions send it. */
  get asked() {
    return { claim: this.value, asOf: this.asOf };
  }

  set(value, asOf = null, by = null) {
    this.value = value;
    this.asOf = asOf;
    this.changed(by);
  }

  /** A part of it was changed in place. */
  changed(by) {
    this.#desk.emit('held', by);
    this.#settled();
  }

  /** Asks anew; what was asked before is given up. */
  async decide() {
    this.#running?.abort();
    if (!this.value) {
      this.outcome = null;
      this.#desk.emit('decided');
      return;
    }
    const running = new AbortController();
    this.#running = running;
    if (this.outcome === null) this.#desk.emit('deciding');
    try {
      this.outcome = await post('/api/result', { ...this.pack, claim: this.asked }, running.signal);
    } catch (refused) {
      if (refused.name === 'AbortError') return;
      this.outcome = { said: refused.message, problems: refused.body?.problems ?? [] };
    }
    if (this.#running === running) this.#desk.emit('decided');
  }
}

export const claimOf = desk => desk.claim ??= new HeldClaim(desk);
