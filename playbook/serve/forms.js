"use strict";

// Nobody is asked who they are: the files lie on this machine, and the editor is told so before it asks for a "Login".
localStorage.setItem("decap-cms-user", JSON.stringify({ backendName: "proxy" }));

// The editor speaks of publishing. Here a file is saved; whether reps see what it says is for its Status to tell.
(() => {
  const said = window.CMS.getLocale("en");
  const { editor, ui } = said;
  window.CMS.registerLocale("en", {
    ...said,
    editor: {
      ...editor,
      editor: { ...editor.editor, onDeletePublishedEntry: "Delete the file of this entry from this machine?" },
      editorToolbar: {
        ...editor.editorToolbar,
        publish: "Save",
        publishing: "Saving…",
        publishNow: "Save into the file",
        publishAndCreateNew: "Save, and begin a new one",
        publishAndDuplicate: "Save, and begin a copy",
        published: "Saved",
        deleteEntry: "Delete the file",
        unsavedChanges: "Not saved yet",
        changesSaved: "Saved in the file",
      },
    },
    ui: {
      ...ui,
      toast: { ...ui.toast, entrySaved: "Saved", onFailToPersist: "Not saved. %{details}", onFailToDelete: "Not deleted. %{details}" },
    },
  });
  // A refusal says what is wrong: before it would stand the editor's own name for it, "API_ERROR".
  const toString = Error.prototype.toString;
  Error.prototype.toString = function () {
    return this.name === "API_ERROR" ? this.message : toString.call(this);
  };
})();

// What is sent says which state of the file the form shows, and which tab has it: the same tab may save again and again, and
// nobody writes over what somebody else has changed.
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
