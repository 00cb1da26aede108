// Asks the workbench. What it refuses is an error with what it said.

export class ServerError extends Error {
  constructor(status, body) {
    super(body?.said ?? (status === 401 || status === 403 ? 'This page is not let in any more: open the address that the command printed. What is written here stays in this page, and goes on when that one is open.' : `The workbench answered ${status}.`));
    this.status = status;
    this.body = body;
  }
}

async function reach(path, init) {
  try {
    return await fetch(path, init);
  } catch (gone) {
    if (gone.name === 'AbortError') throw gone;
    throw new ServerError(0, { said: 'The workbench does not answer. What is written here stays in this page: start it again, or copy the text.' });
  }
}

async function ask(path, init) {
  const response = await reach(path, init);
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

/** The answers of the workbench, line by line as they come. */
export async function* lines(path, body, signal) {
  const response = await reach(path, sent('POST', body, signal));
  if (!response.ok) throw new ServerError(response.status, await response.json().catch(() => null));
  const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
  let rest = '';
  for (;;) {
    const { value, done } = await reader.read();
    if (done) break;
    const parts = (rest + value).split('\n');
    rest = parts.pop();
    for (const part of parts) yield JSON.parse(part);
  }
}
