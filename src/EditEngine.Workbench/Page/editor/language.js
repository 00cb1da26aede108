// The language server over a web socket: JSON-RPC, and what version 3.17 of its protocol says of beginning and ending.

const capabilities = {
  general: { positionEncodings: ['utf-16'] },
  textDocument: { completion: { completionItem: { snippetSupport: true } } },
  workspace: { codeLens: { refreshSupport: true } },
};

export class LanguageClient {
  #socket = null;
  #waiting = new Map();
  #heard = new Map();
  #next = 1;
  #ready;
  #setReady;

  /** A server is there and has begun. */
  isReady = false;

  constructor(root, name) {
    this.root = root;
    this.name = name;
    this.#begin();
  }

  /** Is called with the server's capabilities whenever a connection stands; documents are to be opened then. */
  onConnected = () => {};
  onLost = () => {};

  connect() {
    const socket = new WebSocket(`ws://${location.host}/lsp`);
    this.#socket = socket;
    socket.onmessage = event => this.#take(JSON.parse(event.data));
    socket.onopen = async () => {
      const { capabilities: server } = await this.#ask('initialize', { processId: null, rootUri: this.root, workspaceFolders: [{ uri: this.root, name: this.name }], capabilities });
      this.#tell('initialized', {});
      this.isReady = true;
      this.onConnected(server);
      this.#setReady();
    };
    socket.onclose = () => {
      for (const { failed } of this.#waiting.values()) failed(new Error('The workbench does not answer.'));
      this.#waiting.clear();
      this.#begin();
      this.onLost();
      setTimeout(() => this.connect(), 1500);
    };
  }

  /** Hears a notification of the server. */
  on(method, run) {
    this.#heard.set(method, run);
  }

  async request(method, parameters, cancellation = undefined) {
    await this.#ready;
    return this.#ask(method, parameters, cancellation);
  }

  /** Tells the server something; one that has not begun is told all when it has. */
  notify(method, parameters) {
    if (this.isReady && this.#socket.readyState === WebSocket.OPEN) this.#tell(method, parameters);
  }

  #begin() {
    this.isReady = false;
    this.#ready = new Promise(done => { this.#setReady = done; });
  }

  #ask(method, parameters, cancellation) {
    const id = this.#next++;
    return new Promise((done, failed) => {
      this.#waiting.set(id, { done, failed });
      this.#send({ jsonrpc: '2.0', id, method, params: parameters });
      cancellation?.onCancellationRequested?.(() => this.#tell('$/cancelRequest', { id }));
    });
  }

  #tell(method, parameters) {
    this.#send({ jsonrpc: '2.0', method, params: parameters });
  }

  #send(message) {
    this.#socket.send(JSON.stringify(message));
  }

  #take(message) {
    if (message.method !== undefined) {
      this.#heard.get(message.method)?.(message.params);
      if (message.id !== undefined) this.#send({ jsonrpc: '2.0', id: message.id, result: null });
      return;
    }
    const waiting = this.#waiting.get(message.id);
    this.#waiting.delete(message.id);
    if (message.error) waiting?.failed(new Error(message.error.message));
    else waiting?.done(message.result);
  }
}
