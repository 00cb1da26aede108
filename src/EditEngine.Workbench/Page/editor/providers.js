// Joins the editor to the language server: what the one asks, the other answers.

import { get } from '/shell/server.js';
import { isOutside, rangeOf } from '/editor/documents.js';

// The protocol's kinds of proposals, in the order of its numbers from 1.
const kinds = ['Text', 'Method', 'Function', 'Constructor', 'Field', 'Variable', 'Class', 'Interface', 'Module', 'Property', 'Unit', 'Value', 'Enum', 'Keyword', 'Snippet', 'Color', 'File', 'Reference', 'Folder', 'EnumMember', 'Constant', 'Struct', 'Event', 'Operator', 'TypeParameter'];

export function serveEditor(monaco, desk) {
  const { language, documents } = desk;
  const languages = monaco.languages;
  const shown = range => new monaco.Range(range.start.line + 1, range.start.character + 1, range.end.line + 1, range.end.character + 1);
  const markdown = content => ({ value: typeof content === 'string' ? content : content.value });
  const documentOf = model => ({ uri: desk.uriOf(desk.nameOf(model.uri.toString())) });
  const placeOf = (model, position) => ({ textDocument: documentOf(model), position: { line: position.lineNumber - 1, character: position.column - 1 } });
  const textEdit = edit => ({ range: shown(edit.range), text: edit.newText });
  const modelUri = name => monaco.Uri.parse(desk.uriOf(name));

  // A request that fails leaves the editor as it is.
  const ask = (method, parameters, token) => language.request(method, parameters, token).catch(() => null);

  // Every file of a change is read first: the editor changes only what it has.
  async function editOf(documentEdits) {
    const edits = [];
    for (const { uri, changes } of documentEdits) {
      const name = desk.nameOf(uri);
      if (isOutside(name)) throw new Error('The change is also of a file outside of this folder. Start the workbench on a folder that holds both.');
      await documents.loadOrBegin(name);
      edits.push(...changes.map(change => ({ resource: modelUri(name), textEdit: textEdit(change), versionId: undefined })));
    }
    return { edits };
  }

  async function locationsOf(found) {
    const places = [];
    for (const { uri, range } of (found ?? []).slice(0, 200)) {
      const name = desk.nameOf(uri);
      const isRead = await documents.load(name).then(() => true, refused => (desk.say(refused.message), false));
      if (isRead) places.push({ uri: modelUri(name), range: shown(range) });
    }
    return places;
  }

  languages.registerCompletionItemProvider('edits', {
    triggerCharacters: ['.', '@', '{', ' '],
    async provideCompletionItems(model, position, context, token) {
      if (context.triggerCharacter === ' ') return { suggestions: [] };
      const reply = await ask('textDocument/completion', placeOf(model, position), token);
      return {
        incomplete: reply?.isIncomplete ?? false,
        suggestions: (reply?.items ?? []).map(item => ({
          label: item.label, kind: languages.CompletionItemKind[kinds[item.kind - 1]], detail: item.detail, documentation: item.documentation && markdown(item.documentation),
          sortText: item.sortText, filterText: item.filterText, range: shown(item.textEdit.range), insertText: item.textEdit.newText,
          insertTextRules: item.insertTextFormat === 2 ? languages.CompletionItemInsertTextRule.InsertAsSnippet : 0,
        })),
      };
    },
  });
  languages.registerHoverProvider('edits', {
    async provideHover(model, position, token) {
      const reply = await ask('textDocument/hover', placeOf(model, position), token);
      return reply && { contents: [markdown(reply.contents)], range: reply.range && shown(reply.range) };
    },
  });
  languages.registerSignatureHelpProvider('edits', {
    signatureHelpTriggerCharacters: [' ', '('],
    async provideSignatureHelp(model, position, token) {
      const value = await ask('textDocument/signatureHelp', placeOf(model, position), token);
      return value && { value: { ...value, activeSignature: value.activeSignature ?? 0, activeParameter: value.activeParameter ?? 0, signatures: value.signatures.map(one => ({ ...one, documentation: one.documentation && markdown(one.documentation), parameters: one.parameters.map(part => ({ ...part, documentation: part.documentation && markdown(part.documentation) })) })) }, dispose() {} };
    },
  });
  languages.registerCodeActionProvider('edits', {
    async provideCodeActions(model, range, context, token) {
      if (isOutside(desk.nameOf(model.uri.toString()))) return { actions: [], dispose() {} };
      const actions = await ask('textDocument/codeAction', { textDocument: documentOf(model), range: rangeOf(range), context: { diagnostics: [] } }, token);
      return {
        actions: (actions ?? []).map(reply => ({
          title: reply.title, kind: reply.kind, isPreferred: reply.isPreferred, reply,
          diagnostics: reply.kind === 'quickfix' ? context.markers.filter(marker => (reply.diagnostics ?? []).some(one => one.code === marker.code && one.range.start.line + 1 === marker.startLineNumber)) : undefined,
        })),
        dispose() {},
      };
    },
    async resolveCodeAction(action) {
      const reply = action.reply.edit ? action.reply : await language.request('codeAction/resolve', action.reply);
      const changes = (reply?.edit?.documentChanges ?? []).filter(change => change.edits).map(change => ({ uri: change.textDocument.uri, changes: change.edits }));
      if (changes.length === 0) desk.say(`${action.title}: there is nothing to change.`);
      return { ...action, edit: await editOf(changes).catch(refused => (desk.say(refused.message), { edits: [] })) };
    },
  }, { providedCodeActionKinds: ['quickfix', 'refactor'] });
  languages.registerDefinitionProvider('edits', {
    provideDefinition: async (model, position, token) => locationsOf(await ask('textDocument/definition', placeOf(model, position), token)),
  });
  languages.registerReferenceProvider('edits', {
    provideReferences: async (model, position, context, token) => locationsOf(await ask('textDocument/references', { ...placeOf(model, position), context: { includeDeclaration: context.includeDeclaration } }, token)),
  });
  languages.registerDocumentHighlightProvider('edits', {
    async provideDocumentHighlights(model, position, token) {
      return (await ask('textDocument/documentHighlight', placeOf(model, position), token) ?? []).map(one => ({ range: shown(one.range), kind: one.kind - 1 }));
    },
  });
  languages.registerRenameProvider('edits', {
    async resolveRenameLocation(model, position, token) {
      const place = await ask('textDocument/prepareRename', placeOf(model, position), token);
      return place ? { range: shown(place.range), text: place.placeholder } : { range: new monaco.Range(position.lineNumber, position.column, position.lineNumber, position.column), text: '', rejectReason: 'Nothing here can be renamed.' };
    },
    async provideRenameEdits(model, position, newName, token) {
      try {
        const reply = await language.request('textDocument/rename', { ...placeOf(model, position), newName }, token);
        return await editOf(Object.entries(reply?.changes ?? {}).map(([uri, changes]) => ({ uri, changes })));
      } catch (refused) {
        return { edits: [], rejectReason: refused.message };
      }
    },
  });
  const options = { tabSize: 2, insertSpaces: true };
  languages.registerDocumentFormattingEditProvider('edits', {
    provideDocumentFormattingEdits: async (model, _, token) => (await ask('textDocument/formatting', { textDocument: documentOf(model), options }, token) ?? []).map(textEdit),
  });
  languages.registerDocumentRangeFormattingEditProvider('edits', {
    provideDocumentRangeFormattingEdits: async (model, range, _, token) => (await ask('textDocument/rangeFormatting', { textDocument: documentOf(model), range: rangeOf(range), options }, token) ?? []).map(textEdit),
  });
  languages.registerOnTypeFormattingEditProvider('edits', {
    autoFormatTriggerCharacters: ['\n'],
    provideOnTypeFormattingEdits: async (model, position, ch, _, token) => (await ask('textDocument/onTypeFormatting', { ...placeOf(model, position), ch, options }, token) ?? []).map(textEdit),
  });
  languages.registerFoldingRangeProvider('edits', {
    provideFoldingRanges: async (model, _, token) => (await ask('textDocument/foldingRange', { textDocument: documentOf(model) }, token) ?? []).map(one => ({ start: one.startLine + 1, end: one.endLine + 1, kind: one.kind === 'comment' ? languages.FoldingRangeKind.Comment : languages.FoldingRangeKind.Region })),
  });
  const symbolOf = one => ({ name: one.name, detail: one.detail ?? '', kind: one.kind - 1, tags: [], range: shown(one.range), selectionRange: shown(one.selectionRange), children: (one.children ?? []).map(symbolOf) });
  languages.registerDocumentSymbolProvider('edits', {
    provideDocumentSymbols: async (model, token) => (await ask('textDocument/documentSymbol', { textDocument: documentOf(model) }, token) ?? []).map(symbolOf),
  });
  languages.registerInlayHintsProvider('edits', {
    async provideInlayHints(model, range, token) {
      const hints = await ask('textDocument/inlayHint', { textDocument: documentOf(model), range: rangeOf(range) }, token);
      return { hints: (hints ?? []).map(hint => ({ position: { lineNumber: hint.position.line + 1, column: hint.position.character + 1 }, label: hint.label, paddingLeft: hint.paddingLeft })), dispose() {} };
    },
  });

  // A test is run in its pane, and explained beside it: what they do is the panes'.
  const lensesChanged = new monaco.Emitter();
  const runLens = documents.editor.addCommand(0, (_, command, values) => desk.emit('lens', { command, uri: values[0], edit: values[1], test: values[2] ?? null }));
  languages.registerCodeLensProvider('edits', {
    onDidChange: lensesChanged.event,
    async provideCodeLenses(model, token) {
      const lenses = await ask('textDocument/codeLens', { textDocument: documentOf(model) }, token);
      return { lenses: (lenses ?? []).map(lens => ({ range: shown(lens.range), command: { id: runLens, title: lens.command.title, arguments: [lens.command.command, lens.command.arguments] } })), dispose() {} };
    },
  });
  language.on('workspace/codeLens/refresh', () => lensesChanged.fire());

  language.on('textDocument/publishDiagnostics', ({ uri, diagnostics }) => {
    const name = desk.nameOf(uri);
    desk.diagnostics.set(name, diagnostics);
    const model = documents.find(name)?.model;
    if (model) mark(model, diagnostics);
    desk.emit('diagnostics');
  });
  const severities = [0, monaco.MarkerSeverity.Error, monaco.MarkerSeverity.Warning, monaco.MarkerSeverity.Info];
  function mark(model, diagnostics) {
    monaco.editor.setModelMarkers(model, 'edits', diagnostics.map(one => ({ ...shown(one.range), severity: severities[one.severity], code: one.code, source: one.source, message: one.message })));
  }
  desk.on('opened', one => { if (one) mark(one.model, desk.diagnostics.get(one.name) ?? []); });

  // Colours come with the server's own names of them, once it has said them.
  let colours = null;
  const coloursChanged = new monaco.Emitter();
  language.onConnected = server => {
    colours ??= languages.registerDocumentSemanticTokensProvider('edits', {
      onDidChange: coloursChanged.event,
      getLegend: () => server.semanticTokensProvider.legend,
      async provideDocumentSemanticTokens(model, _, token) {
        const reply = await ask('textDocument/semanticTokens/full', { textDocument: documentOf(model) }, token);
        return reply && { data: new Uint32Array(reply.data) };
      },
      releaseDocumentSemanticTokens() {},
    });
    documents.tellAll();
    coloursChanged.fire();
    desk.say('');
  };
  language.onLost = async () => {
    const refused = await get('/api/desk').then(() => null, told => told);
    if (refused && !language.isReady) documents.tellAway(refused.message);
  };

  // A definition in another file is shown by this page, for the editor has one file.
  const service = documents.editor._codeEditorService;
  const openHere = service.openCodeEditor.bind(service);
  service.openCodeEditor = async (input, source, toSide) => {
    const name = desk.nameOf(input.resource.toString());
    if (name === documents.current?.name) return openHere(input, source, toSide);
    const at = input.options?.selection;
    await documents.open(name, at && { line: at.startLineNumber, column: at.startColumn });
    return documents.editor;
  };
}
