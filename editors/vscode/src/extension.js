// Starts `edits lsp` and shows its tests in the test explorer. What the language means is the server's to say: nothing of it is here.
const vscode = require('vscode');
const { LanguageClient, TransportKind } = require('vscode-languageclient/node');
const { TestExplorer } = require('./tests');

let client;
let explorer;

// One start or stop at a time: a server that has not ended yet has the commands that the next one offers.
let last = Promise.resolve();

function inTurn(work) {
    last = last.then(work, work);
    return last;
}

function serverOptions() {
    const settings = vscode.workspace.getConfiguration('edits');
    const command = settings.get('server.command', 'edits');
    const args = settings.get('server.arguments', ['lsp']);
    return { command, args, transport: TransportKind.stdio };
}

async function start() {
    const starting = new LanguageClient('edits', 'Claim edits', serverOptions(), {
        // Texts as they were in an earlier version are looked at, and are no part of a pack.
        documentSelector: [{ scheme: 'file', language: 'edits' }, { scheme: 'untitled', language: 'edits' }],
        initializationOptions: { lints: vscode.workspace.getConfiguration('edits').get('lints', true) },
        middleware: {
            // Lenses run what the server offers: what comes of it is shown here.
            executeCommand: async (command, args, next) => shown(command, args, await next(command, args)),
        },
    });
    try {
        await starting.start();
    } catch (error) {
        // It is not waited for: who changes the setting meanwhile has the tool started.
        void explain(error);
        return;
    }

    client = starting;
    explorer = new TestExplorer(vscode, client);
}

async function explain(error) {
    const set = 'Open settings';
    const chosen = await vscode.window.showErrorMessage(
        `The tool could not be started: ${error.message}. Install 'edits', or say in the setting edits.server.command where it is.`, set);
    if (chosen === set) {
        await vscode.commands.executeCommand('workbench.action.openSettings', 'edits.server.command');
    }
}

async function shown(command, args, result) {
    if (command === 'edits.explain' && typeof result === 'string') {
        const document = await vscode.workspace.openTextDocument({ content: result, language: 'plaintext' });
        await vscode.window.showTextDocument(document, { preview: true, viewColumn: vscode.ViewColumn.Beside });
    } else if (command === 'edits.runTests' && result) {
        const text = `${args[1]}: ${result.passed} passed, ${result.failed} failed`;
        const failure = result.tests.flatMap(test => test.failures)[0];
        if (failure) {
            vscode.window.showWarningMessage(`${text}. Expected ${failure.expected}; found ${failure.found.join('; ')}`);
        } else {
            vscode.window.setStatusBarMessage(text, 5000);
        }
    }

    return result;
}

async function activate(context) {
    const restart = () => inTurn(async () => {
        await stop();
        await start();
    });
    context.subscriptions.push(vscode.commands.registerCommand('edits.restart', restart));
    context.subscriptions.push(vscode.workspace.onDidChangeConfiguration(change =>
        change.affectsConfiguration('edits.server') || change.affectsConfiguration('edits.lints') ? restart() : undefined));
    await inTurn(start);
}

async function stop() {
    explorer?.dispose();
    explorer = undefined;
    const ending = client;
    client = undefined;
    try {
        await ending?.stop();
    } catch {
        // It has crashed, or is starting anew after it did: there is nothing left to stop in order.
        await ending.dispose().catch(() => undefined);
    }
}

module.exports = { activate, deactivate: () => inTurn(stop) };
