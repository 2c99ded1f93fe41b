// The legend, whose rows are the filters.

const mostRows = 12;
const expandedGroups = new Set();

// A small picture of a class.
function swatch(nodeClass) {
  const {shape, fill, rim} = nodeLook(nodeClass);
  const outline = svgShape(shape, 9, 9, 6.2);
  return makeSVG('svg', {class: 'swatch', viewBox: '0 0 18 18', 'aria-hidden': 'true'},
    makeSVG(outline.name, {...outline.attributes, fill, stroke: rim}));
}

// A small picture of a link.
function lineSwatch(predicate) {
  const {line, symmetric} = graph.predicates[predicate];
  const colour = colourText(colours.predicates[predicate]);
  return makeSVG('svg', {class: 'swatch wide', viewBox: '0 0 28 18', 'aria-hidden': 'true'},
    makeSVG('path', {
      d: 'M2 9H24', stroke: colour, 'stroke-width': 2, fill: 'none',
      'stroke-dasharray': line === 'dashed' ? '5 3' : line === 'dotted' ? '2 2.5' : 'none',
    }),
    symmetric ? null : makeSVG('path', {d: 'M27 9l-7-3.4v6.8z', fill: colour}));
}

// The groups of rows: how each is named, counted and drawn.
function legendGroups() {
  const {classes, predicates, statuses, documents} = graph;
  return [
    {
      key: 'classes', flags: state.hiddenClasses, counts: legendCounts.classes,
      rows: classes.map(({plural}, place) => [place, caption(plural), swatch(place)]),
    },
    {
      key: 'predicates', flags: state.hiddenPredicates, counts: legendCounts.predicates,
      rows: predicates.map(({label}, place) => [place, caption(label), lineSwatch(place)]),
    },
    {
      key: 'statuses', flags: state.hiddenStatuses, counts: legendCounts.statuses,
      rows: [
        ...statuses.map(({label}, place) => [place + 1, caption(label), null]),
        [0, say('noStatus'), null],
      ],
    },
    {
      key: 'documents', flags: state.hiddenDocuments, counts: legendCounts.documents,
      rows: [
        ...documents.map(({title}, place) => [place, title, null]),
        [documents.length, say('noDocument'), null],
      ],
    },
  ];
}

const legendCounts = countForLegend();

// How many nodes have each class, and how many edges the rest.
function countForLegend() {
  const counts = {
    classes: new Uint32Array(graph.classes.length),
    predicates: new Uint32Array(graph.predicates.length),
    statuses: new Uint32Array(graph.statuses.length + 1),
    documents: new Uint32Array(graph.documents.length + 1),
  };
  for (const nodeClass of graph.classOf) counts.classes[nodeClass]++;
  for (let edge = 0; edge < graph.edgeCount; edge++) {
    counts.predicates[graph.predicate[edge]]++;
    counts.statuses[graph.status[edge]]++;
    const documents = documentsOf(edge);
    if (documents.length === 0) counts.documents[graph.documents.length]++;
    for (const document of documents) counts.documents[document]++;
  }
  return counts;
}

function showLegend() {
  const groups = legendGroups().map(legendGroup);
  byId('legend').replaceChildren(
    ...groups.slice(0, 3).filter(Boolean), confidenceGroup(), ...groups.slice(3).filter(Boolean),
    ...[conflictList(), looseList()].filter(Boolean));
}

function legendGroup({key, flags, counts, rows}) {
  const used = rows.filter(([place]) => counts[place] > 0);
  if (used.length === 0 || (used.length === 1 && key === 'statuses')) return null;
  const isLong = used.length > mostRows + 2 && !expandedGroups.has(key);
  const visible = isLong ? used.slice(0, mostRows) : used;
  const title = say(key);
  const setAll = (hidden) => {
    flags.fill(hidden);
    changed('filters');
  };
  return make('section', {class: 'group', role: 'group', 'aria-label': title, 'data-group': key},
    make('div', {class: 'group-head'},
      make('h3', {}, title),
      make('button', {
        class: 'quiet', type: 'button', 'aria-label': say('allOf', {name: title}), onclick: () => setAll(0),
      }, say('all')),
      make('button', {
        class: 'quiet', type: 'button', 'aria-label': say('noneOf', {name: title}), onclick: () => setAll(1),
      }, say('none'))),
    ...visible.map((row) => legendRow(key, flags, counts, row)),
    isLong ? make('button', {
      class: 'quiet more', type: 'button', onclick: () => {
        expandedGroups.add(key);
        showLegend();
      },
    }, say('showMore', {n: format(used.length - visible.length)})) : null);
}

function legendRow(key, flags, counts, [place, name, picture]) {
  const box = make('input', {
    type: 'checkbox', 'data-place': place, onchange: () => {
      flags[place] = box.checked ? 0 : 1;
      changed('filters');
    },
  });
  box.checked = flags[place] === 0;
  return make('div', {class: 'row'},
    make('label', {title: name}, box, picture,
      make('span', {class: 'grow clip'}, name),
      make('span', {class: 'count'}, format(counts[place]))),
    make('button', {
      class: 'quiet only', type: 'button', 'aria-label': say('onlyThis', {name}), onclick: () => {
        flags.fill(1);
        flags[place] = 0;
        changed('filters');
      },
    }, say('only')));
}

function confidenceGroup() {
  if (!graph.confidence.some((value) => value > 0)) return '';
  const told = () => say('confidenceAtLeast', {n: format(state.leastConfidence)});
  const output = make('output', {class: 'count', for: 'confidence'}, told());
  const slider = make('input', {
    id: 'confidence', type: 'range', min: 0, max: 100, step: 5, value: state.leastConfidence,
    'aria-label': say('confidence'), 'aria-valuetext': told(), oninput: () => {
      state.leastConfidence = Number(slider.value);
      output.textContent = told();
      slider.setAttribute('aria-valuetext', told());
      changed('filters');
    },
  });
  return make('section', {class: 'group', 'data-group': 'confidence'},
    make('div', {class: 'group-head'}, make('h3', {}, say('confidence')), output), slider);
}

// Brings the boxes in line with the state without making them anew, so that the focus stays.
function refreshLegend() {
  for (const {key, flags} of legendGroups()) {
    for (const box of document.querySelectorAll(`[data-group=${key}] input`)) {
      box.checked = flags[Number(box.dataset.place)] === 0;
    }
  }
  const slider = byId('confidence');
  if (slider !== null && Number(slider.value) !== state.leastConfidence) {
    slider.value = state.leastConfidence;
    slider.dispatchEvent(new Event('input'));
  }
  const loose = byId('loose');
  if (loose !== null) loose.checked = state.loose;
  byId('reset-button').disabled = filtersAreOpen();
  showTally();
}

function showTally() {
  byId('tally').textContent = say('tally', {
    nodes: format(shown.nodes), allNodes: format(graph.nodeCount),
    edges: format(shown.edges), allEdges: format(graph.edgeCount),
  });
}

const announceTally = afterPause(600, () => announce(byId('tally').textContent));

function openLegend() {
  byId('reset-button').addEventListener('click', resetFilters);
  for (const id of ['filters-button', 'filters-close']) {
    byId(id).addEventListener('click', () => showFilters(document.body.classList.contains('no-filters')));
  }
  listen('filters', () => {
    refreshLegend();
    announceTally();
  });
  listen('selection', showTally);
  listen('looks language', showLegend);
}

function showFilters(open) {
  document.body.classList.toggle('no-filters', !open);
  byId('filters-button').setAttribute('aria-expanded', String(open));
  if (open && isNarrow.matches) select(null);
}
