// What the parts of the page share. A pane is given this object and nothing else.
//
//   desk.info           the folder: name, uri, packs
//   desk.pack           folder of the pack that is worked on, '' for the folder itself
//   desk.documents      texts that are open: open(name, place), texts(), current
//   desk.language       the language server: request(method, parameters)
//   desk.diagnostics    by the name of a file: what is to be said of it
//   desk.show(id)       shows a pane
//   desk.say(text)      says something in the status line, to screen readers too
//   desk.on(event, run) 'pack', 'opened', 'edited' (a text changed), 'saved', 'place' (the cursor is elsewhere), 'diagnostics', 'files' (names that changed on the disk),
//                       'shown' (id of the pane); panes may tell each other more: emit(event, detail)

export class Desk {
  #listeners = new Map();

  constructor(info) {
    this.info = info;
    this.pack = info.packs[0]?.folder ?? '';
    this.diagnostics = new Map();
  }

  on(event, run) {
    if (!this.#listeners.has(event)) this.#listeners.set(event, []);
    this.#listeners.get(event).push(run);
  }

  emit(event, detail) {
    for (const run of this.#listeners.get(event) ?? []) run(detail);
  }

  say(text) {
    this.emit('said', text);
  }

  show(pane) {
    this.emit('show', pane);
  }

  choosePack(folder) {
    if (folder === this.pack) return;
    this.pack = folder;
    this.emit('pack', folder);
  }

  uriOf(name) {
    const parts = this.info.uri.split('/');
    for (const part of name.split('/')) {
      if (part === '..') parts.pop();
      else parts.push(encodeURIComponent(part));
    }
    return parts.join('/');
  }

  /** The name of a file from the folder on: '../base/visits.edit' is one of a base that lies outside of it. */
  nameOf(uri) {
    const [there, here] = [uri, this.info.uri].map(one => decodeURIComponent(one).split('/'));
    let same = 0;
    while (same < here.length && here[same] === there[same]) same++;
    return [...here.slice(same).map(() => '..'), ...there.slice(same)].join('/');
  }
}
