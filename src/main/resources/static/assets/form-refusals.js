// What is wrong with a form that form-js draws: said at its fields and in a list beside the button, with ways to the fields.

import { translated } from '../camunda/app/tasklist/scripts/form-messages.js';

/**
 * @param form of form-js
 * @param place where it is drawn
 * @param box  where the list stands
 * @param head what the list is headed with, by the number of faults
 */
export function refusals(form, place, box, head) {
  let refusedWith = null;

  function component(key) {
    return key && form.get('formFieldRegistry').getAll().find((each) => each.key === key);
  }

  function element(key) {
    const controls = ['input', 'textarea', '[tabindex]'].flatMap((kind) => [
      `${kind}[id$="-${component(key)?.id}"]`,
      `${kind}[id*="-${component(key)?.id}-"]`
    ]);
    return component(key) && place.querySelector(controls.join(','));
  }

  function goTo(target) {
    target.scrollIntoView({ block: 'center' });
    target.focus({ preventScroll: true });
  }

  // said until something is changed
  form.on('changed', () => {
    box.hidden ||= JSON.stringify(form._getSubmitData()) !== refusedWith;
  });

  return {
    /** @param faults of { field, sentence }; @param told whether the form has said them at its fields already */
    refuse(faults, told = false) {
      const errors = {};
      refusedWith = JSON.stringify(form._getSubmitData());
      box.replaceChildren();
      const heading = document.createElement('p');
      heading.textContent = head(faults.length);
      box.append(heading);
      const list = document.createElement('ul');
      for (const { field: key, sentence } of faults) {
        if (component(key)) {
          (errors[component(key).id] ??= []).push(sentence);
        }
        const item = document.createElement('li');
        if (element(key)) {
          const link = document.createElement('button');
          link.type = 'button';
          link.className = 'link-button';
          link.textContent = sentence;
          link.addEventListener('click', () => goTo(element(key)));
          item.append(link);
        } else {
          item.textContent = sentence;
        }
        list.append(item);
      }
      box.append(list);
      box.hidden = false;
      if (!told && Object.keys(errors).length) {
        form._setState({ errors });
      }
      const first = faults.find(({ field: key }) => element(key));
      goTo(first ? element(first.field) : box);
    },

    /** @param errors as form-js gives them by component */
    faults(errors) {
      return Object.keys(errors).flatMap((id) => [errors[id]].flat().map((error) => {
        const field = form.get('formFieldRegistry').get(id);
        return {
          field: field?.key,
          sentence: `“${field?.label || field?.dateLabel || field?.key}”：${translated(error) ?? error}`
        };
      }));
    }
  };
}
