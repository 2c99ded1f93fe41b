// The shapes of nodes and the curves of edges, shared by all that draws.

const shapeNames = ['ellipse', 'rectangle', 'roundrectangle', 'diamond', 'triangle', 'hexagon',
  'octagon', 'parallelogram'];
const shapeOf = graph.classes.map(({shape}) => Math.max(0, shapeNames.indexOf(shape)));

// Corners around the origin for the radius 1; shapes without corners are missing.
const cornersOf = {
  3: [[0, -1.15], [1.15, 0], [0, 1.15], [-1.15, 0]],
  4: [[0, -1.1], [1.05, 0.8], [-1.05, 0.8]],
  5: [[-0.52, -0.9], [0.52, -0.9], [1.04, 0], [0.52, 0.9], [-0.52, 0.9], [-1.04, 0]],
  6: [[-0.4, -0.97], [0.4, -0.97], [0.97, -0.4], [0.97, 0.4], [0.4, 0.97], [-0.4, 0.97],
    [-0.97, 0.4], [-0.97, -0.4]],
  7: [[-0.6, -0.72], [1.1, -0.72], [0.6, 0.72], [-1.1, 0.72]],
};
const boxHalf = 0.88;
const boxRounding = 0.4;

// Smallest radius on the screen, in pixels of the page.
const smallestRadius = 1.4;

const lineSolid = 0;
const lineDashed = 1;
const lineDotted = 2;

// How each edge is drawn: its status or its predicate may break the line.
const lineOf = lines();
const isSymmetric = (edge) => graph.predicates[graph.predicate[edge]].symmetric;

// How far the middle of an edge lies beside the straight line, as a share of its length; parallel
// edges spread. Loops have the number of the loop plus 10.
const loopBend = 10;
const bendOf = bends();

function lines() {
  const dashed = graph.statuses.map((status) => status.dashed);
  const usual = graph.predicates.map(({line}) => ['solid', 'dashed', 'dotted'].indexOf(line));
  return Uint8Array.from(graph.status, (status, edge) =>
    status > 0 && dashed[status - 1] ? lineDashed : usual[graph.predicate[edge]]);
}

function bends() {
  const {nodeCount, edgeCount, source, linkStart, linkOf} = graph;
  const result = new Float32Array(edgeCount);
  const count = new Uint32Array(nodeCount);
  const used = new Uint32Array(nodeCount);
  for (let node = 0; node < nodeCount; node++) {
    for (let place = linkStart[node]; place < linkStart[node + 1]; place++) {
      count[otherEnd(linkOf[place], node)]++;
    }
    for (let place = linkStart[node]; place < linkStart[node + 1]; place++) {
      const edge = linkOf[place];
      const other = otherEnd(edge, node);
      if (other < node) continue;
      const number = used[other]++;
      if (other === node) {
        result[edge] = loopBend + number;
      } else if (count[other] === 1) {
        result[edge] = 0.05;
      } else {
        const step = Math.min(0.13, 0.6 / count[other]);
        const side = source[edge] === node ? 1 : -1;
        result[edge] = side * (number - (count[other] - 1) / 2) * step;
      }
    }
    for (let place = linkStart[node]; place < linkStart[node + 1]; place++) {
      const other = otherEnd(linkOf[place], node);
      count[other] = 0;
      used[other] = 0;
    }
  }
  return result;
}

// Nodes shrink more slowly than the plane, so that a whole graph still shows what is what.
const growthAt = (scale) => scale < 1 ? Math.min(1.8, scale ** -0.4) : 1;

// The radius of a node in the plane, at a scale in pixels per unit.
const radiusAt = (node, scale) =>
  Math.max(graph.size[node] / 2 * growthAt(scale), smallestRadius / scale);

// The curve of an edge in the plane: {x0, y0, cx, cy, x1, y1}, a quadratic Bézier curve from rim
// to rim, or {loopX, loopY, loopRadius} for a loop. `tip` is the free space before the target.
function curveOf(edge, scale, tip) {
  const from = graph.source[edge];
  const to = graph.target[edge];
  const [sx, sy, tx, ty] = [graph.x[from], graph.y[from], graph.x[to], graph.y[to]];
  const bend = bendOf[edge];
  if (bend >= loopBend) {
    const radius = radiusAt(from, scale);
    const loopRadius = radius * 0.8 + (6 + 4 * (bend - loopBend)) / Math.max(scale, 0.2);
    return {loopX: sx, loopY: sy - radius * 0.7 - loopRadius, loopRadius};
  }
  const dx = tx - sx;
  const dy = ty - sy;
  const length = Math.max(1e-6, Math.hypot(dx, dy));
  const cx = sx + dx / 2 + dy * 2 * bend;
  const cy = sy + dy / 2 - dx * 2 * bend;
  const startReach = Math.min(radiusAt(from, scale), length * 0.45);
  const endReach = Math.min(radiusAt(to, scale) + tip, length * 0.5);
  const startLength = Math.max(1e-6, Math.hypot(cx - sx, cy - sy));
  const endLength = Math.max(1e-6, Math.hypot(cx - tx, cy - ty));
  return {
    x0: sx + (cx - sx) / startLength * startReach, y0: sy + (cy - sy) / startLength * startReach,
    cx, cy,
    x1: tx + (cx - tx) / endLength * endReach, y1: ty + (cy - ty) / endLength * endReach,
  };
}

// The point at a share 0…1 of a curve, as [x, y].
function pointOn(curve, share) {
  if (curve.loopRadius !== undefined) {
    const angle = 2 * Math.PI * share;
    return [curve.loopX + curve.loopRadius * Math.sin(angle),
      curve.loopY + curve.loopRadius * Math.cos(angle)];
  }
  const rest = 1 - share;
  const [a, b, c] = [rest * rest, 2 * rest * share, share * share];
  return [a * curve.x0 + b * curve.cx + c * curve.x1, a * curve.y0 + b * curve.cy + c * curve.y1];
}

// '#rrggbb' as [red, green, blue], 0…255; anything else is grey.
function colourParts(hex) {
  const found = /^#([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})$/i.exec(hex);
  return found === null ? [122, 131, 141] : found.slice(1).map((part) => parseInt(part, 16));
}

const colourText = ([red, green, blue], alpha = 1) =>
  alpha === 1 ? `rgb(${red}, ${green}, ${blue})` : `rgba(${red}, ${green}, ${blue}, ${alpha})`;

// A colour moved towards another by a share 0…1.
const mixed = (one, other, share) =>
  one.map((part, place) => Math.round(part + (other[place] - part) * share));
