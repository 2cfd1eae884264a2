// The viewer of diagrams that Cockpit has inside, and the marks that a case's path leaves on a diagram.
import { say } from './words.js';

let Viewer = null;

/** Cockpit does not publish bpmn-js; its own widget makes one, and what that is made of makes ours. */
function viewerClass() {
  if (!Viewer) {
    window.angular
      .element(document.body)
      .injector()
      .invoke([
        '$compile',
        '$rootScope',
        ($compile, $rootScope) => {
          const scope = $rootScope.$new(true);
          scope.control = {};
          $compile('<div cam-widget-bpmn-viewer control="control"></div>')(scope);
          Viewer = scope.control.getViewer().constructor;
          scope.$destroy();
        }
      ]);
  }
  return Viewer;
}

/** Draws the diagram to fit the container. */
export async function draw(container, xml) {
  const viewer = new (viewerClass())({ container });
  await viewer.importXML(xml);
  viewer.get('canvas').zoom('fit-viewport', 'auto');
  return viewer;
}

function badge(text, title, kind) {
  const element = document.createElement('div');
  element.className = `case-badge ${kind}`;
  element.textContent = text;
  element.title = title;
  return element;
}

/** Element id to what happened there. */
function visits(steps) {
  const byElement = new Map();
  steps.forEach((step) => {
    byElement.set(step.activity, [...(byElement.get(step.activity) || []), step]);
  });
  return byElement;
}

function kindOf(steps) {
  if (steps.some((step) => !step.endedAt)) {
    return 'case-active';
  }
  return steps.every((step) => step.canceled) ? 'case-canceled' : 'case-passed';
}

/** Marks what was passed, with the numbers of the steps as the list of steps has them, and the flows with their counts. */
export function mark(viewer, story) {
  const canvas = viewer.get('canvas');
  const overlays = viewer.get('overlays');
  const registry = viewer.get('elementRegistry');
  visits(story.steps).forEach((steps, element) => {
    if (!registry.get(element)) {
      return;
    }
    const kind = kindOf(steps);
    const numbers = steps.map((step) => step.number);
    const text = numbers.length > 3 ? `${numbers[0]}…${numbers[numbers.length - 1]} ×${numbers.length}` : numbers.join('、');
    canvas.addMarker(element, kind);
    overlays.add(element, {
      position: { top: -12, left: -8 },
      html: badge(text, say(`第${numbers.join('、')}步，共${numbers.length}次`, `step ${numbers.join(', ')}; ${numbers.length} times`), kind)
    });
  });
  story.incidents
    .filter((incident) => incident.status === 'OPEN' && registry.get(incident.activity))
    .forEach((incident) => canvas.addMarker(incident.activity, 'case-failed'));
  story.flows
    .filter((flow) => registry.get(flow.flow))
    .forEach((flow) => {
      canvas.addMarker(flow.flow, flow.certain ? 'case-taken' : 'case-perhaps');
      if (flow.times > 1) {
        overlays.add(flow.flow, { position: middle(registry.get(flow.flow)), html: badge(`×${flow.times}`, '', 'case-passed') });
      }
    });
}

/** Relative to the box of the connection, as overlays are placed. */
function middle(connection) {
  const points = connection.waypoints;
  const at = Math.floor((points.length - 1) / 2);
  const x = (points[at].x + points[at + 1].x) / 2;
  const y = (points[at].y + points[at + 1].y) / 2;
  return {
    left: x - Math.min(...points.map((point) => point.x)) - 10,
    top: y - Math.min(...points.map((point) => point.y)) - 10
  };
}

/** Shows where on the diagram an element is. */
export function pointAt(viewer, element) {
  const registry = viewer.get('elementRegistry');
  const canvas = viewer.get('canvas');
  registry.forEach((each) => canvas.removeMarker(each, 'case-pointed'));
  if (registry.get(element)) {
    canvas.addMarker(element, 'case-pointed');
  }
}
