// The panel of the chosen thing.

const details = byId('details');
const mostLinks = 25;

function openDetails() {
  listen('selection', () => {
    showDetails();
    announceSelection();
  });
  listen('choice', () => {
    // The panel has changed the stage.
    resize();
    reveal(state.selection);
  });
  listen('filters language looks', showDetails);
}

function showDetails() {
  const thing = state.selection;
  details.hidden = thing === null;
  document.body.classList.toggle('has-details', thing !== null);
  if (thing === null) {
    details.replaceChildren();
    return;
  }
  const content = thing.kind === 'node' ? nodeDetails(thing.index) : edgeDetails(thing.index);
  details.replaceChildren(...content);
  details.scrollTop = 0;
}

function announceSelection() {
  const thing = state.selection;
  if (thing === null) announce(say('cleared'));
  else if (thing.kind === 'edge') announce(sentenceOf(thing.index));
  else {
    announce(say('selected', {
      name: nameOf(thing.index), class: caption(graph.classes[graph.classOf[thing.index]].label),
      links: sayCount('linkCount', degree(thing.index)),
    }));
  }
}

function detailsHead(kind, title) {
  return make('div', {class: 'panel-head top'},
    make('div', {class: 'grow'}, make('p', {class: 'kind'}, ...kind), make('h2', {id: 'details-title'}, title)),
    earlierSelections.length > 0 ? make('button', {
      class: 'tool', type: 'button', 'aria-label': say('back'), title: say('back'), onclick: selectEarlier,
    }, makeSVG('svg', {viewBox: '0 0 20 20', 'aria-hidden': 'true'}, makeSVG('path', {d: 'M12 5l-5 5 5 5'}))) : null,
    make('button', {
      id: 'details-close', class: 'tool', type: 'button', 'aria-label': say('close'), title: say('close'),
      onclick: () => {
        select(null);
        stage.element.focus({preventScroll: true});
      },
    }, crossIcon()));
}

function nodeDetails(node) {
  const nodeClass = graph.classOf[node];
  const body = make('div', {class: 'panel-body'},
    iriLine(iriOf(node)), neighbourhoodControl(), wayCard(),
    ...(conflictsOfNode.get(node) ?? []).map(conflictCard),
    factList(node), linkGroups(node), documentList(node), thingCorrections(node));
  return [
    detailsHead([swatch(nodeClass), caption(graph.classes[nodeClass].label)], nameOf(node)), body,
  ];
}

const iriLine = (iri) => make('p', {class: 'iri'}, linkOrText(iri));

// How much of the neighbourhood is shown.
function neighbourhoodControl() {
  const choice = (depth) => make('button', {
    type: 'button', 'aria-pressed': String(state.depth === depth), 'data-depth': depth,
    'aria-label': depth === 0 ? say('depthAll')
      : depth === 1 ? say('depthStepOne') : say('depthSteps', {n: depth}),
    onclick: () => {
      setDepth(depth);
      fit();
      details.querySelector(`[data-depth="${depth}"]`)?.focus();
    },
  }, depth === 0 ? say('depthAll') : String(depth));
  return make('div', {class: 'choices'},
    make('span', {id: 'depth-label', class: 'muted'}, say('neighbourhood')),
    make('div', {class: 'segmented', role: 'group', 'aria-labelledby': 'depth-label'}, ...[0, 1, 2, 3].map(choice)),
    make('button', {class: 'quiet', type: 'button', onclick: () => centreOn(state.selection)}, say('showInPicture')),
    make('button', {id: 'way-button', class: 'quiet', type: 'button', onclick: () => beginWay(state.selection.index)}, say('wayBegin')));
}

function factList(node) {
  const {keys, values} = facts();
  const rows = (values[node] || []).map(([key, ...parts]) => {
    const shownParts = preferred(parts).map((part) => make('dd', {}, ...valueParts(part)));
    return [make('dt', {title: keys[key].iri}, caption(keys[key].label)), ...shownParts];
  });
  const others = (names.other[node] || []).filter((name) => name !== nameOf(node));
  if (others.length > 0) {
    rows.unshift([make('dt', {}, say('otherNames')), ...others.map((name) => make('dd', {}, name))]);
  }
  if (rows.length === 0) return null;
  return make('section', {}, make('h3', {}, say('facts')),
    make('dl', {class: 'facts'}, ...rows.map((row) => make('div', {}, ...row))));
}

// The values in the language of the page come first, then those without language.
function preferred(parts) {
  const rank = (part) => !Array.isArray(part) || part.length === 1 ? 1 : part[1].startsWith(language) ? 0 : 2;
  return parts.map((part, place) => [rank(part), place, part])
    .sort((one, other) => one[0] - other[0] || one[1] - other[1]).map(([, , part]) => part);
}

function valueParts(part) {
  if (!Array.isArray(part)) return [part];
  if (part.length === 1) return [linkOrText(wholeIRI(part[0]))];
  return [make('span', {lang: part[1]}, part[0]), make('span', {class: 'tag'}, part[1])];
}

// The shown links by predicate and direction; each opens to what the documents say.
function linkGroups(node) {
  const groups = new Map();
  const links = edgesOf({kind: 'node', index: node});
  for (const edge of links) {
    const isIncoming = graph.target[edge] === node && graph.source[edge] !== node
      && !isSymmetric(edge);
    const key = 2 * graph.predicate[edge] + (isIncoming ? 1 : 0);
    groups.set(key, [...groups.get(key) ?? [], edge]);
  }
  const hidden = degree(node) - links.length;
  if (groups.size === 0 && hidden === 0) return null;
  const sorted = [...groups].sort((one, other) => one[0] - other[0]);
  return make('section', {},
    make('h3', {}, say('links'), make('span', {class: 'count'}, format(links.length))),
    ...sorted.map(([key, edges]) => linkGroup(node, key, edges)),
    hidden > 0 ? make('p', {class: 'muted'}, say('linksHidden', {n: format(hidden)})) : null);
}

function linkGroup(node, key, edges) {
  const predicate = key >> 1;
  const label = caption(graph.predicates[predicate].label);
  const list = make('div', {});
  let listed = 0;
  const more = make('button', {class: 'quiet more', type: 'button', onclick: () => grow()});
  const grow = () => {
    list.append(...edges.slice(listed, listed + mostLinks).map((edge) => linkRow(edge, node)));
    listed = Math.min(edges.length, listed + mostLinks);
    more.hidden = listed === edges.length;
    more.textContent = say('showMore', {n: format(edges.length - listed)});
  };
  grow();
  return make('div', {class: 'link-group'},
    make('h4', {}, lineSwatch(predicate), key % 2 === 1 ? say('incoming', {what: label}) : label), list, more);
}

function linkRow(edge, node) {
  const other = otherEnd(edge, node);
  const count = documentsOf(edge).length;
  const body = make('div', {class: 'claims'});
  const row = make('details', {
    class: 'link', 'data-edge': edge, ontoggle: () => {
      if (row.open && body.childElementCount === 0) body.append(...edgeContent(edge));
    },
  },
  make('summary', {},
    swatch(graph.classOf[other]),
    make('button', {
      class: 'name', type: 'button', onclick: (event) => {
        event.preventDefault();
        select({kind: 'node', index: other});
        if (!isInSight(state.selection)) centreOn(state.selection);
        details.focus({preventScroll: true});
      },
    }, nameOf(other)),
    conflictsOfEdge.has(edge) ? make('span', {class: 'warning', title: say('conflictMark')}, '!') : null,
    make('span', {class: 'muted small'}, count > 0 ? sayCount('documentCount', count) : '')),
  body);
  return row;
}

// What is to be said of an edge, beside its ends.
function edgeContent(edge) {
  const rows = [];
  const status = statusText(graph.status[edge]);
  if (status !== null) rows.push([say('statusLabel'), status]);
  const period = evidence().edgePeriod[edge]
    || (hasYears(edge) ? yearText(edge) : null);
  if (period) rows.push([say('period'), period]);
  if (graph.confidence[edge] > 0) rows.push([say('confidence'), `${format(graph.confidence[edge] - 1)} %`]);
  return [
    rows.length > 0 ? make('dl', {class: 'facts'}, ...rows.map(([key, value]) =>
      make('div', {}, make('dt', {}, key), make('dd', {}, value)))) : '',
    ...(conflictsOfEdge.get(edge) ?? []).map(conflictCard), ...evidenceOf(edge),
  ];
}

const yearText = (edge) => yearFrom(edge) === yearTo(edge)
  ? String(yearFrom(edge)) : `${yearFrom(edge)}–${yearTo(edge)}`;

function edgeDetails(edge) {
  const predicate = graph.predicate[edge];
  const end = (node) => make('button', {
    class: 'item', type: 'button', onclick: () => goTo({kind: 'node', index: node}),
  }, swatch(graph.classOf[node]), make('span', {class: 'grow'}, nameOf(node)));
  return [
    detailsHead([lineSwatch(predicate), say('statement')], caption(graph.predicates[predicate].label)),
    make('div', {class: 'panel-body'},
      make('div', {class: 'statement'},
        end(graph.source[edge]),
        make('p', {class: 'verb'}, lineSwatch(predicate), caption(graph.predicates[predicate].label)),
        end(graph.target[edge])),
      iriLine(graph.predicates[predicate].iri), wayCard(),
      make('section', {}, make('h3', {}, say('whoSays')), ...edgeContent(edge))),
  ];
}

function documentList(node) {
  const places = facts().documents[node] || [];
  if (places.length === 0) return null;
  return make('section', {}, make('h3', {}, say('mentionedIn')),
    make('ul', {class: 'plain'}, ...places.map((place) => {
      const {title, file, iri} = graph.documents[place];
      return make('li', {title: wholeIRI(iri)}, title,
        file && file !== title ? make('span', {class: 'muted'}, ` ${file}`) : null);
    })));
}
