// Fields, whatever fills them in, and the buttons beside them.

import assert from "node:assert/strict";
import { Key, journey, until } from "./harness.mjs";
import { said, startAudit } from "./steps.mjs";

/** The events that form fillers send after they have put a text into a field. */
const FILLERS = { "input alone": ["input"], "change alone": ["change"], nothing: [], both: ["input", "change"] };

/** Puts a text into a field as a form filler does, without a key. */
const fill = (app, field, text, says) =>
  field.read(
    (field, text, says) => {
      field.value = text;
      for (const type of says) field.dispatchEvent(new Event(type, { bubbles: true }));
    },
    text,
    says,
  );

journey("Programs that fill in forms", (it) => {
  for (const [name, says] of Object.entries(FILLERS)) {
    it(`are heard when they say ${name}`, async (app) => {
      await app.open("#/new");
      await fill(app, app.label("Your organisation"), "Harbour House", says);
      await fill(app, app.label("A name for this audit"), "First", says);
      await app.button("Start the audit").click();
      await app.page("Overview");
      const id = (await app.hash()).split("/")[2];

      // Fields on the page about the audit, which is left by reloading.
      await app.open(`#/audits/${id}/about`);
      await app.label("The organisation").has("Harbour House");
      await app.label("The audit’s name").has("First");
      await fill(app, app.label("The organisation"), "Harbour Lane", says);
      await app.reload();
      await app.label("The organisation").has("Harbour Lane");

      // A field for long text, on a page that is left by a link.
      await app.open(`#/audits/${id}/areas/1A`);
      await fill(app, app.label(said("1A.q1")), "We ask first.", says);
      await app.role("navigation", "Pages of this audit").link("Evidence").click();
      await app.page("Evidence");
      await app.open(`#/audits/${id}/areas/1A`);
      await app.label(said("1A.q1")).has("We ask first.");

      // A field of the settings.
      await app.open("#/settings");
      await fill(app, app.label("Your name or initials (optional)"), "MK", says);
      await app.reload();
      await app.label("Your name or initials (optional)").has("MK");

      await app.open("#/new/team");
      await fill(app, app.label("The team’s name"), "Befrienders", says);
      await app.button("Start the team").click();
      await app.text("Befrienders").find();
    });
  }

  it("leave a text that Cairn put there itself as it is", async (app) => {
    const id = await startAudit(app);
    await app.open(`#/audits/${id}/areas/1A`);
    await app.label(said("1A.q1")).type("We ask first.");
    await app.button(/^Undo/).click();
    await app.label(said("1A.q1")).has("");
    // A press anywhere makes fields.js look at all fields. That must add no step to undo.
    await app.role("heading", /^1A /).click();
    await app.run(() => window.dispatchEvent(new PageTransitionEvent("pagehide")));
    await app.button(/^Redo/).click();
    await app.label(said("1A.q1")).has("We ask first.");
  });

  it("fill in a choice with either word", async (app) => {
    const id = await startAudit(app);
    await app.open("#/settings");
    for (const [says, size] of [["input", "Large"], ["change", "Small"]]) {
      await app.role("radio", size).read((radio, says) => {
        radio.checked = true;
        radio.dispatchEvent(new Event(says, { bubbles: true }));
      }, says);
      await until("the text size", () => app.run((size) => document.documentElement.dataset.textSize === size, size.toLowerCase()));
    }
    await app.open(`#/audits/${id}/evidence`);
    for (const [says, shown] of [["input", "due"], ["change", "loose"]]) {
      await app.button("Add evidence").click();
      await app.label("Show").read((list, says, shown) => {
        list.value = shown;
        list.dispatchEvent(new Event(says, { bubbles: true }));
      }, says, shown);
      const items = shown === "due" ? 0 : 2;
      await app.role("heading", "Evidence without a title").count(items);
    }
  });

  it("reach the form for a survey", async (app) => {
    const id = await startAudit(app);
    await app.open(`#/audits/${id}/survey`);
    await fill(app, app.label("Title"), "Ask everyone", ["change"]);
    await app.button("Open the survey").click();
    await app.text("Ask everyone", { selector: "strong" }).find();
  });
});

journey("Days", (it) => {
  const newEvidence = async (app) => {
    const id = await startAudit(app);
    await app.open(`#/audits/${id}/evidence`);
    await app.button("Add evidence").click();
    await app.label("What it is").type("Minutes");
    return id;
  };
  const again = async (app) => {
    await app.reload();
    await app.page("Evidence");
    await app.text("Change", { selector: "summary", exact: false }).unfold();
  };

  it("stay away once they were taken away by keys, part by part", async (app) => {
    for (const key of [Key.BACK_SPACE, Key.DELETE]) {
      await newEvidence(app);
      await app.label("Its date").type("03032025");
      await app.saved();
      await again(app);
      await app.label("Its date").has("2025-03-03");
      // The page goes while the person is still in the field.
      await app.label("Its date").type(key, Key.TAB, key, Key.TAB, key);
      await app.saved();
      await again(app);
      await app.label("Its date").has("");
    }
  });

  it("stay as they were while a part is missing, and say so", async (app) => {
    await newEvidence(app);
    await app.label("Its date").type("03032025");
    await app.label("Its date").type(Key.BACK_SPACE);
    await app.label("Who looks after it").click();
    await app.text(/^This date was not kept/).find();
    await again(app);
    await app.label("Its date").has("2025-03-03");
  });

  it("are kept as soon as they are whole, by keys alone", async (app) => {
    await newEvidence(app);
    await app.label("Its date").type("12312026");
    await app.saved();
    await again(app);
    await app.label("Its date").has("2026-12-31");
  });
});

journey("Buttons that are pressed on the way out of a field", (it) => {
  /** Presses and lets go as a hand does: the press takes a moment, and does not follow what moves. */
  const press = async (app, found) => {
    const element = await found.find();
    // Near the upper edge of the button: words that appear above it push it down.
    const { x, y } = await app.run((element) => {
      const box = element.getBoundingClientRect();
      return { x: box.x + box.width / 2, y: box.y + 3 };
    }, element);
    const mouse = (type) => app.cdp("Input.dispatchMouseEvent", { type, x, y, button: "left", clickCount: 1 });
    await mouse("mousePressed");
    // Long enough that anything that moves has moved.
    await app.run(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
    await mouse("mouseReleased");
  };

  it("are hit, though a half-typed date has something to say", async (app) => {
    const id = await startAudit(app);
    await app.width(1280, 1800);
    await app.open(`#/audits/${id}/evidence`);
    await app.button("Add evidence").click();
    await app.label("Its date").type("0303");
    await press(app, app.button("Choose what it supports"));
    await app.role("dialog").find();
    await app.role("dialog").button("Done").click();
    await app.text(/^This date was not kept/).find();
  });

  it("are hit, though the first address makes a line of its own", async (app) => {
    const id = await startAudit(app);
    await app.width(1280, 1800);
    await app.open(`#/audits/${id}/evidence`);
    await app.button("Add evidence").click();
    await app.label("Where it is kept").type("https://example.org/minutes");
    await press(app, app.button("Choose what it supports"));
    await app.role("dialog").find();
    await app.role("dialog").button("Done").click();
    await app.link("https://example.org/minutes").find();
  });

  it("are hit by a finger as well", async (app) => {
    const id = await startAudit(app);
    await app.open(`#/audits/${id}/evidence`);
    await app.button("Add evidence").click();
    await app.label("Where it is kept").type("https://example.org/minutes");
    await app.label("Its date").type("0303");
    await app.cdp("Emulation.setTouchEmulationEnabled", { enabled: true });
    const button = app.button("Choose what it supports");
    const place = await button.read((element) => {
      element.scrollIntoView({ block: "center" });
      const box = element.getBoundingClientRect();
      return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
    });
    await app.cdp("Input.dispatchTouchEvent", { type: "touchStart", touchPoints: [place] });
    await app.cdp("Input.dispatchTouchEvent", { type: "touchEnd", touchPoints: [] });
    await app.role("dialog").find();
    await app.cdp("Emulation.setTouchEmulationEnabled", { enabled: false });
  });

  it("let the field say it after a press that hit nothing", async (app) => {
    const id = await startAudit(app);
    await app.open(`#/audits/${id}/evidence`);
    await app.button("Add evidence").click();
    await app.label("Its date").type("0303");
    await press(app, app.role("heading", "Evidence", { level: 1 }));
    await app.text(/^This date was not kept/).find();
  });
});

journey("Things dropped", (it) => {
  /** Drags something over the middle of an element, and drops it there, as the browser itself does. */
  const drop = async (app, found, items) => {
    const { x, y } = await found.read((element) => {
      element.scrollIntoView({ block: "center" });
      const box = element.getBoundingClientRect();
      return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
    });
    const data = { items: items.map(([mimeType, data]) => ({ mimeType, data })), dragOperationsMask: 1 };
    for (const type of ["dragEnter", "dragOver", "drop"]) {
      await app.cdp("Input.dispatchDragEvent", { type, x, y, data });
    }
  };
  const LINK = [
    ["text/uri-list", "https://example.org/minutes"],
    ["text/plain", "https://example.org/minutes"],
  ];

  it("into a field stand there, as text or as an address", async (app) => {
    const id = await startAudit(app);
    await app.open(`#/audits/${id}/areas/1A`);
    await drop(app, app.label(said("1A.q1")), [["text/plain", "We ask first."]]);
    await app.label(said("1A.q1")).has("We ask first.");
    await app.saved();
    await app.open(`#/audits/${id}/evidence`);
    await app.button("Add evidence").click();
    await drop(app, app.label("Where it is kept"), LINK);
    await app.label("Where it is kept").has("https://example.org/minutes");
    await app.saved();
    await app.reload();
    await app.link("https://example.org/minutes").find();
  });

  it("anywhere else leave the page as it is", async (app) => {
    const id = await startAudit(app);
    await app.open(`#/audits/${id}/areas/1A`);
    await app.run(() => (window.same = true));
    await drop(app, app.role("heading", /^1A /), LINK);
    await drop(app, app.role("heading", /^1A /), [["text/plain", "We ask first."]]);
    assert.equal(await app.run(() => window.same), true);
    assert.equal(await app.hash(), `#/audits/${id}/areas/1A`);
  });
});
