// The decisions that were evaluated for an instance.
import { h } from './elements.js';
import { minute, say } from './words.js';

const value = (cell) => cell.value ?? say('（无）', '(none)');

const cells = (list) =>
  h(
    'dl',
    { class: 'case-facts' },
    list.map((cell) => [h('dt', null, cell.name || ''), h('dd', { class: 'case-value' }, value(cell))])
  );

function fired(rule) {
  return h(
    'li',
    null,
    h(
      'strong',
      null,
      rule.number > 0 ? say(`第${rule.number}行规则`, `rule ${rule.number}`) : say('规则（该版本已不在系统中）', 'rule (no longer deployed)')
    ),
    rule.annotation ? ` ${rule.annotation}` : '',
    cells(rule.outputs)
  );
}

function evaluation(decision) {
  return h(
    'details',
    { class: 'case-decision', open: decision.rules.length < 4 },
    h(
      'summary',
      null,
      h('strong', null, decision.name || decision.decision),
      ` ${decision.version > 0 ? say(`第${decision.version}版`, `version ${decision.version}`) : ''} · ${minute(decision.at)}`,
      decision.step ? ` · ${decision.step}` : '',
      decision.required ? say(' · 为其他决策所需', ' · required by another decision') : '',
      say(` · 命中${decision.rules.length}行`, ` · ${decision.rules.length} rules fired`)
    ),
    h(
      'div',
      { class: 'case-columns' },
      h('div', null, h('h4', null, say('输入', 'Inputs')), cells(decision.inputs)),
      h(
        'div',
        null,
        h('h4', null, say('命中的规则和输出', 'Rules that fired, and outputs')),
        decision.rules.length === 0
          ? h('p', { class: 'case-empty' }, say('没有规则命中。', 'No rule fired.'))
          : h('ol', { class: 'case-rules' }, decision.rules.map(fired))
      )
    )
  );
}

export function decisionsOf(decisions) {
  return decisions.length === 0
    ? h('p', { class: 'case-empty' }, say('本案还没有用过决策表。', 'No decision has been evaluated for this instance.'))
    : h('div', null, decisions.map(evaluation));
}
