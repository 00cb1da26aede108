// Made edits by rules engines of Node: `node peers.mjs ENGINE FILE`, the engine json-rules-engine or zen. Started by the bench, which asks for turns and for what was found.
// The file has edits and claims. Both engines say which edits fire on a claim, not on which lines; for zen what an edit looks for elsewhere in the claim is joined to the line
// beforehand and not timed. All of this favours them.
import { readFileSync } from 'node:fs';
import { createInterface } from 'node:readline';

const [name, file] = process.argv.slice(2);
const { edits, claims } = JSON.parse(readFileSync(file, 'utf8'));
const run = await (name === 'zen' ? zen() : jsonRulesEngine());

async function jsonRulesEngine() {
  const { Engine } = await import('json-rules-engine');
  const isOf = (edit, line) => edit.codes.includes(line.procedure);
  const operators = {
    place: (claim, edit) => claim.lines.some(v => isOf(edit, v) && (v.place === '21' || v.place === '23')),
    units: (claim, edit) => claim.lines.some(v => isOf(edit, v) && v.units > edit.bound),
    pair: (claim, edit) => claim.lines.some(v => isOf(edit, v) && v.partners.some(code => edit.others.includes(code))),
    age: (claim, edit) => claim.lines.some(v => isOf(edit, v) && v.age < edit.bound),
    frequency: (claim, edit) => claim.lines.some(v => isOf(edit, v) && v.counted.some(h => isOf(edit, h) && h.days < edit.bound)),
  };
  const engine = new Engine();
  for (const [shape, operator] of Object.entries(operators)) engine.addOperator(shape, operator);
  for (const edit of edits) engine.addRule({ conditions: { all: [{ fact: 'claim', operator: edit.shape, value: edit }] }, event: { type: edit.id } });
  return async claim => (await engine.run({ claim })).events.map(event => event.type);
}

async function zen() {
  const { ZenEngine } = await import('@gorules/zen-engine');
  const list = codes => `[${codes.map(code => `"${code}"`).join(', ')}]`;
  const conditions = {
    place: () => '#.place in ["21", "23"]',
    units: edit => `#.units > ${edit.bound}`,
    pair: edit => `some(#.partners, # in ${list(edit.others)})`,
    age: edit => `#.age < ${edit.bound}`,
    frequency: edit => `some(#.counted, #.procedure in ${list(edit.codes)} and #.days < ${edit.bound})`,
  };
  const expressions = edits.map(edit => ({ id: edit.id, key: edit.id, value: `some(lines, #.procedure in ${list(edit.codes)} and ${conditions[edit.shape](edit)})` }));
  const decision = new ZenEngine().createDecision({
    nodes: [
      { id: 'in', name: 'in', type: 'inputNode' },
      { id: 'edits', name: 'edits', type: 'expressionNode', content: { expressions } },
      { id: 'out', name: 'out', type: 'outputNode' },
    ],
    edges: [{ id: 'a', sourceId: 'in', targetId: 'edits', type: 'edge' }, { id: 'b', sourceId: 'edits', targetId: 'out', type: 'edge' }],
  });
  return async claim => Object.entries((await decision.evaluate(claim)).result).filter(([, fires]) => fires === true).map(([id]) => id);
}

async function take() {
  let findings = 0;
  const started = process.cpuUsage();
  for (const claim of claims) findings += (await run(claim)).length;
  const { user, system } = process.cpuUsage(started);
  return `${((user + system) * 1000) / claims.length} 0 ${findings}`;
}

for await (const asked of createInterface({ input: process.stdin })) {
  console.log(asked === 'take' ? await take() : (await run(claims[Number(asked)])).sort().join(' '));
}
