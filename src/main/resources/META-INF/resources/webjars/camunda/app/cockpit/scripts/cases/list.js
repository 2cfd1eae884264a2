// The page 已办结案件: what is looked for stands in the address, so that it can be kept and gone back to.
import { h, show, table, when } from './elements.js';
import { read } from './server.js';
import { say, stateName } from './words.js';

const FIELDS = ['stage', 'process', 'caseNumber', 'cluster', 'unit', 'outcome', 'from', 'to'];

const asked = () => new URLSearchParams(window.location.hash.split('?')[1] || '');

function address(params) {
  const text = params.toString();
  return `#/finished${text ? `?${text}` : ''}`;
}

function options(pairs, chosen) {
  return pairs.map(([value, label]) => h('option', { value, selected: value === chosen }, label));
}

function field(label, control) {
  control.classList.add('form-control', 'input-sm');
  return h('label', null, h('span', null, label), control);
}

function filters(params, choices) {
  const chosen = (name) => params.get(name) || '';
  const any = ['', say('全部', 'any')];
  const select = (name, pairs) => h('select', { name }, options(pairs, chosen(name)));
  const form = h(
    'form',
    {
      class: 'case-filters',
      submit: (event) => {
        event.preventDefault();
        const wanted = new URLSearchParams();
        FIELDS.forEach((name) => {
          const value = form.elements[name].value.trim();
          if (value && value !== 'FINISHED') {
            wanted.set(name, value);
          }
        });
        window.location.hash = address(wanted);
      }
    },
    field(
      say('办理状态', 'Stage'),
      select('stage', [
        ['FINISHED', say('已办结', 'finished')],
        ['RUNNING', say('在办', 'running')],
        ['ALL', say('全部', 'all')]
      ])
    ),
    field(say('流程', 'Process'), select('process', [any, ...choices.processes.map((each) => [each.key, each.name])])),
    field(say('案号', 'Case number'), h('input', { name: 'caseNumber', type: 'text', value: chosen('caseNumber') })),
    field(say('集群', 'Cluster'), h('input', { name: 'cluster', type: 'text', value: chosen('cluster') })),
    field(say('单位', 'Unit'), select('unit', [any, ...Object.entries(choices.units)])),
    field(say('结局', 'Outcome'), select('outcome', [any, ...choices.outcomes.map((each) => [each, each])])),
    field(say('办结（在办的为开始）自', 'Ended (or begun) from'), h('input', { name: 'from', type: 'date', value: chosen('from') })),
    field(say('至', 'to'), h('input', { name: 'to', type: 'date', value: chosen('to') })),
    h('button', { class: 'btn btn-primary btn-sm', type: 'submit' }, say('查找', 'Search')),
    h('a', { class: 'btn btn-default btn-sm', href: '#/finished' }, say('清除', 'Clear'))
  );
  return form;
}

function turning(params, found) {
  const pages = Math.max(1, Math.ceil(found.total / found.size));
  const to = (page, label) => {
    const there = new URLSearchParams(params);
    there.set('page', page);
    return h('a', { class: 'btn btn-default btn-sm', href: address(there) }, label);
  };
  return h(
    'p',
    { class: 'case-turning' },
    say(`共${found.total}件，第${found.page}页，共${pages}页 `, `${found.total} instances, page ${found.page} of ${pages} `),
    found.page > 1 ? to(found.page - 1, say('上一页', 'Previous')) : null,
    found.page < pages ? to(found.page + 1, say('下一页', 'Next')) : null
  );
}

function rows(params, found) {
  const narrowed = FIELDS.some((name) => params.get(name));
  return [
    table(
      [
        say('案号', 'Case number'),
        say('流程', 'Process'),
        say('集群', 'Cluster'),
        say('单位', 'Unit'),
        say('开始', 'Began'),
        say('办结', 'Ended'),
        say('结局', 'Outcome')
      ],
      found.items.map((item) => [
        h('a', { href: `#/finished/${encodeURIComponent(item.id)}` }, item.caseNumber || item.id),
        say(`${item.processName || item.process}（第${item.version}版）`, `${item.processName || item.process} (version ${item.version})`),
        item.cluster,
        found.units[item.unit] || item.unit,
        when(item.startedAt),
        when(item.endedAt),
        [
          item.outcome && item.state === 'COMPLETED' ? item.outcome : stateName(item.state),
          item.openIncidents > 0 ? h('a', { class: 'case-alarm', href: '#/failures' }, say(` ${item.openIncidents}项异常`, ` ${item.openIncidents} incidents`)) : null
        ]
      ].map((cell) => (Array.isArray(cell) ? h('span', null, cell) : cell))),
      narrowed
        ? say('没有符合条件的案件，请放宽条件后再查。', 'Nothing matches: widen the search.')
        : say('还没有办结的案件。在办的案件请在“办理状态”中选择“在办”。', 'No case has ended yet; choose "running" to see those under way.')
    ),
    turning(params, found)
  ];
}

export function list(container) {
  const params = asked();
  const head = h('div');
  const found = h('div');
  container.append(
    h('h2', null, say('已办结案件', 'Finished cases')),
    h(
      'p',
      { class: 'case-soft' },
      say('所有流程的案件，已办结的在先；点击案号查看经过、变量、任务和异常。', 'Instances of all procedures; a case number leads to its path, variables, tasks and incidents.')
    ),
    head,
    found
  );
  show(head, read('choices'), (choices) => filters(params, choices));
  show(found, read(`cases?${params}`), (answer) => rows(params, answer));
}
