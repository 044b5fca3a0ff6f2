// What is sent says which state of the file the form shows, and which tab has it: the same tab may save again and again, and
// nobody writes over what somebody else has changed.
"use strict";
(() => {
  const tab = crypto.randomUUID();
  window.CMS.registerEventListener({
    name: "preSave",
    handler: ({ entry }) => {
      const data = entry.get("data");
      const seen = data.get("seen");
      if (!seen) return data;
      const state = typeof seen === "string" ? seen : seen.get ? seen.get("state") : seen.state;
      return data.set("seen", { tab, state });
    },
  });
})();
