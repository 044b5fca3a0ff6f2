// Answers whether a print is current, from the address on it: #of=plays/gone-quiet.pdf&v=ab12cd34. Without it the table says the same.
(function () {
  "use strict";

  function said(words, values) {
    return words.replace(/\{(\w+)\}/g, function (whole, name) { return name in values ? values[name] : whole; });
  }

  function added(parent, name, words) {
    var element = document.createElement(name);
    element.textContent = words;
    return parent.appendChild(element);
  }

  function asked() {
    var found = new URLSearchParams(location.hash.slice(1));
    return { of: found.get("of") || "", version: found.get("v") || "" };
  }

  function answer() {
    var place = document.getElementById("answer"), print = asked(), rows = document.querySelectorAll(".prints [data-of]");
    place.textContent = "";
    place.hidden = !print.of;
    if (!print.of) return;
    var row = Array.prototype.filter.call(rows, function (each) {
      each.classList.remove("held");
      return each.dataset.of === print.of;
    })[0];
    if (!row) return void added(place, "p", place.dataset.gone);
    row.classList.add("held");
    var link = row.querySelector("a"), list = row.querySelector("ul");
    var values = { version: print.version, title: link.textContent, newest: row.dataset.version };
    var state = print.version === row.dataset.version ? "current" : print.version === row.dataset.before && list ? "changed" : "old";
    place.className = "print-answer " + state;
    added(place, "p", said(place.dataset[state], values));
    if (state === "changed") place.appendChild(list.cloneNode(true));
    if (state !== "current") added(added(place, "p", ""), "a", said(place.dataset.take, values)).href = link.href;
  }

  window.addEventListener("hashchange", answer);
  answer();
})();
