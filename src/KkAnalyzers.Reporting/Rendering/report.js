(function () {
  'use strict';
  var form = document.getElementById('filter');
  var state = document.getElementById('filter-state');
  var text = document.getElementById('filter-text');
  var count = document.getElementById('filter-count');
  var rows = Array.prototype.slice.call(document.querySelectorAll('#criteria tr[data-state]'));
  var groups = Array.prototype.slice.call(document.querySelectorAll('#criteria .theme, #criteria .pillar'));

  function apply() {
    var words = text.value.toLowerCase().split(/\s+/).filter(Boolean);
    var shown = 0;
    rows.forEach(function (row) {
      var content = row.textContent.toLowerCase();
      var match = (!state.value || row.getAttribute('data-state') === state.value) &&
        words.every(function (word) { return content.indexOf(word) >= 0; });
      row.hidden = !match;
      if (match) { shown++; }
    });
    groups.forEach(function (group) { group.hidden = !group.querySelector('tr[data-state]:not([hidden])'); });
    count.textContent = count.getAttribute('data-format').replace('{0}', String(shown)).replace('{1}', String(rows.length));
  }

  form.hidden = false;
  state.addEventListener('change', apply);
  text.addEventListener('input', apply);
  form.addEventListener('submit', function (event) { event.preventDefault(); });
  form.addEventListener('reset', function () { setTimeout(apply, 0); });
  apply();

  // A link to something inside the matrix must not lead to a hidden row.
  window.addEventListener('hashchange', function () {
    var target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (target && target.closest('[hidden]')) { form.reset(); setTimeout(function () { target.scrollIntoView(); }, 10); }
  });

  // On paper nothing can be opened. What the reader had open stays open afterwards.
  var opened = [];
  window.addEventListener('beforeprint', function () {
    opened = Array.prototype.slice.call(document.querySelectorAll('details:not([open])'));
    opened.forEach(function (details) { details.open = true; });
  });
  window.addEventListener('afterprint', function () {
    opened.forEach(function (details) { details.open = false; });
    opened = [];
  });
})();
