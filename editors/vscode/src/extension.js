// Starts `edits lsp` and shows its tests in the test explorer. What the language means is the server's to say: nothing of it is here.
const vscode = require('vscode');
const { LanguageClient, TransportKind } = require('vscode-languageclient/node');
const { TestExplorer } = require('./tests');

let client;
let explorer;

function serverOptions() {
    const settings = vscode.workspace.getConfiguration('edits');
    const command = settings.get('server.command', 'edits');
    const args = settings.get('server.arguments', ['lsp']);
    return { command, args, transport: TransportKind.stdio };
}

async function start(context) {
    client = new LanguageClient('edits', 'Claim edits', serverOptions(), {
        documentSelector: [{ language: 'edits' }],
        initializationOptions: { lints: vscode.workspace.getConfiguration('edits').get('lints', true) },
        middleware: {
            // Lenses run what the server offers: what comes of it is shown here.
            executeCommand: async (command, args, next) => shown(command, args, await next(command, args)),
        },
    });
    try {
        await client.start();
    } catch (error) {
        const set = 'Open settings';
        const chosen = await vscode.window.showErrorMessage(
            `The tool could not be started: ${error.message}. Install 'edits', or say in the setting edits.server.command where it is.`, set);
        if (chosen === set) {
            await vscode.commands.executeCommand('workbench.action.openSettings', 'edits.server.command');
        }

        return;
    }

    explorer = new TestExplorer(vscode, client);
    context.subscriptions.push(explorer);
}

async function shown(command, args, result) {
    if (command === 'edits.explain' && typeof result === 'string') {
        const document = await vscode.workspace.openTextDocument({ content: result, language: 'plaintext' });
        await vscode.window.showTextDocument(document, { preview: true, viewColumn: vscode.ViewColumn.Beside });
    } else if (command === 'edits.runTests' && result) {
        const text = `${args[1]}: ${result.passed} passed, ${result.failed} failed`;
        if (result.failed > 0) {
            const failure = result.tests.flatMap(test => test.failures)[0];
            vscode.window.showWarningMessage(`${text}. Expected ${failure.expected}; found ${failure.found.join('; ')}`);
        } else {
            vscode.window.setStatusBarMessage(text, 5000);
        }
    }

    return result;
}

async function activate(context) {
    context.subscriptions.push(vscode.commands.registerCommand('edits.restart', async () => {
        await stop();
        await start(context);
    }));
    context.subscriptions.push(vscode.workspace.onDidChangeConfiguration(async change => {
        if (change.affectsConfiguration('edits.server') || change.affectsConfiguration('edits.lints')) {
            await vscode.commands.executeCommand('edits.restart');
        }
    }));
    await start(context);
}

async function stop() {
    explorer?.dispose();
    explorer = undefined;
    const ending = client;
    client = undefined;
    await ending?.stop();
}

module.exports = { activate, deactivate: stop };
