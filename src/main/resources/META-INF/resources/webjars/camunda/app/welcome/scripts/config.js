export default {
  app: { name: '首页', vendor: '特色产业集群' },
  customScripts: ['scripts/login']
};
