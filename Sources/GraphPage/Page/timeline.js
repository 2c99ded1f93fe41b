// The years: how many links each has, two handles, and a button that plays.

const timeline = {element: byId('timeline'), timer: 0, bars: null, inputs: null, told: null};

function openTimeline() {
  if (yearSpan === null || yearSpan[0] === yearSpan[1]) return;
  timeline.element.hidden = false;
  document.body.classList.add('has-years');
  showTimeline();
  listen('language', showTimeline);
  listen('filters', refreshTimeline);
}

// Links by year, each counted in every year that it lasts.
function linksByYear() {
  const [first, last] = yearSpan;
  const counts = new Uint32Array(last - first + 1);
  for (let edge = 0; edge < graph.edgeCount; edge++) {
    if (!hasYears(edge)) continue;
    for (let year = yearFrom(edge); year <= yearTo(edge); year++) counts[year - first]++;
  }
  return counts;
}

function showTimeline() {
  const [first, last] = yearSpan;
  const counts = linksByYear();
  const most = Math.max(...counts);
  const width = 100 / counts.length;
  timeline.bars = [...counts].map((count, place) => makeSVG('rect', {
    x: place * width + width * 0.12, width: width * 0.76, y: 30 - 28 * Math.sqrt(count / most) - (count > 0 ? 2 : 0),
    height: 28 * Math.sqrt(count / most) + (count > 0 ? 2 : 0),
  }, makeSVG('title', {}, `${first + place}: ${sayCount('linkCount', count)}`)));
  const range = (key, label, value) => make('input', {
    type: 'range', min: first, max: last, step: 1, value, 'data-year': key, 'aria-label': say(label),
    oninput: (event) => moveHandle(key, Number(event.target.value)),
  });
  timeline.inputs = [range('from', 'yearFrom', first), range('to', 'yearTo', last)];
  timeline.told = make('output', {class: 'years-told'});
  timeline.button = make('button', {id: 'play', class: 'tool', type: 'button', onclick: togglePlay},
    makeSVG('svg', {viewBox: '0 0 20 20', 'aria-hidden': 'true'}, makeSVG('path', {class: 'solid'})));
  const undated = make('input', {
    id: 'undated', type: 'checkbox', 'aria-label': say('undated'), onchange: () => {
      state.undated = undated.checked;
      changed('filters');
    },
  });
  timeline.element.replaceChildren(
    timeline.button,
    make('div', {class: 'years'},
      make('div', {class: 'years-head'}, timeline.told,
        make('label', {class: 'undated', title: say('undated')}, undated, say('undatedShort'))),
      make('div', {class: 'years-track'},
        makeSVG('svg', {viewBox: '0 0 100 30', preserveAspectRatio: 'none', 'aria-hidden': 'true'}, ...timeline.bars),
        ...timeline.inputs),
      make('div', {class: 'years-ends', 'aria-hidden': 'true'},
        make('span', {}, String(first)), make('span', {}, String(last)))));
  refreshTimeline();
}

function moveHandle(key, year) {
  const [first, last] = state.years ?? yearSpan;
  setYears(key === 'from' ? [year, Math.max(year, last)] : [Math.min(first, year), year]);
}

function setYears([first, last]) {
  const isAll = first <= yearSpan[0] && last >= yearSpan[1];
  state.years = isAll ? null : [Math.max(first, yearSpan[0]), Math.min(last, yearSpan[1])];
  changed('filters');
}

function refreshTimeline() {
  const [first, last] = state.years ?? yearSpan;
  const [from, to] = timeline.inputs;
  from.value = first;
  to.value = last;
  timeline.told.textContent = state.years === null ? say('allYears')
    : first === last ? String(first) : say('yearsChosen', {from: first, to: last});
  timeline.bars.forEach((bar, place) => {
    const year = yearSpan[0] + place;
    bar.classList.toggle('out', year < first || year > last);
  });
  byId('undated').checked = state.undated;
  const isPlaying = timeline.timer !== 0;
  timeline.button.querySelector('path').setAttribute(
    'd', isPlaying ? 'M6 5h3v10H6zM11 5h3v10h-3z' : 'M7 4.5l8.5 5.5L7 15.5z');
  for (const name of ['aria-label', 'title']) {
    timeline.button.setAttribute(name, say(isPlaying ? 'pause' : 'play'));
  }
}

// Plays a window over the years: one year at a time, or the width that the handles have.
function togglePlay() {
  if (timeline.timer !== 0) {
    stopPlay();
    return;
  }
  const [first, last] = yearSpan;
  const chosen = state.years;
  const width = chosen === null ? 0 : chosen[1] - chosen[0];
  let start = chosen === null || chosen[1] >= last ? first : chosen[0];
  state.undated = false;
  const step = () => {
    setYears([start, start + width]);
    if (start + width >= last) {
      stopPlay();
      return;
    }
    start++;
  };
  timeline.timer = setInterval(step, 900);
  step();
}

function stopPlay() {
  clearInterval(timeline.timer);
  timeline.timer = 0;
  refreshTimeline();
}
