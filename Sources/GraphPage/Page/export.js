// Files of what the view shows.

// The scene of the view, with room for every edge in sight.
function sceneForExport(density) {
  const wide = {
    ...scene, nodes: new Uint32Array(graph.nodeCount), edges: new Uint32Array(graph.edgeCount),
  };
  fillScene(wide, {width: stage.width, height: stage.height, density, isMoving: false});
  return wide;
}

const exporters = {
  async svg() {
    save(new Blob([svgOfView()], {type: 'image/svg+xml'}), 'svg');
  },
  async png() {
    const density = 2;
    const canvas = document.createElement('canvas');
    canvas.width = stage.width * density;
    canvas.height = stage.height * density;
    // The picture is read back at once: no use to draw it on the graphics card.
    const context = canvas.getContext('2d', {alpha: false, willReadFrequently: true});
    const wide = sceneForExport(density);
    drawOnCanvas(context, wide);
    drawLabels(context, wide, placeLabels(wide));
    save(await new Promise((resolve) => { canvas.toBlob(resolve, 'image/png'); }), 'png');
  },
  async links() {
    save(tableFile(linkRows()), 'csv', 'links');
  },
  async nodes() {
    save(tableFile(nodeRows()), 'csv', 'things');
  },
  async address() {
    writeFragment();
    try {
      await navigator.clipboard.writeText(location.href);
      notify(say('copied'));
    } catch {
      notify(say('copyFailed'));
    }
  },
};

function save(blob, ending, part = null) {
  const title = folded(caption(graph.about.title)).replaceAll(' ', '-').slice(0, 60) || 'graph';
  const name = `${[title, part].filter(Boolean).join('-')}.${ending}`;
  const address = URL.createObjectURL(blob);
  make('a', {href: address, download: name}).click();
  setTimeout(() => URL.revokeObjectURL(address), 10000);
  notify(say('exported', {name}));
}

// Tells everybody for a moment, and screen readers.
function notify(text) {
  const note = make('p', {class: 'toast', 'aria-hidden': 'true'}, text);
  document.body.append(note);
  setTimeout(() => note.remove(), 2600);
  announce(text);
}

// Shown links that touch a node in sight, in their order.
function linkRows() {
  const {status, confidence, documents} = graph;
  const rows = [['csvSource', 'csvPredicate', 'csvTarget', 'csvStatus', 'csvConfidence', 'csvFrom',
    'csvTo', 'csvDocuments', 'csvQuote'].map((key) => say(key)).concat('source IRI', 'predicate IRI', 'target IRI')];
  for (let edge = 0; edge < graph.edgeCount; edge++) {
    if (edgeLevel[edge] === levelHidden) continue;
    const [from, to, predicate] = [graph.source[edge], graph.target[edge], graph.predicate[edge]];
    const quote = rowsOf(edge).map(quoteOfRow).find((text) => text !== null) ?? '';
    rows.push([
      nameOf(from), caption(graph.predicates[predicate].label), nameOf(to),
      statusText(status[edge]) ?? '', confidence[edge] > 0 ? String((confidence[edge] - 1) / 100) : '',
      hasYears(edge) ? String(yearFrom(edge)) : '', hasYears(edge) ? String(yearTo(edge)) : '',
      [...documentsOf(edge)].map((place) => documents[place].title).join('; '), quote,
      iriOf(from), graph.predicates[predicate].iri, iriOf(to),
    ]);
  }
  return rows;
}

// The shown nodes, in their order; values of an attribute are joined by a semicolon.
function nodeRows() {
  const {keys, values} = facts();
  const rows = [[say('csvName'), say('csvClass'), say('csvLinks'), say('csvX'), say('csvY'), 'IRI',
    ...keys.map(({label}) => caption(label))]];
  for (let node = 0; node < graph.nodeCount; node++) {
    if (nodeLevel[node] === levelHidden) continue;
    const cells = keys.map(() => '');
    for (const [key, ...parts] of values[node] || []) {
      cells[key] = preferred(parts).map((part) => Array.isArray(part) ? part[0] : part).join('; ');
    }
    rows.push([
      nameOf(node), caption(graph.classes[graph.classOf[node]].label), String(shownDegree[node]),
      short(graph.x[node]), short(graph.y[node]), iriOf(node), ...cells,
    ]);
  }
  return rows;
}

// RFC 4180, with a byte order mark for spreadsheets.
const tableFile = (rows) => new Blob(
  ['\ufeff', rows.map((row) => row.map(csvCell).join(',')).join('\r\n'), '\r\n'],
  {type: 'text/csv;charset=utf-8'});

// A text that a spreadsheet would take for a formula gets an apostrophe in front; numbers do not.
function csvCell(text) {
  const isFormula = /^[=+\-@\t\r]/.test(text) && !/^-?\d+(\.\d+)?$/.test(text);
  const safe = isFormula ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

function openExport() {
  const button = byId('export-button');
  const menu = byId('export-menu');
  const items = [...menu.querySelectorAll('[role=menuitem]')];
  const show = (open) => {
    menu.hidden = !open;
    button.setAttribute('aria-expanded', String(open));
    if (open) items[0].focus();
  };
  button.addEventListener('click', () => show(menu.hidden));
  for (const item of items) {
    item.addEventListener('click', () => {
      show(false);
      button.focus();
      exporters[item.dataset.export]();
    });
  }
  menu.addEventListener('keydown', (event) => {
    const place = items.indexOf(document.activeElement);
    const steps = {ArrowDown: 1, ArrowUp: -1, Home: -place, End: items.length - 1 - place};
    if (event.key in steps) {
      items[(place + steps[event.key] + items.length) % items.length].focus();
      event.preventDefault();
    } else if (event.key === 'Escape') {
      show(false);
      button.focus();
    } else if (event.key === 'Tab') {
      show(false);
    } else return;
    event.stopPropagation();
  });
  document.addEventListener('pointerdown', (event) => {
    if (!menu.hidden && !event.target.closest('.menu-holder')) show(false);
  });
}
