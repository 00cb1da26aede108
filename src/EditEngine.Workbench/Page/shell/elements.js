// Makes elements: texts are texts and never markup.

export function element(name, attributes = {}, ...children) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (value === undefined || value === null || value === false) continue;
    if (key.startsWith('on')) made.addEventListener(key.slice(2), value);
    else made.setAttribute(key, value === true ? '' : value);
  }
  made.append(...children.filter(child => child !== undefined && child !== null && child !== false));
  return made;
}

/** Draws a part of the page anew, with the focus where it was: on the button that says the same, or stands in its place. */
export function redraw(root, ...children) {
  const focused = document.activeElement;
  const at = [...root.querySelectorAll('button')].indexOf(focused);
  root.replaceChildren(...children);
  if (at < 0) return;
  const buttons = [...root.querySelectorAll('button')];
  (buttons.find(one => one.textContent === focused.textContent) ?? buttons[Math.min(at, buttons.length - 1)])?.focus();
}

export const count = (number, one, many = `${one}s`) => `${number.toLocaleString('en-US')} ${number === 1 ? one : many}`;

/** Runs something a while after the last of several calls. */
export function settled(wait, run) {
  let timer;
  return (...values) => {
    clearTimeout(timer);
    timer = setTimeout(() => run(...values), wait);
  };
}
