// The stage: two canvases, one for the drawing and one for the writing above it, and the frame
// that is drawn when something has changed and at no other time.

const stage = {
  element: byId('stage'), drawing: byId('drawing'), writing: byId('writing'),
  width: 1, height: 1, density: 1,
  // The left edge in the window.
  left: 0,
  isMoving: false,
  renderer: null,
  frames: 0,
  // When the last frame began, and how long after the one before it, in milliseconds.
  frameBegan: 0,
  frameTime: 0,
  // What the last frame wrote.
  written: {labels: [], captions: []},
};

// Colours of the theme as [red, green, blue]; those of classes and predicates by place.
const colours = {
  page: [255, 255, 255], ink: [27, 31, 38], warning: [176, 58, 0], onWarning: [255, 255, 255],
  classes: [], predicates: [], onClass: [],
};

// What is in sight, filled anew for each frame; arrays are kept.
const scene = {
  width: 1, height: 1, density: 1, isMoving: false, withArrows: true, lineWidth: 1.2, lineOpacity: 0.6,
  nodes: new Uint32Array(graph.nodeCount), nodeCount: 0,
  edges: new Uint32Array(Math.min(graph.edgeCount, mostCurves)), edgeCount: 0,
  // All edges in sight, also those that do not fit into `edges`.
  edgesInSight: 0,
  strong: [], strongNodes: [],
};

let waiting = 0;
let crowdsAreStale = true;

function requestDrawing() {
  if (waiting === 0) waiting = requestAnimationFrame(drawFrame);
}

// The view rests when it has not moved for a while, longer where frames take long.
const restingTime = 160;
let lastMove = 0;
let restTimer = 0;

function comeToRest() {
  lastMove = performance.now();
  if (restTimer === 0) restTimer = setTimeout(checkRest, restingTime);
}

function checkRest() {
  const rest = Math.max(restingTime, 3 * stage.frameTime) - (performance.now() - lastMove);
  restTimer = rest > 0 ? setTimeout(checkRest, rest) : 0;
  if (restTimer !== 0) return;
  stage.isMoving = false;
  // The last frame left something out only where there are very many edges.
  if (scene.edgesInSight > mostCurves) requestDrawing();
}

function drawFrame(now = performance.now()) {
  waiting = 0;
  stage.frameTime = Math.min(500, now - stage.frameBegan);
  stage.frameBegan = now;
  if (stage.width < 2 || stage.height < 2) return;
  if (crowdsAreStale) stage.renderer.refresh();
  crowdsAreStale = false;
  fillScene(scene, stage);
  stage.renderer.draw(scene);
  const context = stage.writing.getContext('2d');
  context.clearRect(0, 0, stage.writing.width, stage.writing.height);
  stage.written = placeLabels(scene);
  drawLabels(context, scene, stage.written);
  stage.frames++;
}

// What a renderer needs to know of the view.
function fillScene(into, {width, height, density, isMoving}) {
  Object.assign(into, {width, height, density, isMoving});
  fillNodes(into);
  // A way is told apart from all other links, those of what is chosen too.
  const chosen = state.way === null ? edgesOf(state.selection) : state.way.edges ?? [];
  into.strong = [...new Set([...chosen, ...edgesOf(state.hover)])].slice(0, 4000);
  into.strongNodes = state.way === null ? []
    : [state.way.from, state.way.to, ...chosen.flatMap((edge) => [graph.source[edge], graph.target[edge]])];
  for (const one of [state.way === null ? state.selection : null, state.hover]) {
    if (one?.kind === 'node') into.strongNodes.push(one.index);
    if (one?.kind === 'edge') into.strongNodes.push(graph.source[one.index], graph.target[one.index]);
  }
  into.strongNodes = [...new Set(into.strongNodes)].filter((node) => nodeLevel[node] > 0);
  fillEdges(into);
  const crowd = into.edgesInSight;
  into.withArrows = camera.scale > 0.32 && crowd <= 2500;
  into.lineWidth = Math.min(2, 1 + 0.25 * Math.sqrt(camera.scale));
  into.lineOpacity = crowd > mostCurves ? Math.max(0.1, 0.42 - crowd / 300000)
    : crowd > 2000 ? 0.42 : 0.62;
}

// The shown nodes within the stage, the most important first.
function fillNodes(into) {
  const space = 30 / camera.scale;
  const left = toPlaneX(0) - space;
  const right = toPlaneX(into.width) + space;
  const top = toPlaneY(0) - space;
  const bottom = toPlaneY(into.height) + space;
  const {x, y, size, byImportance} = graph;
  let count = 0;
  for (let place = 0; place < byImportance.length; place++) {
    const node = byImportance[place];
    if (nodeLevel[node] === levelHidden) continue;
    const radius = size[node] / 2;
    if (x[node] + radius < left || x[node] - radius > right) continue;
    if (y[node] + radius < top || y[node] - radius > bottom) continue;
    into.nodes[count++] = node;
  }
  into.nodeCount = count;
}

// The shown edges whose box meets the stage; a bend widens the box by a seventh of the length.
function fillEdges(into) {
  const left = toPlaneX(0);
  const right = toPlaneX(into.width);
  const top = toPlaneY(0);
  const bottom = toPlaneY(into.height);
  const {x, y, source, target, edgeCount} = graph;
  const room = into.edges.length;
  let count = 0;
  for (let edge = 0; edge < edgeCount; edge++) {
    if (edgeLevel[edge] === levelHidden) continue;
    const sx = x[source[edge]];
    const sy = y[source[edge]];
    const tx = x[target[edge]];
    const ty = y[target[edge]];
    const slack = (Math.abs(sx - tx) + Math.abs(sy - ty)) * 0.35 + (source[edge] === target[edge] ? 150 : 0);
    if (Math.max(sx, tx) + slack < left || Math.min(sx, tx) - slack > right) continue;
    if (Math.max(sy, ty) + slack < top || Math.min(sy, ty) - slack > bottom) continue;
    if (count < room) into.edges[count] = edge;
    count++;
  }
  into.edgesInSight = count;
  into.edgeCount = Math.min(count, room);
}

// Space at the lower edge that the timeline or, on a phone, a sheet covers, names included.
function bottomSpace() {
  if (isNarrow.matches && !details.hidden) return details.offsetHeight + 24;
  const bar = byId('timeline');
  return bar.hidden ? 40 : bar.offsetHeight + 44;
}

// Takes the size of the stage. The picture stays where it is when a panel opens beside it.
function resize() {
  const {clientWidth, clientHeight} = stage.element;
  const {left} = stage.element.getBoundingClientRect();
  const density = Math.min(2, devicePixelRatio || 1);
  if (clientWidth === stage.width && clientHeight === stage.height && density === stage.density) return;
  if (stage.frames > 0) {
    const shift = left === stage.left ? clientWidth - stage.width : stage.width - clientWidth;
    camera.x += shift / 2 / camera.scale;
    camera.y += (clientHeight - stage.height) / 2 / camera.scale;
  }
  Object.assign(stage, {width: clientWidth, height: clientHeight, density, left});
  for (const canvas of [stage.drawing, stage.writing]) {
    canvas.width = Math.round(clientWidth * density);
    canvas.height = Math.round(clientHeight * density);
  }
  // An emptied canvas is drawn at once, or it would flash.
  if (stage.frames > 0) drawFrame();
}

function openStage() {
  // #draw=canvas asks for the plain way, for instance where a driver draws nonsense.
  const wantsCanvas = new URLSearchParams(location.hash.slice(1)).get('draw') === 'canvas';
  try {
    if (!wantsCanvas) stage.renderer = makeWebGLRenderer(stage.drawing);
  } catch (error) {
    console.warn(error);
  }
  if (stage.renderer === null) {
    replaceDrawing();
    stage.renderer = makeCanvasRenderer(stage.drawing);
    scene.edges = new Uint32Array(graph.edgeCount);
  }
  stage.drawing.addEventListener('webglcontextlost', (event) => {
    event.preventDefault();
    replaceDrawing();
    stage.renderer = makeCanvasRenderer(stage.drawing);
    scene.edges = new Uint32Array(graph.edgeCount);
    requestDrawing();
  });
  new ResizeObserver(resize).observe(stage.element);
}

// A canvas has one kind of context for life.
function replaceDrawing() {
  const fresh = stage.drawing.cloneNode();
  stage.drawing.replaceWith(fresh);
  stage.drawing = fresh;
}

function readColours() {
  const isDark = document.documentElement.dataset.theme === 'dark';
  const key = isDark ? 'dark' : 'light';
  colours.page = colourParts(graph.about[key]);
  colours.ink = isDark ? [238, 241, 245] : [23, 27, 33];
  colours.warning = isDark ? [255, 176, 102] : [168, 62, 0];
  colours.onWarning = isDark ? [20, 23, 28] : [255, 255, 255];
  colours.classes = graph.classes.map((one) => colourParts(one[key]));
  colours.predicates = graph.predicates.map((one) => colourParts(one[key]));
  colours.onClass = colours.classes.map(([red, green, blue]) =>
    red * 0.299 + green * 0.587 + blue * 0.114 > 150 ? 'rgba(0, 0, 0, 0.82)' : 'rgba(255, 255, 255, 0.95)');
  crowdsAreStale = true;
}

listen('view', () => {
  requestDrawing();
  comeToRest();
});
listen('hover', requestDrawing);
listen('filters selection', () => {
  computeLevels();
  crowdsAreStale = true;
  byId('empty').hidden = shown.nodes > 0;
  requestDrawing();
});
listen('looks', () => {
  readColours();
  requestDrawing();
});
listen('language', () => {
  forgetMeasures();
  requestDrawing();
});
