// 试走: draws where the walk stands and the form of the step that is filled in, and goes on to where the answer leads.

import { draw } from './diagram.js';

document.querySelectorAll('.walk-figure [data-diagram]').forEach(draw);

// on paper all of it, for nobody can move it there
window.addEventListener('beforeprint', () => document.querySelectorAll('.walk-figure [data-view=whole]').forEach((button) => button.click()));

const DRAWN_MS = 300;

async function fill(place) {
  const [{ formViewer }, { refusals }] = await Promise.all([
    import('./form-viewer.js'),
    import('./form-refusals.js'),
    import('../camunda/app/tasklist/scripts/form-dates.js')
  ]);
  const { schema, offered, samples, header, token, ...walk } = JSON.parse(place.dataset.form);
  const form = await formViewer()({ container: place, schema, data: offered });
  const go = document.getElementById('walk-go');
  const sample = document.getElementById('walk-sample');
  const { refuse, faults } = refusals(form, place, document.getElementById('walk-refused'), (count) => `没有往下走：有${count}处要改。`);
  go.disabled = false;
  sample.disabled = !Object.keys(samples).length;

  sample.addEventListener('click', async () => {
    const entered = Object.entries(form._getSubmitData())
      .filter(([, value]) => value !== null && value !== '' && value !== false && !(Array.isArray(value) && !value.length));
    await form.importSchema(schema, { ...offered, ...samples, ...Object.fromEntries(entered) });
  });

  go.addEventListener('click', async () => {
    const { data, errors } = form.submit();
    if (Object.keys(errors).length) {
      setTimeout(() => refuse(faults(errors), true), DRAWN_MS);
      return;
    }
    const picks = {};
    document.querySelectorAll('[data-ask]').forEach(({ dataset, value }) => {
      if (value !== '') {
        picks[dataset.ask] = Number(value);
      }
    });
    go.disabled = true;
    try {
      const answer = await fetch(place.dataset.action, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json', Accept: 'application/json', [header]: token },
        body: JSON.stringify({ ...walk, values: data, picks })
      });
      if (answer.status === 401 || answer.redirected) {
        throw new Error('signed out');
      }
      const { next, faults: told } = await answer.json();
      if (next) {
        window.location.assign(new URL(`..${next}`, import.meta.url));
        return;
      }
      refuse(told);
    } catch (failure) {
      refuse([{ field: null, sentence: '没有连上服务器，或者登录已过期。请刷新页面登录后再走。' }]);
    }
    go.disabled = false;
  });
}

document.querySelectorAll('[data-walk-form]').forEach(fill);
