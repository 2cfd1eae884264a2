import { locales, named } from '../../../../assets/language.js';

export default {
  app: named('用户与权限'),
  locales,
  customScripts: ['scripts/login']
};
