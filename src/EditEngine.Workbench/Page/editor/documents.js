// The texts that are open: each is kept as it is typed until it is saved, and nothing that was typed is lost where its file changes elsewhere.

import { get, put } from '/shell/server.js';
import { settled } from '/shell/elements.js';
import { Conflicts } from '/editor/conflict.js';

/** It is of a base outside of the folder: it is shown, and cannot be changed. */
export const isOutside = name => name.startsWith('../');

// It is gone, or lets this page in no more: that is said once, and not of each text.
const isAway = refused => refused.status === 0 || ([401, 403].includes(refused.status) && !refused.body);

const isRules = name => name.toLowerCase().endsWith('.edit');
const languageOf = name => isRules(name) ? 'edits' : name.endsWith('.json') ? 'json-text' : 'plaintext';

export class Documents {
  #open = new Map();
  #views = new Map();
  #conflicts;
  #away = null;

  constructor(monaco, desk) {
    this.monaco = monaco;
    this.desk = desk;
    this.current = null;
    this.editor = monaco.editor.create(document.getElementById('editor'), {
      model: null, automaticLayout: true, minimap: { enabled: false }, 'semanticHighlighting.enabled': true, scrollBeyondLastLine: false, scrollBeyondLastColumn: 2, tabSize: 2, insertSpaces: true, detectIndentation: false,
      quickSuggestions: { other: true, comments: false, strings: true }, wordBasedSuggestions: false, formatOnType: true, fixedOverflowWidgets: true, fontSize: 13.5, lineNumbersMinChars: 3, renderWhitespace: 'selection',
      ariaLabel: 'Rules. F6 leaves the editor; Control M lets the tab key leave it.', links: false, unicodeHighlight: { ambiguousCharacters: false }, suggest: { snippetsPreventQuickSuggestions: false }, lightbulb: { enabled: true },
    });
    // The editor's own news are no part of the page to go to: its landmarks are those of the page.
    for (const news of document.querySelectorAll('.monaco-aria-container .monaco-status')) news.setAttribute('role', 'status');
    this.#conflicts = new Conflicts(monaco, desk, this);
    this.editor.addCommand(monaco.KeyMod.CtrlCmd | monaco.KeyCode.KeyS, () => this.save());
    // In a browser the editor would take Control F12, for F12 opens the browser's own tools.
    this.editor.addCommand(monaco.KeyCode.F12, () => this.editor.getAction('editor.action.revealDefinition').run());
    document.addEventListener('keydown', event => {
      if ((event.ctrlKey || event.metaKey) && event.key === 's') {
        event.preventDefault();
        this.save();
      }
    });
    document.getElementById('save').addEventListener('click', () => this.save());
    this.editor.onDidChangeCursorPosition(({ position }) => desk.emit('place', { file: this.current?.name, line: position.lineNumber, column: position.column }));
    desk.on('files', names => names.filter(name => this.#open.has(name)).forEach(name => this.#changedElsewhere(name)));
    addEventListener('beforeunload', event => { if (Object.keys(this.texts()).length > 0) event.preventDefault(); });
    addEventListener('beforeprint', () => { document.getElementById('printed').textContent = this.current?.model.getValue() ?? ''; });
  }

  names() {
    return [...this.#open.keys()];
  }

  find(name) {
    return this.#open.get(name);
  }

  isChanged(name) {
    const one = this.#open.get(name);
    return one !== undefined && one.model.getAlternativeVersionId() !== one.savedVersion;
  }

  /** Texts that are not saved, by the names of their files. */
  texts() {
    return Object.fromEntries([...this.#open.values()].filter(one => this.isChanged(one.name)).map(one => [one.name, one.model.getValue()]));
  }

  /** Shows a file, or why it cannot be shown. @param place line and column, counted from 1. @returns whether it is shown. */
  async open(name, place) {
    const notOpened = document.getElementById('unopened');
    notOpened.hidden = true;
    try {
      this.#show(await this.load(name));
    } catch (refused) {
      this.#show(null, name);
      notOpened.hidden = false;
      notOpened.textContent = refused.message;
      return false;
    }
    if (place) {
      const position = { lineNumber: place.line, column: place.column ?? 1 };
      this.editor.setPosition(position);
      this.editor.revealPositionInCenterIfOutsideViewport(position);
      this.editor.focus();
    }
    return true;
  }

  /** Reads a file so that it can be shown or changed. */
  async load(name) {
    if (!this.#open.has(name)) {
      const { text, hash, said } = await get('/api/file', { name });
      if (!this.#open.has(name)) this.#add(name, text, hash, said);
    }
    return this.#open.get(name);
  }

  /** A text that is no file yet. */
  #add(name, text, hash, only) {
    const model = this.monaco.editor.createModel(text, languageOf(name), this.monaco.Uri.parse(this.desk.uriOf(name)));
    const one = { name, model, hash, isRules: isRules(name), isServed: isRules(name) && !isOutside(name), only, notice: only && { text: only }, savedVersion: hash === null ? -1 : model.getAlternativeVersionId(), version: 1 };
    this.#open.set(name, one);
    const edited = settled(60, () => this.desk.emit('edited', one));
    model.onDidChangeContent(event => {
      one.version = event.versionId;
      if (one.isServed) this.desk.language.notify('textDocument/didChange', { textDocument: { uri: this.desk.uriOf(name), version: event.versionId }, contentChanges: event.isFlush || event.isEolChange ? [{ text: model.getValue() }] : event.changes.map(change => ({ range: rangeOf(change.range), text: change.text })) });
      this.#told();
      edited();
    });
    if (one.isServed) this.#opened(one);
  }

  /** Says above the text that the workbench cannot be asked, until it can. */
  tellAway(text) {
    this.#away = text;
    this.#showNotice();
  }

  /** Tells a language server that has just begun of all that is open. */
  tellAll() {
    this.tellAway(null);
    for (const one of this.#open.values()) if (one.isServed) this.#opened(one);
    this.desk.emit('connected');
  }

  #opened(one) {
    this.desk.language.notify('textDocument/didOpen', { textDocument: { uri: this.desk.uriOf(one.name), languageId: 'edits', version: one.model.getVersionId(), text: one.model.getValue() } });
  }

  /** Makes a file that is not there yet. */
  async make(name) {
    const text = '';
    const { hash } = await put('/api/file', { name, text, hash: null });
    this.#add(name, text, hash);
    this.#show(this.#open.get(name));
    this.desk.emit('saved', name);
    this.editor.focus();
  }

  /** A text for a file that need not be there: a change may be of such a one. */
  async loadOrBegin(name) {
    try {
      return await this.load(name);
    } catch (refused) {
      if (refused.status !== 404) throw refused;
      this.#add(name, '', null);
      return this.#open.get(name);
    }
  }

  /** Saves a text; of what is in conflict both texts are shown. */
  async save(one = this.current) {
    if (!one) return;
    if (one.only) return void this.desk.say(one.only);
    const version = one.model.getAlternativeVersionId();
    try {
      const { hash } = await put('/api/file', { name: one.name, text: one.model.getValue(), hash: one.hash });
      one.hash = hash;
      one.savedVersion = version;
      this.desk.language.notify('textDocument/didSave', { textDocument: { uri: this.desk.uriOf(one.name) } });
      this.desk.say(`${one.name} is saved.`);
      this.#noticeOf(one, null);
      this.desk.emit('saved', one.name);
    } catch (refused) {
      this.desk.say(refused.message);
      if (refused.status === 409) this.#conflicts.show(one, refused.body);
      else if (isAway(refused)) this.tellAway(refused.message);
      else this.#noticeOf(one, refused.message);
    }
    this.#told();
  }

  /** Puts another text in place of one, as a step that can be taken back. */
  replace(one, text, hash) {
    one.model.pushStackElement();
    one.model.pushEditOperations([], [{ range: one.model.getFullModelRange(), text }], () => null);
    one.model.pushStackElement();
    one.hash = hash;
    one.savedVersion = one.model.getAlternativeVersionId();
    this.#told();
  }

  async #changedElsewhere(name) {
    const one = this.#open.get(name);
    let file;
    try {
      file = await get('/api/file', { name });
    } catch (refused) {
      if (refused.status === 404 && one.hash !== null) {
        // What was read stays here, and can be saved as a new file.
        one.hash = null;
        one.savedVersion = -1;
        this.#told();
      }
      if (refused.status === 404) this.#noticeOf(one, `${name} was removed or renamed elsewhere. Its text is still here: save it, or let it go.`, { text: 'Let it go', run: () => this.#letGo(one) });
      else if (!isAway(refused)) this.#noticeOf(one, `${refused.message} Its text is still here.`);
      return;
    }
    if (file.hash === one.hash) return;
    if (file.text === one.model.getValue()) {
      one.hash = file.hash;
      one.savedVersion = one.model.getAlternativeVersionId();
      this.#noticeOf(one, null);
      this.#told();
      return;
    }
    if (!this.isChanged(name)) {
      this.replace(one, file.text, file.hash);
      this.desk.say(`${name} was changed elsewhere and is read anew.`);
      return;
    }
    this.#noticeOf(one, `${name} was changed elsewhere, and here too.`, { text: 'Compare both', run: () => this.#conflicts.show(one, { ...file, said: `${name} was changed elsewhere after it was opened here.` }) });
  }

  // Who lets a text go whose file is gone has neither any more.
  #letGo(one) {
    this.#open.delete(one.name);
    if (this.current === one) this.#show(null);
    this.#views.delete(one.name);
    if (one.isServed) this.desk.language.notify('textDocument/didClose', { textDocument: { uri: this.desk.uriOf(one.name) } });
    one.model.dispose();
    this.desk.emit('edited', one);
    this.#told();
  }

  #noticeOf(one, text, action) {
    one.notice = text && { text, action };
    if (this.current === one) this.#showNotice();
    else if (text) this.desk.say(text);
  }

  #showNotice() {
    const notice = document.getElementById('notice');
    const { text, action } = (this.#away ? { text: this.#away } : this.current?.notice) ?? {};
    notice.hidden = !text;
    notice.replaceChildren(text ?? '');
    if (!text || !action) return;
    const button = document.createElement('button');
    button.type = 'button';
    button.textContent = action.text;
    button.addEventListener('click', action.run);
    notice.append(button);
  }

  #show(one, name = one?.name) {
    if (this.current) this.#views.set(this.current.name, this.editor.saveViewState());
    this.current = one;
    this.editor.setModel(one?.model ?? null);
    this.editor.updateOptions({ readOnly: one?.only !== undefined });
    document.getElementById('editor').hidden = one === null;
    const seen = one && this.#views.get(one.name);
    if (seen) this.editor.restoreViewState(seen);
    document.getElementById('file-title').textContent = name ?? 'No file is open';
    this.#showNotice();
    this.#told();
    this.desk.emit('opened', one);
  }

  #told() {
    document.getElementById('save').disabled = !this.current || !this.isChanged(this.current.name);
    this.desk.emit('changed');
  }
}

/** A stretch as the protocol counts it. */
export const rangeOf = range => ({
  start: { line: range.startLineNumber - 1, character: range.startColumn - 1 },
  end: { line: range.endLineNumber - 1, character: range.endColumn - 1 },
});
