// Lists in the legend: contradictions, and the things without links, which the picture leaves out.

const mostListed = 40;

function conflictList() {
  if (graph.conflicts.length === 0) return null;
  return foldedList('conflicts', say('conflictsHeading'), graph.conflicts.length, () =>
    graph.conflicts.map((conflict) => {
      const thing = 'node' in conflict
        ? {kind: 'node', index: conflict.node} : {kind: 'edge', index: conflict.edge};
      const name = thing.kind === 'node' ? nameOf(thing.index) : sentenceOf(thing.index);
      return listButton(thing, null, `${name}: ${caption(conflict.label)}`);
    }));
}

function looseList() {
  if (looseNodes.length === 0) return null;
  const box = make('input', {
    id: 'loose', type: 'checkbox', onchange: () => {
      state.loose = box.checked;
      changed('filters');
    },
  });
  box.checked = state.loose;
  return foldedList('loose-list', say('looseHeading'), looseNodes.length, () => [
    make('div', {class: 'row'}, make('label', {}, box, make('span', {class: 'grow'}, say('looseShow')))),
    ...[...looseNodes].map((node) =>
      listButton({kind: 'node', index: node}, swatch(graph.classOf[node]), nameOf(node))),
  ]);
}

function listButton(thing, picture, name) {
  return make('button', {class: 'item', type: 'button', onclick: () => goTo(thing)},
    picture, make('span', {class: 'grow clip', title: name}, name));
}

const openLists = new Set();

// A list that is made when somebody opens it; long ones grow on demand.
function foldedList(id, title, count, items) {
  const body = make('div', {class: 'list'});
  let all = null;
  let listed = 0;
  const more = make('button', {class: 'quiet more', type: 'button', onclick: () => grow()});
  const grow = () => {
    all ??= items();
    body.append(...all.slice(listed, listed + mostListed));
    listed = Math.min(all.length, listed + mostListed);
    more.hidden = listed === all.length;
    more.textContent = say('showMore', {n: format(all.length - listed)});
  };
  const details = make('details', {
    id, class: 'group', open: openLists.has(id), ontoggle: () => {
      if (details.open) openLists.add(id);
      else openLists.delete(id);
      if (details.open && all === null) grow();
    },
  },
  make('summary', {}, make('h3', {}, title), make('span', {class: 'count'}, format(count))),
  body, more);
  more.hidden = true;
  return details;
}
