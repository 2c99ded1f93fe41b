// Nodes by their place, to find what lies under the pointer without asking all of them.

const grid = makeGrid();

function makeGrid() {
  const {x, y, size, nodeCount} = graph;
  let [left, top, right, bottom, largest] = [0, 0, 1, 1, 1];
  if (nodeCount > 0) [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
  for (let node = 0; node < nodeCount; node++) {
    left = Math.min(left, x[node]);
    right = Math.max(right, x[node]);
    top = Math.min(top, y[node]);
    bottom = Math.max(bottom, y[node]);
    largest = Math.max(largest, size[node]);
  }
  const cell = Math.max(1, Math.sqrt((right - left + 1) * (bottom - top + 1) / Math.max(1, nodeCount) * 3));
  const columns = Math.floor((right - left) / cell) + 1;
  const rows = Math.floor((bottom - top) / cell) + 1;
  const cellOf = (node) =>
    Math.floor((y[node] - top) / cell) * columns + Math.floor((x[node] - left) / cell);
  const start = new Uint32Array(columns * rows + 1);
  for (let node = 0; node < nodeCount; node++) start[cellOf(node) + 1]++;
  for (let place = 1; place < start.length; place++) start[place] += start[place - 1];
  const next = start.slice();
  const nodes = new Uint32Array(nodeCount);
  for (let node = 0; node < nodeCount; node++) nodes[next[cellOf(node)]++] = node;
  return {left, top, right, bottom, cell, columns, rows, start, nodes, largest};
}

// Calls a task with every node whose centre lies in a box, rounded outwards to whole cells.
function forNodesIn(left, top, right, bottom, task) {
  const firstColumn = Math.max(0, Math.floor((left - grid.left) / grid.cell));
  const lastColumn = Math.min(grid.columns - 1, Math.floor((right - grid.left) / grid.cell));
  const firstRow = Math.max(0, Math.floor((top - grid.top) / grid.cell));
  const lastRow = Math.min(grid.rows - 1, Math.floor((bottom - grid.top) / grid.cell));
  for (let row = firstRow; row <= lastRow; row++) {
    for (let column = firstColumn; column <= lastColumn; column++) {
      const cell = row * grid.columns + column;
      for (let place = grid.start[cell]; place < grid.start[cell + 1]; place++) {
        task(grid.nodes[place]);
      }
    }
  }
}

// The shown node nearest to a point of the plane whose rim is at most `reach` away, or -1.
function nodeNear(x, y, reach, scale) {
  let best = -1;
  let bestDistance = reach;
  const farthest = grid.largest / 2 * growthAt(scale) + reach + smallestRadius / scale;
  forNodesIn(x - farthest, y - farthest, x + farthest, y + farthest, (node) => {
    if (nodeLevel[node] === levelHidden) return;
    const distance = Math.hypot(graph.x[node] - x, graph.y[node] - y) - radiusAt(node, scale);
    if (distance < bestDistance) [best, bestDistance] = [node, distance];
  });
  return best;
}

// The edge among some whose curve passes nearest to a point of the plane, within `reach`, or -1.
function edgeNear(edges, count, x, y, reach, scale) {
  let best = -1;
  let bestDistance = reach * reach;
  for (let place = 0; place < count; place++) {
    const edge = edges[place];
    if (edgeLevel[edge] === levelHidden) continue;
    const from = graph.source[edge];
    const to = graph.target[edge];
    const slack = reach + Math.hypot(graph.x[from] - graph.x[to], graph.y[from] - graph.y[to]) * 0.35
      + (from === to ? grid.largest + 200 / scale : 0);
    if (x < Math.min(graph.x[from], graph.x[to]) - slack) continue;
    if (x > Math.max(graph.x[from], graph.x[to]) + slack) continue;
    if (y < Math.min(graph.y[from], graph.y[to]) - slack) continue;
    if (y > Math.max(graph.y[from], graph.y[to]) + slack) continue;
    const curve = curveOf(edge, scale, 0);
    let [fromX, fromY] = pointOn(curve, 0);
    for (let step = 1; step <= 12; step++) {
      const [toX, toY] = pointOn(curve, step / 12);
      const distance = squaredDistance(x, y, fromX, fromY, toX, toY);
      if (distance < bestDistance) [best, bestDistance] = [edge, distance];
      [fromX, fromY] = [toX, toY];
    }
  }
  return best;
}

// From a point to a line segment.
function squaredDistance(x, y, fromX, fromY, toX, toY) {
  const dx = toX - fromX;
  const dy = toY - fromY;
  const share = Math.min(1, Math.max(0,
    ((x - fromX) * dx + (y - fromY) * dy) / Math.max(1e-9, dx * dx + dy * dy)));
  return (x - fromX - share * dx) ** 2 + (y - fromY - share * dy) ** 2;
}
