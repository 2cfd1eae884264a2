// The tab 案件资料 beside a task's form: the server's own pages of the case, in a shadow tree so that neither Tasklist's
// styles nor ours reach into the other.
import { caseFile } from '../../../../assets/case.js';

const root = new URL('../../../../', import.meta.url);
let shown = null;

function stylesheet(name) {
  const link = document.createElement('link');
  link.rel = 'stylesheet';
  link.href = new URL(`assets/${name}`, root).href;
  return link;
}

export default {
  id: 'case-tab',
  pluginPoint: 'tasklist.task.detail',
  priority: 900,
  properties: { label: '案件资料' },
  render(container, { taskId }) {
    // Tasklist draws the tab anew when the task is read again, without taking it down first
    shown?.remove();
    shown = document.createElement('div');
    shown.lang = 'zh-CN';
    container.append(shown);
    const shadow = shown.attachShadow({ mode: 'open' });
    const host = document.createElement('div');
    host.className = 'case-host in-tasklist';
    shadow.append(stylesheet('app.css'), stylesheet('case.css'), host);
    caseFile(host, true).load(new URL(`case/task/${encodeURIComponent(taskId)}`, root).href);
  },
  unmount() {
    if (shown) {
      shown.remove();
      shown = null;
    }
  }
};
