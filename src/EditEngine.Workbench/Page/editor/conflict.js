// Two texts of one file: what lies there by now, and what was written here. Both stay until one chooses.

export class Conflicts {
  #dialog = document.getElementById('conflict');
  #editor = null;
  #now = null;

  constructor(monaco, desk, documents) {
    this.monaco = monaco;
    this.desk = desk;
    this.documents = documents;
    document.getElementById('conflict-later').addEventListener('click', () => this.#dialog.close());
    document.getElementById('conflict-mine').addEventListener('click', () => this.#mine());
    document.getElementById('conflict-theirs').addEventListener('click', () => this.#theirs());
    this.#dialog.addEventListener('close', () => this.#end());
  }

  /** @param now what lies in the file: text and hash, neither where it is gone. */
  show(one, now) {
    this.#end();
    this.#now = { one, text: now.text ?? '', hash: now.hash ?? null };
    document.getElementById('conflict-title').textContent = `${one.name} has two texts`;
    document.getElementById('conflict-said').textContent = now.said;
    this.#dialog.showModal();
    this.#editor = this.monaco.editor.createDiffEditor(document.getElementById('conflict-texts'), { automaticLayout: true, originalEditable: false, minimap: { enabled: false }, fontSize: 13 });
    this.#editor.setModel({ original: this.monaco.editor.createModel(this.#now.text, one.model.getLanguageId()), modified: one.model });
  }

  // What lies there was seen: only what changes after that is a conflict again.
  async #mine() {
    const { one, hash } = this.#now;
    this.#dialog.close();
    one.hash = hash;
    await this.documents.save(one);
  }

  // What was written here can be brought back by undoing.
  #theirs() {
    const { one, text, hash } = this.#now;
    this.#dialog.close();
    this.documents.replace(one, text, hash);
    this.desk.say(`${one.name} has the file's text; undo brings yours back.`);
  }

  #end() {
    const models = this.#editor?.getModel();
    this.#editor?.dispose();
    models?.original.dispose();
    this.#editor = null;
  }
}
