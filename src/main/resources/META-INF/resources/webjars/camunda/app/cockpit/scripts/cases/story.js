// The story of one instance, in parts that the page of a finished case and the tabs of a running one share.
import { facts, h, section, table, when } from './elements.js';
import { ownPage } from './server.js';
import { duration, incidentStatus, relation, say, stateName, stepType } from './words.js';

const finishedPage = (id) => `#/finished/${encodeURIComponent(id)}`;

const person = (told, id) => (id ? told.people[id] || id : '');

export function headOf(told) {
  const { head } = told.story;
  const end = [...told.story.steps].reverse().find((step) => step.type.endsWith('EndEvent'));
  return facts([
    [say('流程', 'Process'), say(`${head.processName}（第${head.version}版）`, `${head.processName} (version ${head.version})`)],
    [say('集群', 'Cluster'), told.facts.name || head.cluster],
    [say('单位', 'Unit'), told.facts.unit],
    [say('状态', 'State'), stateName(head.state)],
    [say('结局', 'Outcome'), head.endedAt && end ? end.label : null],
    [say('终止原因', 'Ended because'), head.state === 'COMPLETED' ? null : head.reason],
    [say('发起人', 'Started by'), person(told, head.startedBy)],
    [say('开始', 'Began'), when(head.startedAt)],
    [say('办结', 'Ended'), when(head.endedAt)],
    [
      say('历时', 'Took'),
      head.endedAt ? duration(new Date(head.endedAt) - new Date(head.startedAt)) : null
    ]
  ]);
}

export function caseFacts(told) {
  const { facts: known, story } = told;
  const open = story.tasks.filter((task) => !task.endedAt);
  const labels = new Map(story.steps.map((step) => [step.activity, step.label]));
  return [
    facts([
      [say('案号', 'Case number'), known.caseNumber],
      [say('类别', 'Kind'), known.kind],
      [say('集群', 'Cluster'), known.name],
      [say('单位', 'Unit'), known.unit],
      [say('状态', 'State'), known.state || stateName(story.head.state)],
      [say('原因', 'Reason'), known.reason],
      [say('下一步', 'Next'), known.nextStep],
      [
        say('案件页面', 'Case page'),
        known.page
          ? h('a', { href: ownPage(known.page), target: '_blank', rel: 'noopener' }, known.page)
          : say(
              '案件材料由有权单位在“案件”页面查看，系统管理员只看流程的运行情况。',
              'The file of the case is for the units in charge; an administrator sees how its process runs.'
            )
      ]
    ]),
    section(
      say('待办任务', 'Open tasks'),
      table(
        [say('任务', 'Task'), say('办理人', 'Assignee'), say('可由谁认领', 'Candidates'), say('开始', 'Since'), say('期限', 'Due')],
        open.map((task) => [
          task.name,
          person(told, task.assignee),
          task.candidates.map((candidate) => told.units[candidate] || candidate).join('、'),
          when(task.startedAt),
          when(task.dueAt)
        ]),
        say('现在没有待办任务。', 'There is no open task.')
      )
    ),
    section(
      say('期限', 'Deadlines'),
      table(
        [say('步骤', 'Step'), say('最后一日', 'Last day'), say('说明', 'Note')],
        known.deadlines.map((deadline) => [
          labels.get(deadline.activity) || deadline.activity,
          deadline.lastDay,
          deadline.provisional ? say('跨入假期尚未公布的年度，暂计', 'provisional: holidays not announced yet') : ''
        ]),
        say('没有正在计算的期限。', 'No deadline is running.')
      )
    )
  ];
}

/** @param point called with a step's element when its row is chosen; may be left out */
export function stepsOf(told, point) {
  return table(
    [
      say('序号', 'No.'),
      say('步骤', 'Step'),
      say('类型', 'Type'),
      say('办理人', 'Who'),
      say('开始', 'Began'),
      say('结束', 'Ended'),
      say('历时', 'Took'),
      say('结果', 'Result')
    ],
    told.story.steps.map((step) => {
      const cells = [
        String(step.number),
        step.label,
        stepType(step.type),
        person(told, step.assignee),
        when(step.startedAt),
        when(step.endedAt),
        step.endedAt ? duration(new Date(step.endedAt) - new Date(step.startedAt)) : '',
        step.calledInstance
          ? h('a', { href: finishedPage(step.calledInstance) }, say('查看被调用的流程', 'called instance'))
          : !step.endedAt
            ? say('进行中', 'in progress')
            : step.canceled
              ? say('已取消', 'canceled')
              : say('已完成', 'completed')
      ];
      return h(
        'tr',
        point ? { class: 'case-choosable', mouseenter: () => point(step.activity), click: () => point(step.activity) } : null,
        cells.map((cell) => h('td', null, cell))
      );
    }),
    say('还没有经过任何步骤。', 'No step has been taken yet.')
  );
}

export function tasksOf(told) {
  return table(
    [say('任务', 'Task'), say('办理人', 'Assignee'), say('开始', 'Began'), say('期限', 'Due'), say('结束', 'Ended'), say('历时', 'Took'), say('结果', 'Result')],
    told.story.tasks.map((task) => [
      task.name,
      person(told, task.assignee),
      when(task.startedAt),
      when(task.dueAt),
      when(task.endedAt),
      duration(task.millis),
      !task.endedAt ? say('待办', 'open') : task.completed ? say('已办理', 'completed') : say('已取消', 'canceled')
    ]),
    say('本案没有人工任务。', 'This instance has had no user task.')
  );
}

/** An engine writes a value anew that stays the same. */
const changed = (changes) => changes.filter((change, index) => index === 0 || change.value !== changes[index - 1].value);

export function variablesOf(told) {
  return table(
    [say('变量', 'Variable'), say('值', 'Value'), say('类型', 'Type'), say('所属步骤', 'Belongs to'), say('最后写入', 'Last set'), say('历次变化', 'Changes')],
    told.story.variables.map((variable) => [
      h('code', null, variable.name),
      h('span', { class: 'case-value' }, variable.value ?? say('（空）', '(empty)')),
      variable.type,
      variable.scope || say('整个案件', 'the instance'),
      when(variable.setAt),
      changed(variable.changes).length < 2
        ? say('未改动', 'none')
        : h(
            'details',
            null,
            h('summary', null, say(`${changed(variable.changes).length - 1}次改动`, `${changed(variable.changes).length - 1} changes`)),
            h(
              'ol',
              null,
              changed(variable.changes).map((change) =>
                h(
                  'li',
                  null,
                  when(change.at),
                  ' ',
                  h('span', { class: 'case-value' }, change.value ?? say('（空）', '(empty)')),
                  change.user ? ` ${person(told, change.user)}` : ''
                )
              )
            )
          )
    ]),
    say('本案没有流程变量。', 'This instance has no variables.')
  );
}

export function incidentsOf(told) {
  return table(
    [say('步骤', 'Step'), say('异常', 'Failure'), say('提示和批注', 'Hint and notes'), say('发生', 'Since'), say('结束', 'Ended'), say('状态', 'Status')],
    told.story.incidents.map((incident) => [
      incident.label,
      h('span', { class: 'case-value' }, incident.message),
      h('span', { class: 'case-value' }, incident.annotation),
      when(incident.since),
      when(incident.endedAt),
      incidentStatus(incident.status)
    ]),
    say('本案没有发生过异常。', 'This instance has had no incident.')
  );
}

export function relatedOf(told) {
  return table(
    [say('流程', 'Process'), say('案号', 'Case number'), say('关系', 'Relation'), say('开始', 'Began'), say('办结', 'Ended')],
    told.story.related.map((other) => [
      h('a', { href: finishedPage(other.id) }, other.processName),
      other.caseNumber,
      relation(other.relation),
      when(other.startedAt),
      when(other.endedAt)
    ]),
    say('没有调用其他流程，也没有被其他流程调用。', 'It neither called another instance nor was called by one.')
  );
}
