// The part of the plane that is seen: a centre and a scale in pixels of the page per unit.

const camera = {x: 0, y: 0, scale: 1};
const largestScale = 24;

let flight = 0;

const smallestScale = () => Math.min(0.02, fittingView(entireBox()).scale / 3);

const entireBox = () => grid;

const toScreenX = (x) => (x - camera.x) * camera.scale + stage.width / 2;
const toScreenY = (y) => (y - camera.y) * camera.scale + stage.height / 2;
const toPlaneX = (x) => (x - stage.width / 2) / camera.scale + camera.x;
const toPlaneY = (y) => (y - stage.height / 2) / camera.scale + camera.y;

function moveCamera(view) {
  const least = smallestScale();
  camera.x = Number.isFinite(view.x) ? view.x : 0;
  camera.y = Number.isFinite(view.y) ? view.y : 0;
  camera.scale = Math.min(largestScale, Math.max(least, view.scale || 1));
  stage.isMoving = true;
  changed('view');
}

function pan(dx, dy) {
  cancelAnimationFrame(flight);
  moveCamera({...camera, x: camera.x - dx / camera.scale, y: camera.y - dy / camera.scale});
}

// Scales by a factor; the point of the plane under a place of the screen stays there.
function zoomAt(screenX, screenY, factor) {
  cancelAnimationFrame(flight);
  moveCamera(zoomedView(screenX, screenY, factor));
}

function zoomedView(screenX, screenY, factor) {
  const scale = Math.min(largestScale, Math.max(smallestScale(), camera.scale * factor));
  const x = toPlaneX(screenX);
  const y = toPlaneY(screenY);
  return {
    x: x - (screenX - stage.width / 2) / scale, y: y - (screenY - stage.height / 2) / scale, scale,
  };
}

// The view that shows a box with some space around it.
function fittingView({left, top, right, bottom}, closest = 2.2) {
  const space = {x: Math.min(70, stage.width * 0.09), top: 34, bottom: bottomSpace()};
  const width = Math.max(1, stage.width - 2 * space.x);
  const height = Math.max(1, stage.height - space.top - space.bottom);
  const scale = Math.min(
    closest, width / Math.max(1, right - left), height / Math.max(1, bottom - top));
  return {
    x: (left + right) / 2, y: (top + bottom) / 2 + (space.bottom - space.top) / 2 / scale, scale,
  };
}

function fit({fly = true} = {}) {
  const box = shownBox() ?? entireBox();
  (fly ? flyTo : moveCamera)(fittingView(box));
}

// Shows a thing and its neighbours, if they do not fill more than the stage at a readable scale.
function centreOn(thing) {
  const [x, y] = thing.kind === 'node'
    ? [graph.x[thing.index], graph.y[thing.index]]
    : pointOn(curveOf(thing.index, camera.scale, 0), 0.5);
  const scale = Math.max(camera.scale, 1);
  flyTo({x, y: y + (bottomSpace() - 34) / 2 / scale, scale});
}

// Moves just so that a thing can be seen.
function reveal(thing) {
  if (thing === null || isInSight(thing)) return;
  const node = thing.kind === 'node' ? thing.index : graph.source[thing.index];
  flyTo({x: graph.x[node], y: graph.y[node] + (bottomSpace() - 34) / 2 / camera.scale, scale: camera.scale});
}

// Whether a thing lies well within the stage.
function isInSight(thing) {
  const node = thing.kind === 'node' ? thing.index : graph.source[thing.index];
  const x = toScreenX(graph.x[node]);
  const y = toScreenY(graph.y[node]);
  return x > 24 && y > 24 && x < stage.width - 24 && y < stage.height - bottomSpace() + 20;
}

// Moves to a view within a third of a second, or at once for people who want less motion.
function flyTo(view) {
  cancelAnimationFrame(flight);
  if (prefersLessMotion.matches || graph.nodeCount + graph.edgeCount > 60000) {
    moveCamera(view);
    return;
  }
  const from = {...camera};
  const began = performance.now();
  const step = (now) => {
    const share = Math.min(1, Math.max(0, (now - began) / 320));
    const eased = 1 - (1 - share) ** 3;
    const scale = from.scale * (view.scale / from.scale) ** eased;
    // The centre moves with the scale, so that the way looks straight.
    const way = Math.abs(view.scale - from.scale) < 1e-9
      ? eased : (1 / scale - 1 / from.scale) / (1 / view.scale - 1 / from.scale);
    moveCamera({x: from.x + (view.x - from.x) * way, y: from.y + (view.y - from.y) * way, scale});
    if (share < 1) flight = requestAnimationFrame(step);
  };
  flight = requestAnimationFrame(step);
}
