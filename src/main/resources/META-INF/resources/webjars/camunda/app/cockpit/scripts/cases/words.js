// The plugin's words: Chinese, or English where the reader chose it.
import { language } from '../../../../../assets/language.js';

export const say = (chinese, english) => (language === 'zh-CN' ? chinese : english);

const STEPS = {
  startEvent: say('开始事件', 'start event'),
  noneEndEvent: say('结束事件', 'end event'),
  errorEndEvent: say('错误结束事件', 'error end event'),
  messageEndEvent: say('消息结束事件', 'message end event'),
  terminateEndEvent: say('终止结束事件', 'terminate end event'),
  messageStartEvent: say('消息开始事件', 'message start event'),
  startTimerEvent: say('定时开始事件', 'timer start event'),
  boundaryTimer: say('边界定时事件', 'boundary timer'),
  boundaryMessage: say('边界消息事件', 'boundary message'),
  boundaryError: say('边界错误事件', 'boundary error'),
  intermediateTimer: say('中间定时事件', 'intermediate timer'),
  intermediateMessageCatch: say('接收消息事件', 'message catch event'),
  intermediateNoneThrowEvent: say('中间事件', 'intermediate event'),
  exclusiveGateway: say('排他网关', 'exclusive gateway'),
  parallelGateway: say('并行网关', 'parallel gateway'),
  inclusiveGateway: say('包容网关', 'inclusive gateway'),
  eventBasedGateway: say('事件网关', 'event-based gateway'),
  userTask: say('人工任务', 'user task'),
  serviceTask: say('系统步骤', 'service task'),
  sendTask: say('发送步骤', 'send task'),
  receiveTask: say('接收步骤', 'receive task'),
  businessRuleTask: say('决策步骤', 'business rule task'),
  scriptTask: say('脚本步骤', 'script task'),
  subProcess: say('子流程', 'sub-process'),
  callActivity: say('调用流程', 'call activity')
};

const STATES = {
  ACTIVE: say('在办', 'running'),
  SUSPENDED: say('已暂停', 'suspended'),
  COMPLETED: say('已办结', 'finished'),
  EXTERNALLY_TERMINATED: say('已人工终止', 'ended by hand'),
  INTERNALLY_TERMINATED: say('已由流程终止', 'ended by its process')
};

const INCIDENTS = {
  OPEN: say('未解决', 'open'),
  RESOLVED: say('已解决', 'resolved'),
  DELETED: say('随案件结束', 'ended with the case')
};

const RELATIONS = {
  CALLED: say('由本流程调用', 'called by this one'),
  CALLER: say('调用本流程', 'called this one'),
  SAME_CASE: say('同一案号', 'same case number')
};

const known = (words) => (word) => words[word] || word || '';
export const stepType = known(STEPS);
export const stateName = known(STATES);
export const incidentStatus = known(INCIDENTS);
export const relation = known(RELATIONS);

/** Minute in Asia/Shanghai, e.g. 2026-06-15 09:00. */
export function minute(instant) {
  return instant ? new Date(instant).toLocaleString('sv-SE', { timeZone: 'Asia/Shanghai' }).slice(0, 16) : '';
}

/** As two units at most, e.g. 3天4小时. */
export function duration(millis) {
  if (millis === null || millis === undefined) {
    return '';
  }
  const units = [
    [86400000, say('天', ' d ')],
    [3600000, say('小时', ' h ')],
    [60000, say('分', ' min ')],
    [1000, say('秒', ' s')]
  ];
  const parts = [];
  let rest = millis;
  units.forEach(([length, name]) => {
    const count = Math.floor(rest / length);
    rest -= count * length;
    if (count > 0 && parts.length < 2) {
      parts.push(`${count}${name}`);
    }
  });
  return parts.join('').trim() || say('不足1秒', 'under 1 s');
}
