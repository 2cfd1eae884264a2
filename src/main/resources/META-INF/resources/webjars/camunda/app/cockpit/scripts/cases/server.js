// What the plugin asks of our own endpoints, and what it does through the engine's REST API as the web app does.
import { say } from './words.js';

const root = new URL('../../../../../', import.meta.url);

const REFUSED = {
  401: say('登录已失效，请刷新页面重新登录。', 'The session has ended: reload the page and sign in again.'),
  403: say('只有系统管理员可以查看和处理。', 'Only the administrator may see this and act.')
};
const GONE = say('没有找到，可能已超过保存期限而清理。', 'Not found; it may have been removed after its retention period.');

export const ownPage = (path) => new URL(path.replace(/^\//, ''), root).href;

async function answerOf(response) {
  if (response.ok) {
    return response;
  }
  const answer = await response.json().catch(() => ({}));
  throw new Error(
    REFUSED[response.status] ||
      answer.message ||
      (response.status === 404
        ? GONE
        : say(`服务器没有完成请求（${response.status}）。`, `The server failed (${response.status}).`))
  );
}

/** @param path below /admin/cockpit, with its query */
export async function read(path) {
  const response = await fetch(new URL(`admin/cockpit/${path}`, root), { headers: { Accept: 'application/json' } });
  return (await answerOf(response)).json();
}

export async function diagramXml(api, definitionId) {
  const response = await fetch(`${api.engineApi}/process-definition/${encodeURIComponent(definitionId)}/xml`);
  return (await (await answerOf(response)).json()).bpmn20Xml;
}

async function change(api, method, path, body) {
  const response = await fetch(`${api.engineApi}${path}`, {
    method,
    headers: { 'Content-Type': 'application/json', 'X-XSRF-TOKEN': api.CSRFToken },
    body: body === undefined ? undefined : JSON.stringify(body)
  });
  await answerOf(response);
}

/** Runs the failed step now; fails with the message of the step where it fails again. */
export const retry = (api, job) => change(api, 'POST', `/job/${encodeURIComponent(job)}/execute`);

export const annotate = (api, incident, annotation) =>
  change(api, 'PUT', `/incident/${encodeURIComponent(incident)}/annotation`, { annotation });
