// What the page says, in two languages; captions of the data come as pairs [English, Indonesian].

const texts = JSON.parse(byId('data-texts').textContent);
let language = 'en';
let numberFormat = new Intl.NumberFormat('en');

function say(key, values = {}) {
  let text = texts[key][language];
  for (const [name, value] of Object.entries(values)) text = text.replace(`{${name}}`, () => value);
  return text;
}

function sayCount(key, number) {
  return number === 1 ? say(`${key}One`) : say(key, {n: format(number)});
}

const caption = (pair) => pair[language === 'id' ? 1 : 0];
const format = (number) => numberFormat.format(number);

function setLanguage(wanted) {
  language = wanted === 'id' ? 'id' : 'en';
  numberFormat = new Intl.NumberFormat(language);
  document.documentElement.lang = language;
}

// Fills in every text of the markup: data-text, data-label (for screen readers and as tooltip),
// data-placeholder.
function translate(root) {
  for (const element of root.querySelectorAll('[data-text]')) {
    element.textContent = say(element.dataset.text);
  }
  for (const element of root.querySelectorAll('[data-label]')) {
    element.setAttribute('aria-label', say(element.dataset.label));
    if (element.matches('button')) element.title = say(element.dataset.label);
  }
  for (const element of root.querySelectorAll('[data-placeholder]')) {
    element.placeholder = say(element.dataset.placeholder);
  }
}

// A text whose direction does not touch its neighbours: only where it has letters or marks that
// run from right to left.
const isolated = (text) =>
  /[\u0590-\u08ff\u200e\u200f\u202a-\u202e\u2066-\u2069\ufb1d-\ufdff\ufe70-\ufefc]/.test(text) ? `\u2068${text}\u2069` : text;

// Tells a screen reader what happened.
function announce(text) {
  byId('live').textContent = text;
}
