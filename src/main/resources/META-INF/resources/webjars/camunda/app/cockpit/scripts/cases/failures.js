// Failed steps with the hint beside them: a retry, and notes.
import { h, problem, show } from './elements.js';
import { annotate, read, retry } from './server.js';
import { minute, say } from './words.js';

const query = (instance) => (instance ? `failures?instance=${encodeURIComponent(instance)}` : 'failures');

/** @param instance whose failures are shown; those of all procedures where it is left out */
export function failures(container, api, instance) {
  const result = h('div', { 'aria-live': 'polite' });
  const list = h('div');
  container.append(result, list);

  function tell(kind, text) {
    result.replaceChildren(h('p', { class: `alert alert-${kind}`, role: 'status' }, text));
  }

  /** What has failed as it stands now. */
  async function reload() {
    const answer = read(query(instance));
    await show(list, answer, draw);
    return answer.then(
      ({ items }) => items,
      () => []
    );
  }

  async function tryAgain(failure, button) {
    const what = `${failure.caseNumber || failure.processName} · ${failure.label}`;
    if (!window.confirm(say(`重新执行“${what}”？请先按提示排除原因。`, `Run "${what}" again? Remove the cause first.`))) {
      return;
    }
    button.disabled = true;
    try {
      await retry(api, failure.job);
      tell('success', say(`重试成功：“${what}”已完成，案件继续办理。`, `"${what}" has succeeded; the case goes on.`));
      await reload();
    } catch (again) {
      const still = (await reload()).find((each) => each.job === failure.job);
      // the incident says in Chinese what the exception does not
      const why = still && (still.message || again.message);
      tell(
        'danger',
        still
          ? say(`重试未成功：“${what}”再次失败。${why}`, `"${what}" has failed again. ${why}`)
          : say(`“${what}”已不在等待重试，可能刚刚已由系统或他人处理。`, `"${what}" no longer waits for a retry.`)
      );
    }
  }

  function notes(failure) {
    const text = h('textarea', { class: 'form-control', rows: '3', maxlength: '4000', 'aria-label': say('批注', 'Notes') });
    text.value = failure.annotation || '';
    return h(
      'details',
      null,
      h('summary', null, failure.annotation ? say('修改批注', 'Change notes') : say('添加批注', 'Add notes')),
      text,
      h(
        'button',
        {
          class: 'btn btn-default btn-sm',
          type: 'button',
          click: async () => {
            try {
              await annotate(api, failure.incident, text.value.trim());
              tell('success', say('批注已保存。', 'Notes saved.'));
              await reload();
            } catch (refused) {
              result.replaceChildren(problem(refused.message));
            }
          }
        },
        say('保存批注', 'Save notes')
      )
    );
  }

  function retries(failure) {
    if (failure.incident) {
      return say('系统已停止自动重试，等待处理', 'No automatic tries left: waiting for you');
    }
    return say(
      `系统还将自动重试${failure.retriesLeft}次${failure.nextTryAt ? `，下次${minute(failure.nextTryAt)}` : ''}`,
      `${failure.retriesLeft} automatic tries left${failure.nextTryAt ? `, next ${minute(failure.nextTryAt)}` : ''}`
    );
  }

  function card(failure) {
    const button = h(
      'button',
      { class: 'btn btn-primary', type: 'button', click: (event) => tryAgain(failure, event.currentTarget) },
      say('重试', 'Retry')
    );
    return h(
      'article',
      { class: `case-failure ${failure.incident ? 'case-waiting' : ''}` },
      h(
        'header',
        null,
        h(
          'h3',
          null,
          instance || !failure.instance
            ? failure.label
            : [
                h('a', { href: `#/process-instance/${failure.instance}/runtime` }, failure.caseNumber || failure.instance),
                ` ${failure.cluster || ''} · ${failure.label}`
              ]
        ),
        h(
          'p',
          { class: 'case-soft' },
          [failure.processName, failure.since ? say(`自${minute(failure.since)}`, `since ${minute(failure.since)}`) : null, retries(failure)]
            .filter(Boolean)
            .join(' · ')
        )
      ),
      h(
        'div',
        { class: 'case-columns' },
        h(
          'div',
          null,
          h('h4', null, say('异常', 'Failure')),
          h('p', { class: 'case-value' }, failure.message || say('没有留下异常信息。', 'No message was left.'))
        ),
        h(
          'div',
          null,
          h('h4', null, say('提示和批注', 'Hint and notes')),
          h(
            'p',
            { class: 'case-value' },
            failure.annotation ||
              say(
                '没有批注。请按异常信息排除原因后重试；原因不明的，在实例的“异常事件”页查看完整的错误记录。',
                'No notes. Remove the cause that the message names, then retry; the tab Incidents of the instance has the whole error.'
              )
          ),
          failure.incident ? notes(failure) : null
        )
      ),
      failure.job
        ? button
        : h('p', { class: 'case-soft' }, say('这类异常不是失败的系统步骤，不能在此重试。', 'This is no failed job: it cannot be retried here.'))
    );
  }

  function draw({ items, cut }) {
    if (items.length === 0) {
      return h(
        'p',
        { class: 'case-empty' },
        instance
          ? say('本案没有失败的系统步骤。', 'No step of this instance has failed.')
          : say('没有需要处理的异常：所有流程的系统步骤都已正常完成。', 'Nothing to do: no step of any procedure has failed.')
      );
    }
    return [
      cut ? h('p', { class: 'alert alert-warning' }, say('异常较多，只显示最近的200项。请先查找共同原因。', 'Many failures: the latest 200 are shown.')) : null,
      ...items.map(card)
    ].filter(Boolean);
  }

  reload();
}
