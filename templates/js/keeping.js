// The service worker's work where a site is served: the page as it is now comes from the network; what was opened, and the pages to find
// things with, are kept for when there is none. service-worker.js beside index.html says first which build it is and what is always kept.
(function () {
  "use strict";
  var ROOT = self.registration.scope;
  var FAMILY = "playbook " + ROOT + " ";
  var NAME = FAMILY + self.playbookBuild.stamp;
  var PATIENCE = 6000; // ms after which a kept page is better than waiting on
  var FRESH = ["document", "script", "style", "iframe", "embed", "object"]; // what says something: never from the browser's own memory unasked

  var bare = function (address) { return address.replace(/[?#].*$/, ""); };
  var absolute = function (path) { return new URL(path, ROOT).href; };
  var others = function () {
    return caches.keys().then(function (names) { return names.filter(function (name) { return name.indexOf(FAMILY) === 0 && name !== NAME; }); });
  };

  // --- keeping ----------------------------------------------------------------------------------------------------------

  // What is gone from the site is gone here; what the server fails to give for the moment stays.
  function keep(address, answer) {
    if (answer.status === 404 || answer.status === 410) return forget(address);
    if (answer.status !== 200 || answer.type !== "basic") return null;
    return caches.open(NAME).then(function (cache) { return cache.put(bare(address), answer); });
  }

  function forget(address) {
    return caches.keys().then(function (names) {
      return Promise.all(names.filter(function (name) { return name.indexOf(FAMILY) === 0; }).map(function (name) {
        return caches.open(name).then(function (cache) { return cache.delete(bare(address)); });
      }));
    });
  }

  function renew(address) {
    return fetch(address, { cache: "no-cache", credentials: "same-origin" }).then(function (answer) {
      return keep(address, answer);
    });
  }

  // A new build is fetched beside the one at hand: all that is always kept, and anew what was opened before.
  async function install() {
    await Promise.all(self.playbookBuild.shell.map(absolute).map(renew));
    for (const name of await others()) {
      const old = await caches.open(name);
      const opened = (await old.keys()).map(function (request) { return request.url; });
      await Promise.all(opened.map(function (address) { return renew(address).catch(function () { /* carried over below */ }); }));
    }
    await self.skipWaiting();
  }

  async function takeOver() {
    const kept = await caches.open(NAME);
    for (const name of await others()) {
      const old = await caches.open(name);
      for (const request of await old.keys()) {
        if (!await kept.match(request)) await kept.put(request, await old.match(request));
      }
      await caches.delete(name);
    }
    await self.clients.claim();
  }

  // --- answering --------------------------------------------------------------------------------------------------------

  async function kept(address) {
    const cache = await caches.open(NAME);
    const at = bare(address);
    for (const form of [at, at.replace(/\/$/, "/index.html"), at + ".html"]) {
      const found = await cache.match(form);
      if (found) return dated(found);
    }
    return null;
  }

  // A kept page knows the day it is from, and tells it (see site.js).
  async function dated(found) {
    const type = found.headers.get("content-type") || "";
    if (type.indexOf("text/html") !== 0) return found;
    const day = new Date(found.headers.get("date") || NaN);
    const since = isNaN(day) ? "" : day.toISOString();
    const words = (await found.text()).replace(/<html(?=[\s>])/, '<html data-kept="' + since + '"');
    return new Response(words, { headers: { "content-type": type } });
  }

  function late() {
    return new Promise(function (done) { setTimeout(done, PATIENCE, null); });
  }

  async function answer(event) {
    const asked = event.request;
    const coming = fetch(FRESH.indexOf(asked.destination) < 0 ? asked : new Request(asked, { cache: "no-cache" }));
    event.waitUntil(coming.then(function (got) { return keep(asked.url, got.clone()); }).catch(function () { /* told below */ }));
    try {
      const got = await Promise.race([coming, late()]);
      if (got && got.status < 500) return got;
      return await kept(asked.url) || await coming;
    } catch (unreachable) {
      return await kept(asked.url) || nothing(asked);
    }
  }

  function nothing(asked) {
    if (asked.mode !== "navigate") return Response.error();
    return Response.redirect(absolute("kept.html#" + bare(asked.url).slice(ROOT.length)));
  }

  self.addEventListener("install", function (event) { event.waitUntil(install()); });
  self.addEventListener("activate", function (event) { event.waitUntil(takeOver()); });
  self.addEventListener("message", function (event) { event.waitUntil(renew(bare(event.source.url))); }); // the page that brought us here
  self.addEventListener("fetch", function (event) {
    var asked = event.request;
    if (asked.method === "GET" && asked.url.indexOf(ROOT) === 0 && !asked.headers.has("range")) event.respondWith(answer(event));
  });
})();
