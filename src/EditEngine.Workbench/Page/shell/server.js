// Asks the workbench. What it refuses is an error with what it said.

export class ServerError extends Error {
  constructor(status, body) {
    super(body?.said ?? (status === 401 || status === 403 ? 'This page is not let in any more: open the address that the command printed.' : `The workbench answered ${status}.`));
    this.status = status;
    this.body = body;
  }
}

async function ask(path, init) {
  let response;
  try {
    response = await fetch(path, init);
  } catch (gone) {
    if (gone.name === 'AbortError') throw gone;
    throw new ServerError(0, { said: 'The workbench does not answer. What is written here stays in this page: start it again, or copy the text.' });
  }
  const text = await response.text();
  const body = text ? JSON.parse(text) : null;
  if (!response.ok) throw new ServerError(response.status, body);
  return body;
}

const sent = (method, body, signal) => ({ method, signal, headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body) });

export const get = (path, parameters = {}, signal = undefined) => {
  const query = new URLSearchParams(parameters).toString();
  return ask(query ? `${path}?${query}` : path, { signal });
};
export const put = (path, body, signal) => ask(path, sent('PUT', body, signal));
export const post = (path, body, signal) => ask(path, sent('POST', body, signal));
