// Members of a claim by their paths, as 'patient.birthDate'.

export const read = (thing, path) => path.split('.').reduce((at, key) => at?.[key], thing);

/** Puts a value; undefined takes the member away, and parts that are left empty with it. */
export function write(thing, path, value) {
  const [key, ...rest] = path.split('.');
  if (rest.length === 0) {
    if (value === undefined) delete thing[key];
    else thing[key] = value;
    return;
  }
  const part = thing[key] ?? {};
  write(part, rest.join('.'), value);
  if (Object.keys(part).length === 0) delete thing[key];
  else thing[key] = part;
}

const list = text => text.split(',').map(one => one.trim()).filter(one => one !== '');

// What was typed and is no number is sent as it is: the reader of claims tells what fits.
const number = text => text !== '' && Number.isFinite(Number(text)) ? Number(text) : text;

/** What an input holds, as the claim has it; undefined where it is empty. */
export function valueOf(field, text) {
  const typed = text.trim();
  if (typed === '') return undefined;
  switch (field.kind) {
    case 'codes': case 'texts': return list(typed);
    case 'positions': return list(typed).map(number);
    case 'number': case 'units': case 'money': return number(typed.replace(/^\$/, ''));
    case 'yesNo': return typed === 'yes' ? true : typed === 'no' ? false : typed;
    case 'facts': return typed === 'yes' ? true : typed === 'no' ? false : number(typed);
    default: return typed;
  }
}

/** What an input shows. */
export const textOf = value => value === undefined || value === null ? '' : Array.isArray(value) ? value.join(', ') : value === true ? 'yes' : value === false ? 'no' : String(value);
