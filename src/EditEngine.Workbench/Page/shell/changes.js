// Hears of files that change on the disk, by whatever program.

export function watchFiles(desk) {
  const events = new EventSource('/api/changes');
  let wasLost = false;
  events.addEventListener('files', event => {
    const { names, uris } = JSON.parse(event.data);
    if (wasLost) {
      // What changed meanwhile was not heard of.
      wasLost = false;
      desk.emit('files', desk.documents.names());
    }
    if (uris.length === 0) return;
    desk.language.notify('workspace/didChangeWatchedFiles', { changes: uris.map(uri => ({ uri, type: 2 })) });
    desk.emit('files', names);
  });
  events.onerror = () => { wasLost = true; };
}
