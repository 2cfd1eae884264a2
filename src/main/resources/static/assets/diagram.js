// Draws a case's process with bpmn-js and colours where the case has been and where it stands.

const viewers = new Map();

/**
 * bpmn-js and dmn-js are each one old-fashioned script: a module for whoever has a loader of such, as Tasklist, a global
 * otherwise.
 */
export function viewer(address, name = 'BpmnJS') {
  if (!viewers.has(address)) {
    viewers.set(address, new Promise((resolve, reject) => {
      if (window.define && window.define.amd && window.requirejs) {
        window.requirejs([address], resolve, reject);
        return;
      }
      const script = document.createElement('script');
      script.src = address;
      script.addEventListener('load', () => resolve(window[name]));
      script.addEventListener('error', reject);
      document.head.append(script);
    }));
  }
  return viewers.get(address);
}

/** The file of which a diagram is to be drawn. */
export async function file(place) {
  const answer = await fetch(place.dataset.diagram, { headers: { Accept: 'application/xml' } });
  if (!answer.ok) {
    throw new Error(`the diagram answers ${answer.status}`);
  }
  return answer.text();
}

export function missing(place, failure) {
  console.warn('No diagram', failure);
  place.replaceChildren(place.dataset.missing || '流程图没能画出，请看下面的列表。');
  place.classList.add('diagram-missing');
}

export async function draw(place) {
  const words = (name) => (place.dataset[name] || '').split(' ').filter(Boolean);
  try {
    const [Viewer, xml] = await Promise.all([viewer(new URL(place.dataset.viewer, document.baseURI).href), file(place)]);
    const drawing = new Viewer({ container: place });
    await drawing.importXML(xml);
    const canvas = drawing.get('canvas');
    const passed = new Set(words('done'));
    const between = drawing.get('elementRegistry')
      .filter(({ source, target }) => source && target && passed.has(source.id) && passed.has(target.id))
      .map(({ id }) => id);
    const mark = (ids, style) => ids
      .filter((id) => drawing.get('elementRegistry').get(id))
      .forEach((id) => canvas.addMarker(id, style));
    mark([...words('done'), ...(place.dataset.flows === undefined ? between : words('flows'))], 'step-done');
    mark(words('current'), 'step-current');
    const whole = () => canvas.zoom('fit-viewport', 'auto');
    const here = () => {
      const step = drawing.get('elementRegistry').get(words('current')[0]);
      if (step) {
        canvas.zoom(1);
        const { width, height } = canvas.viewbox().outer;
        canvas.viewbox({ x: step.x + step.width / 2 - width / 2, y: step.y + step.height / 2 - height / 2, width, height });
      } else {
        whole();
      }
    };
    const views = place.parentNode.querySelector('[data-diagram-views]');
    if (views && words('current').length) {
      views.hidden = false;
      views.querySelector('[data-view=whole]').addEventListener('click', whole);
      views.querySelector('[data-view=here]').addEventListener('click', here);
    }
    here();
  } catch (failure) {
    missing(place, failure);
  }
}
