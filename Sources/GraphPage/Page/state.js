// What the reader of the page has chosen. Whoever changes it says so by topic; whoever shows it
// listens.

const state = {
  // Left out of the picture, by place in the legend: 1 is hidden. The first status stands for
  // none told, the last document for none.
  hiddenClasses: new Uint8Array(graph.classes.length),
  hiddenPredicates: new Uint8Array(graph.predicates.length),
  hiddenStatuses: new Uint8Array(graph.statuses.length + 1),
  hiddenDocuments: new Uint8Array(graph.documents.length + 1),
  // In percent.
  leastConfidence: 0,
  // [first, last] or null for all.
  years: null,
  undated: true,
  // Whether things without links are in the picture.
  loose: false,
  // {kind: 'node' | 'edge', index} or null.
  selection: null,
  hover: null,
  // Steps from the selected node that are shown; 0 for everything.
  depth: 0,
  // The node from which a way is looked for until its end is chosen, or null.
  wayStart: null,
  // {from, to, edges} or null: a way that stands out; its edges are null where no way leads.
  way: null,
  // {node, isSame} until the other of two things is chosen that are one, or are not; or null.
  sameStart: null,
  // 'graph', 'overview', 'map' or 'layers'.
  mode: 'graph',
  // 'auto', 'light' or 'dark'.
  theme: 'auto',
};

const listeners = new Map();

// Topics: filters, selection, hover, view, looks, language, mode; choice after a selection that was made
// on this page and not by its address.
function listen(topics, task) {
  for (const topic of topics.split(' ')) {
    listeners.set(topic, [...listeners.get(topic) ?? [], task]);
  }
}

function changed(topic) {
  for (const task of listeners.get(topic) ?? []) task();
}

const yearSpan = readYearSpan();

// The first and the last year of all edges, or null.
function readYearSpan() {
  let [first, last] = [Infinity, -Infinity];
  for (let edge = 0; edge < graph.edgeCount; edge++) {
    if (!hasYears(edge)) continue;
    first = Math.min(first, yearFrom(edge));
    last = Math.max(last, yearTo(edge));
  }
  return first <= last ? [first, last] : null;
}

const sameThing = (one, other) => one === other
  || (one !== null && other !== null && one.kind === other.kind && one.index === other.index);

const earlierSelections = [];

function select(thing, {remember = true} = {}) {
  if (sameThing(thing, state.selection)) return;
  if (remember && state.selection !== null) {
    earlierSelections.push(state.selection);
    if (earlierSelections.length > 50) earlierSelections.shift();
  }
  state.selection = thing;
  state.hover = null;
  if (thing === null) state.way = null;
  if (thing?.kind === 'node' && state.wayStart !== null && thing.index !== state.wayStart) finishWay(thing.index);
  if (thing?.kind === 'node' && state.sameStart !== null && thing.index !== state.sameStart.node) finishSame(thing.index);
  if (state.way !== null || thing === null || thing.kind !== 'node') state.depth = 0;
  changed('selection');
  changed('choice');
}

function selectEarlier() {
  const thing = earlierSelections.pop() ?? null;
  select(thing, {remember: false});
}

function hover(thing) {
  if (sameThing(thing, state.hover)) return;
  state.hover = thing;
  changed('hover');
}

function setDepth(depth) {
  if (state.selection?.kind !== 'node' || depth === state.depth) return;
  state.way = null;
  state.depth = depth;
  changed('selection');
}

function resetFilters() {
  for (const flags of filterFlags()) flags.fill(0);
  Object.assign(state, {leastConfidence: 0, years: null, undated: true, loose: false, depth: 0, way: null});
  changed('filters');
}

const filterFlags = () => [state.hiddenClasses, state.hiddenPredicates, state.hiddenStatuses,
  state.hiddenDocuments];

const filtersAreOpen = () => filterFlags().every((flags) => !flags.includes(1))
  && state.leastConfidence === 0 && state.years === null && state.undated && !state.loose;
