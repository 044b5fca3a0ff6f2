/* The key "/" leads to the search from every page. */
'use strict';
document.addEventListener('keydown', function (event) {
  var at = event.target;
  if (event.key !== '/' || event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
  if (at.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(at.tagName)) return;
  var field = document.querySelector('form[role=search] input[type=search]');
  if (!field) return;
  event.preventDefault();
  if (field.offsetParent) {
    field.focus();
    field.select();
  } else if (field.form) {
    location.href = field.form.action;
  }
});
