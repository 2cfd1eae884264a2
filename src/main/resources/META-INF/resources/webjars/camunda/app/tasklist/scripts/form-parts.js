// A long form has parts: a form-js group is one, and so is what follows a heading of its texts (####), in whatever form a
// policy owner deploys. Above the form each has a mark that tells how much of it is filled in and leads there; where its
// questions are answered 是 or 否, those not answered yet can all be answered 是 at once.
// Relies on: form-js draws each field with .fjs-form-field and its kind (…-radio, …-text, …-group), in the form's order.

import { eachForm } from './form-in.js';

const DRAWN_MS = 150;
const FEWEST_PARTS = 2;
const YES = '是';
const NO = '否';
const QUESTION = '.fjs-form-field-radio, .fjs-form-field-checklist, .fjs-form-field-select';
const ENTERED = `${QUESTION}, .fjs-form-field-textfield, .fjs-form-field-textarea, .fjs-form-field-number, .fjs-form-field-datetime, .fjs-form-field-checkbox, .fjs-form-field-taglist`;

function headingOf(field) {
  if (field.matches('.fjs-form-field-group')) {
    return field.querySelector('.fjs-form-field-label');
  }
  return field.matches('.fjs-form-field-text') ? field.querySelector('h4') : null;
}

function parts(container) {
  const found = [];
  let group = null;
  for (const field of container.querySelectorAll('.fjs-form-field')) {
    const heading = headingOf(field);
    if (heading?.textContent.trim()) {
      group = field.matches('.fjs-form-field-group') ? field : null;
      found.push({ heading, holder: field, title: heading.textContent.trim(), fields: [] });
    } else if (group && !group.contains(field)) {
      group = null;
    }
    if (found.length && !heading && field.matches(ENTERED)) {
      found[found.length - 1].fields.push(field);
    }
  }
  return found.filter(({ fields }) => fields.length);
}

function isFilled(field) {
  return field.querySelector('input:checked') !== null
    || [...field.querySelectorAll('textarea, input:not([type=radio], [type=checkbox])')].some(({ value }) => value.trim())
    || field.querySelector('.fjs-select-display:not(.fjs-select-placeholder), .fjs-taglist-tag') !== null;
}

/** What is counted: its questions; where it asks none, all that can be entered. */
function counted(fields) {
  const questions = fields.filter((field) => field.matches(QUESTION));
  return questions.length ? questions : fields;
}

function choice(field, word) {
  return [...field.querySelectorAll('label')].find((label) => label.textContent.trim() === word && label.querySelector('input[type=radio]'));
}

const openQuestions = (fields) =>
  fields.filter((field) => field.matches('.fjs-form-field-radio') && choice(field, YES) && choice(field, NO) && !field.querySelector('input:checked'));

function button(className, text, action) {
  const made = document.createElement('button');
  made.type = 'button';
  made.className = className;
  made.textContent = text;
  made.addEventListener('click', action);
  return made;
}

/** 第十一条(三) 产业链供应链协作 is (三)产业链供应链协作. */
const short = (title) => title.replace(/^第[零一二三四五六七八九十百]+条(?=[(（])/, '').replace(/\s+/g, '');

class Parts {
  constructor(container) {
    this.container = container;
    this.bar = document.createElement('nav');
    this.bar.className = 'form-parts';
    this.bar.setAttribute('aria-label', '表单各部分');
    this.bar.lang = 'zh-CN';
  }

  draw() {
    const found = parts(this.container);
    if (found.length < FEWEST_PARTS) {
      this.bar.remove();
      return;
    }
    found.forEach((part, place) => {
      const all = counted(part.fields);
      const filled = all.filter(isFilled).length;
      const wrong = part.fields.some((field) => field.matches('.fjs-has-errors'));
      this.mark(
        place,
        `form-part${wrong ? ' wrong' : filled === all.length ? ' filled' : ''}`,
        `${wrong ? '✕ ' : filled === all.length ? '✓ ' : ''}${short(part.title)} ${filled}/${all.length}`
      );
      this.offerYes(part);
    });
    [...this.bar.children].slice(found.length).forEach((gone) => gone.remove());
    if (!this.bar.isConnected) {
      this.container.before(this.bar);
    }
  }

  /** A mark stays where it is: to press it leaves a field, which may change its words, and the press would be lost. */
  mark(place, className, words) {
    const there = this.bar.children[place];
    if (!there) {
      this.bar.append(button(className, words, () => parts(this.container)[place]?.heading.scrollIntoView({ block: 'start' })));
      return;
    }
    if (there.className !== className) {
      there.className = className;
    }
    if (there.textContent !== words) {
      there.textContent = words;
    }
  }

  offerYes({ heading, holder, fields }) {
    const there = holder.querySelector('.form-all-yes');
    const open = openQuestions(fields);
    if (fields.filter((field) => field.matches('.fjs-form-field-radio')).length < 2 || !open.length) {
      there?.remove();
    } else if (!there) {
      const yes = button('form-all-yes', '本部分全部选“是”，再逐项改', () =>
        openQuestions(parts(this.container).find((part) => part.holder === holder)?.fields ?? []).forEach((field) => choice(field, YES).querySelector('input').click()));
      heading.after(yes);
    }
  }

  soon() {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.container.isConnected && this.draw(), DRAWN_MS);
  }
}

eachForm((form, container) => {
  const drawn = new Parts(container);
  form.on('changed', () => drawn.soon());
  form.on('formFieldInstanceRegistry.changed', () => drawn.soon());
  form.on('submit', () => drawn.soon());
  drawn.soon();
});

export default [];
