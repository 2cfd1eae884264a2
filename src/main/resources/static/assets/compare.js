// Two versions of a process or of decisions side by side: what differs is marked, and the list leads to it and back.

import { file, missing, viewer } from './diagram.js';

const SHOWN = { before: ['removed', 'changed'], after: ['added', 'changed'] };
const WORD = { added: '增', removed: '删', changed: '改' };
/** So much of the drawing is surely seen beside a point. */
const MOST_SEEN = 400;
const HOLDERS = ['bpmn:Participant', 'bpmn:Lane', 'bpmn:SubProcess'];

/** What dmn-js would say in English. */
const WORDS = {
  'When': '当',
  'And': '并且',
  'Then': '则',
  'Annotations': '批注',
  'Hit policy:': '规则的取法：',
  'Unique': '只有一条规则符合',
  'First': '取第一条符合的规则',
  'Any': '符合的规则结果相同',
  'Collect': '列出所有符合的规则',
  'Collect (Sum)': '求和',
  'Collect (Min)': '取最小',
  'Collect (Max)': '取最大',
  'Collect (Count)': '计数',
  'Rule order': '按次序列出所有符合的规则',
  'View DRD': '看决策关系图',
  'Input label: ': '输入列：',
  'Input expression: ': '取值：',
  'Input values': '可以有的值',
  'Input type': '类型',
  'Output label': '结果列',
  'Output name': '结果名',
  'Output values': '可以有的值',
  'Output type': '类型',
  'Decision name: ': '决策名称：',
  'Expression language:': '表达式的语言：',
  'Variable name:': '结果的变量：',
  'Variable type:': '结果的类型：',
  'Variable name': '结果的变量',
  'Variable type': '结果的类型',
  'No overlap is possible and all rules are disjoint. Only a single rule can be matched': '规则互不重叠，只会有一条符合',
  'Rules may overlap. The first matching rule will be chosen': '规则可以重叠，取第一条符合的',
  'Rules may overlap. The one with the highest priority will be chosen': '规则可以重叠，取结果最优先的',
  'Rules may overlap. Their output have to match': '规则可以重叠，结果须相同',
  'Collects the values of all matching rules': '列出所有符合的规则的结果',
  'Collects the values of all matching rules and sums up to a single value': '所有符合的规则的结果求和',
  'Collects the values of all matching rules and uses the lowest value': '所有符合的规则的结果取最小',
  'Collects the values of all matching rules and uses the highest value': '所有符合的规则的结果取最大',
  'Collects the values of all matching rules and counts the number of them': '符合的规则的条数',
  'Collects the values of all matching rules in rule order': '按规则的次序列出所有符合的结果',
  'Priority': '按结果的优先次序取一条',
  'Output order': '按结果的优先次序列出',
  'Definition name': '名称',
  'Definition ID': '标识',
  'Open decision table': '打开决策表',
  'Open literal expression': '打开计算式',
  'Open boxed expression': '打开计算式'
};
const inChinese = { translate: ['value', (text, values = {}) => (WORDS[text] || text).replace(/{([^}]+)}/g, (all, name) => values[name] ?? all)] };

const sides = document.querySelector('.compare-sides');
const told = document.querySelector('[data-told]');
const tools = document.querySelector('[data-tools]');
const differences = [...document.querySelectorAll('.compare-list > li')].map((item) => ({
  item,
  sign: item.dataset.sign,
  decision: item.dataset.decision || null,
  elements: (item.dataset.elements || '').split(' ').filter(Boolean)
}));

const calmly = () => (window.matchMedia('(prefers-reduced-motion: reduce)').matches ? 'auto' : 'smooth');

function tell(text) {
  told.textContent = text;
  told.hidden = !text;
}

/** From the drawing back to what the list says of it. */
function show(difference) {
  differences.forEach(({ item }) => item.classList.toggle('compare-here', item === difference.item));
  difference.item.scrollIntoView({ block: 'center', behavior: calmly() });
  difference.item.querySelector('a')?.focus({ preventScroll: true });
}

function badge(difference) {
  const element = document.createElement('span');
  element.className = `compare-sign compare-sign-${difference.sign}`;
  element.textContent = WORD[difference.sign];
  element.title = difference.item.querySelector('strong').textContent;
  element.addEventListener('click', () => show(difference));
  return element;
}

/** Where a sign stands on an element, relative to its box. */
function corner(element) {
  if (!element.waypoints) {
    return { top: -14, left: -10 };
  }
  const at = Math.floor((element.waypoints.length - 1) / 2);
  const [one, other] = element.waypoints.slice(at, at + 2);
  const left = Math.min(...element.waypoints.map(({ x }) => x));
  const top = Math.min(...element.waypoints.map(({ y }) => y));
  return { top: (one.y + other.y) / 2 - top - 12, left: (one.x + other.x) / 2 - left - 12 };
}

/** Marks on a drawing of diagram-js, of a process or of how decisions depend on each other. */
function mark(drawing, side, marked) {
  const canvas = drawing.get('canvas');
  const registry = drawing.get('elementRegistry');
  const taken = new Set();
  marked.filter(({ sign }) => SHOWN[side].includes(sign)).forEach((difference) => {
    const element = difference.elements.map((id) => registry.get(id)).find((each) => each && each !== canvas.getRootElement());
    if (!element || taken.has(element.id)) {
      return;
    }
    taken.add(element.id);
    canvas.addMarker(element, `compare-${difference.sign}`);
    if (HOLDERS.some((type) => element.businessObject?.$instanceOf?.(type))) {
      canvas.addMarker(element, 'compare-holder');
    }
    drawing.get('overlays').add(element, {
      position: corner(element),
      html: badge(difference),
      scale: { min: 0.8, max: 1.2 },
      // from afar the signs of flows would cover the steps
      show: { minZoom: element.waypoints ? 0.5 : 0 }
    });
  });
}

function centre(element) {
  if (!element.waypoints) {
    // of a lane its beginning, where its name is
    return { x: element.x + Math.min(element.width, MOST_SEEN) / 2, y: element.y + Math.min(element.height, MOST_SEEN) / 2 };
  }
  const at = Math.floor((element.waypoints.length - 1) / 2);
  const [one, other] = element.waypoints.slice(at, at + 2);
  return { x: (one.x + other.x) / 2, y: (one.y + other.y) / 2 };
}

function processes() {
  const drawings = [];
  let moving = false;

  async function draw(place) {
    try {
      const [Viewer, xml] = await Promise.all([viewer(new URL(place.dataset.viewer, document.baseURI).href), file(place)]);
      const drawing = new Viewer({ container: place, additionalModules: [inChinese] });
      await drawing.importXML(xml);
      mark(drawing, place.dataset.side, differences);
      drawing.get('canvas').zoom('fit-viewport', 'auto');
      drawing.on('canvas.viewbox.changed', ({ viewbox }) => follow(drawing, viewbox));
      drawing.on('element.click', ({ element }) => {
        const of = differences.find(({ elements }) => elements.includes(element.id.replace(/_label$/, '')));
        if (of) {
          show(of);
        }
      });
      drawings.push(drawing);
    } catch (failure) {
      missing(place, failure);
    }
  }

  function follow(drawing, { x, y, scale }) {
    if (moving) {
      return;
    }
    moving = true;
    drawings.filter((each) => each !== drawing).forEach((each) => {
      const { outer } = each.get('canvas').viewbox();
      each.get('canvas').viewbox({ x, y, width: outer.width / scale, height: outer.height / scale });
    });
    moving = false;
  }

  const first = (deed) => drawings.length && deed(drawings[drawings.length - 1].get('canvas'));

  function point(difference) {
    let there = null;
    drawings.forEach((drawing) => {
      const canvas = drawing.get('canvas');
      const registry = drawing.get('elementRegistry');
      registry.forEach((each) => canvas.removeMarker(each, 'compare-pointed'));
      const element = difference.elements.map((id) => registry.get(id)).find((each) => each && each !== canvas.getRootElement());
      if (element) {
        canvas.addMarker(element, 'compare-pointed');
        there = { drawing, at: centre(element) };
      }
    });
    tell(there ? '' : '这一处在图上没有画出来，请看列表中的说明。');
    if (there) {
      const canvas = there.drawing.get('canvas');
      const { outer } = canvas.viewbox();
      const scale = Math.max(canvas.zoom(), 0.7);
      const [width, height] = [outer.width / scale, outer.height / scale];
      canvas.viewbox({ x: there.at.x - width / 2, y: there.at.y - height / 2, width, height });
    }
  }

  return {
    ready: Promise.all([...sides.querySelectorAll('[data-side]')].map(draw)),
    point,
    whole: () => first((canvas) => canvas.zoom('fit-viewport', 'auto')),
    nearer: () => first((canvas) => canvas.zoom(canvas.zoom() * 1.25)),
    farther: () => first((canvas) => canvas.zoom(canvas.zoom() / 1.25)),
    resized: () => drawings.forEach((drawing) => {
      drawing.get('canvas').resized();
      drawing.get('canvas').zoom('fit-viewport', 'auto');
    })
  };
}

function decisions() {
  const drawings = [];
  const views = document.querySelector('[data-views]');
  const chosen = document.querySelector('#compare-view');
  const GRAPH = '';
  let opening = false;
  let scrolling = false;

  async function draw(place) {
    try {
      const [Viewer, xml] = await Promise.all([viewer(new URL(place.dataset.viewer, document.baseURI).href, 'DmnJS'), file(place)]);
      const drawing = new Viewer({
        container: place,
        drd: { additionalModules: [inChinese] },
        decisionTable: { additionalModules: [inChinese] },
        literalExpression: { additionalModules: [inChinese] },
        boxedExpression: { additionalModules: [inChinese] }
      });
      await drawing.importXML(xml, { open: false });
      drawing.on('views.changed', ({ activeView }) => {
        const id = activeView && (activeView.type === 'drd' ? GRAPH : activeView.id);
        if (activeView && !opening && id !== chosen.value) {
          open(id);
        }
      });
      drawings.push({ place, side: place.dataset.side, drawing });
    } catch (failure) {
      missing(place, failure);
    }
  }

  /** A decision whose table differs is changed, too. */
  const inTheGraph = [
    ...differences.filter(({ decision }) => !decision),
    ...differences.filter(({ decision }) => decision).map((each) => ({ ...each, sign: 'changed', elements: [each.decision] }))
  ];

  const nameOf = ({ type, id, name }) => (type === 'drd' ? GRAPH : id) && (name || id);

  function offer() {
    const names = new Map();
    const counted = (id) => differences.filter(({ decision, elements }) => (id === GRAPH ? !decision && elements.some(Boolean) : decision === id)).length;
    drawings.forEach(({ drawing }) => drawing.getViews().forEach((view) => {
      const id = view.type === 'drd' ? GRAPH : view.id;
      if (!names.has(id)) {
        names.set(id, view.type === 'drd' ? '决策关系图' : nameOf(view));
      }
    }));
    [...names].forEach(([id, name]) => {
      const count = counted(id);
      chosen.add(new Option(count ? `${name}（${count}处不同）` : name, id));
    });
    views.hidden = names.size < 2;
    const changed = [...names.keys()].find((id) => id !== GRAPH && counted(id)) ?? [...names.keys()].find(counted);
    chosen.value = changed ?? [...names.keys()][0] ?? GRAPH;
    chosen.addEventListener('change', () => open(chosen.value));
  }

  async function open(id) {
    opening = true;
    chosen.value = id;
    tools.classList.toggle('compare-of-a-table', id !== GRAPH);
    tell('');
    await Promise.all(drawings.map(async (each) => {
      const view = each.drawing.getViews().find(({ type, id: of }) => (id === GRAPH ? type === 'drd' : type !== 'drd' && of === id));
      each.place.querySelectorAll('.compare-none').forEach((none) => none.remove());
      each.place.classList.toggle('compare-graph', id === GRAPH);
      each.place.firstElementChild.hidden = !view;
      if (!view) {
        const none = document.createElement('p');
        none.className = 'compare-none hint';
        none.textContent = '这个版本没有这一张。';
        each.place.append(none);
        return;
      }
      await each.drawing.open(view);
      if (id === GRAPH) {
        const graph = each.drawing.getActiveViewer();
        graph.get('canvas').zoom('fit-viewport', 'auto');
        mark(graph, each.side, inTheGraph);
      } else {
        cells(each, differences.filter(({ decision }) => decision === id));
        table(each.place)?.addEventListener('scroll', (event) => follow(event.currentTarget), { passive: true });
      }
    }));
    opening = false;
  }

  const table = (place) => place.querySelector('.tjs-table-container');

  function follow(scrolled) {
    if (scrolling) {
      return;
    }
    scrolling = true;
    drawings.map(({ place }) => table(place)).filter((each) => each && each !== scrolled)
      .forEach((each) => each.scrollTo({ left: scrolled.scrollLeft, top: scrolled.scrollTop }));
    requestAnimationFrame(() => {
      scrolling = false;
    });
  }

  /** Cells, columns and rules of a table; a rule that is new or gone is marked as a whole. */
  function cells({ place, side }, marked) {
    marked.filter(({ sign }) => SHOWN[side].includes(sign)).forEach((difference) => difference.elements.forEach((id) => {
      found(place, id).forEach((cell, index) => {
        cell.dataset.compare = difference.sign;
        if (index === 0) {
          cell.dataset.compareSign = WORD[difference.sign];
        }
        cell.addEventListener('click', () => show(difference));
      });
    }));
  }

  function found(place, id) {
    const by = CSS.escape(id);
    const row = [...place.querySelectorAll(`td[data-row-id="${by}"]`)];
    const cell = [...place.querySelectorAll(`td[data-element-id="${by}"]`)];
    return row.length ? row : cell.length ? cell : [...place.querySelectorAll(`[data-col-id="${by}"]`)];
  }

  async function point(difference) {
    if (chosen.value !== (difference.decision ?? GRAPH)) {
      await open(difference.decision ?? GRAPH);
    }
    let there = false;
    drawings.forEach(({ place, drawing }) => {
      place.querySelectorAll('[data-compare-pointed]').forEach((cell) => cell.removeAttribute('data-compare-pointed'));
      if (difference.decision) {
        const cell = difference.elements.flatMap((id) => found(place, id)).find(Boolean);
        if (cell) {
          cell.dataset.comparePointed = '';
          const holder = table(place);
          const box = holder.getBoundingClientRect();
          const at = cell.getBoundingClientRect();
          const head = holder.querySelector('thead').offsetHeight;
          scrolling = true;
          holder.scrollBy({ left: at.left - box.left - holder.clientWidth / 3, top: at.top - box.top - head - at.height / 2 });
          requestAnimationFrame(() => {
            scrolling = false;
          });
          there = true;
        }
        return;
      }
      const graph = drawing.getActiveViewer();
      const canvas = graph.get('canvas');
      const registry = graph.get('elementRegistry');
      registry.forEach((each) => canvas.removeMarker(each, 'compare-pointed'));
      const element = difference.elements.map((id) => registry.get(id)).find(Boolean);
      if (element) {
        canvas.addMarker(element, 'compare-pointed');
        there = true;
      }
    });
    tell(there || difference.elements.length === 0 ? '' : '这一处在表上没有画出来，请看列表中的说明。');
  }

  const graph = (deed) => chosen.value === GRAPH && drawings.forEach(({ drawing }) => deed(drawing.getActiveViewer().get('canvas')));

  return {
    ready: Promise.all([...sides.querySelectorAll('[data-side]')].map(draw)).then(() => {
      offer();
      return drawings.length && open(chosen.value);
    }),
    point,
    whole: () => graph((canvas) => canvas.zoom('fit-viewport', 'auto')),
    nearer: () => graph((canvas) => canvas.zoom(canvas.zoom() * 1.25)),
    farther: () => graph((canvas) => canvas.zoom(canvas.zoom() / 1.25)),
    resized: () => graph((canvas) => {
      canvas.resized();
      canvas.zoom('fit-viewport', 'auto');
    })
  };
}

if (sides) {
  const drawn = sides.dataset.kind === 'decision' ? decisions() : processes();
  const layout = tools.querySelector('[data-tool=layout]');
  layout.setAttribute('aria-pressed', sides.classList.contains('compare-below'));
  drawn.ready.then(() => {
    tools.hidden = false;
    document.querySelectorAll('[data-point]').forEach((link) => link.addEventListener('click', (event) => {
      event.preventDefault();
      const difference = differences.find(({ item }) => item.contains(link));
      differences.forEach(({ item }) => item.classList.toggle('compare-here', item === difference.item));
      tools.scrollIntoView({ block: 'start', behavior: calmly() });
      document.querySelector('#drawn').focus({ preventScroll: true });
      drawn.point(difference);
    }));
    tools.querySelectorAll('[data-tool]').forEach((button) => button.addEventListener('click', () => {
      if (button.dataset.tool === 'layout') {
        const below = sides.classList.toggle('compare-below');
        button.setAttribute('aria-pressed', below);
        drawn.resized();
        return;
      }
      drawn[button.dataset.tool]();
    }));
    window.addEventListener('beforeprint', () => drawn.resized());
    sides.dataset.ready = '';
  });
}
