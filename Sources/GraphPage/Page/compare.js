// Two documents side by side: what both say, what only one says, and where they contradict each
// other.

const comparison = {dialog: byId('compare-dialog'), first: 0, second: 1, most: 40};

function openComparison() {
  const button = byId('compare-button');
  button.hidden = graph.documents.length < 2;
  button.addEventListener('click', showComparison);
  comparison.dialog.addEventListener('click', (event) => {
    if (event.target === comparison.dialog) comparison.dialog.close();
  });
}

function showComparison() {
  const choice = (key, label) => {
    const select = make('select', {
      id: `compare-${key}`, 'aria-label': say(label), onchange: () => {
        comparison[key] = Number(select.value);
        fillComparison();
      },
    }, ...graph.documents.map(({title, file}, place) => make('option', {
      value: place, selected: place === comparison[key],
    }, file && file !== title ? `${title} (${file})` : title)));
    return select;
  };
  comparison.dialog.replaceChildren(
    make('div', {class: 'panel-head'},
      make('h2', {id: 'compare-title'}, say('compare')),
      make('button', {
        class: 'tool', type: 'button', 'aria-label': say('close'), title: say('close'),
        onclick: () => comparison.dialog.close(),
      }, crossIcon())),
    make('div', {class: 'pair'}, choice('first', 'compareFirst'), choice('second', 'compareSecond')),
    make('div', {id: 'compare-body', class: 'panel-body', tabindex: 0}));
  fillComparison();
  if (!comparison.dialog.open) comparison.dialog.showModal();
}

// The links that both, only the first and only the second document speak of, and those on whose
// status both disagree.
function comparedEdges(first, second) {
  const result = {both: [], first: [], second: [], statuses: []};
  for (let edge = 0; edge < graph.edgeCount; edge++) {
    const places = documentsOf(edge);
    const [inFirst, inSecond] = [places.includes(first), places.includes(second)];
    if (inFirst && inSecond) {
      result.both.push(edge);
      const [one, other] = [first, second].map((document) => statusesOf(edge, document));
      if (one.size > 0 && other.size > 0 && ![...one].some((status) => other.has(status))) {
        result.statuses.push({edge, one, other});
      }
    } else if (inFirst) {
      result.first.push(edge);
    } else if (inSecond) {
      result.second.push(edge);
    }
  }
  return result;
}

// The statuses that the claims of a document give to a link.
function statusesOf(edge, document) {
  const {status, document: documentOfRow} = evidence();
  return new Set(rowsOf(edge)
    .filter((row) => documentOfRow[row] === document + 1 && status[row] > 0)
    .map((row) => status[row]));
}

// The contradictions in which each of both documents gives a value that the other does not give.
function comparedConflicts(first, second) {
  const {document, conflicts} = evidence();
  return conflicts.flatMap(({rivals, firstRow}, number) => {
    const valuesOf = (wanted) => new Set(rivals.filter((_, place) => document[firstRow + place] === wanted + 1)
      .map(([value]) => value));
    const [one, other] = [valuesOf(first), valuesOf(second)];
    const differs = [...one].some((value) => !other.has(value)) && [...other].some((value) => !one.has(value));
    return differs ? [number] : [];
  });
}

function fillComparison() {
  const {first, second} = comparison;
  const body = byId('compare-body');
  if (first === second) {
    body.replaceChildren(make('p', {class: 'muted'}, say('compareSame')));
    return;
  }
  const edges = comparedEdges(first, second);
  const conflicts = comparedConflicts(first, second);
  const title = (place) => graph.documents[place].title;
  body.replaceChildren(
    make('button', {id: 'compare-show', class: 'quiet', type: 'button', onclick: () => showOnly(first, second)},
      say('compareShow')),
    comparedSection('compare-conflicts', say('compareConflicts'), conflicts.length + edges.statuses.length, [
      ...conflicts.map(comparedConflict), ...edges.statuses.map(comparedStatus)]),
    comparedSection('compare-both', say('compareBoth'), edges.both.length, edges.both.map(comparedEdge)),
    comparedSection('compare-only-first', say('compareOnly', {title: title(first)}), edges.first.length,
      edges.first.map(comparedEdge)),
    comparedSection('compare-only-second', say('compareOnly', {title: title(second)}), edges.second.length,
      edges.second.map(comparedEdge)));
  body.scrollTop = 0;
}

function comparedSection(id, title, count, items) {
  const list = make('ul', {class: 'plain'}, ...items.slice(0, comparison.most).map((item) => make('li', {}, item)));
  const more = make('button', {class: 'quiet more', type: 'button', onclick: () => {
    list.append(...items.slice(comparison.most).map((item) => make('li', {}, item)));
    more.remove();
  }}, say('showMore', {n: format(items.length - comparison.most)}));
  return make('section', {id}, make('h3', {}, title, make('span', {class: 'count'}, format(count))),
    count === 0 ? make('p', {class: 'muted'}, say('compareNothing')) : list,
    items.length > comparison.most ? more : null);
}

function leaveComparison(thing) {
  comparison.dialog.close();
  goTo(thing);
  details.focus({preventScroll: true});
}

const comparedEdge = (edge) => make('button', {
  class: 'item', type: 'button', 'data-edge': edge, onclick: () => leaveComparison({kind: 'edge', index: edge}),
}, lineSwatch(graph.predicate[edge]), make('span', {class: 'grow'}, sentenceOf(edge)));

function comparedConflict(number) {
  const conflict = graph.conflicts[number];
  const thing = 'node' in conflict
    ? {kind: 'node', index: conflict.node} : {kind: 'edge', index: conflict.edge};
  const name = thing.kind === 'node' ? nameOf(thing.index) : sentenceOf(thing.index);
  return make('div', {},
    make('button', {class: 'item', type: 'button', onclick: () => leaveComparison(thing)},
      make('span', {class: 'grow'}, name)),
    conflictCard(number));
}

function comparedStatus({edge, one, other}) {
  const told = (statuses, document) => make('p', {class: 'rival'},
    make('strong', {}, [...statuses].map(statusText).join(', ')),
    make('span', {class: 'muted'}, graph.documents[document].title));
  return make('div', {class: 'conflict', 'data-status-edge': edge}, comparedEdge(edge),
    told(one, comparison.first), told(other, comparison.second));
}

// Leaves in the picture what one of both documents says.
function showOnly(first, second) {
  state.hiddenDocuments.fill(1);
  state.hiddenDocuments[first] = 0;
  state.hiddenDocuments[second] = 0;
  comparison.dialog.close();
  changed('filters');
  fit();
}
