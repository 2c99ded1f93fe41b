// Names beside nodes: the important ones first, never on a node or on another name.

const labelFont = 'system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", sans-serif';
const captionFont = `500 10.5px ${labelFont}`;
const lineHeight = 1.2;
const longestLine = 24;
const spotsAround = [[0, 1], [1, 0], [0, -1], [-1, 0], [0.75, 0.75], [0.75, -0.75], [-0.75, 0.75],
  [-0.75, -0.75]];

// Lines and width of each name at a size of 1 pixel, by node; anew when the language changes.
let measured = new Map();
const measuring = document.createElement('canvas').getContext('2d');

function forgetMeasures() {
  measured = new Map();
}

function measuredLabel(node) {
  let label = measured.get(node);
  if (label === undefined) {
    const lines = brokenIntoLines(nameOf(node));
    measuring.font = `500 20px ${labelFont}`;
    label = {lines, width: Math.max(...lines.map((line) => measuring.measureText(line).width)) / 20};
    measured.set(node, label);
  }
  return label;
}

// At most two lines, broken between words; what is longer ends in an ellipsis.
function brokenIntoLines(text) {
  const words = text.replace(/[\u0000-\u001f\u007f-\u009f]+/g, ' ').trim().split(/\s+/);
  const lines = [''];
  for (const word of words) {
    const line = lines[lines.length - 1];
    if (line === '') lines[lines.length - 1] = word;
    else if (line.length + 1 + word.length <= longestLine) lines[lines.length - 1] += ` ${word}`;
    else lines.push(word);
    if (lines.length > 2) break;
  }
  const kept = lines.slice(0, 2).map((line) => shortened(line, longestLine + 6));
  if (lines.length > 2 && !kept[1].endsWith('…')) kept[1] += '…';
  return kept;
}

// The beginning of a text, whole characters only.
function shortened(text, length) {
  const characters = [...text];
  return characters.length <= length ? text : `${characters.slice(0, length - 1).join('')}…`;
}

// Boxes by coarse squares of the screen, so that a new one is compared with few. The squares move
// with the plane, and so a label that found its place keeps it while the view moves.
class Occupancy {
  constructor() {
    this.squares = new Map();
  }

  * keysOf(box) {
    for (let column = box.left >> 6; column <= box.right >> 6; column++) {
      for (let row = box.top >> 6; row <= box.bottom >> 6; row++) yield column * 65536 + row;
    }
  }

  isFree(box) {
    for (const key of this.keysOf(box)) {
      for (const taken of this.squares.get(key) ?? []) {
        if (box.left < taken.right && taken.left < box.right && box.top < taken.bottom
          && taken.top < box.bottom) return false;
      }
    }
    return true;
  }

  take(box) {
    for (const key of this.keysOf(box)) {
      const square = this.squares.get(key);
      if (square === undefined) this.squares.set(key, [box]);
      else square.push(box);
    }
  }
}

// The writing of a scene: labels {node, lines, size, x, y, align, isStrong}, y of the first line, and
// captions {edge, text, x, y} of the highlighted edges.
function placeLabels(scene) {
  const occupancy = new Occupancy();
  const strong = new Set(scene.strongNodes);
  takeNodes(occupancy, scene);
  const labels = [];
  const most = Math.max(12, Math.min(160, scene.width * scene.height / 6500));
  let tries = 0;
  const attempt = (node) => {
    tries++;
    const label = placedLabel(node, occupancy, scene, strong.has(node));
    if (label !== null) labels.push(label);
  };
  for (const node of scene.strongNodes) attempt(node);
  // Beside a selection, the names of what it dims would be noise.
  const selectionDims = state.selection !== null && state.depth === 0;
  for (let place = 0; place < scene.nodeCount && labels.length < most && tries < 420; place++) {
    const node = scene.nodes[place];
    if (strong.has(node)) continue;
    if (selectionDims && nodeLevel[node] < levelNear) continue;
    attempt(node);
  }
  return {labels, captions: placeCaptions(scene, occupancy)};
}

// Nodes that are large enough to be seen are in the way of names.
function takeNodes(occupancy, scene) {
  const most = Math.min(scene.nodeCount, 1500);
  for (let place = 0; place < most; place++) {
    const node = scene.nodes[place];
    if (nodeLevel[node] === levelDim) continue;
    const radius = radiusAt(node, camera.scale) * camera.scale;
    if (radius < 2.2) continue;
    const x = toScreenX(graph.x[node]);
    const y = toScreenY(graph.y[node]);
    const reach = radius * 0.9;
    occupancy.take({left: x - reach, right: x + reach, top: y - reach, bottom: y + reach});
  }
}

function placedLabel(node, occupancy, scene, isStrong) {
  const {lines, width} = measuredLabel(node);
  const radius = radiusAt(node, camera.scale) * camera.scale;
  const size = Math.min(16, Math.max(11, 10 + radius * 0.25)) + (isStrong ? 1 : 0);
  const x = toScreenX(graph.x[node]);
  const y = toScreenY(graph.y[node]);
  const boxWidth = width * size + 2;
  const boxHeight = lines.length * lineHeight * size;
  const spots = isStrong ? spotsAround : spotsAround.slice(0, 4);
  for (const [dx, dy] of spots) {
    const reach = radius * (nodeLevel[node] === levelChosen ? 1.12 : 1) + 4;
    const anchorX = x + dx * reach;
    const left = dx > 0 ? anchorX : dx < 0 ? anchorX - boxWidth : anchorX - boxWidth / 2;
    const top = y + dy * reach + (dy - 1) / 2 * boxHeight;
    const box = {left, top, right: left + boxWidth, bottom: top + boxHeight};
    // A name that the edge of the stage would cut is no use, unless it is asked for.
    const isCut = box.left < 0 || box.right > scene.width || box.top < 0 || box.bottom > scene.height;
    if (isCut && !isStrong) continue;
    if (!occupancy.isFree(box)) continue;
    occupancy.take(box);
    return {
      node, lines, size, isStrong, x: dx > 0 ? left + 1 : dx < 0 ? box.right - 1 : left + boxWidth / 2,
      y: top + size * 0.95, align: dx > 0 ? 'left' : dx < 0 ? 'right' : 'center',
    };
  }
  return null;
}

function drawLabels(context, scene, {labels, captions}) {
  context.setTransform(scene.density, 0, 0, scene.density, 0, 0);
  context.lineJoin = 'round';
  drawIcons(context, scene);
  drawHoverRing(context);
  drawConflictMarks(context, scene);
  drawCaptions(context, captions);
  context.textBaseline = 'alphabetic';
  context.strokeStyle = colourText(colours.page, 0.88);
  context.lineWidth = 3.2;
  let font = '';
  let align = '';
  for (const label of labels) {
    const wanted = `${label.isStrong ? 600 : 500} ${label.size.toFixed(1)}px ${labelFont}`;
    if (wanted !== font) context.font = font = wanted;
    if (label.align !== align) context.textAlign = align = label.align;
    context.fillStyle = colourText(colours.ink);
    label.lines.forEach((line, number) => {
      const y = label.y + number * lineHeight * label.size;
      context.strokeText(line, label.x, y);
      context.fillText(line, label.x, y);
    });
  }
  context.setTransform(1, 0, 0, 1, 0, 0);
}

// The letters of the classes in the middle of nodes that have room for them.
function drawIcons(context, scene) {
  context.textAlign = 'center';
  context.textBaseline = 'middle';
  let drawn = 0;
  for (let place = 0; place < scene.nodeCount && drawn < 500; place++) {
    const node = scene.nodes[place];
    const radius = radiusAt(node, camera.scale) * camera.scale;
    // Nodes come by falling size.
    if (radius < 6.5) break;
    const icon = graph.classes[graph.classOf[node]].icon;
    if (icon === '') continue;
    drawn++;
    context.globalAlpha = nodeLevel[node] === levelDim ? 0.25 : 1;
    context.font = `600 ${Math.min(40, radius * 0.95).toFixed(1)}px ${labelFont}`;
    context.fillStyle = colours.onClass[graph.classOf[node]];
    const lower = shapeOf[graph.classOf[node]] === 4 ? radius * 0.18 : radius * 0.05;
    context.fillText(icon, toScreenX(graph.x[node]), toScreenY(graph.y[node]) + lower);
  }
  context.globalAlpha = 1;
}

// A ring around the node under the pointer.
function drawHoverRing(context) {
  if (state.hover?.kind !== 'node') return;
  const node = state.hover.index;
  context.beginPath();
  context.arc(toScreenX(graph.x[node]), toScreenY(graph.y[node]),
    radiusAt(node, camera.scale) * camera.scale * 1.1 + 3, 0, 2 * Math.PI);
  context.strokeStyle = colourText(colours.ink);
  context.lineWidth = 1.6;
  context.stroke();
}

// A small mark on the nodes whose sources disagree.
function drawConflictMarks(context, scene) {
  context.textAlign = 'center';
  context.textBaseline = 'middle';
  for (const node of conflictsOfNode.keys()) {
    if (nodeLevel[node] <= levelDim) continue;
    const radius = Math.max(8, radiusAt(node, camera.scale) * camera.scale);
    const x = toScreenX(graph.x[node]) + radius * 0.85;
    const y = toScreenY(graph.y[node]) - radius * 0.85;
    if (x < 0 || y < 0 || x > scene.width || y > scene.height) continue;
    context.beginPath();
    context.arc(x, y, 6, 0, 2 * Math.PI);
    context.fillStyle = colourText(colours.warning);
    context.fill();
    context.strokeStyle = colourText(colours.page);
    context.lineWidth = 1.5;
    context.stroke();
    context.fillStyle = colourText(colours.onWarning);
    context.font = `700 9px ${labelFont}`;
    context.fillText('!', x, y + 0.5);
  }
}

// What the highlighted edges say, where there is room on them.
function placeCaptions(scene, occupancy) {
  const captions = [];
  if (scene.strong.length > 60 || camera.scale < 0.3) return captions;
  measuring.font = captionFont;
  for (const edge of scene.strong) {
    const text = caption(graph.predicates[graph.predicate[edge]].label);
    const curve = curveOf(edge, camera.scale, 0);
    const width = measuring.measureText(text).width;
    const length = curve.loopRadius === undefined
      ? Math.hypot(curve.x1 - curve.x0, curve.y1 - curve.y0) * camera.scale : 200;
    if (length < width + 14) continue;
    for (const share of [0.5, 0.4, 0.6, 0.3, 0.7]) {
      const [planeX, planeY] = pointOn(curve, share);
      const [x, y] = [toScreenX(planeX), toScreenY(planeY)];
      const box = {left: x - width / 2 - 2, right: x + width / 2 + 2, top: y - 8, bottom: y + 8};
      if (!occupancy.isFree(box)) continue;
      occupancy.take(box);
      captions.push({edge, text, x, y});
      break;
    }
  }
  return captions;
}

function drawCaptions(context, captions) {
  context.font = captionFont;
  context.textAlign = 'center';
  context.textBaseline = 'middle';
  context.strokeStyle = colourText(colours.page, 0.92);
  context.lineWidth = 3.5;
  for (const {edge, text, x, y} of captions) {
    context.strokeText(text, x, y);
    context.fillStyle = colourText(captionColour(edge));
    context.fillText(text, x, y);
  }
}

// The colour of the edge, darkened or lightened until text can be read in it.
const captionColour = (edge) => mixed(colours.predicates[graph.predicate[edge]], colours.ink, 0.5);
