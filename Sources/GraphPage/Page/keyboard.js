// Keys: single letters work where no text is typed.

const panStep = 60;

function openKeyboard() {
  document.addEventListener('keydown', (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
    if (document.querySelector('dialog[open]') !== null) return;
    const isTyping = event.target.matches('input, textarea, select');
    if (isTyping && event.key !== 'Escape') return;
    const onStage = event.target === stage.element || event.target === document.body;
    const task = generalKeys[event.key] ?? (onStage ? stageKeys[event.key] : undefined);
    if (task === undefined) return;
    event.preventDefault();
    task(event);
  });
}

const generalKeys = {
  '/': () => byId('search').focus(),
  f: () => showFilters(document.body.classList.contains('no-filters')),
  l: () => showTable(),
  '?': () => showHelp(),
  Escape: () => {
    const wasWithin = details.contains(document.activeElement);
    if (!byId('guide').hidden) byId('guide-close').click();
    else if (isNarrow.matches && !document.body.classList.contains('no-filters')) showFilters(false);
    else select(null);
    if (wasWithin) stage.element.focus({preventScroll: true});
  },
};

const stageKeys = {
  '+': () => zoomAt(stage.width / 2, stage.height / 2, 1.3),
  '=': () => zoomAt(stage.width / 2, stage.height / 2, 1.3),
  '-': () => zoomAt(stage.width / 2, stage.height / 2, 1 / 1.3),
  0: () => fit(),
  1: () => setDepthAndFit(1),
  2: () => setDepthAndFit(2),
  3: () => setDepthAndFit(3),
  a: () => setDepthAndFit(0),
  n: () => walkLinks(1),
  p: () => walkLinks(-1),
  Enter: () => {
    if (state.selection === null) walkTowards(0, 0);
    else details.focus();
  },
  ArrowLeft: (event) => (event.shiftKey ? walkTowards(-1, 0) : pan(panStep, 0)),
  ArrowRight: (event) => (event.shiftKey ? walkTowards(1, 0) : pan(-panStep, 0)),
  ArrowUp: (event) => (event.shiftKey ? walkTowards(0, -1) : pan(0, panStep)),
  ArrowDown: (event) => (event.shiftKey ? walkTowards(0, 1) : pan(0, -panStep)),
};

function setDepthAndFit(depth) {
  setDepth(depth);
  fit();
}

// Chooses the nearest shown node in a direction; without one, the most important in sight.
function walkTowards(dx, dy) {
  const from = state.selection?.kind === 'node' ? state.selection.index : -1;
  let best = -1;
  if (from < 0) {
    if (scene.nodeCount > 0) best = scene.nodes[0];
  } else {
    let least = Infinity;
    for (let node = 0; node < graph.nodeCount; node++) {
      if (nodeLevel[node] === levelHidden || node === from) continue;
      const along = (graph.x[node] - graph.x[from]) * dx + (graph.y[node] - graph.y[from]) * dy;
      if (along <= 0) continue;
      const aside = Math.abs((graph.x[node] - graph.x[from]) * dy) + Math.abs((graph.y[node] - graph.y[from]) * dx);
      // Within a cone; what lies aside counts double.
      const cost = along + 2 * aside;
      if (aside <= along * 1.2 && cost < least) [best, least] = [node, cost];
    }
  }
  if (best >= 0) walkTo(best);
}

let walk = null;

// Goes through the neighbours of the node from which the walk began.
function walkLinks(step) {
  const thing = state.selection;
  if (thing?.kind !== 'node') {
    walkTowards(0, 0);
    return;
  }
  if (walk === null || walk.current !== thing.index) {
    const neighbours = [...new Set([...edgesOf(thing)].map((edge) => otherEnd(edge, thing.index)))]
      .filter((node) => node !== thing.index);
    walk = {neighbours, place: step > 0 ? -1 : 0, current: thing.index};
  }
  if (walk.neighbours.length === 0) return;
  walk.place = (walk.place + step + walk.neighbours.length) % walk.neighbours.length;
  walk.current = walk.neighbours[walk.place];
  walkTo(walk.current);
}

function walkTo(node) {
  select({kind: 'node', index: node});
  if (!isInSight(state.selection)) centreOn(state.selection);
}
