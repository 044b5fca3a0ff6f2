// What a script adds to pages that are complete without it: copy and mail buttons beside ready messages, their merge fields filled in once,
// steps ticked off, and a play's dates as a calendar file; a key for the search. What a reader types or ticks stays in this browser.
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

  function copy(text) {
    var done = false;
    function put(event) {
      event.clipboardData.setData("text/plain", text);
      event.clipboardData.setData("text/html", rich(text));
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

  each(".send", function (message) {
    var box = fields(message);
    if (box) message.append(box);
    var actions = make("p", { className: "send-actions" });
    actions.append(button(said("copy", "Copy"), function (pressed) {
      if (!copy(text(message, ".lines"))) return;
      pressed.textContent = said("copied", "Copied");
      setTimeout(function () { pressed.textContent = said("copy", "Copy"); }, 2000);
    }));
    if (!message.dataset.channel || /mail/i.test(message.dataset.channel)) {
      actions.append(button(said("mail", "Open in mail"), function () {
        location.href = "mailto:?subject=" + encodeURIComponent(text(message, ".subject-words")) + "&body=" +
          encodeURIComponent(text(message, ".lines").replace(/\n/g, "\r\n"));
      }));
    }
    message.append(actions);
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
