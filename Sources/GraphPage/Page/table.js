// The list of things: what the picture shows, as a table that everybody can read.

const rowsPerPage = 50;
const table = {dialog: byId('table-dialog'), part: '', order: 'links', descending: true, page: 0};

function openTable() {
  byId('table-button').addEventListener('click', showTable);
  table.dialog.addEventListener('click', (event) => {
    if (event.target === table.dialog) table.dialog.close();
  });
}

function showTable() {
  table.page = 0;
  const input = make('input', {
    id: 'table-filter', type: 'text', value: table.part, 'aria-label': say('tableFilter'),
    placeholder: say('tableFilter'), autocomplete: 'off', oninput: () => {
      table.part = input.value;
      table.page = 0;
      fillTable();
    },
  });
  table.dialog.replaceChildren(
    make('div', {class: 'panel-head'},
      make('h2', {id: 'table-title'}, say('table')), input,
      make('button', {
        class: 'tool', type: 'button', 'aria-label': say('close'), title: say('close'),
        onclick: () => table.dialog.close(),
      }, crossIcon())),
    make('div', {id: 'table-body', class: 'panel-body', tabindex: 0}),
    make('div', {id: 'table-foot', class: 'table-foot'}));
  fillTable();
  if (!table.dialog.open) table.dialog.showModal();
}

// The shown nodes that the filter of the table leaves, in its order.
function tableNodes() {
  const part = folded(table.part);
  const index = part === '' ? null : readSearchIndex();
  const nodes = [];
  for (const node of graph.byImportance) {
    if (nodeLevel[node] === levelHidden) continue;
    if (index !== null && !index[node].plain.some((name) => name.includes(part))) continue;
    nodes.push(node);
  }
  const collator = new Intl.Collator(language);
  const kind = (node) => caption(graph.classes[graph.classOf[node]].label);
  const compare = {
    name: (one, other) => collator.compare(nameOf(one), nameOf(other)),
    class: (one, other) => collator.compare(kind(one), kind(other)),
    links: (one, other) => shownDegree[one] - shownDegree[other],
  }[table.order];
  const sign = table.descending ? -1 : 1;
  return nodes.sort((one, other) => sign * compare(one, other) || one - other);
}

function fillTable() {
  const nodes = tableNodes();
  const first = table.page * rowsPerPage;
  const visible = nodes.slice(first, first + rowsPerPage);
  byId('table-body').replaceChildren(make('table', {},
    make('caption', {class: 'unseen'}, say('tableCaption')),
    make('thead', {}, make('tr', {},
      heading('name', 'tableName'), heading('class', 'tableClass'), heading('links', 'tableLinks'))),
    make('tbody', {}, ...visible.map(tableRow))));
  const step = (by, label, isPossible) => make('button', {
    class: 'quiet', type: 'button', disabled: !isPossible, onclick: () => {
      table.page += by;
      fillTable();
      byId('table-body').scrollTop = 0;
    },
  }, say(label));
  byId('table-foot').replaceChildren(
    make('span', {class: 'muted', role: 'status'}, say('tableCount', {
      from: format(nodes.length === 0 ? 0 : first + 1), to: format(first + visible.length),
      n: format(nodes.length),
    })),
    step(-1, 'previousPage', table.page > 0),
    step(1, 'nextPage', first + rowsPerPage < nodes.length));
}

function heading(order, label) {
  const isOrder = table.order === order;
  return make('th', {
    scope: 'col', 'aria-sort': isOrder ? (table.descending ? 'descending' : 'ascending') : 'none',
  }, make('button', {
    type: 'button', 'data-order': order, onclick: () => {
      table.descending = isOrder ? !table.descending : order === 'links';
      table.order = order;
      table.page = 0;
      fillTable();
      document.querySelector(`[data-order=${order}]`).focus();
    },
  }, say(label), isOrder ? make('span', {'aria-hidden': 'true'}, table.descending ? ' ↓' : ' ↑') : null));
}

function tableRow(node) {
  return make('tr', {},
    make('td', {}, make('button', {
      class: 'item', type: 'button', 'data-node': node, onclick: () => {
        table.dialog.close();
        goTo({kind: 'node', index: node});
        details.focus({preventScroll: true});
      },
    }, swatch(graph.classOf[node]), make('span', {}, nameOf(node)))),
    make('td', {}, caption(graph.classes[graph.classOf[node]].label)),
    make('td', {class: 'number'}, format(shownDegree[node])));
}
