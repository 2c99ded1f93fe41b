// Opens the page.

function applyTheme() {
  const prefersDark = matchMedia('(prefers-color-scheme: dark)').matches;
  const theme = state.theme === 'auto' ? (prefersDark ? 'dark' : 'light') : state.theme;
  document.documentElement.dataset.theme = theme;
}

function openTheme() {
  byId('theme-button').addEventListener('click', () => {
    state.theme = document.documentElement.dataset.theme === 'dark' ? 'light' : 'dark';
    applyTheme();
    changed('looks');
    announce(say(state.theme === 'dark' ? 'themeDark' : 'themeLight'));
  });
  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', () => {
    applyTheme();
    changed('looks');
  });
}

function openLanguage() {
  const button = byId('language-button');
  const show = () => {
    translate(document);
    button.textContent = say('otherLanguageShort');
    button.lang = language === 'id' ? 'en' : 'id';
    byId('title').textContent = document.title = caption(graph.about.title);
    showTally();
  };
  button.addEventListener('click', () => {
    setLanguage(language === 'id' ? 'en' : 'id');
    changed('language');
  });
  listen('language', show);
}

function showHelp() {
  const dialog = byId('help-dialog');
  const keys = [
    ['/', 'keySearch'], ['F', 'keyFilters'], ['L', 'keyList'], ['← ↑ → ↓', 'keyPan'],
    ['+ − 0', 'keyZoom'], ['Shift ← ↑ → ↓', 'keyWalk'], ['N P', 'keyNeighbour'],
    ['A 1 2 3', 'keyDepth'], ['Enter', 'keyEnter'], ['Esc', 'keyEscape'],
  ];
  const {licence, creator, version, pack, quads} = graph.about;
  const about = [
    ['aboutNodes', format(graph.nodeCount)], ['aboutEdges', format(graph.edgeCount)],
    ['documents', format(graph.documents.length)],
    quads > 0 ? ['aboutQuads', format(quads)] : null,
    licence ? ['aboutLicence', linkOrText(licence)] : null,
    creator ? ['aboutCreator', linkOrText(creator)] : null,
    version ? ['aboutVersion', version] : null, pack ? ['aboutPack', make('code', {}, pack.slice(0, 16))] : null,
  ].filter(Boolean);
  dialog.replaceChildren(
    make('div', {class: 'panel-head'},
      make('h2', {id: 'help-title'}, say('help')),
      make('button', {
        class: 'tool', type: 'button', 'aria-label': say('close'), title: say('close'),
        onclick: () => dialog.close(),
      }, crossIcon())),
    make('div', {class: 'panel-body'},
      make('section', {}, make('h3', {}, say('keyboard')),
        make('dl', {class: 'keys'}, ...keys.map(([key, text]) => make('div', {},
          make('dt', {}, ...key.split(' ').map((one) => make('kbd', {}, one))),
          make('dd', {}, say(text)))))),
      make('section', {}, make('h3', {}, say('about')),
        make('dl', {class: 'facts'}, ...about.map(([key, value]) =>
          make('div', {}, make('dt', {}, say(key)), make('dd', {}, value)))),
        make('p', {class: 'muted'}, say('aboutOffline')))));
  dialog.showModal();
}

function openButtons() {
  const zoom = (factor) => (state.mode === 'graph'
    ? zoomAt(stage.width / 2, stage.height / 2, factor) : zoomChart(factor));
  byId('zoom-in').addEventListener('click', () => zoom(1.5));
  byId('zoom-out').addEventListener('click', () => zoom(1 / 1.5));
  byId('zoom-fit').addEventListener('click', () => (state.mode === 'graph' ? fit() : fitChart()));
  byId('help-button').addEventListener('click', showHelp);
  const help = byId('help-dialog');
  help.addEventListener('click', (event) => {
    if (event.target === help) help.close();
  });
}

function openPage() {
  const view = readFragment();
  applyTheme();
  readColours();
  showFilters(!isNarrow.matches);
  openStage();
  openLanguage();
  openTheme();
  openLegend();
  openTimeline();
  openDetails();
  openSearch();
  openTable();
  openWays();
  openComparison();
  openCorrections();
  openCharts();
  openExport();
  openPointer();
  openKeyboard();
  openButtons();
  changed('language');
  changed('selection');
  changed('mode');
  refreshLegend();
  resize();
  fit({fly: false});
  rememberHome();
  if (view !== null) moveCamera(view);
  else if (state.selection !== null && state.depth === 0) centreOn(state.selection);
  if (flight === 0) stage.isMoving = false;
  openFragment();
  document.documentElement.dataset.ready = 'true';
}

// What the page shows, for programs that embed or check it; nothing here changes it.
globalThis.simpulPage = Object.freeze({
  snapshot: () => ({
    nodes: shown.nodes, edges: shown.edges, nodeCount: graph.nodeCount, edgeCount: graph.edgeCount,
    selection: state.selection, depth: state.depth, mode: state.mode, way: state.way === null ? null : {...state.way}, years: state.years, language,
    theme: document.documentElement.dataset.theme, camera: {...camera}, frames: stage.frames,
    renderer: stage.renderer.name, isMoving: stage.isMoving,
    labels: stage.written.labels.map(({node}) => nameOf(node)),
  }),
  placeOf: (node) => ({x: toScreenX(graph.x[node]), y: toScreenY(graph.y[node])}),
  middleOf: (edge) => {
    const [x, y] = pointOn(curveOf(edge, camera.scale, 0), 0.5);
    return {x: toScreenX(x), y: toScreenY(y)};
  },
});

openPage();
