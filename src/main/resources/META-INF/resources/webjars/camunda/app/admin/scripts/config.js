export default {
  app: { name: '用户与权限', vendor: '特色产业集群' },
  customScripts: ['scripts/login']
};
