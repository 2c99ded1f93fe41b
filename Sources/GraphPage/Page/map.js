// The map: things at their places, cooperations as lines, a net of meridians and parallels.
// The projection is Mercator's, on which directions are right; units are degrees of longitude.

const mapChart = {
  label: 'mapLabel',
  closest: 60,
  isOffered: () => graph.map.node.length > 0,

  bounds() {
    const box = {left: Infinity, top: Infinity, right: -Infinity, bottom: -Infinity};
    graph.map.node.forEach((_, place) => {
      const {x, y} = mapPoint(place);
      box.left = Math.min(box.left, x);
      box.right = Math.max(box.right, x);
      box.top = Math.min(box.top, y);
      box.bottom = Math.max(box.bottom, y);
    });
    const margin = Math.max(2, (box.right - box.left) * 0.05);
    return {left: box.left - margin, right: box.right + margin, top: box.top - margin, bottom: box.bottom + margin};
  },

  draw(scale) {
    return [
      makeSVG('g', {class: 'net', 'stroke-width': 1 / scale}, ...mapNet(), ...mapNetLabels(scale)),
      makeSVG('g', {'stroke-width': 1.6 / scale}, ...mapLines(scale)),
      makeSVG('g', {}, ...mapPlaces(scale)),
    ];
  },
};

const mercator = (latitude) => {
  const held = Math.min(85, Math.max(-85, latitude)) * Math.PI / 180;
  return -Math.log(Math.tan(Math.PI / 4 + held / 2)) * 180 / Math.PI;
};

const mapPoint = (place) => ({x: graph.map.longitude[place], y: mercator(graph.map.latitude[place])});

// The distance between the lines of the net in degrees, about five of them in sight.
function mapStep() {
  const steps = [0.5, 1, 2, 5, 10, 15, 30];
  return steps.find((step) => chart.box.width / step <= 9) ?? 30;
}

function mapSight() {
  const {x, y, width, height} = chart.box;
  const latitudeOf = (value) => (2 * Math.atan(Math.exp(-value * Math.PI / 180)) - Math.PI / 2) * 180 / Math.PI;
  return {west: Math.max(-180, x), east: Math.min(180, x + width), north: latitudeOf(y), south: latitudeOf(y + height)};
}

function mapDegrees(from, to) {
  const step = mapStep();
  const found = [];
  for (let number = Math.ceil(from / step); number * step <= to; number++) found.push(number * step);
  return found;
}

function mapNet() {
  const {west, east, north, south} = mapSight();
  const [top, bottom] = [mercator(Math.min(85, north)), mercator(Math.max(-85, south))];
  const line = (x1, y1, x2, y2) => makeSVG('line', {x1, y1, x2, y2});
  return [
    ...mapDegrees(west, east).map((degree) => line(degree, top, degree, bottom)),
    ...mapDegrees(Math.max(-85, south), Math.min(85, north)).map((degree) => {
      const y = mercator(degree);
      return makeSVG('line', {x1: west, y1: y, x2: east, y2: y, class: degree === 0 ? 'equator' : null});
    }),
  ];
}

function mapNetLabels(scale) {
  const {west, east, north, south} = mapSight();
  const named = (degree, positive, negative) =>
    `${format(Math.abs(degree))}°${degree === 0 ? '' : say(degree > 0 ? positive : negative)}`;
  const text = (x, y, words, anchor) => makeSVG('text', {
    x, y, 'font-size': 11 / scale, 'text-anchor': anchor, stroke: 'none',
  }, words);
  return [
    ...mapDegrees(west, east).map((degree) =>
      text(degree, chart.box.y + chart.box.height - 6 / scale, named(degree, 'east', 'west'), 'middle')),
    ...mapDegrees(Math.max(-85, south), Math.min(85, north)).map((degree) =>
      text(chart.box.x + chart.box.width - 64 / scale, mercator(degree) - 3 / scale, named(degree, 'north', 'south'), 'end')),
  ];
}

// The lines whose subject the filters leave; several between the same two places bend apart.
function mapLines(scale) {
  const {source, target, node, edge} = graph.map.lines;
  const drawn = new Map();
  const lines = [];
  source.forEach((from, line) => {
    const to = target[line];
    const isThing = node[line] > 0;
    const index = (isThing ? node[line] : edge[line]) - 1;
    const level = isThing ? nodeLevel[index] : edgeLevel[index];
    if (level === levelHidden) return;
    const key = from < to ? `${from} ${to}` : `${to} ${from}`;
    const number = drawn.get(key) ?? 0;
    drawn.set(key, number + 1);
    const colour = isThing ? colours.classes[graph.classOf[index]] : colours.predicates[graph.predicate[index]];
    const name = isThing ? nameOf(index) : sentenceOf(index);
    lines.push(chartThing(isThing ? 'node' : 'edge', index, level === levelDim ? 'way dim' : 'way', name,
      ...mapPaths(mapPoint(from), mapPoint(to), number).flatMap((d) => [
        makeSVG('path', {d, stroke: colourText(colour)}),
        makeSVG('path', {d, class: 'reach', 'stroke-width': 12 / scale})])));
  });
  return lines;
}

// A line the shorter way round: over the antimeridian it is two, each from its end.
function mapPaths(from, to, number) {
  const gap = to.x - from.x;
  if (Math.abs(gap) <= 180) return [mapCurve(from, to, number)];
  const turn = gap > 0 ? 360 : -360;
  return [mapCurve(from, {x: to.x - turn, y: to.y}, number), mapCurve({x: from.x + turn, y: from.y}, to, number)];
}

function mapCurve(from, to, number) {
  const bend = (number % 2 === 0 ? 1 : -1) * (0.08 + 0.07 * Math.floor((number + 1) / 2));
  const middle = {
    x: (from.x + to.x) / 2 + (to.y - from.y) * bend, y: (from.y + to.y) / 2 - (to.x - from.x) * bend,
  };
  return `M${from.x} ${from.y}Q${middle.x} ${middle.y} ${to.x} ${to.y}`;
}

// The shown things at their places, the most linked first; a name is written where it has room.
function mapPlaces(scale) {
  const order = [...graph.map.node.keys()].sort((one, other) =>
    degree(graph.map.node[other]) - degree(graph.map.node[one]) || one - other);
  const taken = [];
  const size = 12 / scale;
  const places = [];
  for (const place of order) {
    const node = graph.map.node[place];
    if (nodeLevel[node] === levelHidden) continue;
    const {x, y} = mapPoint(place);
    const name = nameOf(node);
    const radius = Math.min(9, 3.5 + Math.sqrt(degree(node))) / scale;
    const room = {left: x + radius, right: x + radius + (name.length * 0.6 + 1) * size, top: y - size * 0.7, bottom: y + size * 0.7};
    const isFree = taken.every((other) => room.right < other.left || room.left > other.right
      || room.bottom < other.top || room.top > other.bottom);
    if (isFree) taken.push(room);
    places.push(chartThing('node', node, nodeLevel[node] === levelDim ? 'place dim' : 'place', name,
      makeSVG('circle', {
        cx: x, cy: y, r: radius, fill: colourText(colours.classes[graph.classOf[node]]), 'stroke-width': 1.2 / scale,
      }),
      isFree ? makeSVG('text', {x: x + radius + 3 / scale, y: y + size * 0.34, 'font-size': size}, name) : null));
  }
  return places.reverse();
}
