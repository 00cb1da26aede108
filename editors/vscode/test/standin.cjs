// Stands in for the module `vscode`, which only the editor itself has: what the extension uses of it, and no more.
const Module = require('node:module');

class Items {
    constructor(parent) {
        this.map = new Map();
        this.parent = parent;
    }

    add(item) {
        item.parent = this.parent;
        this.map.set(item.id, item);
    }

    delete(id) {
        this.map.delete(id);
    }

    get size() {
        return this.map.size;
    }

    forEach(take) {
        this.map.forEach(item => take(item));
    }
}

class TestMessage {
    constructor(message) {
        this.message = message;
    }

    static diff(message, expected, actual) {
        return Object.assign(new TestMessage(message), { expectedOutput: expected, actualOutput: actual });
    }
}

function event() {
    const takers = [];
    const on = take => {
        takers.push(take);
        return { dispose: () => takers.splice(takers.indexOf(take), 1) };
    };
    on.fire = value => Promise.all(takers.map(take => take(value)));
    return on;
}

function standIn(settings = {}) {
    const told = { errors: [], warnings: [], status: [], opened: [], runs: [] };
    const registered = new Map();
    const vscode = {
        told,
        TestMessage,
        TestRunProfileKind: { Run: 1 },
        ViewColumn: { Beside: -2 },
        Range: class { constructor(...numbers) { this.numbers = numbers; } },
        Location: class { constructor(uri, range) { Object.assign(this, { uri, range }); } },
        commands: {
            registerCommand: (name, run) => {
                registered.set(name, run);
                return { dispose: () => registered.delete(name) };
            },
            executeCommand: (name, ...args) => registered.get(name)?.(...args),
        },
        window: {
            showErrorMessage: text => {
                told.errors.push(text);
                return new Promise(() => undefined); // Nobody has answered yet.
            },
            showWarningMessage: async text => void told.warnings.push(text),
            setStatusBarMessage: text => void told.status.push(text),
            showTextDocument: async document => void told.opened.push(document.content),
        },
        workspace: {
            getConfiguration: () => ({ get: (name, otherwise) => settings[name] ?? otherwise }),
            onDidChangeConfiguration: event(),
            onDidOpenTextDocument: event(),
            onDidSaveTextDocument: event(),
            onDidDeleteFiles: event(),
            onDidRenameFiles: event(),
            textDocuments: [],
            findFiles: async () => [],
            asRelativePath: uri => uri.toString().split('/').pop(),
            openTextDocument: async options => options,
        },
        tests: {
            createTestController: () => {
                const controller = {
                    items: new Items(),
                    createRunProfile: (_, __, run) => void (controller.run = run),
                    createTestItem: (id, label, uri) => {
                        const item = { id, label, uri };
                        item.children = new Items(item);
                        return item;
                    },
                    createTestRun: () => {
                        const run = { outcomes: {}, messages: {} };
                        for (const state of ['started', 'passed', 'skipped']) {
                            run[state] = test => void (run.outcomes[test.label] = state);
                        }

                        for (const state of ['failed', 'errored']) {
                            run[state] = (test, messages) => {
                                run.outcomes[test.label] = state;
                                run.messages[test.label] = [messages].flat();
                            };
                        }

                        run.end = () => void told.runs.push(run);
                        return run;
                    },
                    dispose: () => void (controller.isDisposed = true),
                };
                vscode.controller = controller;
                return controller;
            },
        },
    };
    vscode.register = (name, run) => registered.set(name, run);
    return vscode;
}

/** Loads a module of the extension with stand-ins for modules by name, and nothing else changed. */
function load(path, standIns) {
    const original = Module._load;
    Module._load = (name, ...rest) => name in standIns ? standIns[name] : original(name, ...rest);
    try {
        delete require.cache[require.resolve(path)];
        return require(path);
    } finally {
        Module._load = original;
    }
}

module.exports = { standIn, load };
