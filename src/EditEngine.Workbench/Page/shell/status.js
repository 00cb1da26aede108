// The line at the foot: what was just done, and where the cursor is. Beside the title: how many problems there are.

import { count } from '/shell/elements.js';

export function showStatus(desk) {
  const status = document.getElementById('status');
  const place = document.getElementById('place');
  const problems = document.getElementById('problem-count');
  document.getElementById('folder').textContent = desk.info.name;
  document.title = `${desk.info.name} · claim edits`;
  desk.on('said', text => { status.textContent = text; });
  desk.on('place', at => { place.textContent = at ? `line ${at.line}, column ${at.column}` : ''; });
  desk.on('diagnostics', () => {
    const all = [...desk.diagnostics.values()].flat();
    const [errors, warnings] = [1, 2].map(severity => all.filter(one => one.severity === severity).length);
    problems.hidden = false;
    problems.className = errors ? 'error' : warnings ? 'warning' : 'good';
    problems.textContent = errors || warnings ? [errors && count(errors, 'error'), warnings && count(warnings, 'warning')].filter(Boolean).join(', ') : 'no problems';
  });
  problems.addEventListener('click', () => desk.show('problems'));
}
