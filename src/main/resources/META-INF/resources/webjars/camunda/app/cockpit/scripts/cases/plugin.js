// Our plugin of Cockpit: finished cases and failed steps as pages, and the case behind an instance in tabs beside it.
import { decisionsOf } from './decisions.js';
import { mark } from './diagram.js';
import { h, show } from './elements.js';
import { failures } from './failures.js';
import { finished } from './finished.js';
import { list } from './list.js';
import { read } from './server.js';
import { caseFacts, stepsOf } from './story.js';
import { say } from './words.js';

const instance = (id) => read(`instances/${encodeURIComponent(id)}`);

/** A plugin that draws into an element of its own, and takes it away. */
function view(pluginPoint, id, priority, properties, draw) {
  let drawn = null;
  return {
    id,
    pluginPoint,
    priority,
    properties,
    render(container, context) {
      drawn = h('div', { class: 'case-plugin', lang: say('zh-CN', 'en') });
      container.append(drawn);
      draw(drawn, context);
    },
    unmount() {
      if (drawn) {
        drawn.remove();
        drawn = null;
      }
    }
  };
}

const page = (id, path, draw) =>
  view('cockpit.route', id, 0, { path }, (container, { api }) => {
    container.classList.add('case-page');
    draw(container, api);
  });

const tab = (id, priority, label, draw) =>
  view('cockpit.processInstance.runtime.tab', id, priority, { label }, (container, { api, processInstanceId }) =>
    draw(container, processInstanceId, api)
  );

const link = (id, path, label, priority) => ({
  ...view('cockpit.navigation', id, priority, {}, (container) => {
    container.append(h('a', { href: `#${path}` }, label));
  }),
  checkActive: (url) => url.includes(`#${path}`)
});

export default [
  page('finished-cases', '/finished', list),
  page('finished-case', '/finished/:id', finished),
  page('failed-steps', '/failures', (container, api) => {
    container.append(
      h('h2', null, say('异常处理', 'Failed steps')),
      h(
        'p',
        { class: 'case-soft' },
        say(
          '各流程中失败的系统步骤。按提示排除原因后重试；重试的结果立即显示。',
          'Failed steps of all procedures. Remove the cause as the hint says, then retry; the result is told at once.'
        )
      )
    );
    failures(container, api);
  }),
  link('finished-link', '/finished', say('已办结案件', 'Finished cases'), 2),
  link('failures-link', '/failures', say('异常处理', 'Failed steps'), 1),
  view('cockpit.dashboard', 'failures-summary', 50, {}, (container) => {
    container.append(h('h3', null, say('异常处理', 'Failed steps')));
    const count = h('div');
    container.append(count);
    show(count, read('failures'), ({ items }) =>
      h(
        'p',
        null,
        items.length === 0
          ? say('没有需要处理的异常。', 'Nothing has failed.')
          : say(
              `${items.filter((each) => each.incident).length}项等待处理，${items.filter((each) => !each.incident).length}项由系统自动重试中。`,
              `${items.filter((each) => each.incident).length} wait for you, ${items.filter((each) => !each.incident).length} are tried again automatically.`
            ),
        ' ',
        h('a', { href: '#/failures' }, say('查看异常处理', 'See failed steps')),
        ' ',
        h('a', { href: '#/finished' }, say('查看已办结案件', 'See finished cases'))
      )
    );
  }),
  tab('case-facts', 60, say('案件', 'Case'), (container, id) => show(container, instance(id), caseFacts)),
  tab('case-steps', 50, say('经过', 'Steps'), (container, id) =>
    show(container, instance(id), (told) => [
      h('p', null, h('a', { href: `#/finished/${encodeURIComponent(id)}` }, say('查看路径、变量和全部记录', 'Path, variables and all records'))),
      stepsOf(told)
    ])
  ),
  tab('case-decisions', 40, say('决策', 'Decisions'), (container, id) =>
    show(container, read(`instances/${encodeURIComponent(id)}/decisions`), decisionsOf)
  ),
  tab('case-failures', 30, say('异常处理', 'Failed steps'), (container, id, api) => failures(container, api, id)),
  {
    id: 'case-path',
    pluginPoint: 'cockpit.processInstance.diagram.plugin',
    render(viewer, { processInstanceId }) {
      instance(processInstanceId).then(
        (told) => mark(viewer, { ...told.story, incidents: [] }),
        () => {}
      );
    }
  }
];
