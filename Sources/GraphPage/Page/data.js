// The data blocks. Numbers come as columns; what is not needed for the first picture is read when
// somebody asks for it.

const columnTypes = {u8: Uint8Array, u16: Uint16Array, u32: Uint32Array, f32: Float32Array};

// A column {"u16": "base64"}; the bytes are little-endian, as the numbers of every browser are.
function column(written) {
  const [type, text] = Object.entries(written)[0];
  const characters = atob(text);
  const bytes = new Uint8Array(characters.length);
  for (let place = 0; place < bytes.length; place++) bytes[place] = characters.charCodeAt(place);
  return new columnTypes[type](bytes.buffer);
}

function block(name) {
  const element = byId(`data-${name}`);
  const content = JSON.parse(element.textContent);
  element.remove();
  return content;
}

const graph = readGraph();
const names = readNames();

function readGraph() {
  const read = block('graph');
  if (read.version !== 2) throw new Error(`data of version ${read.version}`);
  const nodes = read.nodes;
  const edges = read.edges;
  const result = {
    language: read.language, about: read.about, classes: read.classes,
    predicates: read.predicates, statuses: read.statuses, documents: read.documents,
    conflicts: read.conflicts,
    x: column(nodes.x), y: column(nodes.y), size: column(nodes.size),
    classOf: column(nodes.class), community: column(nodes.community),
    source: column(edges.source), target: column(edges.target),
    predicate: column(edges.predicate),
    // 0 stands for none in the next four; the rest is one higher than it means.
    status: column(edges.status), confidence: column(edges.confidence),
    from: column(edges.from), to: column(edges.to), firstYear: edges.firstYear,
    documentsEnd: column(edges.documentsEnd), documentOf: column(edges.documents),
  };
  const {map, layers} = read;
  result.map = {
    node: column(map.node), latitude: map.latitude, longitude: map.longitude,
    // Of a line one of the last two is there, one higher than it means; the other is 0.
    lines: {source: column(map.source), target: column(map.target), node: column(map.thing), edge: column(map.edge)},
  };
  result.layers = {
    node: column(layers.node), x: column(layers.x), y: column(layers.y), width: layers.width, height: layers.height,
    from: layers.from, until: layers.until, edge: column(layers.edge),
    // The points of an arrow end where the next begin.
    ways: {end: column(layers.waysEnd), x: column(layers.waysX), y: column(layers.waysY)},
  };
  result.nodeCount = result.x.length;
  result.edgeCount = result.source.length;
  addAdjacency(result);
  return result;
}

// The edges of node n are linkOf[linkStart[n]] up to linkOf[linkStart[n + 1]]; loops stand once.
function addAdjacency(of) {
  const {source, target, nodeCount, edgeCount} = of;
  const start = new Uint32Array(nodeCount + 1);
  for (let edge = 0; edge < edgeCount; edge++) {
    start[source[edge] + 1]++;
    if (target[edge] !== source[edge]) start[target[edge] + 1]++;
  }
  for (let node = 0; node < nodeCount; node++) start[node + 1] += start[node];
  const next = start.slice();
  const links = new Uint32Array(start[nodeCount]);
  for (let edge = 0; edge < edgeCount; edge++) {
    links[next[source[edge]]++] = edge;
    if (target[edge] !== source[edge]) links[next[target[edge]]++] = edge;
  }
  of.linkStart = start;
  of.linkOf = links;
  // Nodes by importance: the largest first, then in their order.
  let largest = 0;
  for (const size of of.size) largest = Math.max(largest, size);
  const keys = new Float64Array(nodeCount);
  for (let node = 0; node < nodeCount; node++) {
    keys[node] = Math.round((largest - of.size[node]) * 100) * nodeCount + node;
  }
  keys.sort();
  of.byImportance = Uint32Array.from(keys, (key) => key % nodeCount);
}

const degree = (node) => graph.linkStart[node + 1] - graph.linkStart[node];
const otherEnd = (edge, node) => graph.source[edge] === node ? graph.target[edge] : graph.source[edge];

function readNames() {
  const read = block('names');
  for (let node = 0; node < read.id.length; node++) {
    if (read.id[node] === 0) read.id[node] = read.en[node];
  }
  return read;
}

const nameOf = (node) => /\S/.test(names[language][node]) ? names[language][node] : say('unnamed');

let factsRead = null;
let evidenceRead = null;

// IRIs, values and documents of the nodes.
function facts() {
  factsRead ??= block('facts');
  return factsRead;
}

// The claims: columns by row, and the tables of quotes and rules.
function evidence() {
  if (evidenceRead !== null) return evidenceRead;
  const read = block('evidence');
  for (const name of ['end', 'document', 'start', 'length', 'quote', 'rule', 'status', 'confidence']) {
    read[name] = column(read[name]);
  }
  for (const name of ['page', 'part', 'period', 'edgePeriod', 'claim']) {
    // 0 alone stands for none anywhere.
    if (read[name] === 0) read[name] = [];
  }
  let row = read.end.length > 0 ? read.end[read.end.length - 1] : 0;
  for (const conflict of read.conflicts) {
    conflict.firstRow = row;
    row += conflict.rivals.length;
  }
  evidenceRead = read;
  return read;
}

const wholeIRI = (text) => text.startsWith('*') ? graph.about.base + text.slice(1) : text;
const iriOf = (node) => wholeIRI(facts().iri[node]);

// The IRI of a claim, or null.
function claimOfRow(row) {
  const {claim, claimPrefix} = evidence();
  return claim[row] === undefined || claim[row] === 0 ? null : wholeIRI(claimPrefix + claim[row]);
}

// The rows of the claims behind an edge.
function rowsOf(edge) {
  const {end} = evidence();
  const rows = [];
  for (let row = edge > 0 ? end[edge - 1] : 0; row < end[edge]; row++) rows.push(row);
  return rows;
}

// The places of the documents that speak of an edge.
function documentsOf(edge) {
  const start = edge > 0 ? graph.documentsEnd[edge - 1] : 0;
  return graph.documentOf.subarray(start, graph.documentsEnd[edge]);
}

const hasYears = (edge) => graph.from[edge] > 0;
const yearFrom = (edge) => graph.from[edge] - 1 + graph.firstYear;
const yearTo = (edge) => graph.to[edge] - 1 + graph.firstYear;

// Short keys for the address: the end of each IRI, or all of it where two have the same end.
function shortKeys(things) {
  const ends = things.map(({iri}) => iri.replace(/^\*/, '').split(/[#/]/).pop() || iri);
  const count = new Map();
  for (const end of ends) count.set(end, (count.get(end) ?? 0) + 1);
  return ends.map((end, place) => count.get(end) === 1 ? end : things[place].iri || '-');
}

const conflictsOfNode = new Map();
const conflictsOfEdge = new Map();
graph.conflicts.forEach((conflict, number) => {
  const [map, key] = 'node' in conflict
    ? [conflictsOfNode, conflict.node] : [conflictsOfEdge, conflict.edge];
  map.set(key, [...map.get(key) ?? [], number]);
});
