// The files of the folder, those of rules first, with how many problems each has.

import { get } from '/shell/server.js';
import { element, redraw, settled } from '/shell/elements.js';

const ofPack = (name, folder) => folder === '' || name.startsWith(`${folder}/`);

export async function showFiles(desk) {
  const home = document.getElementById('files');
  const choice = document.getElementById('pack');
  let listing = { files: [], leftOut: 0 };

  function showPacks() {
    document.getElementById('pack-choice').hidden = desk.info.packs.length < 2;
    choice.replaceChildren(...desk.info.packs.map(pack => element('option', { value: pack.folder, selected: pack.folder === desk.pack }, pack.folder === '' ? pack.name : `${pack.name} (${pack.folder})`)));
  }

  function show() {
    const chosen = desk.documents.current?.name;
    // What was removed elsewhere and is not saved is found here as long as it is open.
    const removed = desk.documents.names().filter(name => !name.startsWith('../') && desk.documents.isChanged(name) && !listing.files.some(file => file.name === name));
    const shown = [...listing.files, ...removed.map(name => ({ name, kind: 'rules', isRemoved: true }))].filter(file => ofPack(file.name, desk.pack));
    const folders = Map.groupBy(shown, file => file.name.slice(0, Math.max(0, file.name.lastIndexOf('/'))));
    const row = file => {
      const problems = (desk.diagnostics.get(file.name) ?? []).filter(one => one.severity < 3);
      const hasErrors = problems.some(one => one.severity === 1);
      return element('li', {}, element('button', { type: 'button', 'data-file': file.name, 'aria-current': file.name === chosen ? 'true' : null, onclick: () => desk.documents.open(file.name) },
        element('span', {}, file.name.slice(file.name.lastIndexOf('/') + 1) + (desk.documents.isChanged(file.name) ? ' •' : '')),
        file.isRemoved && element('span', { class: 'note-inline' }, 'removed'),
        desk.documents.isChanged(file.name) && element('span', { class: 'unseen', hidden: true }, ' not saved'),
        problems.length > 0 && element('span', { class: `count ${hasErrors ? 'error' : 'warning'}`, title: hasErrors ? 'errors' : 'warnings' }, String(problems.length))));
    };
    redraw(home,
      ...[...folders].sort(([a], [b]) => a < b ? -1 : 1).flatMap(([folder, files]) => [
        folder !== desk.pack && element('div', { class: 'folder' }, `${folder}/`),
        element('ul', {}, ...files.sort((a, b) => (b.kind === 'rules') - (a.kind === 'rules') || (a.name < b.name ? -1 : 1)).map(row)),
      ].filter(Boolean)),
      ...(shown.length === 0 ? [element('p', { class: 'note' }, 'There is no file here yet. “New…” makes one.')] : []),
      ...(listing.leftOut > 0 ? [element('p', { class: 'note' }, `${listing.leftOut} more files are not listed.`)] : []));
  }

  const list = settled(150, async () => {
    [listing, desk.info] = await Promise.all([get('/api/files'), get('/api/desk')]);
    if (!desk.info.packs.some(pack => pack.folder === desk.pack)) desk.choosePack(desk.info.packs[0]?.folder ?? '');
    showPacks();
    show();
  });
  choice.addEventListener('change', () => desk.choosePack(choice.value));
  for (const event of ['opened', 'changed', 'diagnostics', 'pack']) desk.on(event, settled(30, show));
  desk.on('files', list);
  desk.on('saved', list);
  nameNew(desk);
  listing = await get('/api/files');
  showPacks();
  show();
  // The first that can be opened: who begins is shown rules, not a refusal.
  for (const file of listing.files.filter(one => one.kind === 'rules' && ofPack(one.name, desk.pack))) {
    if (await desk.documents.open(file.name)) break;
  }
}

function nameNew(desk) {
  const dialog = document.getElementById('naming');
  const name = document.getElementById('naming-name');
  const said = document.getElementById('naming-said');
  document.getElementById('new-file').addEventListener('click', () => {
    said.textContent = '';
    name.value = desk.pack === '' ? '' : `${desk.pack}/`;
    dialog.showModal();
    name.focus();
  });
  const make = async () => {
    try {
      await desk.documents.make(name.value.trim());
      dialog.close();
    } catch (refused) {
      said.textContent = refused.message;
    }
  };
  document.getElementById('naming-make').addEventListener('click', make);
  name.addEventListener('keydown', event => {
    if (event.key !== 'Enter') return;
    event.preventDefault();
    make();
  });
}
