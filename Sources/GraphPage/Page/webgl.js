// Drawing with WebGL 2. Crowds lie on the graphics card once and for all, and a change of choices
// sends their colours and levels only; what is few enough to be drawn in detail is sent anew.

// Above so many edges in sight, edges are straight hairlines.
const mostCurves = 6000;
// Above so many nodes in sight, nodes are points.
const mostSquares = 4000;
// While the view moves, hairlines of about so many pixels are drawn; the rest follows at rest.
const movingPixels = 1.5e6;
const texelsPerRow = 1024;

function makeWebGLRenderer(canvas) {
  const gl = canvas.getContext('webgl2', {
    alpha: false, antialias: false, depth: false, stencil: false, powerPreference: 'high-performance',
  });
  if (gl === null) return null;
  const programs = {
    node: linkProgram(gl, nodeVertexShader, nodeFragmentShader),
    crowd: linkProgram(gl, crowdVertexShader, crowdFragmentShader),
    curve: linkProgram(gl, curveVertexShader, curveFragmentShader),
    arrow: linkProgram(gl, arrowVertexShader, arrowFragmentShader),
    hairline: linkProgram(gl, hairlineVertexShader, hairlineFragmentShader),
  };
  gl.enable(gl.BLEND);
  gl.blendFunc(gl.ONE, gl.ONE_MINUS_SRC_ALPHA);
  const hasCrowd = graph.nodeCount > mostSquares;
  const hasHairlines = graph.edgeCount > mostCurves;
  const context = {
    gl, programs, hasCrowd, hasHairlines,
    buffers: {
      nodePlaces: makeBuffer(gl, hasCrowd ? nodePlaces() : 0),
      nodeShapes: makeBuffer(gl, hasCrowd ? nodeShapes() : 0), nodeLooks: makeBuffer(gl, 0),
      edgePlaces: makeBuffer(gl, hasHairlines ? edgePlaces() : 0), edgeLooks: makeBuffer(gl, 0),
    },
    nodeTable: makeTable(gl, 1), edgeTable: makeTable(gl, 2),
    nodeLooks: new Uint8Array(hasCrowd ? 4 * graph.nodeCount : 0),
    edgeLooks: new Uint8Array(hasHairlines ? 8 * graph.edgeCount : 0),
  };
  return {
    name: 'webgl', refresh: () => refreshCrowds(context), draw: (scene) => drawWebGL(context, scene),
  };
}

function linkProgram(gl, vertexText, fragmentText) {
  const program = gl.createProgram();
  for (const [type, text] of [[gl.VERTEX_SHADER, vertexText], [gl.FRAGMENT_SHADER, fragmentText]]) {
    const shader = gl.createShader(type);
    gl.shaderSource(shader, text);
    gl.compileShader(shader);
    gl.attachShader(program, shader);
  }
  gl.linkProgram(program);
  if (!gl.getProgramParameter(program, gl.LINK_STATUS) && !gl.isContextLost()) {
    const logs = gl.getAttachedShaders(program).map((shader) => gl.getShaderInfoLog(shader));
    throw new Error(`${gl.getProgramInfoLog(program)} ${logs.join(' ')}`);
  }
  const found = {program, attributes: {}, uniforms: {}};
  for (let place = 0; place < gl.getProgramParameter(program, gl.ACTIVE_ATTRIBUTES); place++) {
    const {name} = gl.getActiveAttrib(program, place);
    const location = gl.getAttribLocation(program, name);
    // Built-in ones such as gl_VertexID are listed too, without a place.
    if (location >= 0) found.attributes[name] = location;
  }
  for (let place = 0; place < gl.getProgramParameter(program, gl.ACTIVE_UNIFORMS); place++) {
    const {name} = gl.getActiveUniform(program, place);
    found.uniforms[name] = gl.getUniformLocation(program, name);
  }
  return found;
}

function makeBuffer(gl, content) {
  const buffer = gl.createBuffer();
  send(gl, buffer, content);
  return buffer;
}

function send(gl, buffer, content) {
  gl.bindBuffer(gl.ARRAY_BUFFER, buffer);
  gl.bufferData(gl.ARRAY_BUFFER, content, gl.DYNAMIC_DRAW);
}

// The k-th point drawn: the most important nodes come last, on top.
const drawnNode = (place) => graph.byImportance[graph.nodeCount - 1 - place];

function nodePlaces() {
  const places = new Float32Array(3 * graph.nodeCount);
  for (let place = 0; place < graph.nodeCount; place++) {
    const node = drawnNode(place);
    places[3 * place] = graph.x[node];
    places[3 * place + 1] = graph.y[node];
    places[3 * place + 2] = graph.size[node];
  }
  return places;
}

const nodeShapes = () => Uint8Array.from(
  {length: graph.nodeCount}, (_, place) => shapeOf[graph.classOf[drawnNode(place)]]);

// The k-th hairline: edges in an order that mixes them, so that the first ones are a fair sample.
const edgeStride = coprimeStride(graph.edgeCount);
const drawnEdge = (place) => place * edgeStride % graph.edgeCount;

function coprimeStride(count) {
  const divisor = (a, b) => b === 0 ? a : divisor(b, a % b);
  let stride = Math.max(1, Math.floor(count * 0.618));
  while (count > 1 && divisor(stride, count) !== 1) stride++;
  return stride;
}

function edgePlaces() {
  const {x, y, source, target, edgeCount} = graph;
  const places = new Float32Array(4 * edgeCount);
  for (let place = 0; place < edgeCount; place++) {
    const edge = drawnEdge(place);
    places[4 * place] = x[source[edge]];
    places[4 * place + 1] = y[source[edge]];
    places[4 * place + 2] = x[target[edge]];
    places[4 * place + 3] = y[target[edge]];
  }
  return places;
}

// Sends the colours and levels of the crowds.
function refreshCrowds({gl, buffers, hasCrowd, hasHairlines, nodeLooks, edgeLooks}) {
  if (hasCrowd) {
    for (let place = 0; place < graph.nodeCount; place++) {
      const node = drawnNode(place);
      writeLook(nodeLooks, 4 * place, colours.classes[graph.classOf[node]], nodeLevel[node]);
    }
    send(gl, buffers.nodeLooks, nodeLooks);
  }
  if (hasHairlines) {
    for (let place = 0; place < graph.edgeCount; place++) {
      const edge = drawnEdge(place);
      const colour = colours.predicates[graph.predicate[edge]];
      writeLook(edgeLooks, 8 * place, colour, edgeLevel[edge]);
      writeLook(edgeLooks, 8 * place + 4, colour, edgeLevel[edge]);
    }
    send(gl, buffers.edgeLooks, edgeLooks);
  }
}

function writeLook(looks, at, colour, level) {
  looks[at] = colour[0];
  looks[at + 1] = colour[1];
  looks[at + 2] = colour[2];
  looks[at + 3] = level;
}

// Textures for things that come anew with each frame: some texels of numbers and one look each.
function makeTable(gl, texels) {
  const table = {texels, rows: 0, numbers: null, looks: null};
  for (const name of ['numberTexture', 'lookTexture']) {
    table[name] = gl.createTexture();
    gl.bindTexture(gl.TEXTURE_2D, table[name]);
    for (const filter of [gl.TEXTURE_MIN_FILTER, gl.TEXTURE_MAG_FILTER]) {
      gl.texParameteri(gl.TEXTURE_2D, filter, gl.NEAREST);
    }
  }
  return table;
}

// Makes room for a number of things and hands out the arrays to fill.
function openTableRows(table, count) {
  const rows = Math.max(1, Math.ceil(count * table.texels / texelsPerRow));
  if (rows > table.rows) {
    table.rows = Math.max(rows, 2 * table.rows);
    table.numbers = new Float32Array(4 * texelsPerRow * table.rows);
    table.looks = new Uint8Array(4 * texelsPerRow * table.rows);
  }
  return table;
}

function sendTable({gl}, table, count) {
  const rows = Math.max(1, Math.ceil(count * table.texels / texelsPerRow));
  gl.activeTexture(gl.TEXTURE0);
  gl.bindTexture(gl.TEXTURE_2D, table.numberTexture);
  gl.texImage2D(gl.TEXTURE_2D, 0, gl.RGBA32F, texelsPerRow, rows, 0, gl.RGBA, gl.FLOAT,
    table.numbers.subarray(0, 4 * texelsPerRow * rows));
  gl.activeTexture(gl.TEXTURE1);
  gl.bindTexture(gl.TEXTURE_2D, table.lookTexture);
  gl.texImage2D(gl.TEXTURE_2D, 0, gl.RGBA8, texelsPerRow, rows, 0, gl.RGBA, gl.UNSIGNED_BYTE,
    table.looks.subarray(0, 4 * texelsPerRow * rows));
}

function drawWebGL(context, scene) {
  const {gl} = context;
  const {width, height, density} = scene;
  gl.viewport(0, 0, Math.round(width * density), Math.round(height * density));
  const [red, green, blue] = colours.page;
  gl.clearColor(red / 255, green / 255, blue / 255, 1);
  gl.clear(gl.COLOR_BUFFER_BIT);
  if (scene.edgesInSight > mostCurves) drawHairlines(context, scene);
  else drawCurves(context, scene, scene.edges, scene.edgeCount, null);
  drawCurves(context, scene, scene.strong, scene.strong.length, levelNear);
  if (scene.nodeCount > mostSquares) drawCrowd(context, scene);
  else drawSquares(context, scene);
}

function useProgram({gl}, program, scene, more = {}) {
  const {width, height, density} = scene;
  gl.useProgram(program.program);
  const across = 2 * camera.scale / width;
  const down = -2 * camera.scale / height;
  const values = {
    view: [across, down, -camera.x * across, -camera.y * down],
    screen: [width * density, height * density], scale: [camera.scale * density],
    least: [smallestRadius * density], growth: [growthAt(camera.scale)], density: [density],
    page: colours.page.map((part) => part / 255), ink: colours.ink.map((part) => part / 255), ...more,
  };
  for (const [name, value] of Object.entries(values)) {
    const location = program.uniforms[name];
    if (location !== undefined) gl[`uniform${value.length}fv`](location, value);
  }
  if (program.uniforms.numbers !== undefined) {
    gl.uniform1i(program.uniforms.numbers, 0);
    gl.uniform1i(program.uniforms.looks, 1);
  }
}

// Draws with one value of each buffer a vertex: {attribute: [buffer, size, type, isNormalised]}.
function drawBuffers({gl}, program, mode, count, parts) {
  for (const [name, [buffer, size, type, isNormalised]] of Object.entries(parts)) {
    const location = program.attributes[name];
    gl.bindBuffer(gl.ARRAY_BUFFER, buffer);
    gl.enableVertexAttribArray(location);
    gl.vertexAttribPointer(location, size, type, isNormalised, 0, 0);
  }
  gl.drawArrays(mode, 0, count);
  for (const name of Object.keys(parts)) gl.disableVertexAttribArray(program.attributes[name]);
}

function drawHairlines(context, scene) {
  const {gl, buffers, programs} = context;
  let count = graph.edgeCount;
  let opacity = scene.lineOpacity;
  const step = samplingStep(scene);
  if (step > 1) {
    count = Math.ceil(count / step);
    opacity = Math.min(0.7, opacity * Math.sqrt(step));
  }
  useProgram(context, programs.hairline, scene, {opacity: [opacity]});
  drawBuffers(context, programs.hairline, gl.LINES, 2 * count, {
    place: [buffers.edgePlaces, 2, gl.FLOAT, false],
    seen: [buffers.edgeLooks, 4, gl.UNSIGNED_BYTE, true],
  });
}

// How many edges there are for each one that is drawn while the view moves.
function samplingStep(scene) {
  if (!scene.isMoving || scene.edgesInSight <= mostCurves) return 1;
  const pixels = scene.edgesInSight * averageLength() * camera.scale * scene.density;
  return Math.max(1, Math.ceil(pixels / movingPixels));
}

let averageLengthRead = 0;

function averageLength() {
  if (averageLengthRead > 0) return averageLengthRead;
  let sum = 1;
  const {x, y, source, target, edgeCount} = graph;
  for (let edge = 0; edge < edgeCount; edge++) {
    sum += Math.hypot(x[source[edge]] - x[target[edge]], y[source[edge]] - y[target[edge]]);
  }
  averageLengthRead = sum / Math.max(1, edgeCount);
  return averageLengthRead;
}

// Draws some edges in detail, at their own level or at a given one.
function drawCurves(context, scene, edges, count, level) {
  if (count === 0) return;
  const {gl, programs, edgeTable} = context;
  const {numbers, looks} = openTableRows(edgeTable, count);
  const {x, y, size, source, target, predicate} = graph;
  for (let place = 0; place < count; place++) {
    const edge = edges[place];
    const from = source[edge];
    const to = target[edge];
    const at = 8 * place;
    numbers[at] = x[from];
    numbers[at + 1] = y[from];
    numbers[at + 2] = x[to];
    numbers[at + 3] = y[to];
    numbers[at + 4] = size[from] / 2;
    numbers[at + 5] = size[to] / 2;
    numbers[at + 6] = bendOf[edge];
    numbers[at + 7] = lineOf[edge] + (isSymmetric(edge) ? 4 : 0);
    writeLook(looks, 4 * place, colours.predicates[predicate[edge]], level ?? edgeLevel[edge]);
  }
  sendTable(context, edgeTable, count);
  const segments = count > 1500 ? 8 : 16;
  const sizes = {
    width: [(level === null ? scene.lineWidth : 2) * scene.density], opacity: [level === null ? scene.lineOpacity : 1],
    tip: [(scene.withArrows ? arrowTip : 0) * scene.density],
  };
  useProgram(context, programs.curve, scene, sizes);
  gl.uniform1i(programs.curve.uniforms.segments, segments);
  gl.drawArrays(gl.TRIANGLES, 0, 6 * segments * count);
  if (!scene.withArrows) return;
  useProgram(context, programs.arrow, scene, sizes);
  gl.drawArrays(gl.TRIANGLES, 0, 3 * count);
}

function drawCrowd(context, scene) {
  const {gl, buffers, programs} = context;
  useProgram(context, programs.crowd, scene);
  drawBuffers(context, programs.crowd, gl.POINTS, graph.nodeCount, {
    place: [buffers.nodePlaces, 3, gl.FLOAT, false],
    outline: [buffers.nodeShapes, 1, gl.UNSIGNED_BYTE, false],
    seen: [buffers.nodeLooks, 4, gl.UNSIGNED_BYTE, true],
  });
}

function drawSquares(context, scene) {
  const {gl, programs, nodeTable} = context;
  const count = scene.nodeCount;
  if (count === 0) return;
  const {numbers, looks} = openTableRows(nodeTable, count);
  for (let place = 0; place < count; place++) {
    // The most important nodes come first in the scene and are drawn last, on top.
    const node = scene.nodes[count - 1 - place];
    const nodeClass = graph.classOf[node];
    numbers[4 * place] = graph.x[node];
    numbers[4 * place + 1] = graph.y[node];
    numbers[4 * place + 2] = graph.size[node];
    numbers[4 * place + 3] = shapeOf[nodeClass];
    writeLook(looks, 4 * place, colours.classes[nodeClass], nodeLevel[node]);
  }
  sendTable(context, nodeTable, count);
  useProgram(context, programs.node, scene);
  gl.drawArrays(gl.TRIANGLES, 0, 6 * count);
}
