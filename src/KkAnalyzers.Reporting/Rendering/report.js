(() => {
  'use strict';

  // One filter per section. What it shows stands in the address, so that a link to it can be passed on:
  // #findings?rule=KK4501&q=diary. Values from the address only ever become the value of a control.
  const filters = new Map();
  for (const form of document.querySelectorAll('form[data-filter]')) {
    const name = form.dataset.filter;
    const section = document.getElementById(name);
    const rows = [...section.querySelectorAll('[data-row]')].map(row => ({ row, text: row.textContent.toLowerCase() }));
    const groups = [...section.querySelectorAll('[data-group]')];
    const controls = [...form.elements].filter(control => control.name);
    const count = form.querySelector('output');

    const apply = () => {
      const words = form.elements.q.value.toLowerCase().split(/\s+/).filter(Boolean);
      const choices = controls.filter(control => control.name !== 'q' && control.value);
      let shown = 0;
      for (const { row, text } of rows) {
        row.hidden = !choices.every(choice => row.dataset[choice.name].split(' ').includes(choice.value))
          || !words.every(word => text.includes(word));
        if (!row.hidden) shown++;
      }
      for (const group of groups) group.hidden = !group.querySelector('[data-row]:not([hidden])');
      count.textContent = count.dataset.format.replace('{0}', shown).replace('{1}', rows.length);
    };
    const changed = () => {
      apply();
      const query = new URLSearchParams(controls.filter(control => control.value).map(control => [control.name, control.value]));
      history.replaceState(null, '', '#' + name + (String(query) ? '?' + query : ''));
    };
    const set = query => {
      for (const control of controls) control.value = query.get(control.name) ?? '';
      apply();
      section.scrollIntoView();
    };

    filters.set(name, { form, set });
    form.hidden = false;
    form.addEventListener('input', changed);
    form.addEventListener('submit', event => event.preventDefault());
    form.addEventListener('reset', () => setTimeout(changed));
    apply();
  }

  for (const link of document.querySelectorAll('a[data-show]')) link.hash += '?' + link.dataset.show;
  for (const link of document.querySelectorAll('.languages a')) link.addEventListener('click', () => { link.hash = location.hash; });

  const follow = () => {
    const [name, query] = location.hash.slice(1).split(/\?(.*)/s);
    if (query !== undefined && filters.has(name)) return filters.get(name).set(new URLSearchParams(query));
    // A link to something inside a section must not lead to a row that is filtered away or folded up.
    const target = document.getElementById(name);
    if (!target?.closest('[hidden], details:not([open])')) return;
    for (const { form } of filters.values()) if (form.parentElement.contains(target)) form.reset();
    for (let fold = target.closest('details'); fold; fold = fold.parentElement.closest('details')) fold.open = true;
    setTimeout(() => { location.hash = name; target.scrollIntoView(); });
  };
  addEventListener('hashchange', follow);
  follow();

  // On paper nothing can be opened. What the reader had open stays open afterwards.
  let opened = [];
  addEventListener('beforeprint', () => {
    opened = [...document.querySelectorAll('details:not([open])')];
    for (const details of opened) details.open = true;
  });
  addEventListener('afterprint', () => {
    for (const details of opened) details.open = false;
    opened = [];
  });
})();
