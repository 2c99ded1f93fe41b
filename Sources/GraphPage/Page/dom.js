// Elements. What comes from the data enters the document here, as text and never as markup.

const byId = (id) => document.getElementById(id);

// make('p', {class: 'note'}, 'text', element, null): attributes that are null or false are left
// out, true stands for an attribute without a value, onclick and the like for listeners.
function make(name, attributes = {}, ...children) {
  return furnish(document.createElement(name), attributes, children);
}

function makeSVG(name, attributes = {}, ...children) {
  return furnish(document.createElementNS('http://www.w3.org/2000/svg', name), attributes, children);
}

function furnish(element, attributes, children) {
  for (const [key, value] of Object.entries(attributes)) {
    if (value === null || value === undefined || value === false) continue;
    if (typeof value === 'function') element.addEventListener(key.slice(2), value);
    else element.setAttribute(key, value === true ? '' : String(value));
  }
  for (const child of children.flat()) {
    if (child !== null && child !== undefined && child !== false) element.append(child);
  }
  return element;
}

// The address if it leads to the web, or null: nothing else becomes a link.
function webAddress(text) {
  if (!/^https?:\/\//i.test(text)) return null;
  try {
    return new URL(text).href;
  } catch {
    return null;
  }
}

// A link to the web, or the text alone.
function linkOrText(text, shown = text) {
  const address = webAddress(text);
  if (address === null) return make('span', {}, shown);
  return make('a', {href: address, target: '_blank', rel: 'noopener noreferrer'}, shown);
}

function crossIcon() {
  return makeSVG('svg', {viewBox: '0 0 20 20', 'aria-hidden': 'true'},
    makeSVG('path', {d: 'M5 5l10 10M15 5L5 15'}));
}

// Runs a task when the calls have paused for some milliseconds.
function afterPause(milliseconds, task) {
  let timer = 0;
  return () => {
    clearTimeout(timer);
    timer = setTimeout(task, milliseconds);
  };
}

const prefersLessMotion = matchMedia('(prefers-reduced-motion: reduce)');
const isNarrow = matchMedia('(max-width: 760px)');
