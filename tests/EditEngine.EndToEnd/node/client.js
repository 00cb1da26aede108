// Drives `edits lsp` with the client library that VS Code itself is built on. Prints one line a step; ends with 0 where all came out as expected.
// node client.js EDITS_DLL FOLDER
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);
const lsp = require('vscode-languageserver-protocol/node');

const [tool, folder] = process.argv.slice(2);
const server = spawn('dotnet', ['exec', tool, 'lsp'], { stdio: ['pipe', 'pipe', 'inherit'] });
const ended = new Promise(resolve => server.on('exit', resolve));
const connection = lsp.createProtocolConnection(new lsp.StreamMessageReader(server.stdout), new lsp.StreamMessageWriter(server.stdin));
const waiting = [];
connection.onNotification(lsp.PublishDiagnosticsNotification.type, told => waiting.splice(0).forEach(take => take(told)));
connection.onRequest(lsp.RegistrationRequest.type, asked => console.log('registered', asked.registrations.map(one => one.method).join(' ')));
connection.listen();

async function told(uri, until) {
    for (;;) {
        const one = await new Promise(resolve => waiting.push(resolve));
        if (one.uri === uri && until(one.diagnostics)) {
            return one.diagnostics.map(diagnostic => diagnostic.code).join(' ');
        }
    }
}

const initialized = await connection.sendRequest(lsp.InitializeRequest.type, {
    initializationOptions: { lints: false }, // They come behind, and would be taken for what the compiler says.
    processId: process.pid,
    rootUri: null,
    workspaceFolders: [{ uri: pathToFileURL(folder).href, name: 'rules' }],
    capabilities: { workspace: { didChangeWatchedFiles: { dynamicRegistration: true } }, textDocument: { completion: { completionItem: { snippetSupport: true } } } },
});
console.log('initialized', initialized.serverInfo.name, initialized.capabilities.positionEncoding);
const uri = pathToFileURL(join(folder, 'rules.edit')).href;
const text = readFileSync(join(folder, 'rules.edit'), 'utf8');
await connection.sendNotification(lsp.InitializedNotification.type, {});
let next = told(uri, diagnostics => diagnostics.length === 0);
await connection.sendNotification(lsp.DidOpenTextDocumentNotification.type, { textDocument: { uri, languageId: 'edit', version: 1, text } });
console.log('opened', await next);
const line = text.split('\n').findIndex(one => one.includes('v.units'));
const at = text.split('\n')[line].indexOf('v.units');
next = told(uri, diagnostics => diagnostics.length > 0);
await connection.sendNotification(lsp.DidChangeTextDocumentNotification.type, {
    textDocument: { uri, version: 2 },
    contentChanges: [{ range: { start: { line, character: at }, end: { line, character: at + 7 } }, text: 'v.unit' }],
});
console.log('changed', await next);
const completion = await connection.sendRequest(lsp.CompletionRequest.type, { textDocument: { uri }, position: { line, character: at + 6 } });
console.log('completed', completion.items.filter(item => item.label.startsWith('unit')).map(item => item.label).join(' '));
const hover = await connection.sendRequest(lsp.HoverRequest.type, { textDocument: { uri }, position: { line, character: at } });
console.log('hovered', hover.contents.value.split('\n')[0]);
try {
    await connection.sendRequest('textDocument/unheardOf', {});
} catch (error) {
    console.log('refused', error.code);
}

await connection.sendRequest(lsp.ShutdownRequest.type);
await connection.sendNotification(lsp.ExitNotification.type);
console.log('ended', await ended);
process.exit(0);
