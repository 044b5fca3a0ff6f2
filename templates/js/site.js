// What a script adds to pages that are complete without it: copy and mail buttons beside ready messages, their merge fields filled in once,
// steps ticked off, and a play's dates as a calendar file; a key for the search; what was opened is kept.
// What a reader types or ticks stays in this browser.
(function () {
  "use strict";
  var words = Object.assign({}, document.currentScript ? document.currentScript.dataset : {});
  var said = function (name, otherwise) { return words[name] || otherwise; };
  var each = function (selector, act, root) { Array.prototype.forEach.call((root || document).querySelectorAll(selector), act); };

  function make(tag, fields, text) {
    var made = Object.assign(document.createElement(tag), fields || {});
    if (text) made.textContent = text;
    return made;
  }

  function button(text, act) {
    var made = make("button", { type: "button", className: "button" }, text);
    made.addEventListener("click", function () { act(made); });
    return made;
  }

  // --- what this browser keeps; without storage (some phones, private windows) it is kept until the page is left ------

  var kept = {};
  var NAME = "playbook:";

  function keep(name, value) {
    kept[name] = value;
    try { value ? localStorage.setItem(NAME + name, value) : localStorage.removeItem(NAME + name); } catch (refused) { /* kept above */ }
  }

  function recall(name) {
    try { return localStorage.getItem(NAME + name) || kept[name] || ""; } catch (refused) { return kept[name] || ""; }
  }

  // --- ready messages ---------------------------------------------------------------------------------------------------

  function escaped(text) {
    return text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;");
  }

  // As people paste it into mail: paragraphs, line breaks, and addresses that can be clicked.
  function rich(text) {
    return text.split(/\n{2,}/).map(function (paragraph) {
      var lines = escaped(paragraph).replace(/https?:\/\/[^\s<]+/g, '<a href="$&">$&</a>').replace(/\n/g, "<br>");
      return "<p>" + lines + "</p>";
    }).join("");
  }

  function copy(text, plain) {
    var done = false;
    function put(event) {
      event.clipboardData.setData("text/plain", text);
      if (!plain) event.clipboardData.setData("text/html", rich(text));
      event.preventDefault();
      done = true;
    }
    document.addEventListener("copy", put);
    try { document.execCommand("copy"); } finally { document.removeEventListener("copy", put); }
    return done;
  }

  // The words of a message as they are sent, also where it is folded away: a <br> is a line, all other white space is none.
  function text(message, part) {
    var found = message.querySelector(part);
    if (!found) return "";
    var twin = found.cloneNode(true);
    each("br", function (line) { line.replaceWith("\uE000"); }, twin);
    return twin.textContent.replace(/\s+/g, " ").replace(/ ?\uE000 ?/g, "\n").trim();
  }

  function fill(field, value) {
    each(".merge", function (place) {
      if (place.dataset.field === field) {
        place.textContent = value || field;
        place.classList.toggle("filled", Boolean(value));
      }
    });
  }

  function fieldsOf(message) {
    var found = [];
    each(".merge", function (place) {
      place.dataset.field = place.dataset.field || place.textContent;
      if (found.indexOf(place.dataset.field) < 0) found.push(place.dataset.field);
    }, message);
    return found;
  }

  function fields(message) {
    var names = fieldsOf(message);
    if (!names.length) return null;
    var box = make("details", { className: "fill-in" });
    box.append(make("summary", {}, said("fill", "Fill in")));
    names.forEach(function (name) {
      var label = make("label", {}, name.replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, "").replace(/[_.]/g, " "));
      var input = make("input", { type: "text", autocomplete: "off", value: recall("field:" + name) });
      input.dataset.fills = name;
      input.addEventListener("input", function () {
        keep("field:" + name, input.value.trim());
        fill(name, input.value.trim());
        each("[data-fills]", function (other) { if (other !== input && other.dataset.fills === name) other.value = input.value; });
      });
      label.append(input);
      box.append(label);
      fill(name, recall("field:" + name));
    });
    return box;
  }

  // A note to a LinkedIn invitation holds 200 characters, 300 with Premium: so say several guides (November 2026); LinkedIn's own help was not read.
  // On how long a message may be they differ (1,900 to 8,000), so nothing is said of that.
  var NOTE = 200, PREMIUM = 300;
  // A text message holds 160 characters of the GSM alphabet, each of several 153; with any other sign 70 and 67 (3GPP TS 23.038, 23.040).
  var GSM = /^[\n\r !-Z_a-z¡£¤¥§¿ÄÅÆÇÉÑÖØÜßàäåæèéìñòöøùüΓΔΘΛΞΠΣΦΨΩ^{}\\[\]~|€]*$/;

  function segments(text) {
    var gsm = GSM.test(text);
    var count = gsm ? text.length + (text.match(/[\^{}\\[\]~|€]/g) || []).length : text.length;
    return count <= (gsm ? 160 : 70) ? 1 : Math.ceil(count / (gsm ? 153 : 67));
  }

  function lengthOf(way, words) {
    var count = Array.from(words).length;
    var told = way === "text" ? said("parts", "{count} characters, text messages: {parts}").replace("{parts}", segments(words))
      : count <= NOTE ? said("note", "{count} characters: short enough for an invitation")
      : count <= PREMIUM ? said("premium", "{count} characters: for an invitation only with Premium (without it 200)")
      : said("message", "{count} characters: too long for an invitation (200, with Premium 300), only for a message");
    return told.replace("{count}", count);
  }

  function copying(message, plain) {
    return button(said("copy", "Copy"), function (pressed) {
      if (!copy(text(message, ".lines"), plain)) return;
      pressed.textContent = said("copied", "Copied");
      setTimeout(function () { pressed.textContent = said("copy", "Copy"); }, 2000);
    });
  }

  // Which tools a message gets: what is read out is not copied, what is plain where it goes is copied plain.
  function tools(message, way) {
    if (way === "voicemail") return [];
    var made = [copying(message, way === "linkedin" || way === "text")];
    if (way === "email") {
      made.push(button(said("mail", "Open in mail"), function () {
        location.href = "mailto:?subject=" + encodeURIComponent(text(message, ".subject-words")) + "&body=" +
          encodeURIComponent(text(message, ".lines").replace(/\n/g, "\r\n"));
      }));
    }
    if (way === "text") made.push(make("a", { className: "button send-text" }, said("text", "Open as text message")));
    if (way === "linkedin" || way === "text") made.push(make("span", { className: "send-length" }));
    return made;
  }

  // What follows from the words as they are filled in: the length, and the link that opens them on a telephone.
  function measured(message) {
    var words = text(message, ".lines");
    each(".send-length", function (place) { place.textContent = lengthOf(message.dataset.way, words); }, message);
    // "?&" is what both iPhones and Android telephones read the words after.
    each(".send-text", function (link) { link.href = "sms:?&body=" + encodeURIComponent(words); }, message);
  }

  each(".send", function (message) {
    var box = fields(message);
    if (box) message.append(box);
    var way = "way" in message.dataset ? message.dataset.way : "email";
    var made = tools(message, way);
    if (made.length) {
      var actions = make("p", { className: "send-actions" });
      actions.append.apply(actions, made);
      message.append(actions);
    }
  });
  var measureAll = function () { each(".send", measured); };
  document.addEventListener("input", function (event) { if (event.target.dataset.fills) measureAll(); });
  measureAll();

  // --- the channels of one message: one shown at a time, the one that was used last ------------------------------------------

  function channelOf(message) { return message.dataset.way || text(message, ".channel"); }

  function showChannel(group, shown) {
    each(".send", function (message) {
      message.classList.toggle("other-channel", message !== shown);
      var tab = document.getElementById(message.id + "-tab");
      tab.setAttribute("aria-selected", String(message === shown));
      tab.tabIndex = message === shown ? 0 : -1;
    }, group);
  }

  function preferred(group, channel) {
    var messages = Array.prototype.slice.call(group.querySelectorAll(".send"));
    return messages.filter(function (message) { return channelOf(message) === channel; })[0];
  }

  function chosen(message) {
    keep("channel", channelOf(message));
    each(".sends", function (group) {
      var shown = group.contains(message) ? message : preferred(group, channelOf(message));
      if (shown) showChannel(group, shown);
    });
  }

  each(".sends", function (group, place) {
    var tabs = make("div", { className: "channels" });
    tabs.setAttribute("role", "tablist");
    tabs.setAttribute("aria-label", said("channels", "Channel"));
    each(".send", function (message, number) {
      message.id = "send-" + place + "-" + number;
      var tab = make("button", { type: "button", id: message.id + "-tab", className: "channel-tab" }, text(message, ".channel"));
      tab.setAttribute("role", "tab");
      tab.setAttribute("aria-controls", message.id);
      tab.addEventListener("click", function () { chosen(message); });
      message.setAttribute("role", "tabpanel");
      message.setAttribute("aria-labelledby", tab.id);
      tabs.append(tab);
    }, group);
    tabs.addEventListener("keydown", function (event) {
      var step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
      if (!step) return;
      if (document.documentElement.dir === "rtl") step = -step;
      var at = Array.prototype.indexOf.call(tabs.children, document.activeElement);
      var next = tabs.children[(at + step + tabs.children.length) % tabs.children.length];
      next.click();
      next.focus();
      event.preventDefault();
    });
    group.prepend(tabs);
    showChannel(group, preferred(group, recall("channel")) || group.querySelector(".send"));
  });

  // --- days on which clocks run -----------------------------------------------------------------------------------------

  var listed = function (name) { return (document.body.dataset[name] || "").split(" ").filter(Boolean); };

  function iso(day) {
    return day.getFullYear() + "-" + ("0" + (day.getMonth() + 1)).slice(-2) + "-" + ("0" + day.getDate()).slice(-2);
  }

  // The day so many days after another; business days leave out the days on which no clock runs.
  function after(start, count, business) {
    var day = new Date(start.getTime());
    var step = count < 0 ? -1 : 1;
    for (var left = Math.abs(count), tries = 0; left > 0 && tries < 4000; tries++) {
      day.setDate(day.getDate() + step);
      var runs = listed("workdays").indexOf(String((day.getDay() + 6) % 7)) >= 0 && listed("holidays").indexOf(iso(day)) < 0;
      if (runs || !business) left--;
    }
    return day;
  }

  window.playbook = { after: after, iso: iso, copy: copy };

  // --- the steps of a play: ticked off, and as dates --------------------------------------------------------------------

  function stepBox(play, row, number) {
    var box = make("input", { type: "checkbox", className: "step-done" });
    var name = "done:" + play + ":" + row.dataset.key;
    box.setAttribute("aria-label", said("done", "Step {number} is done").replace("{number}", number));
    box.checked = Boolean(recall(name));
    row.classList.toggle("done", box.checked);
    box.addEventListener("change", function () {
      keep(name, box.checked ? "yes" : "");
      row.classList.toggle("done", box.checked);
    });
    (row.querySelector(".what") || row.cells[0]).prepend(box, " ");
  }

  function calendar(title, rows, start) {
    var stamp = iso(new Date()).replace(/-/g, "") + "T000000Z";
    var safe = function (value) { return value.replace(/[\\;,]/g, "\\$&").replace(/\n/g, "\\n"); };
    var lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//playbook//play//EN", "CALSCALE:GREGORIAN"];
    rows.forEach(function (row) {
      var day = after(start, Number(row.dataset.day), !("calendar" in row.dataset));
      lines.push("BEGIN:VEVENT", "UID:" + row.dataset.key + "-" + iso(start) + "@" + title.replace(/[^A-Za-z0-9-]/g, "-"), "DTSTAMP:" + stamp,
        "DTSTART;VALUE=DATE:" + iso(day).replace(/-/g, ""), "SUMMARY:" + safe(row.dataset.title), "DESCRIPTION:" + safe(title), "TRANSP:TRANSPARENT",
        "END:VEVENT");
    });
    return lines.concat("END:VCALENDAR").map(folded).join("\r\n") + "\r\n";
  }

  // No line of a calendar file is longer than 75 bytes: it goes on in the next, after a space.
  function folded(line) {
    var parts = [""], bytes = 0;
    Array.from(line).forEach(function (sign) {
      var size = new TextEncoder().encode(sign).length;
      if (bytes + size > 73) { parts.push(" "); bytes = 1; }
      parts[parts.length - 1] += sign;
      bytes += size;
    });
    return parts.join("\r\n");
  }

  function download(name, type, content) {
    var link = make("a", { href: URL.createObjectURL(new Blob([content], { type: type })), download: name });
    document.body.append(link);
    link.click();
    link.remove();
  }

  each("table[data-steps]", function (table) {
    var play = table.dataset.steps;
    var rows = Array.prototype.slice.call(table.tBodies[0].rows);
    rows.forEach(function (row, place) { stepBox(play, row, place + 1); });
    var dated = rows.filter(function (row) { return row.dataset.day; });
    var tools = make("p", { className: "step-tools" });
    if (dated.length) {
      var label = make("label", {}, said("starts", "The play starts on") + " ");
      var start = make("input", { type: "date", value: iso(new Date()) });
      label.append(start);
      tools.append(label, button(said("calendar", "Dates for my calendar"), function () {
        var day = start.value ? new Date(start.value + "T12:00:00") : new Date();
        download(play + ".ics", "text/calendar", calendar(document.querySelector("h1").textContent.trim(), dated, day));
      }));
    }
    tools.append(button(said("forget", "Start again"), function () {
      each(".step-done", function (box) { if (box.checked) box.click(); }, table);
    }));
    table.after(tools);
  });

  // A word on how it went says which step was done last.
  each("[data-tell]", function (link) {
    var plain = link.href;
    link.addEventListener("click", function () {
      var ticked = document.querySelectorAll("table[data-steps] tr.done");
      var last = ticked.length ? ticked[ticked.length - 1].dataset.key : "";
      var step = encodeURIComponent(link.dataset.tell + " ");
      link.href = plain.replace(step, step + encodeURIComponent(last));
    });
  });

  // --- where the site is served: it can be installed, and what was opened is kept for when there is no network (see keeping.js) ---

  if (words.worker && /^https?:$/.test(location.protocol) && window.isSecureContext) {
    document.head.append(make("link", { rel: "manifest", href: words.manifest, crossOrigin: "use-credentials" }));
    if (navigator.serviceWorker) window.addEventListener("load", function () {
      var keeper = navigator.serviceWorker;
      var first = !keeper.controller;
      keeper.register(words.worker, { updateViaCache: "none" }).then(function (there) { return there.update(); })
        .catch(function () { /* without it, all is as it was */ });
      if (first) keeper.ready.then(function (there) { there.active.postMessage("keep"); });
    });
  }
  var since = document.documentElement.dataset.kept;
  if (since !== undefined) {
    var day = since ? new Date(since).toLocaleDateString(document.documentElement.lang) : "?";
    document.getElementById("main").prepend(make("p", { className: "notice kept-notice" }, said("kept", "{date}").replace("{date}", day)));
  }

  // --- the key "/" leads to the search from every page --------------------------------------------------------------------

  document.addEventListener("keydown", function (event) {
    var at = event.target;
    if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
    if (at.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(at.tagName)) return;
    var field = document.querySelector("form[role=search] input[type=search]");
    if (!field) return;
    event.preventDefault();
    if (field.offsetParent) {
      field.focus();
      field.select();
    } else if (field.form) {
      location.href = field.form.action;
    }
  });
})();
