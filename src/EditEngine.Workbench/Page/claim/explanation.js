// Why an edit came to what it came to: its conditions as a tree, with values, rows and what is missing.

import { post } from '/shell/server.js';
import { count, element } from '/shell/elements.js';

// The search for changes that goes on: there is one at a time, and the workbench ends it where nobody waits for it.
let search = null;

/** Gives up the search for changes that is shown in an element. */
export function giveUp(home = document) {
  if (search !== null && home.contains(search.home)) search.stop.abort();
}

const words = { true: 'yes', false: 'no', unknown: 'unknown' };

function condition(one, supply) {
  const word = words[one.truth];
  return element('li', {},
    element('span', { class: `truth ${word}` }, word), ' ', one.role && element('span', { class: 'role' }, `${one.role} `), element('code', {}, one.text),
    one.parts.length === 0 && one.values.length > 0 && element('span', { class: 'values' }, ' — ', ...one.values.flatMap((value, index) => [index > 0 && '; ', value.text !== one.text && [element('code', {}, value.text), ' is '], element('strong', {}, value.value === '' ? 'nothing' : value.value)].flat())),
    one.missing.length > 0 && element('div', {}, 'missing: ', ...missingLinks(one.missing, supply)),
    one.parts.length > 0 && element('ul', { class: 'conditions' }, ...one.parts.map(part => condition(part, supply))));
}

/** Names of missing fields, each of which leads to its place in the form. */
export const missingLinks = (names, supply) => names.flatMap((name, index) => [index > 0 ? ', ' : '', element('button', { type: 'button', class: 'link', 'data-missing': name, onclick: () => supply(name) }, name)]);

function tuple(one, supply) {
  const names = one.names.filter(name => name.text !== '' && name.value !== one.subject);
  return element('section', {},
    element('h4', {}, `${one.subject}: ${one.answers ? one.outcome : 'does not fire'}`),
    names.length > 0 && element('p', { class: 'note' }, one.names.map(name => name.text === '' ? name.value : `${name.text} = ${name.value}`).join(', ')),
    one.conditions.length > 0 ? element('ul', { class: 'conditions' }, ...one.conditions.map(each => condition(each, supply))) : element('p', { class: 'note' }, 'It asks no condition.'));
}

function header({ edit, asOf, place }, desk) {
  const force = edit.from || edit.through ? `in force ${edit.from ?? ''} .. ${edit.through ?? ''} by ${edit.basis}` : `dates by ${edit.basis}`;
  return element('p', { class: 'note' }, `${force}; decided as of ${asOf}.`, edit.cites.length > 0 && ` Cites ${edit.cites.join('; ')}.`, edit.owner && ` Owner: ${edit.owner}.`, ' ',
    place.file && element('button', { type: 'button', class: 'link', onclick: () => desk.documents.open(place.file, place) }, 'Show the edit'));
}

function kept(obstacles, supply) {
  return obstacles.length > 0 && element('section', {}, element('h4', {}, 'Kept from firing by'),
    element('ul', { class: 'conditions' }, ...obstacles.map(one => element('li', {}, `${one.subject}: `, element('ul', { class: 'conditions' }, condition(one.condition, supply))))));
}

// Who asks about a line reads of that line first.
const ownFirst = (all, subject) => all.toSorted((one, other) => (other.subject === subject) - (one.subject === subject));

/** Fills an element with the explanation of an edit on the claim in hand: of all of it, or of a subject, as 'line 2', first. */
export async function explain(home, edit, desk, { isAbsent = false, subject = null } = {}) {
  const supply = name => desk.emit('supply', name);
  giveUp(home);
  home.replaceChildren(element('p', { class: 'note', role: 'status' }, 'The edit is being traced.'));
  const asked = { ...desk.claim.pack, claim: desk.claim.asked, edit };
  try {
    const told = await post('/api/result/explain', asked);
    if (!told.edit) throw new Error(told.said ?? 'The claim cannot be read: mend it in the pane “Claim”.');
    const changes = element('div', {});
    home.replaceChildren(...[
      header(told, desk),
      !told.isCurrent && element('p', { class: 'warning' }, 'This is the last text of the pack without errors.'),
      isAbsent && kept(told.keptBy, supply),
      told.tuples.length === 0 && element('p', {}, 'The claim has nothing that the edit looks at.'),
      ...ownFirst(told.tuples, subject).map(one => tuple(one, supply)),
      element('div', { class: 'bar' },
        element('button', { type: 'button', 'data-changes': edit, onclick: () => showChanges(changes, asked, desk) }, isAbsent ? 'What would make it fire?' : 'What would change it?'),
        element('button', { type: 'button', 'data-test-of': edit, onclick: () => desk.emit('make-test', edit) }, 'Make this claim a test')),
      changes].filter(Boolean));
  } catch (refused) {
    home.replaceChildren(element('p', { class: 'error', role: 'status' }, refused.message));
  }
}

async function showChanges(home, asked, desk) {
  giveUp();
  const own = search = { home, stop: new AbortController() };
  home.replaceChildren(element('p', { class: 'note', role: 'status' }, 'Claims that differ a little are being tried. ', element('button', { type: 'button', class: 'link', onclick: () => own.stop.abort() }, 'Give up')));
  try {
    const { ends, tried, said } = await post('/api/result/changes', asked, own.stop.signal);
    if (!ends) throw new Error(said ?? 'The claim cannot be read.');
    home.replaceChildren(element('p', { class: 'note', role: 'status' }, `${count(tried, 'claim')} tried.`), ...ends.map(end => element('section', {},
      element('h4', {}, end.ways.length === 0 ? `No small change ${end.avoids ? `avoids the finding on ${end.avoids}` : 'makes it find something'}` : end.avoids ? `The finding on ${end.avoids} is avoided with` : 'It would find something with'),
      element('ul', {}, ...end.ways.map(way => element('li', {}, `${way.changes.join(' and ')}: then ${way.then} `, element('button', { type: 'button', onclick: () => desk.emit('try', { value: way.claim, day: way.asOf }) }, 'Try')))),
      end.more > 0 && element('p', { class: 'note' }, `${end.more} more.`))));
  } catch (refused) {
    home.replaceChildren(refused.name === 'AbortError' ? element('p', { class: 'note', role: 'status' }, 'The search was given up.') : element('p', { class: 'error', role: 'status' }, refused.message));
  } finally {
    if (search === own) search = null;
  }
}
