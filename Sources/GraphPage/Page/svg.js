// The view as an SVG document: text that is put together here, with everything escaped.

// The outline of a node as {name, attributes}.
function svgShape(shape, x, y, radius) {
  const half = radius * boxHalf;
  if (shape === 0) return {name: 'circle', attributes: {cx: short(x), cy: short(y), r: short(radius)}};
  if (shape <= 2) {
    return {
      name: 'rect', attributes: {
        x: short(x - half), y: short(y - half), width: short(2 * half), height: short(2 * half),
        rx: shape === 2 ? short(half * boxRounding) : 0,
      },
    };
  }
  const points = cornersOf[shape]
    .map(([dx, dy]) => `${short(x + dx * radius)},${short(y + dy * radius)}`);
  return {name: 'polygon', attributes: {points: points.join(' ')}};
}

// A number with two decimals at most.
const short = (number) => String(Math.round(number * 100) / 100);

// Text for XML: characters that XML has no place for become U+FFFD.
const xmlText = (text) => /^[\w .,:;#()/-]*$/.test(text) ? text : text
  .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g, '\ufffd')
  .replace(/[&<>"]/g, (letter) => ({'&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;'})[letter]);

function element(name, attributes, content = null) {
  const written = Object.entries(attributes)
    .map(([key, value]) => ` ${key}="${xmlText(String(value))}"`).join('');
  return content === null ? `<${name}${written}/>` : `<${name}${written}>${content}</${name}>`;
}

function svgOfView() {
  const scene = sceneForExport(1);
  const {labels, captions} = placeLabels(scene);
  const {width, height} = scene;
  const parts = [
    element('title', {}, xmlText(caption(graph.about.title))),
    element('rect', {width, height, fill: colourText(colours.page)}),
    svgEdges(scene, scene.edges, scene.edgeCount, false),
    svgEdges(scene, scene.strong, scene.strong.length, true),
    svgNodes(scene), svgCaptions(captions), svgLabels(labels), svgLegend(scene),
  ];
  return '<?xml version="1.0" encoding="UTF-8"?>\n' + element('svg', {
    xmlns: 'http://www.w3.org/2000/svg', viewBox: `0 0 ${width} ${height}`, width, height,
    lang: language, 'font-family': labelFont,
  }, `\n${parts.filter(Boolean).join('\n')}\n`) + '\n';
}

function svgEdges(scene, edges, count, strong) {
  if (count > mostCurves) return svgHairlines(scene, edges, count);
  const lines = [];
  for (let place = 0; place < count; place++) {
    const edge = edges[place];
    const level = strong ? levelNear : edgeLevel[edge];
    const opacity = level === levelDim ? scene.lineOpacity * 0.16
      : level >= levelNear ? 1 : scene.lineOpacity;
    const colour = colourText(colours.predicates[graph.predicate[edge]]);
    const width = level >= levelNear ? 2 : scene.lineWidth;
    const title = element('title', {}, xmlText(sentenceOf(edge)));
    const arrow = scene.withArrows ? arrowOf(edge, width) : null;
    const line = element('path', {
      d: svgPath(edge), 'stroke-width': short(width),
      ...lineOf[edge] === lineSolid ? {} : {'stroke-dasharray': dashesOf(lineOf[edge]).join(' ')},
    });
    const tip = arrow === null ? '' : element('path', {
      d: `M${arrow.map(([x, y]) => `${short(x)} ${short(y)}`).join('L')}Z`, fill: colour, stroke: 'none',
    });
    lines.push(element('g', {stroke: colour, opacity: short(opacity)}, title + line + tip));
  }
  return lines.length === 0 ? '' : element('g', {fill: 'none'}, `\n${lines.join('\n')}\n`);
}

// Very many edges: straight lines, those that look the same in one path.
function svgHairlines(scene, edges, count) {
  const paths = new Map();
  const x = Float64Array.from(graph.x, (place) => Math.round(toScreenX(place) * 10) / 10);
  const y = Float64Array.from(graph.y, (place) => Math.round(toScreenY(place) * 10) / 10);
  for (let place = 0; place < count; place++) {
    const edge = edges[place];
    const key = graph.predicate[edge] * 8 + edgeLevel[edge];
    const [from, to] = [graph.source[edge], graph.target[edge]];
    const line = `M${x[from]} ${y[from]}L${x[to]} ${y[to]}`;
    const path = paths.get(key);
    if (path === undefined) paths.set(key, [line]);
    else path.push(line);
  }
  return element('g', {fill: 'none', 'stroke-width': 1}, [...paths].map(([key, lines]) => {
    const [predicate, level] = [Math.floor(key / 8), key % 8];
    const title = element('title', {}, xmlText(caption(graph.predicates[predicate].label)));
    return element('g', {
      stroke: colourText(colours.predicates[predicate]),
      opacity: short(level === levelDim ? scene.lineOpacity * 0.16 : scene.lineOpacity),
    }, title + element('path', {d: lines.join('')}));
  }).join('\n'));
}

function svgPath(edge) {
  const curve = curveOf(edge, camera.scale, isSymmetric(edge) ? 0 : arrowTip / camera.scale);
  if (curve.loopRadius !== undefined) {
    const [x, y, r] = [toScreenX(curve.loopX), toScreenY(curve.loopY), curve.loopRadius * camera.scale];
    return `M${short(x)} ${short(y + r)}a${short(r)} ${short(r)} 0 1 1 0.01 0Z`;
  }
  const place = (x, y) => `${short(toScreenX(x))} ${short(toScreenY(y))}`;
  return `M${place(curve.x0, curve.y0)}Q${place(curve.cx, curve.cy)} ${place(curve.x1, curve.y1)}`;
}

function svgNodes(scene) {
  const nodes = [];
  for (let place = scene.nodeCount - 1; place >= 0; place--) {
    const node = scene.nodes[place];
    const nodeClass = graph.classOf[node];
    const radius = radiusAt(node, camera.scale) * camera.scale;
    const [x, y] = [toScreenX(graph.x[node]), toScreenY(graph.y[node])];
    const {shape, fill, rim} = nodeLook(nodeClass);
    const outline = svgShape(radius < 2.5 ? 0 : shape, x, y, radius);
    const {icon, label} = graph.classes[nodeClass];
    const letter = radius < 6.5 || icon === '' ? '' : element('text', {
      x: short(x), y: short(y + radius * 0.36), 'font-size': short(Math.min(40, radius * 0.95)),
      'font-weight': 600, 'text-anchor': 'middle', fill: colours.onClass[nodeClass], stroke: 'none',
    }, xmlText(icon));
    const isChosen = nodeLevel[node] === levelChosen;
    nodes.push(element('g', nodeLevel[node] === levelDim ? {opacity: 0.2} : {},
      element('title', {}, xmlText(`${nameOf(node)} (${caption(label)})`))
      + element(outline.name, {
        ...outline.attributes, fill, stroke: isChosen ? colourText(colours.ink) : rim,
        'stroke-width': isChosen ? 3 : short(Math.min(1.8, Math.max(0.5, radius * 0.1))),
      }) + letter));
  }
  return element('g', {}, `\n${nodes.join('\n')}\n`);
}

function svgLabels(labels) {
  const written = labels.map(({lines, size, x, y, align, isStrong}) => element('text', {
    'font-size': short(size), 'font-weight': isStrong ? 600 : 500,
    'text-anchor': align === 'left' ? 'start' : align === 'right' ? 'end' : 'middle',
  }, lines.map((line, number) => element(
    'tspan', {x: short(x), y: short(y + number * lineHeight * size)}, xmlText(line))).join('')));
  return element('g', {
    fill: colourText(colours.ink), stroke: colourText(colours.page), 'stroke-width': 3.2,
    'stroke-opacity': 0.88, 'stroke-linejoin': 'round', 'paint-order': 'stroke',
  }, `\n${written.join('\n')}\n`);
}

function svgCaptions(captions) {
  const written = captions.map(({edge, text, x, y}) => element(
    'text', {x: short(x), y: short(y + 3.6), fill: colourText(captionColour(edge))}, xmlText(text)));
  return written.length === 0 ? '' : element('g', {
    'font-size': 10.5, 'font-weight': 500, 'text-anchor': 'middle', stroke: colourText(colours.page),
    'stroke-width': 3.5, 'stroke-linejoin': 'round', 'paint-order': 'stroke',
  }, `\n${written.join('\n')}\n`);
}

// The classes in the picture, in the upper left corner.
function svgLegend(scene) {
  const used = new Set();
  for (let place = 0; place < scene.nodeCount; place++) used.add(graph.classOf[scene.nodes[place]]);
  const rows = [...used].sort((one, other) => one - other).slice(0, 24).map((nodeClass, number) => {
    const {shape, fill, rim} = nodeLook(nodeClass);
    const y = 22 + number * 19;
    const outline = svgShape(shape, 20, y, 6);
    return element(outline.name, {...outline.attributes, fill, stroke: rim})
      + element('text', {x: 34, y: y + 4, 'font-size': 12, fill: colourText(colours.ink)},
        xmlText(caption(graph.classes[nodeClass].plural)));
  });
  if (rows.length === 0) return '';
  const background = element('rect', {
    x: 8, y: 8, width: 210, height: 10 + 19 * rows.length, rx: 6, fill: colourText(colours.page),
    'fill-opacity': 0.9,
  });
  return element('g', {}, `\n${background}\n${rows.join('\n')}\n`);
}
