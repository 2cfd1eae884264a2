// The page of one case, finished or running: its path on the diagram and all that the engine remembers.
import { decisionsOf } from './decisions.js';
import { draw, mark, pointAt } from './diagram.js';
import { h, section, show } from './elements.js';
import { diagramXml, read } from './server.js';
import { headOf, incidentsOf, relatedOf, stepsOf, tasksOf, variablesOf } from './story.js';
import { say } from './words.js';

function legend() {
  const entry = (kind, text) => h('li', null, h('span', { class: `case-sample ${kind}` }), text);
  return h(
    'ul',
    { class: 'case-legend' },
    entry('case-passed', say('已经过', 'passed')),
    entry('case-active', say('所在步骤', 'where it stands')),
    entry('case-canceled', say('已取消', 'canceled')),
    entry('case-failed', say('有异常', 'incident')),
    entry('case-perhaps', say('可能的连线', 'possible flow')),
    h(
      'li',
      { class: 'case-soft' },
      say(
        '数字为步骤的序号。引擎的历史只记步骤不记连线：实线由前后步骤唯一推定，虚线另有其他可能。',
        'Numbers are those of the steps. The history keeps steps, not flows: solid ones follow from the steps before and after, dashed ones might be another.'
      )
    )
  );
}

async function diagram(container, api, told) {
  try {
    const viewer = await draw(container, await diagramXml(api, told.story.head.definitionId));
    mark(viewer, told.story);
    return viewer;
  } catch (failure) {
    container.replaceChildren(h('p', { class: 'case-empty' }, failure.message));
    return null;
  }
}

function page(api, id, told) {
  const { head } = told.story;
  const canvas = h('div', { class: 'case-diagram' });
  const decisions = h('div');
  let viewer = null;
  const point = (element) => viewer && pointAt(viewer, element);
  // the diagram needs to stand in the page before it is drawn
  window.setTimeout(async () => {
    viewer = await diagram(canvas, api, told);
  });
  show(decisions, read(`instances/${encodeURIComponent(id)}/decisions`), decisionsOf);
  return [
    h('p', null, h('a', { href: '#/finished' }, say('← 已办结案件', '← Finished cases'))),
    h('h2', null, `${head.caseNumber || head.id} ${told.facts.name || head.cluster || ''}`),
    head.endedAt
      ? null
      : h(
          'p',
          { class: 'alert alert-info' },
          say('本案仍在办理，以下为到目前为止的经过。', 'This case is still running; below is its path so far. '),
          h('a', { href: `#/process-instance/${encodeURIComponent(head.id)}/runtime` }, say('转到运行中的实例', 'Go to the running instance'))
        ),
    headOf(told),
    section(say('路径', 'Path'), canvas, legend()),
    section(say('经过的步骤', 'Steps'), stepsOf(told, point)),
    section(say('人工任务', 'User tasks'), tasksOf(told)),
    section(say('变量', 'Variables'), variablesOf(told)),
    section(say('异常', 'Incidents'), incidentsOf(told)),
    section(say('决策', 'Decisions'), decisions),
    section(say('相关流程', 'Related instances'), relatedOf(told))
  ].filter(Boolean);
}

export function finished(container, api) {
  const id = decodeURIComponent(window.location.hash.split('?')[0].split('/').pop());
  const content = h('div');
  container.append(content);
  show(content, read(`instances/${encodeURIComponent(id)}`), (told) => page(api, id, told));
}
