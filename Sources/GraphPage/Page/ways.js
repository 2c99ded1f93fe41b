// The shortest way between two things over the links that are shown, and the trail of what was
// looked at.

// Begins to look for a way: the next thing that is chosen is its end.
function beginWay(node) {
  state.wayStart = node;
  state.way = null;
  showGuide();
  announce(say('wayChoose', {name: nameOf(node)}));
  changed('selection');
}

function endWay() {
  if (state.wayStart === null && state.way === null) return;
  state.wayStart = null;
  state.way = null;
  showGuide();
  changed('selection');
}

// The end has been chosen.
function finishWay(node) {
  const from = state.wayStart;
  state.wayStart = null;
  state.way = {from, to: node, edges: []};
  showGuide();
}

// The links of a shortest way over shown links, whatever their direction, or null. Of several
// equally short ones the one through the nodes that come first.
function wayBetween(from, to) {
  const before = new Int32Array(graph.nodeCount).fill(-1);
  const seen = new Uint8Array(graph.nodeCount);
  seen[from] = 1;
  let ring = [from];
  while (ring.length > 0 && !seen[to]) {
    const next = [];
    for (const node of ring) {
      for (let place = graph.linkStart[node]; place < graph.linkStart[node + 1]; place++) {
        const edge = graph.linkOf[place];
        const other = otherEnd(edge, node);
        if (edgeLevel[edge] === levelHidden || seen[other]) continue;
        seen[other] = 1;
        before[other] = edge;
        next.push(other);
      }
    }
    ring = next.sort((one, other) => one - other);
  }
  if (!seen[to]) return null;
  const edges = [];
  for (let node = to; node !== from; node = otherEnd(before[node], node)) edges.unshift(before[node]);
  return edges;
}

// Makes the way stand out from what the filters have left.
function emphasiseWay() {
  const {from, to} = state.way;
  nodeLevel[from] = Math.max(nodeLevel[from], levelUsual);
  nodeLevel[to] = Math.max(nodeLevel[to], levelUsual);
  state.way.edges = wayBetween(from, to);
  dimAll();
  for (const edge of state.way.edges ?? []) {
    edgeLevel[edge] = levelChosen;
    nodeLevel[graph.source[edge]] = levelNear;
    nodeLevel[graph.target[edge]] = levelNear;
  }
  nodeLevel[from] = levelChosen;
  nodeLevel[to] = levelChosen;
}

// What the reader is asked to do, above the stage.
function showGuide() {
  const guide = byId('guide');
  const start = state.wayStart ?? state.sameStart?.node ?? null;
  guide.hidden = start === null;
  if (start === null) return;
  const key = state.wayStart !== null ? 'wayChoose' : state.sameStart.isSame ? 'sameChoose' : 'otherChoose';
  guide.replaceChildren(
    make('span', {}, say(key, {name: nameOf(start)})),
    make('button', {
      id: 'guide-close', class: 'quiet', type: 'button', onclick: () => {
        endWay();
        endSame();
      },
    }, say('cancel')));
}

// The way in the panel: every step with its link.
function wayCard() {
  if (state.way === null) return null;
  const {from, to, edges} = state.way;
  const thing = (node) => make('li', {}, make('button', {
    class: 'item', type: 'button', 'data-way-node': node,
    onclick: () => goTo({kind: 'node', index: node}),
  }, swatch(graph.classOf[node]), make('span', {class: 'grow'}, nameOf(node))));
  const steps = [];
  let node = from;
  for (const edge of edges ?? []) {
    const isForward = graph.source[edge] === node;
    const label = caption(graph.predicates[graph.predicate[edge]].label);
    node = otherEnd(edge, node);
    steps.push(make('li', {}, make('button', {
      class: 'item verb', type: 'button', 'data-way-edge': edge,
      onclick: () => goTo({kind: 'edge', index: edge}),
    }, lineSwatch(graph.predicate[edge]),
    isForward || isSymmetric(edge) ? label : say('incoming', {what: label}))), thing(node));
  }
  return make('section', {id: 'way'},
    make('h3', {}, say('way'),
      edges === null ? null : make('span', {class: 'count'}, sayCount('stepCount', edges.length))),
    edges === null ? make('p', {class: 'muted'}, say('wayNone', {from: nameOf(from), to: nameOf(to)}))
      : make('ol', {class: 'plain'}, thing(from), ...steps),
    make('button', {class: 'quiet', type: 'button', onclick: endWay}, say('wayEnd')));
}

// The trail: what was chosen, in its order, each thing once where it was chosen last.
const trail = {things: [], most: 30};

function openWays() {
  listen('choice', () => {
    const thing = state.selection;
    if (thing === null) return;
    trail.things = trail.things.filter((one) => !sameThing(one, thing));
    trail.things.push(thing);
    if (trail.things.length > trail.most) trail.things.shift();
    showTrail();
  });
  listen('language', () => {
    showTrail();
    showGuide();
  });
  listen('selection', showTrail);
}

function showTrail() {
  const element = byId('trail');
  element.hidden = trail.things.length < 2;
  document.body.classList.toggle('has-trail', !element.hidden);
  const items = trail.things.map((thing) => make('li', {}, make('button', {
    class: 'chip', type: 'button', 'aria-current': sameThing(thing, state.selection) ? 'true' : null,
    title: thing.kind === 'node' ? nameOf(thing.index) : sentenceOf(thing.index),
    onclick: () => goTo(thing),
  }, thing.kind === 'node' ? swatch(graph.classOf[thing.index]) : lineSwatch(graph.predicate[thing.index]),
  make('span', {class: 'clip'}, thing.kind === 'node' ? nameOf(thing.index)
    : caption(graph.predicates[graph.predicate[thing.index]].label)))));
  const list = make('ol', {}, ...items);
  element.replaceChildren(list, make('button', {
    id: 'trail-clear', class: 'tool', type: 'button', 'aria-label': say('trailClear'), title: say('trailClear'),
    onclick: () => {
      trail.things = [];
      showTrail();
    },
  }, crossIcon()));
  list.scrollLeft = list.scrollWidth;
}
