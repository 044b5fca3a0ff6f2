// The deal kit: what is ticked stands in the address, so that a kit can be printed, bookmarked and sent.
(function () {
  "use strict";
  var kit = document.querySelector("[data-kit]");
  if (!kit) return;
  var items = Array.prototype.slice.call(kit.querySelectorAll("[data-item]"));
  var one = function (selector, root) { return (root || kit).querySelector(selector); };
  var ticked = function () { return items.filter(function (item) { return one("[data-kit-tick]", item).checked; }); };

  function asked() {
    var found = /[#&]kit=([^&]*)/.exec(location.hash);
    try { return found ? decodeURIComponent(found[1]).split(",") : []; } catch (broken) { return []; } // half a sign: no kit of ours
  }

  function show() {
    var chosen = ticked();
    items.forEach(function (item) { item.classList.toggle("in-kit", chosen.indexOf(item) >= 0); });
    Array.prototype.forEach.call(kit.querySelectorAll(".kit-group"), function (group) { group.classList.toggle("has-kit", Boolean(one(".in-kit", group))); });
    document.body.classList.toggle("kit-chosen", chosen.length > 0);
    var count = one("[data-kit-count]");
    count.textContent = count.dataset.words.replace("{count}", String(chosen.length));
  }

  function read() {
    var wanted = asked();
    items.forEach(function (item) { one("[data-kit-tick]", item).checked = wanted.indexOf(item.dataset.item) >= 0; });
    show();
  }

  function write() {
    var ids = ticked().map(function (item) { return item.dataset.item; });
    history.replaceState(null, "", ids.length ? "#kit=" + encodeURIComponent(ids.join(",")) : location.pathname + location.search);
    show();
  }

  function list() {
    return ticked().map(function (item) {
      var link = one("[data-kit-link]", item);
      return one("[data-kit-name]", item).textContent.trim() + (link ? "\n" + link.href : "");
    }).join("\n\n");
  }

  function copies(selector, content) {
    var pressed = one(selector), words = pressed.textContent;
    pressed.addEventListener("click", function () {
      if (!window.playbook.copy(content())) return;
      pressed.textContent = pressed.dataset.copied;
      setTimeout(function () { pressed.textContent = words; }, 2000);
    });
  }

  items.forEach(function (item) {
    var box = one("[data-kit-tick]", item);
    box.hidden = false;
    box.addEventListener("change", write);
  });
  one("[data-kit-tools]").hidden = false;
  one("[data-kit-print]").addEventListener("click", function () { window.print(); });
  one("[data-kit-empty]").addEventListener("click", function () {
    items.forEach(function (item) { one("[data-kit-tick]", item).checked = false; });
    write();
  });
  copies("[data-kit-copy]", list);
  copies("[data-kit-address]", function () { return location.href; });
  window.addEventListener("hashchange", read);
  read();
})();
