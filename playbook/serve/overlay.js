/* Laid over each page of the preview: shows problems, and loads the page anew when a save has changed it. */
(() => {
  "use strict";
  const here = decodeURIComponent(location.pathname.slice(1)) || "index.html";
  const host = document.createElement("aside");
  host.setAttribute("aria-label", "Preview");
  const root = host.attachShadow({ mode: "open" });
  let open = sessionStorage.getItem("preview-open") === "yes";

  const make = (tag, words, name) => {
    const made = document.createElement(tag);
    if (words) made.textContent = words;
    if (name) made.className = name;
    return made;
  };

  const row = (problem) => {
    const item = make("li", "", problem.level);
    const head = make("p", "", "head");
    head.append(make("strong", `${problem.level} ${problem.code}`), ` ${problem.what} `);
    if (problem.where) {
      const where = make(problem.open ? "a" : "span", problem.where);
      if (problem.open) {
        where.href = problem.open;
        where.title = "Open in the editor";
      }
      head.append(where);
    }
    item.append(head, make("p", problem.why));
    if (problem.suggestion && !`${problem.why} ${problem.remedy}`.includes(problem.suggestion)) item.append(make("pre", problem.suggestion));
    if (problem.remedy) item.append(make("p", problem.remedy, "remedy"));
    return item;
  };

  const show = (state) => {
    const style = make("link");
    style.rel = "stylesheet";
    style.href = "/_preview/overlay.css";
    const own = state.problems.filter((each) => each.page === here);
    const others = state.problems.filter((each) => each.page !== here);
    const parts = [style];
    if (state.stopped) {
      const stopped = make("div", "", "stopped");
      stopped.setAttribute("role", "alert");
      stopped.append(make("strong", "You see the last good state."), make("p", state.stopped));
      parts.push(stopped);
    }
    const count = state.problems.length;
    const details = make("details");
    details.open = open;
    details.addEventListener("toggle", () => {
      open = details.open;
      sessionStorage.setItem("preview-open", open ? "yes" : "no");
    });
    const told = count === 0 ? "Nothing is wrong" : `${count} ${count === 1 ? "problem" : "problems"}`;
    details.append(make("summary", own.length ? `${told}, ${own.length} on this page` : told));
    if (own.length) details.append(make("h2", "On this page"), list(own));
    if (others.length) details.append(make("h2", own.length ? "Elsewhere" : "In the library"), list(others));
    parts.push(details);
    root.replaceChildren(...parts);
    host.className = state.problems.some((each) => each.level === "error") || state.stopped ? "error" : count ? "warning" : "fine";
  };

  const list = (problems) => {
    const made = make("ol");
    made.append(...problems.map(row));
    return made;
  };

  const concerns = (state) => state.made.some((path) => path === here || /^_theme\/.*\.(css|js)$/.test(path));

  document.body.append(host);
  let seen = Number(document.currentScript ? document.currentScript.dataset.number : 0);
  const events = new EventSource("/_preview/events");
  events.onmessage = (event) => {
    const state = JSON.parse(event.data);
    if (state.number > seen + 1 || (state.number > seen && concerns(state))) {
      location.reload();
      return;
    }
    seen = state.number;
    show(state);
  };
})();
