// The tests that stand beside edits, in the test explorer: told by the outline of each file, run by the server.

const EDIT = 4;   // SymbolKind.Class in the editor's own counting, from 0
const TEST = 5;   // SymbolKind.Method

class TestExplorer {
    constructor(vscode, client) {
        this.vscode = vscode;
        this.client = client;
        this.controller = vscode.tests.createTestController('edits', 'Claim edits');
        this.controller.createRunProfile('Run', vscode.TestRunProfileKind.Run, (request, token) => this.run(request, token), true);
        this.controller.resolveHandler = item => item ? this.read(item.uri) : this.readAll();
        this.listeners = [
            vscode.workspace.onDidOpenTextDocument(document => this.readDocument(document)),
            vscode.workspace.onDidSaveTextDocument(document => this.readDocument(document)),
            vscode.workspace.onDidDeleteFiles(({ files }) => files.forEach(uri => this.controller.items.delete(uri.toString()))),
            vscode.workspace.onDidRenameFiles(({ files }) => files.forEach(({ oldUri }) => this.controller.items.delete(oldUri.toString()))),
        ];
        vscode.workspace.textDocuments.forEach(document => this.readDocument(document));
    }

    dispose() {
        this.listeners.forEach(listener => listener.dispose());
        this.controller.dispose();
    }

    async readAll() {
        for (const uri of await this.vscode.workspace.findFiles('**/*.edit')) {
            await this.vscode.workspace.openTextDocument(uri);
        }
    }

    readDocument(document) {
        return document.languageId === 'edits' ? this.read(document.uri) : undefined;
    }

    async read(uri) {
        const symbols = await this.vscode.commands.executeCommand('vscode.executeDocumentSymbolProvider', uri) ?? [];
        const edits = symbols.filter(symbol => symbol.kind === EDIT && symbol.children.some(child => child.kind === TEST));
        const file = this.controller.createTestItem(uri.toString(), this.vscode.workspace.asRelativePath(uri), uri);
        file.canResolveChildren = true;
        for (const edit of edits) {
            const item = this.controller.createTestItem(`${uri}#${edit.name}`, edit.name, uri);
            item.description = edit.detail;
            item.range = edit.selectionRange;
            file.children.add(item);
            for (const test of edit.children.filter(child => child.kind === TEST)) {
                const below = this.controller.createTestItem(`${uri}#${edit.name}#${test.name}`, test.name, uri);
                below.range = test.range;
                item.children.add(below);
            }
        }

        if (edits.length > 0) {
            this.controller.items.add(file);
        } else {
            this.controller.items.delete(file.id);
        }
    }

    async run(request, token) {
        const run = this.controller.createTestRun(request);
        const asked = request.include ?? [...collection(this.controller.items)];
        const left = new Set(request.exclude);
        try {
            for (const { edit, tests } of asked.flatMap(editsOf).filter(one => !left.has(one.edit) && !left.has(one.edit.parent))) {
                if (token.isCancellationRequested) {
                    break;
                }

                await this.runEdit(run, edit, tests.filter(test => !left.has(test)), token);
            }
        } finally {
            run.end();
        }
    }

    async runEdit(run, edit, tests, token) {
        tests.forEach(test => run.started(test));
        const [uri, id] = edit.id.split('#');
        try {
            const report = await this.client.sendRequest('workspace/executeCommand', { command: 'edits.runTests', arguments: [uri, id, null] }, token);
            for (const test of tests) {
                const outcomes = outcomesOf(test, report.tests);
                const failures = outcomes.flatMap(one => one.failures);
                if (outcomes.length === 0) {
                    run.skipped(test);
                } else if (failures.length === 0) {
                    run.passed(test);
                } else {
                    run.failed(test, failures.map(failure => this.messageOf(test.uri, failure)));
                }
            }
        } catch (error) {
            if (token.isCancellationRequested) {
                tests.forEach(test => run.skipped(test));
                return;
            }

            tests.forEach(test => run.errored(test, new this.vscode.TestMessage(error.message)));
        }
    }

    messageOf(uri, failure) {
        const message = this.vscode.TestMessage.diff(failure.expected, failure.expected, failure.found.join('\n'));
        const at = failure.location.range;
        message.location = new this.vscode.Location(uri, new this.vscode.Range(at.start.line, at.start.character, at.end.line, at.end.character));
        return message;
    }
}

function* collection(items) {
    const found = [];
    items.forEach(item => found.push(item));
    yield* found;
}

// A test is told by its title: lines written above it since it was listed move it. One over several values has an outcome for each, at its line.
function outcomesOf(test, outcomes) {
    const named = outcomes.filter(one => one.title === test.label);
    return named.length === 1 ? named : outcomes.filter(one => one.location.range.start.line === test.range.start.line);
}

// An item is a file, an edit or a test.
function editsOf(item) {
    const depth = item.id.split('#').length;
    if (depth === 1) {
        return [...collection(item.children)].flatMap(editsOf);
    }

    return depth === 2 ? [{ edit: item, tests: [...collection(item.children)] }] : [{ edit: item.parent, tests: [item] }];
}

module.exports = { TestExplorer };
