// The finder: reads what was chosen from the address, leaves out what does not fit, and shows the rest in the order it stands in.
// Which answer is best was decided when the page was made (playbook/select/finding.py); the same rule is repeated here.
(function () {
  "use strict";
  var finder = document.querySelector("[data-finder]");
  if (!finder) return;
  var DIMENSIONS = ["persona", "stage", "industry"];
  var all = function (selector, root) { return Array.prototype.slice.call((root || finder).querySelectorAll(selector)); };
  var one = function (selector) { return finder.querySelector(selector); };
  // What only a script fills is made by it, so that no page has empty boxes.
  [["data-asked-words", "span", "[data-asked]", "prepend"], ["data-status", "p", "[data-result-heading]", "after"],
    ["data-best", "div", "[data-more-heading]", "before"], ["data-rest", "div", "[data-more-heading]", "after"]].forEach(function (box) {
    var made = document.createElement(box[1]);
    made.setAttribute(box[0], "");
    one(box[2])[box[3]](made);
  });
  one("[data-status]").className = "visually-hidden";
  one("[data-status]").setAttribute("role", "status");
  one("[data-asked-words]").after(" ");
  var words = function (element, name) { return (element.dataset[name] || "").split(" ").filter(Boolean).map(decodeURIComponent); };
  // Read once: each question that might be asked next looks at all of them.
  var answers = all("[data-answer]").map(function (element) {
    var read = { element: element, key: element.dataset.answer, happened: words(element, "happened") };
    DIMENSIONS.forEach(function (name) { read[name] = words(element, name); });
    return read;
  });
  var befores = all("[data-before]");

  // --- what is known: the part of the address after its hash -------------------------------------------------------

  function known() {
    var found = {};
    location.hash.slice(1).split("&").forEach(function (pair) {
      var at = pair.indexOf("=");
      if (at < 0) return;
      try { found[pair.slice(0, at)] = decodeURIComponent(pair.slice(at + 1)); } catch (broken) { /* half a sign: not ours */ }
    });
    return found;
  }

  function address(found) {
    return "#" + ["happened"].concat(DIMENSIONS).filter(function (name) { return name in found; }).map(function (name) {
      return name + "=" + encodeURIComponent(found[name]);
    }).join("&");
  }

  // --- the decision, as in finding.py -------------------------------------------------------------------------------

  function fits(answer, chosen) {
    return DIMENSIONS.every(function (name) {
      return !chosen[name] || !answer[name].length || answer[name].indexOf(chosen[name]) >= 0;
    });
  }

  function silent(answer, chosen) {
    return DIMENSIONS.filter(function (name) { return chosen[name] && !answer[name].length; }).length;
  }

  function ordered(chosen) {
    var before = befores.filter(function (each) { return each.dataset.before === chosen.happened; })[0];
    var first = before ? before.dataset.first : "";
    var found = answers.filter(function (each) { return fits(each, chosen); }).map(function (each, place) {
      var names = each.happened.indexOf(chosen.happened) >= 0;
      return { element: each.element, key: each.key, names: names, rank: [names ? 0 : 1, names && each.key === first ? 0 : 1, silent(each, chosen), place] };
    });
    return found.sort(function (a, b) {
      for (var i = 0; i < a.rank.length; i++) if (a.rank[i] !== b.rank[i]) return a.rank[i] - b.rank[i];
      return 0;
    });
  }

  function best(chosen) {
    var found = ordered(chosen)[0];
    return found && found.names ? found.key : "";
  }

  // A question is asked only where its answer changes what is best.
  function matters(name, chosen) {
    if (name === "persona") return true;
    var seen = {};
    all('[data-step="' + name + '"] [data-choose]').forEach(function (each) {
      var tried = Object.assign({}, chosen);
      tried[name] = each.dataset.choose;
      if (best(tried)) seen[best(tried)] = true;
    });
    return Object.keys(seen).length > 1;
  }

  // --- showing it ---------------------------------------------------------------------------------------------------

  function show() {
    var chosen = known();
    var option = one('[data-step="happened"] [data-choose="' + CSS.escape(chosen.happened || "") + '"]');
    var answered = Boolean(option);
    document.body.classList.toggle("answered", answered);
    one('[data-step="happened"]').hidden = answered;
    one("[data-result]").hidden = !answered;
    one("[data-asked]").hidden = !answered;
    var open = false;
    DIMENSIONS.forEach(function (name) {
      var step = one('[data-step="' + name + '"]');
      if (!step) return;
      step.hidden = open || !answered || name in chosen || !matters(name, chosen);
      open = open || !step.hidden;
    });
    if (answered) answer(chosen, option, open);
    else all("[data-answer]", document).forEach(function (each) { one("[data-answers]").append(each); });
  }

  // While something is still asked the best answer so far is only named: its words might be for somebody else.
  function answer(chosen, option, asking) {
    var found = ordered(chosen);
    var offered = found.filter(function (each) { return each.names; });
    var has = { line: false };
    befores.forEach(function (each) {
      each.hidden = each.dataset.before !== chosen.happened;
      if (!each.hidden) { each.classList.toggle("empty", !offered.length); has.line = Boolean(each.querySelector(".now")); }
    });
    all("[data-written-for]").forEach(function (each) { each.hidden = !chosen.persona || words(each, "writtenFor").indexOf(chosen.persona) >= 0; });
    answers.forEach(function (each) { each.element.open = false; one("[data-answers]").append(each.element); });
    if (offered.length) {
      one("[data-best]").append(offered[0].element);
      offered[0].element.open = !asking;
    }
    one("[data-nothing]").hidden = Boolean(offered.length || has.line);
    // What does not name what happened is noise until somebody asks for it.
    rest(found.filter(function (each) { return each !== offered[0]; }), Math.min(Math.max(offered.length - 1, 0), finder.dataset.atFirst - 1));
    asked(chosen, option);
    dueDays();
    request(option);
    var status = one("[data-status]");
    status.textContent = (one("[data-result]").dataset.words || "").replace("{title}", (one("[data-best] .answer-title") || option).textContent)
      .replace("{count}", String(Math.max(found.length - 1, 0)));
  }

  function rest(found, most) {
    found.slice(0, most).forEach(function (each) { one("[data-rest]").append(each.element); });
    one("[data-more-heading]").hidden = !most;
    one("[data-all]").hidden = found.length <= most;
    one("[data-all-button]").onclick = function () {
      rest(found, found.length);
      var next = found[most] && found[most].element.querySelector("summary");
      if (next) next.focus();
    };
  }

  function asked(chosen, option) {
    var said = [option.textContent];
    DIMENSIONS.forEach(function (name) {
      var link = one('[data-step="' + name + '"] [data-choose="' + CSS.escape(chosen[name] || "") + '"]');
      if (chosen[name] && link) said.push(link.textContent);
    });
    one("[data-asked-words]").textContent = said.join(" · ");
  }

  function request(option) {
    var link = one("[data-request]");
    var base = link.dataset.base || (link.dataset.base = link.getAttribute("href"));
    var text = link.dataset.body.replace("{what}", option.textContent);
    var fields = "subject=" + encodeURIComponent(link.dataset.subject) + "&body=" + encodeURIComponent(text);
    link.href = base + (base.indexOf("?") < 0 ? "?" : "&") + fields;
  }

  // --- the day on which to follow up: from today, over the days on which clocks run ----------------------------------

  function day(span, business) {
    var at = new Date();
    var count = Math.ceil(span.length);
    if (span.unit === "month") { at.setMonth(at.getMonth() + count); return at; }
    if (span.unit === "year") { at.setFullYear(at.getFullYear() + count); return at; }
    if (span.unit !== "day" && span.unit !== "week") return null;
    return window.playbook.after(at, span.unit === "week" ? count * 7 : count, business);
  }

  function dueDays() {
    all(".due").forEach(function (each) {
      var found = day({ length: Number(each.dataset.length), unit: each.dataset.unit }, "business" in each.dataset);
      if (!found) return;
      var shown = found.toLocaleDateString(document.documentElement.lang || undefined, { weekday: "short", day: "numeric", month: "short" });
      each.textContent = (finder.dataset.due || "{day}").replace("{day}", shown);
    });
  }

  // --- what a rep does ------------------------------------------------------------------------------------------------

  finder.addEventListener("click", function (event) {
    var link = event.target.closest("[data-choose]");
    if (link) {
      var chosen = known();
      chosen[link.closest("[data-step]").dataset.step] = link.dataset.choose;
      go(chosen);
    } else if (event.target.closest("[data-again]")) {
      go({});
      one("summary").focus();
    }
  });

  function go(chosen) {
    history.pushState(null, "", Object.keys(chosen).length ? address(chosen) : location.pathname + location.search);
    show();
    if (chosen.happened) {
      window.scrollTo(0, 0);
      one("[data-result-heading]").focus({ preventScroll: true });
    }
  }

  all("[data-narrow]").forEach(function (field) {
    field.addEventListener("input", function () {
      var wanted = field.value.toLocaleLowerCase().split(/\s+/).filter(Boolean);
      all("li", field.closest("details")).forEach(function (item) {
        var text = item.textContent.toLocaleLowerCase();
        item.hidden = !wanted.every(function (word) { return text.indexOf(word) >= 0; });
      });
      all("[data-narrow-none]", field.closest("details"))[0].hidden = all("li:not([hidden])", field.closest("details")).length > 0;
    });
  });

  window.addEventListener("hashchange", show);
  window.addEventListener("popstate", show);
  finder.hidden = false;
  show();
  window.playbookFinder = { best: best, ordered: function (chosen) { return ordered(chosen).map(function (each) { return each.key; }); } };
})();
