// The Modeler loads this file; bpmnlint on the command line takes the same folder as its plug-in.
module.exports = {
  name: 'SME clusters',
  script: './client.js',
  configs: {
    all: { rules: { 'sme-cluster/allowed': 'error', 'sme-cluster/kind': 'error', 'sme-cluster/step': 'error' } },
  },
  rules: { allowed: './rules/allowed.js', kind: './rules/kind.js', step: './rules/step.js' },
};
