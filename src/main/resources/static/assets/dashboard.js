// Draws each chart from the table that says the same: heads name how a column is drawn, cells hold numbers and the address
// of their list. Without this script the tables stand alone.
const STYLE = getComputedStyle(document.documentElement);
const token = (name) => STYLE.getPropertyValue(`--${name}`).trim();
const INK = token('ink');
const SOFT = token('ink-soft');
const LINE = token('line');
const PAPER = token('paper');
const BRAND = token('brand');
const AMBER = token('explain');
const RED = token('not-met');
const PALE = '#a9c5e8';
const FONT = getComputedStyle(document.body).fontFamily;

const WIDTH = 560;
const ROW = 30;
const MARGIN = 76;
/** More bars than that are left to the table. */
const MOST_ROWS = 40;
const LONGEST_LABEL = 16;

const NONE = { symbol: 'none' };
const decal = (symbol, rotation, color, gap = 4) => ({ symbol, rotation, color, dashArrayX: [1, 0], dashArrayY: [2, gap], symbolSize: 1 });
const STRIPES = (color) => decal('rect', -Math.PI / 4, color);
const DOTS = (color) => ({ symbol: 'circle', color, dashArrayX: [[6, 6], [0, 6, 6, 0]], dashArrayY: [4, 2], symbolSize: 0.7 });
const LEVEL = (color) => decal('rect', 0, color);

/** Colour, pattern and border of what is drawn, so that it can be told apart without colours too. */
const LOOK = {
  MET: { color: token('met'), text: PAPER, decal: NONE },
  NOT_MET: { color: RED, text: PAPER, decal: LEVEL('#ffffff40') },
  NEEDS_EXPLANATION: { color: '#f1dcb4', text: INK, decal: STRIPES(AMBER) },
  MISSING: { color: token('missing-tint'), text: INK, decal: NONE, border: token('missing') },
  RECOGNISED: { color: BRAND, text: PAPER, decal: NONE },
  UNDER_REVIEW: { color: PALE, text: INK, decal: STRIPES(BRAND) },
  AWAITING_REVIEW: { color: PAPER, text: INK, decal: STRIPES(BRAND), border: BRAND },
  CULTIVATED: { color: token('brand-tint'), text: INK, decal: DOTS(BRAND), border: BRAND },
  LEFT_POOL: { color: PAPER, text: INK, decal: NONE, border: token('line-strong') },
  LAPSED: { color: token('missing-tint'), text: INK, decal: LEVEL(token('line-strong')), border: token('missing') },
  REVOKED: { color: token('missing'), text: PAPER, decal: NONE },
  bar: { color: BRAND, text: INK, decal: NONE },
  reached: { color: BRAND, text: INK, decal: NONE },
  missed: { color: token('not-met-tint'), text: INK, decal: STRIPES('#a1221b55'), border: RED },
  median: { color: BRAND, text: PAPER, decal: NONE },
  most: { color: PALE, text: INK, decal: NONE },
};

/** What a table says: names of its rows, and of each drawn column the numbers, words and addresses. */
function read(table) {
  const rows = [...table.tBodies[0].rows].slice(0, MOST_ROWS);
  const series = {};
  [...table.tHead.rows[0].cells].forEach((head, column) => {
    if (head.dataset.series) {
      series[head.dataset.series] = {
        label: head.textContent,
        cells: rows.map(({ cells }) => ({
          value: cells[column].dataset.value === undefined ? null : Number(cells[column].dataset.value),
          text: cells[column].textContent.trim(),
          path: cells[column].querySelector('a')?.href,
        })),
      };
    }
  });
  const { mark, markWords } = table.dataset;
  return {
    names: rows.map(({ cells }) => cells[0].textContent.trim()),
    edges: rows.map(({ dataset }) => [Number(dataset.from), Number(dataset.to)]),
    mark: mark === undefined ? null : { value: Number(mark), words: markWords },
    series,
  };
}

/** @param gap what parts it from its neighbours */
const item = (look, gap = 'transparent') => ({ color: look.color, decal: look.decal, borderColor: look.border ?? gap, borderWidth: 1 });
const cut = (text) => text.length > LONGEST_LABEL ? `${text.slice(0, LONGEST_LABEL)}…` : text;
const legend = (names) => ({ top: 0, left: 8, itemWidth: 16, itemHeight: 12, textStyle: { color: SOFT, fontSize: 13 }, data: names });
/** One, two or five of a power of ten, four of which cover the range. */
function step(range) {
  const power = 10 ** Math.floor(Math.log10(range / 4));
  return [1, 2, 5, 10].map((each) => each * power).find((each) => each >= range / 4);
}

function axes(names, unit) {
  return {
    grid: { left: 8, right: unit ? 64 : 24, top: 34, bottom: 8, containLabel: true },
    xAxis: {
      type: 'value', minInterval: 1, name: unit, nameLocation: 'end',
      axisLabel: { color: SOFT, fontSize: 13 }, splitLine: { lineStyle: { color: LINE } }, nameTextStyle: { color: SOFT, fontSize: 13 },
    },
    yAxis: {
      type: 'category', data: names, inverse: true, axisTick: { show: false }, axisLine: { lineStyle: { color: LINE } },
      axisLabel: {
        color: INK, fontSize: 14, interval: 0,
        formatter: cut,
      },
    },
  };
}

const FORMS = {
  bars({ names, series }) {
    return {
      ...axes(names),
      grid: { left: 8, right: 230, top: 8, bottom: 8, containLabel: true },
      xAxis: { type: 'value', show: false },
      series: [{
        name: series.bar.label, type: 'bar', barWidth: 20, itemStyle: item(LOOK.bar),
        data: series.bar.cells.map((cell) => ({ value: cell.value, path: cell.path })),
        label: {
          show: true, position: 'right', color: INK, fontSize: 14, distance: 8,
          formatter: ({ dataIndex, value }) => {
            const note = series.note?.cells[dataIndex].text ?? '—';
            return note === '—' ? `{n|${value}}` : `{n|${value}}  {s|${cut(note)}}`;
          },
          rich: { n: { fontWeight: 600, fontSize: 14, color: INK }, s: { fontSize: 13, color: SOFT } },
        },
      }],
    };
  },
  stacked({ names, series }) {
    return {
      ...axes(names),
      legend: legend(Object.values(series).map(({ label }) => label)),
      series: Object.entries(series).map(([key, { label, cells }]) => ({
        name: label, type: 'bar', stack: 'all', barWidth: 20, itemStyle: item(LOOK[key], PAPER),
        data: cells.map(({ value, path }) => ({ value: value || null, path })),
        label: {
          show: true, fontSize: 13, color: LOOK[key].text,
          ...(LOOK[key].decal === NONE ? {} : { color: INK, backgroundColor: PAPER, padding: [2, 4], borderRadius: 2 }),
        },
      })),
    };
  },
  times({ names, series }) {
    const bar = (key, z) => ({
      name: series[key].label, type: 'bar', barWidth: 18, barGap: '-100%', z, itemStyle: item(LOOK[key]),
      data: series[key].cells.map(({ value }, at) => ({ value, path: series.late.cells[at].path })),
    });
    const point = (key, more) => ({
      name: series[key].label, type: 'scatter', ...more,
      data: series[key].cells.map(({ value }, at) => ({ value: [value, at], path: series.late.cells[at].path })),
    });
    return {
      ...axes(names, '工作日'),
      legend: legend(['median', 'most', 'longest', 'due'].map((key) => series[key].label)),
      series: [
        bar('most', 1),
        bar('median', 2),
        point('longest', { symbolSize: 9, z: 3, itemStyle: { color: token('line-strong'), decal: NONE } }),
        point('due', { symbol: 'rect', symbolSize: [3, 26], z: 4, itemStyle: { color: AMBER, decal: NONE } }),
        {
          name: series.late.label, type: 'scatter', symbolSize: 1, silent: true, itemStyle: { color: 'transparent' },
          data: series.late.cells.flatMap(({ value }, at) => value
            ? [{ value: [Math.max(series.longest.cells[at].value ?? 0, series.due.cells[at].value ?? 0), at], late: value }] : []),
          label: {
            show: true, position: 'right', distance: 8, color: RED, fontWeight: 600, fontSize: 13,
            formatter: ({ data }) => `${series.late.label}${data.late}件`,
          },
        },
      ],
    };
  },
};

/** The line of a threshold, 3 px and amber, with its words. */
const line = (where, words, position) => ({
  silent: true, symbol: 'none', animation: false, lineStyle: { color: AMBER, width: 3, type: 'solid' },
  label: { show: true, position, color: AMBER, fontWeight: 600, fontSize: 13, formatter: words },
  data: [where],
});

FORMS.histogram = ({ edges, mark, series }) => {
  const drawn = (key) => ({
    name: series[key].label, type: 'bar', stack: 'all', barWidth: Math.floor((WIDTH - 90) / edges.length) - 4, itemStyle: item(LOOK[key]),
    data: series[key].cells.map(({ value, path }, at) => ({ value: [at + 0.5, value || null], path })),
    label: { show: true, position: 'top', color: INK, fontSize: 14, fontWeight: 600, formatter: ({ value }) => value[1] ?? '' },
  });
  const at = edges.findIndex(([from]) => from === mark.value);
  return {
    grid: { left: 8, right: 24, top: 60, bottom: 8, containLabel: true },
    legend: legend([series.reached.label, series.missed.label]),
    xAxis: {
      type: 'value', min: 0, max: edges.length, interval: 1, splitLine: { show: false }, axisLine: { onZero: true, lineStyle: { color: token('line-strong') } },
      axisLabel: { color: SOFT, fontSize: 13, hideOverlap: true, formatter: (edge) => String(edge < edges.length ? edges[edge][0] : edges.at(-1)[1]) },
    },
    // the words of the threshold stand above the bars
    yAxis: { type: 'value', minInterval: 1, max: ({ max }) => Math.ceil(max * 1.3), axisLabel: { color: SOFT, fontSize: 13 }, splitLine: { lineStyle: { color: LINE } } },
    series: [{ ...drawn('reached'), markLine: line({ xAxis: at < 0 ? edges.length : at }, mark.words, 'end') }, drawn('missed')],
  };
};

FORMS.course = ({ names, mark, series }) => {
  const values = series.course.cells.map(({ value }) => value);
  const all = [...values, mark?.value].filter((value) => value != null);
  const [least, most] = [Math.min(...all), Math.max(...all)];
  const apart = step(most - least || Math.abs(most) || 1);
  return {
    grid: { left: 8, right: 32, top: 24, bottom: 8, containLabel: true },
    xAxis: { type: 'category', data: names, axisLabel: { color: INK, fontSize: 14 }, axisLine: { lineStyle: { color: token('line-strong') } } },
    yAxis: {
      type: 'value', min: Math.floor(least / apart) * apart, max: (Math.floor(most / apart) + 1) * apart, interval: apart,
      axisLabel: { color: SOFT, fontSize: 13, formatter: (value) => String(Number(value.toPrecision(6))) }, splitLine: { lineStyle: { color: LINE } },
    },
    series: [{
      name: series.course.label, type: 'line', data: values, symbolSize: 9, lineStyle: { color: BRAND, width: 2 }, itemStyle: { color: BRAND },
      label: { show: true, position: 'top', color: INK, fontSize: 14, formatter: ({ value }) => String(Number(Number(value).toPrecision(6))) },
      ...(mark ? { markLine: line({ yAxis: mark.value }, mark.words, 'insideMiddleTop') } : {}),
    }],
  };
};

function option(form, table, title) {
  const said = read(table);
  return {
    animation: !matchMedia('(prefers-reduced-motion: reduce)').matches,
    textStyle: { fontFamily: FONT },
    aria: { enabled: true, decal: { show: true }, label: { description: `${title}的图。同样的数在下面的表格中，每个数都可以打开它的名单。` } },
    tooltip: { renderMode: 'richText', confine: true, trigger: 'item' },
    ...FORMS[form](said),
  };
}

const OTHERS = { histogram: 280, course: 240 };
const height = (table) => OTHERS[table.dataset.chart] ?? Math.min(table.tBodies[0].rows.length, MOST_ROWS) * ROW + MARGIN;

/** A picture for a paper: drawn once more on a canvas that nobody sees, with its heading and sentence. */
function picture(section, table) {
  const title = section.querySelector('h2').textContent;
  const whose = section.closest('.charts').dataset.about;
  const drawn = option(table.dataset.chart, table, title);
  const heading = 88;
  const box = document.createElement('div');
  const chart = echarts.init(box, null, { renderer: 'canvas', width: 900, height: height(table) + heading });
  chart.setOption({
    ...drawn,
    animation: false,
    title: {
      text: title, subtext: `${whose}\n${section.querySelector('.say').textContent}`, left: 8, top: 4,
      textStyle: { color: INK, fontSize: 18 }, subtextStyle: { color: SOFT, fontSize: 14, lineHeight: 20 },
    },
    grid: { ...drawn.grid, top: drawn.grid.top + heading },
    ...(drawn.legend ? { legend: { ...drawn.legend, top: heading } } : {}),
  });
  const link = document.createElement('a');
  link.href = chart.getDataURL({ type: 'png', pixelRatio: 2, backgroundColor: PAPER });
  link.download = `${title.replace('：', '-')}.png`;
  link.click();
  chart.dispose();
}

function draw(section) {
  const table = section.querySelector('[data-chart]');
  const place = section.querySelector('[data-drawing]');
  const title = section.querySelector('h2').textContent;
  place.hidden = false;
  const box = document.createElement('div');
  box.style.height = `${height(table)}px`;
  place.append(box);
  const chart = echarts.init(box, null, { renderer: 'svg', width: Math.max(WIDTH, place.clientWidth) });
  chart.setOption(option(table.dataset.chart, table, title));
  chart.on('click', ({ data }) => data?.path && window.location.assign(data.path));
  // whoever scrolls sideways by keys comes to it; on a wide screen all of it is seen, and the table is not needed beside it
  const reach = () => {
    const scrolls = place.scrollWidth > place.clientWidth;
    ['tabindex', 'role', 'aria-label'].forEach((name) => place.removeAttribute(name));
    if (scrolls) {
      Object.entries({ tabindex: 0, role: 'group', 'aria-label': `${title}的图，可左右滚动` }).forEach(([name, value]) => place.setAttribute(name, value));
    }
    return scrolls;
  };
  addEventListener('resize', () => {
    chart.resize({ width: Math.max(WIDTH, place.clientWidth) });
    reach();
  });
  section.querySelector('details').open = reach();
  const left = table.tBodies[0].rows.length - MOST_ROWS;
  if (left > 0) {
    const told = document.createElement('p');
    told.className = 'hint';
    told.textContent = `图中只画前${MOST_ROWS}个，另有${left}个见表格。`;
    place.after(told);
  }
  const png = section.querySelector('[data-png]');
  png.hidden = false;
  png.addEventListener('click', () => picture(section, table));
}

if (window.echarts) {
  document.querySelectorAll('.chart:has([data-chart])').forEach(draw);
}
addEventListener('beforeprint', () => document.querySelectorAll('.chart details').forEach((each) => { each.open = true; }));

export default [];
