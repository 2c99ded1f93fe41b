// Mouse, pen and fingers on the stage.

const pointers = new Map();
// Pixels that a press may wander and still be a click.
const clickSlack = 5;
let press = null;
let pinch = null;

function thingAt(x, y, isCoarse) {
  const reach = (isCoarse ? 16 : 6) / camera.scale;
  const node = nodeNear(toPlaneX(x), toPlaneY(y), reach, camera.scale);
  if (node >= 0) return {kind: 'node', index: node};
  const edgeReach = (isCoarse ? 10 : 4) / camera.scale;
  // The highlighted edges lie on top; among very many others there is no telling.
  let edge = edgeNear(scene.strong, scene.strong.length, toPlaneX(x), toPlaneY(y), edgeReach, camera.scale);
  if (edge < 0 && scene.edgesInSight <= mostCurves) {
    edge = edgeNear(scene.edges, scene.edgeCount, toPlaneX(x), toPlaneY(y), edgeReach, camera.scale);
  }
  return edge >= 0 ? {kind: 'edge', index: edge} : null;
}

const placeOn = (event) => {
  const box = stage.element.getBoundingClientRect();
  return [event.clientX - box.left, event.clientY - box.top];
};

function openPointer() {
  const {element} = stage;
  element.addEventListener('pointerdown', pointerDown);
  element.addEventListener('pointermove', pointerMove);
  element.addEventListener('pointerup', pointerUp);
  element.addEventListener('pointercancel', pointerCancel);
  element.addEventListener('pointerleave', () => {
    if (pointers.size === 0) hover(null);
    showTip();
  });
  element.addEventListener('wheel', turnWheel, {passive: false});
  element.addEventListener('dblclick', (event) => {
    const thing = thingAt(...placeOn(event), false);
    if (thing?.kind === 'node') setDepth(state.depth === 0 ? 1 : 0);
    else zoomAt(...placeOn(event), event.shiftKey ? 0.5 : 2);
  });
}

function pointerDown(event) {
  if (event.button > 0) return;
  const [x, y] = placeOn(event);
  pointers.set(event.pointerId, {x, y});
  stage.element.setPointerCapture(event.pointerId);
  press = pointers.size === 1 ? {x, y, isClick: true} : null;
  pinch = null;
}

function pointerMove(event) {
  const [x, y] = placeOn(event);
  const pointer = pointers.get(event.pointerId);
  if (pointer === undefined) {
    if (event.pointerType === 'mouse') hoverAt(x, y);
    return;
  }
  if (pointers.size === 2) {
    Object.assign(pointer, {x, y});
    movePinch();
    return;
  }
  if (press?.isClick && Math.hypot(x - press.x, y - press.y) <= clickSlack) return;
  if (press !== null) press.isClick = false;
  stage.element.classList.add('dragging');
  showTip();
  pan(x - pointer.x, y - pointer.y);
  Object.assign(pointer, {x, y});
}

function movePinch() {
  const [one, other] = [...pointers.values()];
  const now = {
    x: (one.x + other.x) / 2, y: (one.y + other.y) / 2,
    distance: Math.max(10, Math.hypot(one.x - other.x, one.y - other.y)),
  };
  if (pinch !== null) {
    pan(now.x - pinch.x, now.y - pinch.y);
    zoomAt(now.x, now.y, now.distance / pinch.distance);
  }
  pinch = now;
}

function pointerUp(event) {
  const [x, y] = placeOn(event);
  if (press?.isClick && pointers.size === 1) {
    select(thingAt(x, y, event.pointerType !== 'mouse'));
    showTip();
  }
  pointerCancel(event);
}

function pointerCancel(event) {
  pointers.delete(event.pointerId);
  press = null;
  pinch = null;
  stage.element.classList.remove('dragging');
}

function turnWheel(event) {
  event.preventDefault();
  const pixels = event.deltaY * (event.deltaMode === 1 ? 18 : event.deltaMode === 2 ? 300 : 1);
  // A pinch on a touch pad comes as a wheel with the control key and small steps.
  const speed = event.ctrlKey ? 0.01 : 0.0016;
  zoomAt(...placeOn(event), Math.exp(-Math.max(-240, Math.min(240, pixels)) * speed));
  showTip();
}

function hoverAt(x, y) {
  const thing = thingAt(x, y, false);
  hover(thing);
  stage.element.classList.toggle('pointing', thing !== null);
  showTip(thing, x, y);
}

// The small note beside the pointer; none without a thing.
function showTip(thing = null, x = 0, y = 0) {
  const tip = byId('tip');
  tip.hidden = thing === null;
  if (thing === null) return;
  tip.replaceChildren(...(thing.kind === 'node' ? nodeTip(thing.index) : edgeTip(thing.index)));
  const left = x + 16 + tip.offsetWidth > stage.width ? x - tip.offsetWidth - 12 : x + 16;
  const top = y + 16 + tip.offsetHeight > stage.height ? y - tip.offsetHeight - 12 : y + 16;
  tip.style.left = `${Math.max(4, left)}px`;
  tip.style.top = `${Math.max(4, top)}px`;
}

function nodeTip(node) {
  const nodeClass = graph.classes[graph.classOf[node]];
  const disagreeing = conflictsOfNode.has(node);
  return [
    make('strong', {}, nameOf(node)),
    make('span', {class: 'muted'}, `${caption(nodeClass.label)} · ${sayCount('linkCount', degree(node))}`),
    disagreeing ? make('span', {class: 'warning'}, say('conflictMark')) : null,
  ].filter(Boolean);
}

function edgeTip(edge) {
  const rows = rowsOf(edge);
  const quote = rows.map(quoteOfRow).find((text) => text !== null);
  const status = statusText(graph.status[edge]);
  const count = documentsOf(edge).length;
  const notes = [status, count > 0 ? sayCount('documentCount', count) : say('noDocument')];
  return [
    make('strong', {}, sentenceOf(edge)),
    make('span', {class: 'muted'}, notes.filter(Boolean).join(' · ')),
    quote ? make('q', {}, shortened(quote.replace(/\s+/g, ' '), 180)) : null,
  ].filter(Boolean);
}
