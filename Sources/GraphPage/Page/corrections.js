// What the reader knows better, as decisions that a build goes by: docs/decisions-by-people.md.

const corrections = {items: [], by: '', dialog: byId('corrections-dialog')};

function openCorrections() {
  byId('corrections-button').addEventListener('click', showCorrections);
  corrections.dialog.addEventListener('click', (event) => {
    if (event.target === corrections.dialog) corrections.dialog.close();
  });
  listen('language', refreshCorrections);
}

// A decision: its YAML without the dash, and a sentence for the reader. One about the same thing in
// the same way takes the place of an earlier one.
function decide(key, lines, text) {
  corrections.items = corrections.items.filter((item) => item.key !== key);
  corrections.items.push({key, lines, text});
  refreshCorrections();
  notify(say('correctionKept', {text}));
}

function refreshCorrections() {
  const button = byId('corrections-button');
  button.hidden = corrections.items.length === 0;
  byId('corrections-count').textContent = format(corrections.items.length);
}

// How decisions name things: by the path of the IRI, or the whole of it.
const thingName = (node) => facts().iri[node].replace(/^\*/, '');

// A double-quoted text of JSON is one of YAML.
const quoted = (text) => JSON.stringify(text).replaceAll('\u2028', '\\u2028').replaceAll('\u2029', '\\u2029')
  .replaceAll('\u0085', '\\u0085').replaceAll('\u007f', '\\u007f');

// What decisions can say of a thing.
function thingCorrections(node) {
  if (facts().iri[node].startsWith('_:')) return null;
  const name = make('input', {
    id: 'correct-name', type: 'text', autocomplete: 'off', 'aria-label': say('correctName'), placeholder: nameOf(node),
    onkeydown: (event) => {
      if (event.key === 'Enter') rename();
    },
  });
  const rename = () => {
    const label = name.value.trim();
    if (label === '') return;
    decide(`label ${node}`, [`correct: ${quoted(thingName(node))}`, `label: ${quoted(label)}`],
      say('correctedName', {name: nameOf(node), label}));
    name.value = '';
  };
  return make('details', {class: 'decide', id: 'correct-thing'},
    make('summary', {}, say('correct')),
    make('div', {class: 'choices'},
      make('button', {type: 'button', class: 'quiet', 'data-correct': 'same', onclick: () => beginSame(node, true)},
        say('correctSame')),
      make('button', {type: 'button', class: 'quiet', 'data-correct': 'other', onclick: () => beginSame(node, false)},
        say('correctOther')),
      make('button', {
        type: 'button', class: 'quiet', 'data-correct': 'none',
        onclick: () => decide(`thing ${node}`, [`reject: ${quoted(thingName(node))}`], say('correctedNone', {name: nameOf(node)})),
      }, say('correctNone'))),
    make('div', {class: 'choices'}, name,
      make('button', {type: 'button', class: 'quiet', 'data-correct': 'name', onclick: () => rename()}, say('correctRename'))));
}

// The next thing that is chosen is the same as this one, or is not.
function beginSame(node, isSame) {
  state.sameStart = {node, isSame};
  showGuide();
  announce(say(isSame ? 'sameChoose' : 'otherChoose', {name: nameOf(node)}));
}

function endSame() {
  state.sameStart = null;
  showGuide();
}

function finishSame(other) {
  const {node, isSame} = state.sameStart;
  endSame();
  const pair = [node, other].map((one) => quoted(thingName(one))).join(', ');
  const names = {one: nameOf(node), other: nameOf(other)};
  decide(`pair ${Math.min(node, other)} ${Math.max(node, other)}`, [`${isSame ? 'merge' : 'distinct'}: [${pair}]`],
    say(isSame ? 'correctedSame' : 'correctedOther', names));
}

// How decisions name the claim of a row: by its digits and, where it stands behind a link, by what
// it says, which counts where a changed document has changed the digits.
function claimPattern(row, edge) {
  const digits = claimOfRow(row)?.split('/').pop();
  if (!/^[0-9a-f]{16}$/.test(digits ?? '')) return null;
  if (edge === null) return [['claim', digits]];
  const document = evidence().document[row];
  const path = document === 0 ? null : /(?:^|\/)document\/(.+)$/.exec(wholeIRI(graph.documents[document - 1].iri));
  return [
    ['claim', digits], ['subject', thingName(graph.source[edge])],
    ['predicate', graph.predicates[graph.predicate[edge]].iri.split(/[#/]/).pop()],
    ['object', thingName(graph.target[edge])], ...(path === null ? [] : [['document', path[1]]]),
  ];
}

// What decisions can say of a claim.
function claimCorrections(row, edge) {
  const pattern = claimPattern(row, edge);
  if (pattern === null) return null;
  const flow = `{${pattern.map(([key, value]) => `${key}: ${quoted(value)}`).join(', ')}}`;
  const about = edge === null ? say('claim', {id: pattern[0][1]}) : sentenceOf(edge);
  const keep = (verb, more, key) => decide(`claim ${pattern[0][1]}`, [`${verb}: ${flow}`, ...more], say(key, {what: about}));
  const status = make('select', {
    'aria-label': say('correctStatus'), onchange: () => {
      const chosen = graph.statuses[Number(status.value)];
      if (status.value === '' || chosen === undefined) return;
      decide(`claim ${pattern[0][1]}`, [`correct: ${flow}`, `status: ${quoted(chosen.iri.split(/[#/]/).pop())}`],
        say('correctedStatus', {what: about, status: caption(chosen.label)}));
    },
  }, make('option', {value: ''}, say('correctStatus')),
  ...graph.statuses.map(({label}, place) => make('option', {value: place}, caption(label))));
  return make('details', {class: 'decide'},
    make('summary', {}, say('correct')),
    make('div', {class: 'choices'},
      make('button', {type: 'button', class: 'quiet', 'data-correct': 'confirm', onclick: () => keep('confirm', [], 'correctedTrue')},
        say('correctTrue')),
      make('button', {type: 'button', class: 'quiet', 'data-correct': 'reject', onclick: () => keep('reject', [], 'correctedFalse')},
        say('correctFalse')),
      graph.statuses.length > 0 ? status : null));
}

function showCorrections() {
  const by = make('input', {
    id: 'corrections-by', type: 'text', value: corrections.by, 'aria-label': say('correctionsBy'),
    placeholder: say('correctionsBy'), autocomplete: 'name', oninput: () => {
      corrections.by = by.value;
    },
  });
  corrections.dialog.replaceChildren(
    make('div', {class: 'panel-head'},
      make('h2', {id: 'corrections-title'}, say('corrections')),
      make('button', {
        class: 'tool', type: 'button', 'aria-label': say('close'), title: say('close'),
        onclick: () => corrections.dialog.close(),
      }, crossIcon())),
    make('div', {class: 'panel-body'},
      make('p', {class: 'muted'}, say('correctionsHow')),
      make('ul', {class: 'plain'}, ...corrections.items.map((item) => make('li', {class: 'decision'},
        make('span', {class: 'grow'}, item.text),
        make('button', {
          class: 'tool', type: 'button', 'aria-label': say('correctionRemove', {text: item.text}), title: say('remove'),
          onclick: () => {
            corrections.items = corrections.items.filter((one) => one !== item);
            refreshCorrections();
            if (corrections.items.length > 0) {
              showCorrections();
              return;
            }
            corrections.dialog.close();
            corrections.dialog.replaceChildren();
          },
        }, crossIcon()))))),
    make('div', {class: 'table-foot'}, by,
      make('button', {id: 'corrections-save', class: 'quiet', type: 'button', onclick: saveCorrections}, say('correctionsSave'))));
  if (!corrections.dialog.open) corrections.dialog.showModal();
}

function decisionsFile() {
  const today = new Date();
  const day = [today.getFullYear(), today.getMonth() + 1, today.getDate()]
    .map((part) => String(part).padStart(2, '0')).join('-');
  const by = corrections.by.trim();
  const end = [...(by === '' ? [] : [`by: ${quoted(by)}`]), `on: ${day}`];
  return corrections.items.map(({lines}) =>
    `- ${[...lines, ...end].join('\n  ')}\n`).join('');
}

function saveCorrections() {
  const address = URL.createObjectURL(new Blob([decisionsFile()], {type: 'application/yaml;charset=utf-8'}));
  make('a', {href: address, download: 'decisions.yaml'}).click();
  setTimeout(() => URL.revokeObjectURL(address), 10000);
  notify(say('exported', {name: 'decisions.yaml'}));
}
