// Who says so: documents, passages and quotes behind edges, and contradictions.

const statusText = (status) => status === 0 ? null : caption(graph.statuses[status - 1].label);

function quoteOfRow(row) {
  const {quote, quotes} = evidence();
  return quote[row] === 0 ? null : quotes[quote[row] - 1];
}

// An edge as a sentence: source, predicate, target.
function sentenceOf(edge) {
  const label = caption(graph.predicates[graph.predicate[edge]].label);
  return [nameOf(graph.source[edge]), label, nameOf(graph.target[edge])].map(isolated).join(' – ');
}

// All that the documents say for an edge.
function evidenceOf(edge) {
  const rows = rowsOf(edge);
  if (rows.length === 0) return [make('p', {class: 'muted'}, say('noEvidence'))];
  return rows.map((row) => claimCard(row, null, edge));
}

// One claim: the document, the quote, and where it stands in the text.
function claimCard(row, heading = null, edge = null) {
  const read = evidence();
  const quote = quoteOfRow(row);
  const place = read.document[row];
  const document = place === 0 ? null : graph.documents[place - 1];
  const notes = [];
  if (read.page[row]) notes.push(say('page', {page: read.page[row]}));
  if (read.part[row]) notes.push(read.part[row]);
  if (read.length[row] > 0) {
    const start = read.start[row];
    notes.push(say('passage', {start: format(start), stop: format(start + read.length[row])}));
  }
  if (statusText(read.status[row])) notes.push(statusText(read.status[row]));
  if (read.period[row]) notes.push(read.period[row]);
  if (read.confidence[row] > 0) notes.push(say('confidenceOf', {n: format(read.confidence[row] - 1)}));
  if (read.rule[row] > 0) notes.push(say('rule', {rule: read.rules[read.rule[row] - 1]}));
  const claim = claimOfRow(row);
  return make('article', {class: 'claim', 'data-row': row},
    heading,
    quote !== null ? make('blockquote', {lang: document?.language || null}, quote)
      : make('p', {class: 'muted'}, say('withheld')),
    make('p', {class: 'source'}, document === null ? say('noDocument') : document.title,
      document?.file && document.file !== document.title
        ? make('span', {class: 'muted'}, ` ${document.file}`) : null),
    make('p', {class: 'notes'}, notes.join(' · '),
      claim === null ? null : make('span', {title: claim}, ` · ${say('claim', {id: claim.split('/').pop()})}`)),
    claimCorrections(row, edge));
}

// A contradiction: every value with its claim, and which one was taken.
function conflictCard(number) {
  const {label} = graph.conflicts[number];
  const {rivals, chosen, firstRow} = evidence().conflicts[number];
  return make('section', {class: 'conflict', 'data-conflict': number},
    make('h3', {}, say('conflictTitle', {what: caption(label)})),
    ...rivals.map(([value, node], place) => {
      const name = node >= 0 ? nameOf(node) : value;
      const heading = make('p', {class: 'rival'},
        make('strong', {}, name),
        make('span', {class: place === chosen ? 'badge taken' : 'badge'},
          say(place === chosen ? 'taken' : 'notTaken')));
      return claimCard(firstRow + place, heading);
    }));
}
