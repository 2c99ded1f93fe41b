// The view in the address: everything that the reader has chosen stands after the #, so that a
// copied address opens the same view. Names of the data stand there, not their places, so that an
// address outlives a new edition of the graph.

const fragmentKeys = {
  classes: shortKeys(graph.classes), predicates: shortKeys(graph.predicates),
  statuses: ['-', ...shortKeys(graph.statuses)], documents: [...shortKeys(graph.documents), '-'],
};
const flagNames = [
  ['class', 'hiddenClasses', 'classes'], ['link', 'hiddenPredicates', 'predicates'],
  ['status', 'hiddenStatuses', 'statuses'], ['document', 'hiddenDocuments', 'documents'],
];

let writtenFragment = '';
let isReadingFragment = false;

function fragmentOfState() {
  const parts = new URLSearchParams();
  if (language !== graph.language) parts.set('language', language);
  if (state.theme !== 'auto') parts.set('theme', state.theme);
  for (const [name, flags, keys] of flagNames) {
    const hidden = fragmentKeys[keys].filter((_, place) => state[flags][place] === 1);
    if (hidden.length > 0) parts.set(name, hidden.map(encodeURIComponent).join(','));
  }
  if (state.leastConfidence > 0) parts.set('confidence', state.leastConfidence);
  if (state.years !== null) parts.set('years', state.years.join('..'));
  if (!state.undated) parts.set('undated', 'no');
  if (state.loose) parts.set('loose', 'yes');
  const thing = state.selection;
  if (thing?.kind === 'node') parts.set('node', facts().iri[thing.index]);
  if (thing?.kind === 'edge') {
    const {iri} = facts();
    parts.set('edge', [graph.source[thing.index], graph.target[thing.index]]
      .map((node) => encodeURIComponent(iri[node]))
      .concat(encodeURIComponent(fragmentKeys.predicates[graph.predicate[thing.index]])).join(','));
  }
  if (state.depth > 0) parts.set('depth', state.depth);
  if (state.mode !== usualMode(parts)) parts.set('mode', state.mode);
  if (state.way !== null) {
    const {iri} = facts();
    parts.set('way', [state.way.from, state.way.to].map((node) => encodeURIComponent(iri[node])).join(','));
  }
  if (hasMoved()) {
    parts.set('view', [short(camera.x), short(camera.y), camera.scale.toPrecision(4)].join(','));
  }
  const draw = new URLSearchParams(location.hash.slice(1)).get('draw');
  if (draw !== null) parts.set('draw', draw);
  return parts.toString();
}

let homeView = '';

const viewText = () => [short(camera.x), short(camera.y), camera.scale.toPrecision(4)].join(',');
const hasMoved = () => viewText() !== homeView;

// Remembers the view that needs no word in the address.
function rememberHome() {
  homeView = viewText();
}

function writeFragment() {
  if (isReadingFragment) return;
  const text = fragmentOfState();
  if (text === writtenFragment) return;
  writtenFragment = text;
  try {
    history.replaceState(null, '', text === '' ? '#' : `#${text}`);
  } catch {
    // Some browsers allow few changes a second: the next one writes it.
    writtenFragment = '';
  }
}

// Takes the state from the address; what it does not know is left out.
function readFragment() {
  const parts = new URLSearchParams(location.hash.slice(1));
  isReadingFragment = true;
  setLanguage(parts.get('language') ?? graph.language);
  state.theme = ['light', 'dark'].includes(parts.get('theme')) ? parts.get('theme') : 'auto';
  for (const [name, flags, keys] of flagNames) {
    const hidden = new Set((parts.get(name) ?? '').split(',').filter(Boolean).map(decoded));
    fragmentKeys[keys].forEach((key, place) => {
      state[flags][place] = hidden.has(key) ? 1 : 0;
    });
  }
  state.leastConfidence = numberWithin(parts.get('confidence'), 0, 100) ?? 0;
  state.years = yearsOf(parts.get('years'));
  state.undated = parts.get('undated') !== 'no';
  state.loose = parts.get('loose') === 'yes';
  state.selection = selectionOf(parts);
  state.hover = null;
  state.depth = state.selection?.kind === 'node' ? numberWithin(parts.get('depth'), 0, 3) ?? 0 : 0;
  state.mode = modeOf(parts);
  state.way = state.selection === null ? null : wayOf(parts.get('way'));
  if (state.way !== null) state.depth = 0;
  Object.assign(state, {wayStart: null, sameStart: null});
  showGuide();
  isReadingFragment = false;
  return viewOf(parts.get('view'));
}

function decoded(text) {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

function numberWithin(text, least, most) {
  const number = Number(text);
  return text !== null && text !== '' && Number.isFinite(number) && number >= least && number <= most
    ? Math.round(number) : null;
}

function yearsOf(text) {
  const found = /^(-?\d{1,6})\.\.(-?\d{1,6})$/.exec(text ?? '');
  if (found === null || yearSpan === null) return null;
  const [first, last] = [Number(found[1]), Number(found[2])];
  return first <= last && first <= yearSpan[1] && last >= yearSpan[0]
    ? [Math.max(first, yearSpan[0]), Math.min(last, yearSpan[1])] : null;
}

function selectionOf(parts) {
  if (parts.has('node')) {
    const index = facts().iri.indexOf(parts.get('node'));
    return index < 0 ? null : {kind: 'node', index};
  }
  if (parts.has('edge')) {
    const [from, to, predicate] = parts.get('edge').split(',').map(decoded);
    const source = facts().iri.indexOf(from);
    if (source < 0) return null;
    for (let place = graph.linkStart[source]; place < graph.linkStart[source + 1]; place++) {
      const edge = graph.linkOf[place];
      if (graph.source[edge] === source && facts().iri[graph.target[edge]] === to
        && fragmentKeys.predicates[graph.predicate[edge]] === predicate) return {kind: 'edge', index: edge};
    }
  }
  return null;
}

// Very many things begin with their communities, unless the address leads to one of them.
const usualMode = (parts) => (graph.nodeCount > mostAtOnce && overviewChart.isOffered()
  && !parts.has('node') && !parts.has('edge') && !parts.has('view') ? 'overview' : 'graph');

function modeOf(parts) {
  const mode = parts.get('mode');
  if (mode === 'graph') return mode;
  return mode !== null && Object.hasOwn(chartModes, mode) && chartModes[mode].isOffered() ? mode : usualMode(parts);
}

function wayOf(text) {
  const [from, to] = (text ?? '').split(',').map((iri) => iri === '' ? -1 : facts().iri.indexOf(decoded(iri)));
  return from >= 0 && to >= 0 && from !== to ? {from, to, edges: []} : null;
}

function viewOf(text) {
  const numbers = (text ?? '').split(',').map(Number);
  return numbers.length === 3 && numbers.every(Number.isFinite) && numbers[2] > 0
    ? {x: numbers[0], y: numbers[1], scale: numbers[2]} : null;
}

function openFragment() {
  const write = afterPause(250, writeFragment);
  listen('filters selection view looks language mode', write);
  addEventListener('hashchange', () => {
    if (location.hash.slice(1) === writtenFragment) return;
    const view = readFragment();
    applyTheme();
    for (const topic of ['language', 'looks', 'selection', 'filters', 'mode']) changed(topic);
    if (view === null) fit();
    else flyTo(view);
  });
}
