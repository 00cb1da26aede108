// Bars with their figures, as an inline picture that is read as one sentence; the table below it has the same figures.

const space = 'http://www.w3.org/2000/svg';
const made = (name, attributes, text) => {
  const one = document.createElementNS(space, name);
  for (const [key, value] of Object.entries(attributes)) one.setAttribute(key, value);
  if (text !== undefined) one.textContent = text;
  return one;
};

/** @param rows label, value and text of each bar. */
export function bars(title, rows) {
  const [row, wide] = [22, 480]; // About as wide as its pane, so that its words are as large as others.
  const labels = Math.min(170, 14 + 7 * Math.max(...rows.map(one => one.label.length)));
  const most = Math.max(1, ...rows.map(one => one.value));
  const picture = made('svg', { viewBox: `0 0 ${wide} ${rows.length * row}`, role: 'img', class: 'chart', 'aria-label': `${title}: ${rows.slice(0, 5).map(one => `${one.label} ${one.text}`).join('; ')}${rows.length > 5 ? '; and others in the table below' : ''}` });
  rows.forEach((one, at) => {
    const long = (wide - labels - 150) * one.value / most;
    picture.append(
      made('text', { x: labels - 6, y: at * row + 15, 'text-anchor': 'end', class: 'chart-label' }, one.label.length > 24 ? `${one.label.slice(0, 23)}…` : one.label),
      made('rect', { x: labels, y: at * row + 3, width: Math.max(1, long), height: row - 6, rx: 2, class: 'chart-bar' }),
      made('text', { x: labels + long + 6, y: at * row + 15, class: 'chart-value' }, one.text));
  });
  return picture;
}
