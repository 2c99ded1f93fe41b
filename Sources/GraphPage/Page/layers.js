// The regulations in layers: what one rests on, changed or ended stands above it; what was in force
// at the end of the last chosen year is green.

const layersChart = {
  label: 'layersLabel',
  closest: 1.2,
  isOffered: () => graph.layers.node.length > 0,

  bounds() {
    const {x, y} = graph.layers;
    const [width, height] = [graph.layers.width / 2, graph.layers.height / 2];
    const box = {left: Infinity, top: Infinity, right: -Infinity, bottom: -Infinity};
    x.forEach((_, place) => {
      box.left = Math.min(box.left, x[place] - width);
      box.right = Math.max(box.right, x[place] + width);
      box.top = Math.min(box.top, y[place] - height);
      box.bottom = Math.max(box.bottom, y[place] + height);
    });
    return box;
  },

  draw(scale) {
    const isShown = layersShown();
    return [
      makeSVG('defs', {}, makeSVG('marker', {
        id: 'layers-head', viewBox: '0 0 8 8', refX: 8, refY: 4, markerWidth: 7, markerHeight: 7, orient: 'auto',
      }, makeSVG('path', {d: 'M0 0.5L8 4L0 7.5z', fill: 'context-stroke'}))),
      makeSVG('g', {}, ...layersArrows(isShown)),
      makeSVG('g', {}, ...layersBoxes(isShown)),
      makeSVG('text', {
        class: 'told', x: chart.box.x + 14 / scale, y: chart.box.y + chart.box.height - 14 / scale - bottomSpace() / scale + 30 / scale,
        'font-size': 12 / scale,
      }, say('layersYear', {year: String(chartYear())})),
    ];
  },
};

// The boxes whose lower neighbours are folded away, by place among the boxes.
const foldedBoxes = new Set();

// The places of the boxes below each, and of those above.
const layersLinks = (() => {
  const [below, above] = [0, 1].map(() => Array.from(graph.layers.node, () => []));
  const boxOf = new Map([...graph.layers.node].map((node, place) => [node, place]));
  for (const edge of graph.layers.edge) {
    const [lower, upper] = [boxOf.get(graph.source[edge]), boxOf.get(graph.target[edge])];
    below[upper].push(lower);
    above[lower].push(upper);
  }
  return {below, above};
})();

// Which boxes are seen: those that the filters leave and that are not only below folded ones.
function layersShown() {
  const {node, y} = graph.layers;
  const isShown = Array.from(node, () => false);
  const folded = new Set();
  // From above to below, so that what hides a box is known before it. An arrow of a circle leads
  // upwards and hides nothing.
  const order = [...node.keys()].sort((one, other) => y[one] - y[other] || one - other);
  for (const place of order) {
    const upper = layersLinks.above[place].filter((other) => y[other] < y[place]);
    const isFolded = upper.length > 0 && upper.every((other) => foldedBoxes.has(other) || folded.has(other));
    if (isFolded) folded.add(place);
    isShown[place] = !isFolded && nodeLevel[node[place]] !== levelHidden;
  }
  return isShown;
}

// 'in-force', 'ended' or 'not-yet' at the end of a year; '' where nothing tells.
function layersState(place, year) {
  const {from, until} = graph.layers;
  const day = `${String(year).padStart(4, '0')}-12-31`;
  if (until[place] !== 0 && until[place] <= day) return 'ended';
  if (from[place] === 0) return '';
  return from[place] <= day ? 'in-force' : 'not-yet';
}

function layersBoxes(isShown) {
  const {node, x, y, width, height, from, until} = graph.layers;
  const year = chartYear();
  const boxes = [];
  node.forEach((thing, place) => {
    if (!isShown[place]) return;
    const [left, top] = [x[place] - width / 2, y[place] - height / 2];
    const time = from[place] === 0 && until[place] === 0 ? ''
      : `${from[place] || '?'} –${until[place] === 0 ? '' : ` ${until[place]}`}`;
    const lines = layersLines(nameOf(thing), width - 14, time === '' ? 3 : 2);
    const standing = layersState(place, year);
    const label = [nameOf(thing), time, standing === '' ? say('stateUnknown') : say({
      'in-force': 'stateInForce', ended: 'stateEnded', 'not-yet': 'stateNotYet',
    }[standing])].filter(Boolean).join(', ');
    const isDim = nodeLevel[thing] === levelDim ? ' dim' : '';
    boxes.push(chartThing('node', thing, `act ${standing}${isDim}`, label,
      makeSVG('rect', {x: left, y: top, width, height, rx: 6}),
      ...lines.map((line, number) => makeSVG('text', {
        x: x[place], y: top + 17 + number * 15, class: 'name',
      }, line)),
      time === '' ? null : makeSVG('text', {x: x[place], y: top + 17 + lines.length * 15, class: 'time'}, time)));
    if (layersLinks.below[place].some((other) => y[other] > y[place])) boxes.push(layersFold(place));
  });
  return boxes;
}

// The button below a box that folds what rests on it, or unfolds it.
function layersFold(place) {
  const {node, x, y, height} = graph.layers;
  const isFolded = foldedBoxes.has(place);
  const below = layersLinks.below[place].length;
  const name = say(isFolded ? 'unfold' : 'fold', {name: nameOf(node[place])});
  const middle = y[place] + height / 2;
  return makeSVG('g', {
    class: 'fold', tabindex: 0, role: 'button', 'aria-expanded': String(!isFolded), 'aria-label': name,
    'data-thing': `fold ${place}`, 'data-fold': place, onclick: (event) => {
      event.stopPropagation();
      if (isFolded) foldedBoxes.delete(place);
      else foldedBoxes.add(place);
      drawChart();
      chart.svg.querySelector(`[data-fold="${place}"]`)?.focus();
    },
  },
  makeSVG('title', {}, name),
  makeSVG('rect', {x: x[place] - 15, y: middle - 8, width: 30, height: 16, rx: 8}),
  makeSVG('text', {x: x[place], y: middle + 4}, isFolded ? `+${format(below)}` : '−'));
}

const layersRuler = document.createElement('canvas').getContext('2d');

// A name on at most so many lines of a width; what is too much for the last ends with an ellipsis.
function layersLines(text, width, most) {
  layersRuler.font = `700 12px ${getComputedStyle(document.body).fontFamily}`;
  const fits = (line) => layersRuler.measureText(line).width <= width;
  const cut = (line) => {
    if (fits(line)) return line;
    let kept = line;
    while (kept !== '' && !fits(`${kept}…`)) kept = kept.slice(0, -1);
    return `${kept}…`;
  };
  const lines = [];
  for (const word of text.split(/\s+/)) {
    const last = lines.length - 1;
    if (last >= 0 && (lines.length === most || fits(`${lines[last]} ${word}`))) lines[last] += ` ${word}`;
    else lines.push(word);
  }
  return lines.map(cut);
}

function layersArrows(isShown) {
  const {end, x, y} = graph.layers.ways;
  const boxOf = new Map([...graph.layers.node].map((node, place) => [node, place]));
  const arrows = [];
  graph.layers.edge.forEach((number, arrow) => {
    if (edgeLevel[number] === levelHidden) return;
    if (!isShown[boxOf.get(graph.source[number])] || !isShown[boxOf.get(graph.target[number])]) return;
    const start = arrow > 0 ? end[arrow - 1] : 0;
    let path = `M${x[start]} ${y[start]}`;
    for (let point = start + 1; point < end[arrow]; point += 2) {
      // A line of no length would give the arrow's head no direction.
      if (y[point] !== y[point - 1]) path += `V${y[point]}`;
      if (point + 1 === end[arrow]) break;
      const middle = (y[point] + y[point + 1]) / 2;
      path += `C${x[point]} ${middle} ${x[point + 1]} ${middle} ${x[point + 1]} ${y[point + 1]}`;
    }
    arrows.push(chartThing('edge', number, edgeLevel[number] === levelDim ? 'way dim' : 'way', sentenceOf(number),
      makeSVG('path', {d: path, stroke: colourText(colours.predicates[graph.predicate[number]]), 'marker-end': 'url(#layers-head)'}),
      makeSVG('path', {d: path, class: 'reach', 'stroke-width': 9})));
  });
  return arrows;
}
