// The tabs 案件资料 and 历史 beside a task's form: the server's own pages of the case and its course, in a shadow tree so that
// neither Tasklist's styles nor ours reach into the other. Tasklist's own 历史, which knows what
// became of the task alone, is hidden behind it (user-styles.css).
import { caseFile } from '../../../../assets/case.js';

const root = new URL('../../../../', import.meta.url);
function stylesheet(name) {
  const link = document.createElement('link');
  link.rel = 'stylesheet';
  link.href = new URL(`assets/${name}`, root).href;
  return link;
}

function tab(id, label, priority, address) {
  let shown = null;
  return {
    id,
    pluginPoint: 'tasklist.task.detail',
    priority,
    properties: { label },
    render(container, { taskId }) {
      // Tasklist draws the tab anew when the task is read again, without taking it down first
      shown?.remove();
      // what the strip shows of the same file makes way for the whole of it
      window.dispatchEvent(new Event('case-tab'));
      shown = document.createElement('div');
      shown.className = 'sc-tab';
      shown.lang = 'zh-CN';
      container.append(shown);
      const shadow = shown.attachShadow({ mode: 'open' });
      const host = document.createElement('div');
      host.className = 'case-host in-tasklist';
      shadow.append(stylesheet('app.css'), stylesheet('case.css'), host);
      caseFile(host, true).load(new URL(address(encodeURIComponent(taskId)), root).href);
    },
    unmount() {
      shown?.remove();
      shown = null;
    }
  };
}

export default [
  tab('case-tab', '案件资料', 900, (task) => `case/task/${task}`),
  tab('case-course', '历史', 850, (task) => `case/task/${task}?course=true`)
];
