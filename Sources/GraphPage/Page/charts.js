// Other ways to see the graph than by forces: the map and the layers, drawn as SVG above the stage.
// The view is a box of the drawing; what the filters hide is not drawn.

const chart = {
  element: byId('chart'), svg: null, mode: 'graph', box: null, home: null, drag: null, waiting: 0,
};

const chartModes = {overview: overviewChart, map: mapChart, layers: layersChart};
const modeTexts = {graph: 'modeGraph', overview: 'modeOverview', map: 'modeMap', layers: 'modeLayers'};

function openCharts() {
  const modes = byId('modes');
  const offered = ['graph', ...Object.keys(chartModes).filter((mode) => chartModes[mode].isOffered())];
  modes.hidden = offered.length < 2;
  chart.svg = makeSVG('svg', {role: 'group'});
  chart.element.append(chart.svg);
  const show = () => {
    modes.replaceChildren(...offered.map((mode) => make('button', {
      type: 'button', 'data-mode': mode, 'aria-pressed': String(mode === state.mode),
      onclick: () => setMode(mode),
    }, say(modeTexts[mode]))));
    drawChart();
  };
  listen('language looks mode', show);
  listen('filters selection', requestChart);
  new ResizeObserver(requestChart).observe(chart.element);
  chart.element.addEventListener('wheel', (event) => {
    event.preventDefault();
    zoomChart(1.0015 ** -event.deltaY, event.clientX, event.clientY);
  }, {passive: false});
  chart.element.addEventListener('pointerdown', (event) => {
    if (event.button === 0) chart.drag = {x: event.clientX, y: event.clientY, moved: false};
  });
  chart.element.addEventListener('pointermove', (event) => {
    const {drag} = chart;
    if (drag === null) return;
    const [dx, dy] = [event.clientX - drag.x, event.clientY - drag.y];
    if (!drag.moved && Math.hypot(dx, dy) < 4) return;
    // Only a pointer that drags is held: a click must reach what it is on.
    if (!drag.moved) chart.element.setPointerCapture(event.pointerId);
    Object.assign(drag, {x: event.clientX, y: event.clientY, moved: true});
    panChart(dx, dy);
  });
  for (const name of ['pointerup', 'pointercancel']) {
    chart.element.addEventListener(name, () => {
      chart.drag = null;
    });
  }
  chart.element.addEventListener('keydown', chartKey);
}

function setMode(mode) {
  if (mode === state.mode) return;
  state.mode = mode;
  changed('mode');
  byId('modes').querySelector('[aria-pressed=true]')?.focus();
}

function requestChart() {
  if (state.mode === 'graph' || chart.waiting !== 0) return;
  chart.waiting = requestAnimationFrame(() => {
    chart.waiting = 0;
    drawChart();
  });
}

// The drawing of the mode; where another mode was before, its whole.
function drawChart() {
  const isChart = state.mode !== 'graph';
  chart.element.hidden = !isChart;
  document.body.classList.toggle('has-chart', isChart);
  if (!isChart) {
    chart.mode = 'graph';
    chart.svg.replaceChildren();
    return;
  }
  const drawer = chartModes[state.mode];
  if (chart.mode !== state.mode) {
    chart.mode = state.mode;
    chart.home = fittingBox(drawer.bounds());
    chart.box = {...chart.home};
  }
  const {clientWidth: width, clientHeight: height} = chart.element;
  if (width < 2 || height < 2) return;
  // The box takes the shape of the element, around its middle.
  const scale = Math.min(width / chart.box.width, height / chart.box.height);
  const middle = {x: chart.box.x + chart.box.width / 2, y: chart.box.y + chart.box.height / 2};
  chart.box = {
    x: middle.x - width / scale / 2, y: middle.y - height / scale / 2, width: width / scale, height: height / scale,
  };
  chart.svg.setAttribute('viewBox', [chart.box.x, chart.box.y, chart.box.width, chart.box.height].join(' '));
  chart.svg.setAttribute('aria-label', say(drawer.label));
  chart.svg.replaceChildren(...drawer.draw(scale));
}

// A box with some space around it, and below it that of the years.
function fittingBox({left, top, right, bottom}) {
  const {clientWidth: width, clientHeight: height} = chart.element;
  const space = {top: 60, bottom: bottomSpace()};
  const scale = Math.min(
    (width - 60) / Math.max(1e-6, right - left), (height - space.top - space.bottom) / Math.max(1e-6, bottom - top),
    chartModes[state.mode].closest);
  return {
    x: (left + right) / 2 - width / scale / 2, y: (top + bottom) / 2 - (height + space.top - space.bottom) / 2 / scale,
    width: width / scale, height: height / scale,
  };
}

function zoomChart(factor, clientX = null, clientY = null) {
  const frame = chart.element.getBoundingClientRect();
  const share = {
    x: clientX === null ? 0.5 : (clientX - frame.left) / frame.width,
    y: clientY === null ? 0.5 : (clientY - frame.top) / frame.height,
  };
  const size = Math.min(8 * chart.home.width, Math.max(chart.home.width / 60, chart.box.width / factor));
  const ratio = size / chart.box.width;
  chart.box = {
    x: chart.box.x + chart.box.width * share.x * (1 - ratio), y: chart.box.y + chart.box.height * share.y * (1 - ratio),
    width: size, height: chart.box.height * ratio,
  };
  requestChart();
}

function panChart(dx, dy) {
  const scale = chart.element.clientWidth / chart.box.width;
  chart.box.x -= dx / scale;
  chart.box.y -= dy / scale;
  requestChart();
}

function fitChart() {
  chart.home = fittingBox(chartModes[state.mode].bounds());
  chart.box = {...chart.home};
  requestChart();
}

const chartKeys = {
  '+': () => zoomChart(1.3), '=': () => zoomChart(1.3), '-': () => zoomChart(1 / 1.3), 0: () => fitChart(),
  ArrowLeft: () => panChart(panStep, 0), ArrowRight: () => panChart(-panStep, 0),
  ArrowUp: () => panChart(0, panStep), ArrowDown: () => panChart(0, -panStep),
};

function chartKey(event) {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  if ((event.key === 'Enter' || event.key === ' ') && event.target.dataset?.thing !== undefined) {
    event.target.dispatchEvent(new MouseEvent('click', {bubbles: true}));
  } else if (event.key in chartKeys) {
    chartKeys[event.key]();
  } else {
    return;
  }
  event.preventDefault();
  event.stopPropagation();
}

// A group that can be clicked and reached by keyboard, and stands for a thing.
function chartThing(kind, index, className, label, ...children) {
  const isChosen = sameThing(state.selection, {kind, index});
  return makeSVG('g', {
    class: isChosen ? `${className} chosen` : className, tabindex: 0, role: 'button', 'aria-label': label,
    'data-thing': `${kind} ${index}`, onclick: () => select({kind, index}),
  }, makeSVG('title', {}, label), ...children);
}

// The last year that the handles leave; this year where they leave all.
const chartYear = () => (state.years === null ? new Date().getFullYear() : state.years[1]);
