// The communities: a disc for each, where its members are, as large as they are many; lines for the
// links between them. A graph of very many things opens with it.

const overviewChart = {
  label: 'overviewLabel',
  closest: 3,
  isOffered: () => communities.shown.length > 1,

  bounds() {
    const box = {left: Infinity, top: Infinity, right: -Infinity, bottom: -Infinity};
    for (const {x, y, radius} of communities.shown) {
      box.left = Math.min(box.left, x - radius);
      box.right = Math.max(box.right, x + radius);
      box.top = Math.min(box.top, y - radius);
      box.bottom = Math.max(box.bottom, y + radius);
    }
    return box;
  },

  draw(scale) {
    const counts = communityCounts();
    return [
      makeSVG('g', {}, ...communityLines(counts)),
      makeSVG('g', {}, ...communityDiscs(counts, scale)),
    ];
  },
};

// More things than these, and the page opens with the communities.
const mostAtOnce = 50000;
const mostCommunities = 150;

// The largest communities with their middles and the member with the most links; -1 as the place of
// the others.
const communities = (() => {
  const {community, x, y, byImportance, nodeCount} = graph;
  const all = [];
  // The most important first, so that the first member met is the one to name it.
  for (const node of byImportance) {
    const number = community[node] ?? 0;
    all[number] ??= {number, hub: node, count: 0, x: 0, y: 0, radius: 0};
    all[number].count++;
    all[number].x += x[node];
    all[number].y += y[node];
  }
  const shown = all.filter((one) => one !== undefined && one.count > 1)
    .sort((one, other) => other.count - one.count || one.number - other.number).slice(0, mostCommunities);
  const placeOf = new Int32Array(all.length).fill(-1);
  const largest = shown.length > 0 ? shown[0].count : 1;
  const reach = Math.sqrt(nodeCount) * 6;
  shown.forEach((one, place) => {
    one.x /= one.count;
    one.y /= one.count;
    one.radius = Math.max(6, reach * Math.sqrt(one.count / largest) / 2);
    placeOf[one.number] = place;
  });
  pushApart(shown);
  return {shown, placeOf};
})();

// Moves discs that lie on each other apart along the line of their middles, the small one more.
function pushApart(discs) {
  for (let round = 0; round < 60; round++) {
    let isFree = true;
    for (let first = 1; first < discs.length; first++) {
      for (let second = 0; second < first; second++) {
        const [one, other] = [discs[first], discs[second]];
        const [dx, dy] = [one.x - other.x || 0.01 * (first - second), one.y - other.y];
        const distance = Math.hypot(dx, dy);
        const lack = (one.radius + other.radius) * 1.04 - distance;
        if (lack <= 0) continue;
        isFree = false;
        const share = other.radius ** 2 / (one.radius ** 2 + other.radius ** 2);
        one.x += dx / distance * lack * share;
        one.y += dy / distance * lack * share;
        other.x -= dx / distance * lack * (1 - share);
        other.y -= dy / distance * lack * (1 - share);
      }
    }
    if (isFree) return;
  }
}

// What the filters leave: members of each community, and links between each two.
function communityCounts() {
  const {community, source, target, nodeCount, edgeCount} = graph;
  const {placeOf, shown} = communities;
  const members = new Uint32Array(shown.length);
  for (let node = 0; node < nodeCount; node++) {
    if (nodeLevel[node] !== levelHidden && placeOf[community[node]] >= 0) members[placeOf[community[node]]]++;
  }
  const links = new Map();
  for (let edge = 0; edge < edgeCount; edge++) {
    if (edgeLevel[edge] === levelHidden) continue;
    const [one, other] = [placeOf[community[source[edge]]], placeOf[community[target[edge]]]];
    if (one < 0 || other < 0 || one === other) continue;
    const key = Math.min(one, other) * shown.length + Math.max(one, other);
    links.set(key, (links.get(key) ?? 0) + 1);
  }
  return {members, links};
}

function communityLines({members, links}) {
  const {shown} = communities;
  const most = Math.max(1, ...links.values());
  return [...links].filter(([key]) => members[Math.floor(key / shown.length)] > 0 && members[key % shown.length] > 0)
    .sort((one, other) => one[1] - other[1]).map(([key, count]) => {
      const [one, other] = [shown[Math.floor(key / shown.length)], shown[key % shown.length]];
      return makeSVG('line', {
        class: 'between', x1: one.x, y1: one.y, x2: other.x, y2: other.y,
        'stroke-width': Math.max(0.6, 0.22 * shown[0].radius * Math.sqrt(count / most)),
      }, makeSVG('title', {}, `${nameOf(one.hub)} – ${nameOf(other.hub)}: ${sayCount('linkCount', count)}`));
    });
}

function communityDiscs({members}, scale) {
  return communities.shown.flatMap(({hub, x, y, radius}, place) => {
    if (members[place] === 0) return [];
    const count = sayCount('nodeCount', members[place]);
    const size = Math.min(15 / scale, Math.max(10 / scale, radius / 3));
    const most = Math.floor(radius * 2 / (size * 0.56));
    const name = nameOf(hub);
    // A name that its disc has no room for is told when it is pointed at.
    const isRoomy = most >= 6 && radius * scale > 16;
    const label = say('community', {name, count});
    const colour = colours.classes[graph.classOf[hub]];
    return [makeSVG('g', {
      class: 'community', tabindex: 0, role: 'button', 'aria-label': label, 'data-thing': `community ${place}`,
      onclick: () => openCommunity(place),
    }, makeSVG('title', {}, label),
    makeSVG('circle', {cx: x, cy: y, r: radius, fill: colourText(colour, 0.2), stroke: colourText(colour)}),
    isRoomy ? makeSVG('text', {x, y, 'font-size': size}, name.length > most ? `${name.slice(0, most - 1)}…` : name) : null,
    isRoomy ? makeSVG('text', {x, y: y + size * 1.15, 'font-size': size * 0.8, class: 'count'}, format(members[place])) : null)];
  });
}

// Shows the members of a community as they lie in the graph.
function openCommunity(place) {
  const {number, hub} = communities.shown[place];
  setMode('graph');
  const box = {left: Infinity, top: Infinity, right: -Infinity, bottom: -Infinity};
  for (let node = 0; node < graph.nodeCount; node++) {
    if (graph.community[node] !== number || nodeLevel[node] === levelHidden) continue;
    box.left = Math.min(box.left, graph.x[node]);
    box.right = Math.max(box.right, graph.x[node]);
    box.top = Math.min(box.top, graph.y[node]);
    box.bottom = Math.max(box.bottom, graph.y[node]);
  }
  if (box.left <= box.right) flyTo(fittingView(box));
  announce(nameOf(hub));
}
