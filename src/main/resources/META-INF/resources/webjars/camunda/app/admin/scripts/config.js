import { locales } from '../../../../assets/language.js';

export default {
  app: { name: '用户与权限', vendor: '特色产业集群' },
  locales,
  customScripts: ['../../../assets/web-app-login', '../../../assets/frame', '../../../assets/activity', '../../../assets/date-words']
};
