// The panes, in the order of their tabs. A pane is a module with an id, a title and mount(root, desk), which is called once and fills the element it is given.

import { problems } from '/panes/problems.js';
import { claim } from '/panes/claim.js';
import { result } from '/panes/result.js';
import { tests } from '/panes/tests.js';
import { tables } from '/panes/tables.js';
import { runs } from '/panes/runs.js';

export const panes = [problems, claim, result, tests, tables, runs];
