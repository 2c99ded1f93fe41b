// What the filters leave, and how strongly each thing is drawn: typed arrays that are filled anew
// when a choice changes, never objects.

const levelHidden = 0;
const levelDim = 1;
const levelUsual = 2;
const levelNear = 3;
const levelChosen = 4;

const nodeLevel = new Uint8Array(graph.nodeCount);
const edgeLevel = new Uint8Array(graph.edgeCount);
const shownDegree = new Uint32Array(graph.nodeCount);
const shown = {nodes: 0, edges: 0};

const looseNodes = Uint32Array.from(
  graph.byImportance.filter((node) => degree(node) === 0));

// Fills the levels from the filters, the selection and the depth.
function computeLevels() {
  filterEdges();
  filterNodes();
  keepNeighbourhood();
  emphasise();
  shown.nodes = 0;
  shown.edges = 0;
  for (const level of nodeLevel) if (level !== levelHidden) shown.nodes++;
  for (const level of edgeLevel) if (level !== levelHidden) shown.edges++;
}

function filterEdges() {
  const {source, target, predicate, status, confidence, classOf, documentOf, documentsEnd} = graph;
  const {hiddenClasses, hiddenPredicates, hiddenStatuses, hiddenDocuments} = state;
  const documentsMatter = hiddenDocuments.includes(1);
  const withoutDocument = hiddenDocuments[hiddenDocuments.length - 1] === 0;
  const least = state.leastConfidence;
  const [first, last] = state.years ?? [-Infinity, Infinity];
  const yearsMatter = state.years !== null || !state.undated;
  shownDegree.fill(0);
  for (let edge = 0; edge < edgeLevel.length; edge++) {
    edgeLevel[edge] = levelHidden;
    if (hiddenPredicates[predicate[edge]] || hiddenStatuses[status[edge]]) continue;
    if (hiddenClasses[classOf[source[edge]]] || hiddenClasses[classOf[target[edge]]]) continue;
    // An edge whose confidence nobody states passes.
    if (confidence[edge] > 0 && confidence[edge] - 1 < least) continue;
    if (yearsMatter) {
      if (!hasYears(edge)) {
        if (!state.undated) continue;
      } else if (yearTo(edge) < first || yearFrom(edge) > last) {
        continue;
      }
    }
    if (documentsMatter) {
      const start = edge > 0 ? documentsEnd[edge - 1] : 0;
      let passes = start === documentsEnd[edge] && withoutDocument;
      for (let place = start; place < documentsEnd[edge] && !passes; place++) {
        passes = hiddenDocuments[documentOf[place]] === 0;
      }
      if (!passes) continue;
    }
    edgeLevel[edge] = levelUsual;
    shownDegree[source[edge]]++;
    if (source[edge] !== target[edge]) shownDegree[target[edge]]++;
  }
}

// A node is shown for its edges, or for itself where things without links are asked for.
function filterNodes() {
  for (let node = 0; node < nodeLevel.length; node++) {
    const isShown = !state.hiddenClasses[graph.classOf[node]]
      && (shownDegree[node] > 0 || (state.loose && degree(node) === 0));
    nodeLevel[node] = isShown ? levelUsual : levelHidden;
  }
  const chosen = state.selection;
  if (chosen === null) return;
  // What is chosen is seen, whatever the filters say.
  if (chosen.kind === 'node') {
    nodeLevel[chosen.index] = levelUsual;
  } else {
    edgeLevel[chosen.index] = levelUsual;
    nodeLevel[graph.source[chosen.index]] = levelUsual;
    nodeLevel[graph.target[chosen.index]] = levelUsual;
  }
}

// Leaves what is at most `depth` steps from the selected node.
function keepNeighbourhood() {
  if (state.depth === 0 || state.selection?.kind !== 'node') return;
  const distance = distancesFrom(state.selection.index, state.depth);
  for (let node = 0; node < nodeLevel.length; node++) {
    if (distance[node] === 255) nodeLevel[node] = levelHidden;
  }
  for (let edge = 0; edge < edgeLevel.length; edge++) {
    if (distance[graph.source[edge]] === 255 || distance[graph.target[edge]] === 255) {
      edgeLevel[edge] = levelHidden;
    }
  }
}

// Steps over shown edges from a node, up to `depth`; 255 for nodes farther away.
function distancesFrom(start, depth) {
  const distance = new Uint8Array(graph.nodeCount).fill(255);
  distance[start] = 0;
  let edge = [start];
  for (let steps = 1; steps <= depth && edge.length > 0; steps++) {
    const next = [];
    for (const node of edge) {
      for (let place = graph.linkStart[node]; place < graph.linkStart[node + 1]; place++) {
        const link = graph.linkOf[place];
        if (edgeLevel[link] === levelHidden) continue;
        const other = otherEnd(link, node);
        if (distance[other] !== 255) continue;
        distance[other] = steps;
        next.push(other);
      }
    }
    edge = next;
  }
  return distance;
}

// Dims what has nothing to do with the selection, unless the neighbourhood stands alone anyway.
function emphasise() {
  if (state.way !== null) {
    emphasiseWay();
    return;
  }
  const chosen = state.selection;
  if (chosen === null) return;
  if (state.depth === 0) dimAll();
  for (const edge of edgesOf(chosen)) {
    edgeLevel[edge] = levelNear;
    nodeLevel[graph.source[edge]] = levelNear;
    nodeLevel[graph.target[edge]] = levelNear;
  }
  if (chosen.kind === 'node') nodeLevel[chosen.index] = levelChosen;
  else edgeLevel[chosen.index] = levelChosen;
}

function dimAll() {
  for (let node = 0; node < nodeLevel.length; node++) {
    if (nodeLevel[node] === levelUsual) nodeLevel[node] = levelDim;
  }
  for (let edge = 0; edge < edgeLevel.length; edge++) {
    if (edgeLevel[edge] === levelUsual) edgeLevel[edge] = levelDim;
  }
}

// The shown edges of a node or the edge itself.
function edgesOf(thing) {
  if (thing === null) return [];
  if (thing.kind === 'edge') return edgeLevel[thing.index] === levelHidden ? [] : [thing.index];
  const links = graph.linkOf.subarray(
    graph.linkStart[thing.index], graph.linkStart[thing.index + 1]);
  return links.filter((edge) => edgeLevel[edge] !== levelHidden);
}

// The box around the centres of all shown nodes, or of some level, or null where there are none.
function shownBox(least = levelDim) {
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
  for (let node = 0; node < nodeLevel.length; node++) {
    if (nodeLevel[node] < least) continue;
    const radius = graph.size[node] / 2;
    left = Math.min(left, graph.x[node] - radius);
    right = Math.max(right, graph.x[node] + radius);
    top = Math.min(top, graph.y[node] - radius);
    bottom = Math.max(bottom, graph.y[node] + radius);
  }
  return left <= right ? {left, top, right, bottom} : null;
}
