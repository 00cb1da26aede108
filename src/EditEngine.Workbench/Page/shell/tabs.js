// The panes as tabs: arrows go from one to the next, Home and End to the ends.

import { element } from '/shell/elements.js';

export function showTabs(desk, panes) {
  const list = document.getElementById('tabs');
  const tabs = panes.map(pane => {
    const panel = element('section', { role: 'tabpanel', id: `pane-${pane.id}`, 'aria-labelledby': `tab-${pane.id}`, tabindex: '0', hidden: true });
    const tab = element('button', { role: 'tab', id: `tab-${pane.id}`, 'aria-controls': panel.id, type: 'button', onclick: () => choose(pane.id) }, pane.title);
    list.append(tab);
    list.after(panel);
    return { pane, tab, panel };
  });

  function choose(id) {
    for (const { pane, tab, panel } of tabs) {
      const isChosen = pane.id === id;
      tab.setAttribute('aria-selected', isChosen);
      tab.tabIndex = isChosen ? 0 : -1;
      panel.hidden = !isChosen;
    }
    desk.emit('shown', id);
  }

  list.addEventListener('keydown', event => {
    const at = tabs.findIndex(one => one.tab === document.activeElement);
    const next = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: tabs.length - 1 }[event.key];
    if (at < 0 || next === undefined) return;
    event.preventDefault();
    const one = tabs[(next + tabs.length) % tabs.length];
    choose(one.pane.id);
    one.tab.focus();
  });
  desk.on('show', choose);
  for (const { pane, panel } of tabs) pane.mount(panel, desk);
  choose(panes[0].id);
}
