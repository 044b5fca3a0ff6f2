// What this device keeps of a served site, and what was asked for in vain: the address of the page that is not kept stands behind the #.
(function () {
  "use strict";
  var list = document.querySelector("[data-kept-list]");
  var root = new URL(".", location.href).href;

  function item(address, title) {
    var line = document.createElement("li");
    var link = document.createElement("a");
    link.href = address;
    link.textContent = title;
    line.append(link);
    return line;
  }

  async function pages() {
    const found = new Map();
    for (const name of await caches.keys()) {
      if (name.indexOf("playbook " + root + " ") !== 0) continue;
      const cache = await caches.open(name);
      for (const request of await cache.keys()) {
        const answer = await cache.match(request);
        const type = answer.headers.get("content-type") || "";
        const path = decodeURIComponent(request.url.slice(root.length));
        if (type.indexOf("application/pdf") === 0) found.set(request.url, path);
        if (type.indexOf("text/html") !== 0 || path === "kept.html") continue;
        const page = new DOMParser().parseFromString(await answer.text(), "text/html");
        found.set(request.url, page.querySelector("h1") ? page.querySelector("h1").textContent.trim() : path);
      }
    }
    return found;
  }

  function missing() {
    var asked = new URL(location.hash.slice(1) || "kept.html", root).href;
    var box = document.querySelector("[data-kept-missing]");
    box.hidden = asked.indexOf(root) !== 0 || location.hash.length < 2;
    box.querySelector("a").href = box.hidden ? "" : asked;
  }

  if (!/^https?:$/.test(location.protocol) || !window.caches) return;
  window.addEventListener("hashchange", missing);
  missing();
  pages().then(function (found) {
    if (!found.size) return;
    list.replaceChildren.apply(list, Array.from(found, function (each) { return item(each[0], each[1]); }));
  });
})();
