const { test } = require('node:test');
const assert = require('node:assert/strict');
const { standIn, load } = require('./standin.cjs');
const { TestExplorer } = require('../src/tests');

function clientModule(fails) {
    const made = [];
    class LanguageClient {
        constructor(id, name, server, options) {
            Object.assign(this, { id, name, server, options, isRunning: false });
            made.push(this);
        }

        async start() {
            if (fails(this)) {
                throw new Error('spawn edits ENOENT');
            }

            assert.deepEqual(made.filter(one => one.isRunning), [], 'A server is started beside another.');
            await null;
            this.isRunning = true;
        }

        // As that of the package: a client that does not run cannot be stopped.
        async stop() {
            if (!this.isRunning) {
                throw new Error("Client is not running and can't be stopped.");
            }

            await null;
            this.isRunning = false;
        }

        async dispose() {
            this.isDisposed = true;
        }

        async sendRequest() {
            return { passed: 0, failed: 0, tests: [] };
        }
    }

    return { module: { LanguageClient, TransportKind: { stdio: 0 } }, made };
}

function started(settings, fails = () => false) {
    const vscode = standIn(settings);
    const { module, made } = clientModule(fails);
    const extension = load('../src/extension', { vscode, 'vscode-languageclient/node': module });
    return { vscode, made, extension, context: { subscriptions: [] } };
}

test('the tool of the settings is started, and stopped at the end', async () => {
    const { made, extension, context } = started({ 'server.command': '/opt/edits', 'server.arguments': ['lsp', '--stdio'] });
    await extension.activate(context);
    assert.deepEqual([made[0].server.command, made[0].server.args], ['/opt/edits', ['lsp', '--stdio']]);
    assert.equal(made[0].isRunning, true);
    await extension.deactivate();
    assert.equal(made[0].isRunning, false);
});

test('lints are asked for, unless the settings say otherwise', async () => {
    for (const [settings, lints] of [[{}, true], [{ lints: false }, false]]) {
        const { made, extension, context } = started(settings);
        await extension.activate(context);
        assert.deepEqual(made[0].options.initializationOptions, { lints });
    }
});

test('a tool that is not there is told with what to do', async () => {
    const { vscode, extension, context } = started({}, () => true);
    await extension.activate(context);
    assert.match(vscode.told.errors[0], /could not be started: spawn edits ENOENT.*edits\.server\.command/);
});

test('another tool in the settings is started in its place', async () => {
    const { vscode, made, extension, context } = started({});
    await extension.activate(context);
    await vscode.workspace.onDidChangeConfiguration.fire({ affectsConfiguration: name => name === 'edits.server' });
    assert.deepEqual(made.map(one => one.isRunning), [false, true]);
});

test('a tool that was not there is started once the settings say where it is', async () => {
    const settings = { 'server.command': '/nowhere/edits' };
    const { vscode, made, extension, context } = started(settings, one => one.server.command === '/nowhere/edits');
    await extension.activate(context);
    settings['server.command'] = '/opt/edits';
    await vscode.workspace.onDidChangeConfiguration.fire({ affectsConfiguration: name => name === 'edits.server' });
    assert.deepEqual(made.map(one => one.isRunning), [false, true]);
});

test('changes of settings in a row start one server after the other', async () => {
    const { vscode, made, extension, context } = started({});
    await extension.activate(context);
    const change = { affectsConfiguration: () => true };
    await Promise.all([vscode.workspace.onDidChangeConfiguration.fire(change), vscode.workspace.onDidChangeConfiguration.fire(change)]);
    assert.deepEqual(made.map(one => one.isRunning), [false, false, true]);
});

test('a server that has crashed is started again', async () => {
    const { vscode, made, extension, context } = started({});
    await extension.activate(context);
    made[0].isRunning = false;
    await vscode.commands.executeCommand('edits.restart');
    assert.deepEqual(made.map(one => [one.isRunning, one.isDisposed ?? false]), [[false, true], [true, false]]);
});

test('texts of earlier versions are not served', async () => {
    const { made, extension, context } = started({});
    await extension.activate(context);
    assert.deepEqual(made[0].options.documentSelector.map(one => one.scheme), ['file', 'untitled']);
});

test('a folder that is not trusted does not say which program is run', () => {
    const { capabilities } = require('../package.json');
    assert.deepEqual(capabilities.untrustedWorkspaces.restrictedConfigurations, ['edits.server.command', 'edits.server.arguments']);
});

test('what lenses do is shown', async () => {
    const { vscode, made, extension, context } = started({});
    await extension.activate(context);
    const run = made[0].options.middleware.executeCommand;
    await run('edits.runTests', ['file:///a.edit', 'MANY', null], async () => ({ passed: 2, failed: 0, tests: [] }));
    assert.deepEqual(vscode.told.status, ['MANY: 2 passed, 0 failed']);
    await run('edits.runTests', ['file:///a.edit', 'MANY', null], async () => ({ passed: 1, failed: 1, tests: [{ failures: [{ expected: 'line 1 denied', found: ['line 1 is clean'] }] }] }));
    assert.deepEqual(vscode.told.warnings, ['MANY: 1 passed, 1 failed. Expected line 1 denied; found line 1 is clean']);
    await run('edits.explain', ['file:///a.edit', 'MANY', 't'], async () => 'because');
    assert.deepEqual(vscode.told.opened, ['because']);
});

test('tests beside edits are listed and run', async () => {
    const vscode = standIn();
    const uri = 'file:///rules/a.edit';
    const range = line => ({ start: { line, character: 2 }, end: { line, character: 9 } });
    vscode.register('vscode.executeDocumentSymbolProvider', async () => [
        { name: '@minor', kind: 9, children: [] },
        { name: 'MANY', kind: 4, detail: 'Many', selectionRange: range(0), children: [{ name: 'three', kind: 5, range: range(4), children: [] }, { name: 'two', kind: 5, range: range(8), children: [] }] },
        { name: 'BARE', kind: 4, children: [] },
    ]);
    const asked = [];
    const client = {
        sendRequest: async (method, parameters) => {
            asked.push([method, parameters.command, parameters.arguments]);
            return {
                tests: [
                    { location: { range: range(4) }, failures: [] },
                    { location: { range: range(8) }, failures: [{ expected: 'line 1 denied', found: ['line 1 is clean'], location: { range: range(10) } }] },
                ],
            };
        },
    };
    const explorer = new TestExplorer(vscode, client);
    await vscode.workspace.onDidOpenTextDocument.fire({ languageId: 'edits', uri });
    assert.equal(vscode.controller.items.size, 1);
    await vscode.controller.run({ include: undefined }, { isCancellationRequested: false });
    assert.deepEqual(asked, [['workspace/executeCommand', 'edits.runTests', [uri, 'MANY', null]]]);
    const run = vscode.told.runs[0];
    assert.deepEqual(run.outcomes, { three: 'passed', two: 'failed' });
    assert.equal(run.messages.two[0].actualOutput, 'line 1 is clean');
    explorer.dispose();
    assert.equal(vscode.controller.isDisposed, true);
});

test('tests that cannot run say why', async () => {
    const vscode = standIn();
    vscode.register('vscode.executeDocumentSymbolProvider', async () => [
        { name: 'MANY', kind: 4, children: [{ name: 'three', kind: 5, range: { start: { line: 4, character: 0 } }, children: [] }] },
    ]);
    new TestExplorer(vscode, { sendRequest: async () => { throw new Error('The pack has errors: its tests cannot run.'); } });
    await vscode.workspace.onDidSaveTextDocument.fire({ languageId: 'edits', uri: 'file:///rules/a.edit' });
    await vscode.controller.run({ include: undefined }, { isCancellationRequested: false });
    assert.equal(vscode.told.runs[0].messages.three[0].message, 'The pack has errors: its tests cannot run.');
});

function exploring(sendRequest) {
    const vscode = standIn();
    const range = line => ({ start: { line, character: 2 }, end: { line, character: 9 } });
    vscode.register('vscode.executeDocumentSymbolProvider', async () => ['MANY', 'FEW'].map((name, at) => (
        { name, kind: 4, children: ['one', 'two'].map((title, below) => ({ name: title, kind: 5, range: range(10 * at + below), children: [] })) })));
    const explorer = new TestExplorer(vscode, { sendRequest });
    const reply = line => ({ tests: ['one', 'two'].map((title, at) => ({ title, location: { range: range(line + at) }, failures: title === 'two' ? [{ expected: 'clean', found: [], location: { range: range(line) } }] : [] })) });
    return { vscode, explorer, reply, open: () => vscode.workspace.onDidOpenTextDocument.fire({ languageId: 'edits', uri: 'file:///rules/a.edit' }) };
}

test('a run that is cancelled asks no more, and what was asked is not called a fault', async () => {
    const token = { isCancellationRequested: false };
    const asked = [];
    const { vscode, open } = exploring(async (method, parameters, cancellation) => {
        asked.push(parameters.arguments[1]);
        assert.equal(cancellation, token);
        token.isCancellationRequested = true;
        throw new Error('The task was cancelled.');
    });
    await open();
    await vscode.controller.run({ include: undefined }, token);
    assert.deepEqual(asked, ['MANY']);
    assert.deepEqual(vscode.told.runs[0].outcomes, { one: 'skipped', two: 'skipped' });
});

test('a test that was moved by lines above it is told by its title', async () => {
    const { vscode, open, reply } = exploring(async () => reply(1));
    await open();
    await vscode.controller.run({ include: undefined }, { isCancellationRequested: false });
    assert.deepEqual(vscode.told.runs[0].outcomes, { one: 'passed', two: 'failed' });
});

test('what is left out is not run', async () => {
    const asked = [];
    const { vscode, open, reply } = exploring(async (_, parameters) => {
        asked.push(parameters.arguments[1]);
        return reply(0);
    });
    await open();
    const [file] = vscode.controller.items.map.values();
    const [many, few] = file.children.map.values();
    await vscode.controller.run({ include: undefined, exclude: [few, many.children.map.values().next().value] }, { isCancellationRequested: false });
    assert.deepEqual(asked, ['MANY']);
    assert.deepEqual(vscode.told.runs[0].outcomes, { two: 'failed' });
});

test('tests of a file that is removed go with it', async () => {
    const { vscode, open } = exploring(async () => undefined);
    await open();
    await vscode.workspace.onDidDeleteFiles.fire({ files: ['file:///rules/a.edit'] });
    assert.equal(vscode.controller.items.size, 0);
});
