// form-js as Tasklist ships it: its bundle is loaded, and of it only form-js is run. So our pages draw a policy owner's form
// with the very version that Tasklist draws it with, and there is one copy of it.
// Relies on: camunda/lib/deps.js hands [[chunk], modules] to webpackChunkcamunda_bpm_webapp; a module is called with (module,
// exports, require); one of them exports createForm and createFormContainer. ClicksInTheBrowserE2E fails where it does not.

const CHUNK = 'webpackChunkcamunda_bpm_webapp';
const modules = Object.assign({}, ...(self[CHUNK] ?? []).map(([, more]) => more));
const run = new Map();

function need(id) {
  if (!run.has(id)) {
    const module = { id, loaded: false, exports: {} };
    run.set(id, module);
    modules[id].call(module.exports, module, module.exports, need);
    module.loaded = true;
  }
  return run.get(id).exports;
}
need.o = (object, key) => Object.prototype.hasOwnProperty.call(object, key);
need.d = (exports, getters) => Object.keys(getters)
  .filter((key) => !need.o(exports, key))
  .forEach((key) => Object.defineProperty(exports, key, { enumerable: true, get: getters[key] }));
need.r = (exports) => Object.defineProperty(exports, '__esModule', { value: true });
need.n = (module) => {
  const getter = module && module.__esModule ? () => module.default : () => module;
  need.d(getter, { a: getter });
  return getter;
};
need.g = globalThis;
need.nmd = (module) => Object.assign(module, { paths: [], children: module.children ?? [] });
need.hmd = (module) => module;

/** @returns {Function} of form-js: `{ container, schema, data }` → a promise of the form */
export function formViewer() {
  const found = Object.keys(modules).find((id) => {
    const source = String(modules[id]);
    return source.includes('.createFormContainer=') && source.includes('.createForm=');
  });
  return need(found).createForm;
}
