// Search over all names, with suggestions.

const mostSuggestions = 12;
// Letters that no decomposition takes apart.
const plainLetters = {ß: 'ss', æ: 'ae', œ: 'oe', ø: 'o', đ: 'd', ł: 'l', ı: 'i', ð: 'd', þ: 'th'};

const folded = (text) => text.normalize('NFKD').replace(/\p{M}+/gu, '').toLowerCase()
  .replace(/[ßæœøđłıðþ]/g, (letter) => plainLetters[letter])
  .replace(/[^\p{L}\p{N}]+/gu, ' ').trim();

let searchIndex = null;

// For each node its names and the same in plain letters.
function readSearchIndex() {
  searchIndex ??= names.en.map((english, node) => {
    const all = [...new Set([english, names.id[node], ...names.other[node] || []])];
    return {all, plain: all.map(folded)};
  });
  return searchIndex;
}

// Nodes whose names have all the words, the best first: [{node, name}].
function found(query, most = mostSuggestions) {
  const words = folded(query).split(' ').filter(Boolean);
  if (words.length === 0) return [];
  const whole = words.join(' ');
  const hits = [];
  readSearchIndex().forEach(({all, plain}, node) => {
    let best = 0;
    let name = '';
    plain.forEach((text, place) => {
      const score = matchScore(text, whole, words);
      if (score > best) [best, name] = [score, all[place]];
    });
    if (best > 0) hits.push({node, name, score: best});
  });
  hits.sort((one, other) => other.score - one.score
    || degree(other.node) - degree(one.node) || one.node - other.node);
  return hits.slice(0, most);
}

// 4 the name itself, 3 its beginning, 2 the beginning of words, 1 within words, 0 none.
function matchScore(text, whole, words) {
  if (text === whole) return 4;
  if (text.startsWith(whole)) return 3;
  let score = 2;
  for (const word of words) {
    if (text.startsWith(word) || text.includes(` ${word}`)) continue;
    if (!text.includes(word)) return 0;
    score = 1;
  }
  return score;
}

const suggestions = {list: byId('suggestions'), input: byId('search'), hits: [], active: -1};

function openSearch() {
  const {input, list} = suggestions;
  input.addEventListener('input', suggest);
  input.addEventListener('focus', () => {
    readSearchIndex();
    if (input.value !== '') suggest();
  });
  input.addEventListener('keydown', searchKey);
  input.addEventListener('blur', () => setTimeout(closeSuggestions, 150));
  list.addEventListener('pointerdown', (event) => event.preventDefault());
}

function suggest() {
  const {input, list} = suggestions;
  suggestions.hits = found(input.value);
  suggestions.active = suggestions.hits.length > 0 ? 0 : -1;
  list.replaceChildren(...suggestions.hits.map(suggestionItem));
  const isAsking = folded(input.value) !== '';
  if (isAsking && suggestions.hits.length === 0) {
    list.append(make('li', {class: 'note', role: 'presentation'}, say('noSuggestions')));
  }
  list.hidden = !isAsking;
  input.setAttribute('aria-expanded', String(isAsking));
  markActive();
  if (isAsking) {
    announce(suggestions.hits.length === 0
      ? say('noSuggestions') : say('suggestionCount', {n: format(suggestions.hits.length)}));
  }
}

function suggestionItem({node, name}, place) {
  const shownName = nameOf(node);
  return make('li', {
    id: `suggestion-${place}`, role: 'option', 'aria-selected': 'false',
    onclick: () => chooseSuggestion(place), onpointermove: () => activate(place),
  },
  swatch(graph.classOf[node]),
  make('span', {class: 'grow'}, shownName,
    name !== shownName ? make('span', {class: 'muted'}, ` ${name}`) : null),
  make('span', {class: 'muted small'}, caption(graph.classes[graph.classOf[node]].label)));
}

function activate(place) {
  if (place === suggestions.active) return;
  suggestions.active = place;
  markActive();
}

function markActive() {
  const {input, list, active} = suggestions;
  [...list.querySelectorAll('[role=option]')].forEach((item, place) => {
    item.setAttribute('aria-selected', String(place === active));
    if (place === active) item.scrollIntoView({block: 'nearest'});
  });
  if (active >= 0) input.setAttribute('aria-activedescendant', `suggestion-${active}`);
  else input.removeAttribute('aria-activedescendant');
}

function searchKey(event) {
  const {hits, active} = suggestions;
  if (event.key === 'ArrowDown' && hits.length > 0) activate((active + 1) % hits.length);
  else if (event.key === 'ArrowUp' && hits.length > 0) activate((active + hits.length - 1) % hits.length);
  else if (event.key === 'Enter' && active >= 0) chooseSuggestion(active);
  else if (event.key === 'Escape') {
    if (suggestions.list.hidden) stage.element.focus();
    closeSuggestions();
  } else return;
  event.preventDefault();
  event.stopPropagation();
}

function chooseSuggestion(place) {
  const {node} = suggestions.hits[place];
  suggestions.input.value = '';
  closeSuggestions();
  stage.element.focus({preventScroll: true});
  goTo({kind: 'node', index: node});
}

function closeSuggestions() {
  suggestions.list.hidden = true;
  suggestions.hits = [];
  suggestions.active = -1;
  suggestions.input.setAttribute('aria-expanded', 'false');
  suggestions.input.removeAttribute('aria-activedescendant');
}

// Chooses a thing and brings it into sight.
function goTo(thing) {
  select(thing);
  // A way that has just been found is shown as a whole.
  if (state.way !== null && thing.kind === 'node' && thing.index === state.way.to) {
    flyTo(fittingView(shownBox(levelNear) ?? entireBox(), Math.max(camera.scale, 1)));
  } else {
    centreOn(thing);
  }
}
