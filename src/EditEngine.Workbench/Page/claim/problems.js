// What is wrong with a claim, each with its place, what was seen, what fits and how to mend it.

import { element } from '/shell/elements.js';

export function problemList(problems, focus) {
  return element('ul', { class: 'problems' }, ...problems.map(one => element('li', {},
    element('span', { class: one.severity === 'error' ? 'error' : 'warning' }, `${one.severity} ${one.id}`), ' ',
    one.path && focus ? element('button', { type: 'button', class: 'link', onclick: () => focus(one.path) }, one.path) : element('span', { class: 'place' }, one.place ?? ''),
    element('div', {}, one.seen),
    one.fits && element('div', {}, one.fits),
    one.help && element('div', { class: 'good' }, one.help))));
}
