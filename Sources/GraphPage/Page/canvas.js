// Drawing with Canvas: where WebGL is missing, and for exported pictures.

// The free space before a target, for the tip of the arrow.
const arrowTip = 4;

function makeCanvasRenderer(canvas) {
  // Where WebGL is missing, so is a graphics card that could help.
  const context = canvas.getContext('2d', {alpha: false, willReadFrequently: true});
  return {
    name: 'canvas',
    refresh() {},
    draw: (scene) => drawOnCanvas(context, scene),
  };
}

function drawOnCanvas(context, scene) {
  const {width, height, density} = scene;
  context.setTransform(density, 0, 0, density, 0, 0);
  context.fillStyle = colourText(colours.page);
  context.fillRect(0, 0, width, height);
  context.lineCap = 'butt';
  drawEdgesOnCanvas(context, scene, scene.edges, scene.edgeCount, false);
  drawEdgesOnCanvas(context, scene, scene.strong, scene.strong.length, true);
  drawNodesOnCanvas(context, scene);
  context.setTransform(1, 0, 0, 1, 0, 0);
}

// Edges that look the same are one path.
function drawEdgesOnCanvas(context, scene, edges, count, strong) {
  const groups = new Map();
  const step = strong ? 1 : samplingStep(scene);
  for (let place = 0; place < count; place += step) {
    const edge = edges[place];
    const level = strong ? levelNear : edgeLevel[edge];
    const key = (graph.predicate[edge] * 4 + lineOf[edge]) * 8 + level;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [edge]);
    else group.push(edge);
  }
  for (const [key, members] of groups) {
    const level = key % 8;
    const line = Math.floor(key / 8) % 4;
    const colour = colours.predicates[Math.floor(key / 32)];
    const opacity = level === levelDim ? scene.lineOpacity * 0.16
      : level >= levelNear ? 1 : scene.lineOpacity;
    context.strokeStyle = colourText(colour, opacity);
    context.fillStyle = context.strokeStyle;
    const areStraight = !strong && scene.edgesInSight > mostCurves;
    // Browsers stroke lines of at most one pixel one by one, wider ones all together, which takes
    // minutes where there are very many.
    context.lineWidth = areStraight ? 0.99 / scene.density : level >= levelNear ? 2 : scene.lineWidth;
    context.setLineDash(areStraight ? [] : dashesOf(line));
    strokeEdges(context, members, areStraight);
    context.setLineDash([]);
    if (scene.withArrows) fillArrows(context, members, context.lineWidth);
  }
}

// Lengths of dashes and gaps.
const dashesOf = (line) => line === lineDashed ? [6.2, 3.8] : line === lineDotted ? [2.1, 2.9] : [];

function strokeEdges(context, edges, areStraight) {
  context.beginPath();
  for (const edge of edges) {
    if (areStraight) {
      context.moveTo(toScreenX(graph.x[graph.source[edge]]), toScreenY(graph.y[graph.source[edge]]));
      context.lineTo(toScreenX(graph.x[graph.target[edge]]), toScreenY(graph.y[graph.target[edge]]));
      continue;
    }
    const curve = curveOf(edge, camera.scale, isSymmetric(edge) ? 0 : arrowTip / camera.scale);
    if (curve.loopRadius !== undefined) {
      const [x, y] = [toScreenX(curve.loopX), toScreenY(curve.loopY)];
      context.moveTo(x + curve.loopRadius * camera.scale, y);
      context.arc(x, y, curve.loopRadius * camera.scale, 0, 2 * Math.PI);
    } else {
      context.moveTo(toScreenX(curve.x0), toScreenY(curve.y0));
      context.quadraticCurveTo(toScreenX(curve.cx), toScreenY(curve.cy), toScreenX(curve.x1), toScreenY(curve.y1));
    }
  }
  context.stroke();
}

// The corners of the arrow of an edge on the screen, or null.
function arrowOf(edge, width) {
  if (isSymmetric(edge) || bendOf[edge] >= loopBend) return null;
  const curve = curveOf(edge, camera.scale, arrowTip / camera.scale);
  const length = Math.max(1e-6, Math.hypot(curve.x1 - curve.cx, curve.y1 - curve.cy));
  const dx = (curve.x1 - curve.cx) / length;
  const dy = (curve.y1 - curve.cy) / length;
  const size = 4.2 + 1.6 * width;
  const x = toScreenX(curve.x1);
  const y = toScreenY(curve.y1);
  return [
    [x + dx * size * 0.75, y + dy * size * 0.75],
    [x - dx * size * 0.45 + dy * 0.42 * size, y - dy * size * 0.45 - dx * 0.42 * size],
    [x - dx * size * 0.45 - dy * 0.42 * size, y - dy * size * 0.45 + dx * 0.42 * size],
  ];
}

function fillArrows(context, edges, width) {
  context.beginPath();
  for (const edge of edges) {
    const corners = arrowOf(edge, width);
    if (corners === null) continue;
    context.moveTo(...corners[0]);
    context.lineTo(...corners[1]);
    context.lineTo(...corners[2]);
    context.closePath();
  }
  context.fill();
}

function drawNodesOnCanvas(context, scene) {
  for (let place = scene.nodeCount - 1; place >= 0; place--) {
    const node = scene.nodes[place];
    const level = nodeLevel[node];
    const radius = radiusAt(node, camera.scale) * camera.scale;
    const look = nodeLook(graph.classOf[node]);
    context.globalAlpha = level === levelDim ? 0.2 : 1;
    context.beginPath();
    if (radius < 2.5) {
      context.arc(toScreenX(graph.x[node]), toScreenY(graph.y[node]), radius, 0, 2 * Math.PI);
    } else {
      traceShape(context, look.shape, toScreenX(graph.x[node]), toScreenY(graph.y[node]), radius);
    }
    if (radius > 3) {
      context.lineJoin = 'round';
      if (level === levelChosen) {
        context.strokeStyle = colourText(colours.ink);
        context.lineWidth = 9.2;
        context.stroke();
      }
      context.strokeStyle = colourText(colours.page);
      context.lineWidth = 2.8;
      context.stroke();
    }
    context.fillStyle = look.fill;
    context.fill();
    if (radius > 4) {
      context.strokeStyle = look.rim;
      context.lineWidth = Math.min(1.8, Math.max(0.9, radius * 0.1));
      context.stroke();
    }
  }
  context.globalAlpha = 1;
}

// Colours of a class as texts.
function nodeLook(nodeClass) {
  const colour = colours.classes[nodeClass];
  return {
    shape: shapeOf[nodeClass], fill: colourText(colour),
    rim: colourText(mixed(colour, colours.ink, 0.34)),
  };
}

// Adds the outline of a node to the path.
function traceShape(context, shape, x, y, radius) {
  const half = radius * boxHalf;
  if (shape === 0) {
    context.moveTo(x + radius, y);
    context.arc(x, y, radius, 0, 2 * Math.PI);
  } else if (shape === 1) {
    context.rect(x - half, y - half, 2 * half, 2 * half);
  } else if (shape === 2) {
    context.roundRect(x - half, y - half, 2 * half, 2 * half, half * boxRounding);
  } else {
    cornersOf[shape].forEach(([dx, dy], place) => {
      if (place === 0) context.moveTo(x + dx * radius, y + dy * radius);
      else context.lineTo(x + dx * radius, y + dy * radius);
    });
    context.closePath();
  }
}
