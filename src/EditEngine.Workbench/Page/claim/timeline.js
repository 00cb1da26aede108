// The claim and its history on a line of time: a picture, and the same as a table that is read without it.

import { element } from '/shell/elements.js';

const space = 'http://www.w3.org/2000/svg';
const [width, left, top, row] = [460, 14, 26, 15]; // About as wide as its pane, so that its words are as large as others.
const marks = { paid: '●', denied: '✕', adjusted: '◆', voided: '◇', 'in-process': '○' };

const drawn = (name, attributes, ...children) => {
  const made = document.createElementNS(space, name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  made.append(...children);
  return made;
};
const dayOf = text => /^\d{4}-\d{2}-\d{2}$/.test(text ?? '') ? Date.parse(`${text}T00:00:00Z`) / 86_400_000 : null;

/** What the picture and the table show: lines of the claim and of its history by their dates. */
export function eventsOf(claim) {
  const own = claim.lines.map(line => ({ date: line.from, through: line.through, code: line.procedure ?? line.revenueCode ?? '', units: line.units, status: 'this claim', claim: claim.id, line: line.number }));
  const past = (claim.history ?? []).map(line => ({ date: line.from, through: line.through, code: line.procedure ?? line.revenueCode ?? '', units: line.paidUnits ?? line.units, status: line.status ?? '', claim: line.claimId, line: line.number }));
  return [...past, ...own].sort((a, b) => (a.date ?? '9999') < (b.date ?? '9999') ? -1 : (a.date ?? '9999') > (b.date ?? '9999') ? 1 : 0);
}

export function timeline(claim) {
  const events = eventsOf(claim);
  const dated = events.filter(one => dayOf(one.date) !== null);
  const undated = events.length - dated.length;
  return element('section', { 'aria-label': 'Time line', class: 'timeline' },
    element('h3', {}, 'History on a time line'),
    (claim.history ?? []).length === 0 && element('p', { class: 'note' }, 'The claim has no history: edits that read it see none.'),
    dated.length > 1 && picture(dated),
    undated > 0 && element('p', { class: 'note' }, `${undated} of ${events.length} lines have no date.`),
    element('details', {}, element('summary', {}, 'The same as a table'), table(events)));
}

function table(events) {
  const heads = ['date', 'through', 'code', 'units', 'status', 'claim', 'line'];
  return element('table', { id: 'timeline-table' }, element('caption', {}, 'Lines of the claim and its history by date'),
    element('thead', {}, element('tr', {}, ...heads.map(head => element('th', { scope: 'col' }, head)))),
    element('tbody', {}, ...events.map(one => element('tr', {}, ...heads.map(head => element('td', {}, String(one[head] ?? '')))))));
}

function picture(events) {
  const days = events.map(one => dayOf(one.date));
  const [first, last] = [Math.min(...days), Math.max(...days, ...events.map(one => dayOf(one.through) ?? 0))];
  const span = Math.max(1, last - first);
  const x = day => left + (day - first) / span * (width - 2 * left);
  // Events that would lie on one another go below.
  const ends = [];
  const placed = events.map(one => {
    const at = x(dayOf(one.date));
    const label = `${one.code}${one.units > 1 ? ` ×${one.units}` : ''}`;
    const long = 14 + label.length * 6.4;
    const isLate = at + long > width;
    const from = isLate ? at - long : at;
    let depth = ends.findIndex(end => end < from);
    if (depth < 0) depth = ends.length;
    ends[depth] = isLate ? at + 8 : at + long;
    return { one, at, depth, label, isLate };
  });
  const height = top + ends.length * row + 8;
  const years = span > 370 ? stepsOf(first, last, 'year') : stepsOf(first, last, 'month');
  const step = Math.ceil(years.length / 9);
  const svg = drawn('svg', { viewBox: `0 0 ${width} ${height}`, role: 'img', 'aria-label': `Time line of ${events.length} lines from ${events[0].date} to ${events.at(-1).date}; the table below says the same.` },
    drawn('line', { x1: left, y1: 16, x2: width - left, y2: 16, class: 'axis' }),
    ...years.filter((_, index) => index % step === 0).flatMap(([day, text]) => [drawn('line', { x1: x(day), y1: 12, x2: x(day), y2: height - 4, class: 'grid' }), drawn('text', { x: Math.min(x(day), width - 44), y: 10, class: 'tick' }, text)]),
    ...placed.map(({ one, at, depth, label, isLate }) => {
      const isOwn = one.status === 'this claim';
      const y = top + depth * row + 8;
      const through = dayOf(one.through);
      return drawn('g', { class: isOwn ? 'own' : 'past' },
        drawn('title', {}, `${one.date}${one.through ? ` to ${one.through}` : ''}: ${label}, ${isOwn ? `line ${one.line} of this claim` : `${one.status}, claim ${one.claim} line ${one.line}`}`),
        ...(through !== null && through > dayOf(one.date) ? [drawn('line', { x1: at, y1: y - 4, x2: x(through), y2: y - 4, class: 'stretch' })] : []),
        drawn('text', { x: at, y, class: 'mark', 'text-anchor': 'middle' }, isOwn ? '▲' : marks[one.status] ?? '●'),
        drawn('text', { x: isLate ? at - 8 : at + 8, y, 'text-anchor': isLate ? 'end' : 'start' }, label));
    }));
  return element('figure', {}, svg, element('figcaption', { class: 'note' }, '▲ this claim · ● paid · ✕ denied · ◆ adjusted · ◇ voided · ○ in process'));
}

function stepsOf(first, last, unit) {
  const date = new Date(first * 86_400_000);
  const found = [];
  let [year, month] = [date.getUTCFullYear(), unit === 'year' ? 0 : date.getUTCMonth()];
  for (;;) {
    const day = Date.UTC(year, month, 1) / 86_400_000;
    if (day > last) return found;
    if (day >= first) found.push([day, unit === 'year' ? String(year) : `${year}-${String(month + 1).padStart(2, '0')}`]);
    if (unit === 'year') year++;
    else if (++month === 12) [year, month] = [year + 1, 0];
  }
}
