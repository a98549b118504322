// One audit in two windows: what one writes shows in the other, and neither loses a word.

import assert from "node:assert/strict";
import { Key, journey, until } from "./harness.mjs";
import { judge, judgement, said, startAudit } from "./steps.mjs";
import { bringIn, idOf, openSurvey, response } from "./survey-steps.mjs";

/** Opens the same page in a second window that the first can reach, so that a test can type into both at
 * the same moment. Gives functions that switch to the one and to the other. */
async function twoWindows(app, hash) {
  const { driver } = app;
  await app.open(hash);
  const here = await driver.getWindowHandle();
  const before = await driver.getAllWindowHandles();
  await app.run(() => void (window.other = window.open(location.href, "other", "width=1000,height=800")));
  const there = await until("the second window", async () => {
    const handles = await driver.getAllWindowHandles();
    return handles.find((handle) => !before.includes(handle));
  });
  const [one, two] = [here, there].map((handle) => () => driver.switchTo().window(handle));
  await two();
  await app.ready();
  await one();
  return [one, two];
}

/** Types into a field of each window in one task, so that neither has heard of the other's text. */
const typeInBoth = (app, mine, theirs) =>
  app.run(
    ([myLabel, myWords], [theirLabel, theirWords]) => {
      const type = (window, label, words) => {
        const { document } = window;
        const labels = [...document.querySelectorAll("label")];
        const field = document.getElementById(labels.find((each) => each.textContent === label).htmlFor);
        field.value += words;
        field.dispatchEvent(new window.InputEvent("input", { bubbles: true }));
      };
      type(window, myLabel, myWords);
      type(window.other, theirLabel, theirWords);
    },
    mine,
    theirs,
  );

/** Everything that the device keeps of an audit: the data of its file. */
async function kept(app, id) {
  await app.open(`#/audits/${id}/about`);
  return (await app.download(() => app.button("Save as a file").click())).json.data;
}

journey("Two windows", (it) => {
  it("says so when answers that were taken out come back from the other window", async (app) => {
    const id = await startAudit(app);
    const survey = await openSurvey(app, id);
    await app.saved();
    const [one, two] = await twoWindows(app, `#/audits/${id}/survey`);
    await bringIn(app, ["one.json", response(survey, idOf(1))], ["two.json", response(survey, idOf(2))]);
    await app.saved();
    await two();
    await app.text("2 have answered.").find();
    await one();
    await app.role("group", "Undo and redo").button("Undo").click();
    await app.notice(/^Nothing was undone: this is open in another tab or window too/);
    await app.text("2 have answered.").find();
  });

  it("shows in one what was done in the other", async (app) => {
    const id = await startAudit(app);
    const [one, two] = await twoWindows(app, `#/audits/${id}/areas/1A`);
    await app.label(said("1A.q1")).type("Written here");
    await app.saved();
    await two();
    await app.label(said("1A.q1")).has("Written here");
    await judge(app, "1A.o1", "Yes");
    await app.button(/Away days$/).click();
    await app.saved();
    await one();
    await judgement(app, "1A.o1").role("radio", "Yes", { checked: true }).find();
    await app.role("button", /Away days$/, { pressed: true }).find();
    await app.label(said("1A.q2")).type("And on it goes", Key.TAB);
    await app.saved();
    await two();
    await app.label(said("1A.q2")).has("And on it goes");
    await app.label(said("1A.q1")).has("Written here");
    // A new audit, a deleted one and another theme in one window show in the other.
    await app.open("#/");
    await one();
    await startAudit(app, "Made in the first window");
    await app.open("#/settings");
    await app.role("radio", "Dark").click();
    await two();
    await app.link("Made in the first window").find();
    await until("the other window to be dark", () => app.run(() => document.documentElement.dataset.theme === "dark"));
  });

  it("keeps both when two questions are answered in the same moment", async (app) => {
    const id = await startAudit(app);
    const [one, two] = await twoWindows(app, `#/audits/${id}/areas/1A`);
    for (const round of ["a", "b", "c"]) {
      await typeInBoth(app, [said("1A.q1"), `first ${round} `], [said("1A.q2"), `second ${round} `]);
      await app.label(said("1A.q2")).has(["a", "b", "c"].slice(0, "abc".indexOf(round) + 1).map((r) => `second ${r} `).join(""));
      await app.saved();
    }
    await two();
    await app.label(said("1A.q1")).has("first a first b first c ");
    await app.saved();
    const { reflections } = await kept(app, id);
    assert.equal(reflections["1A.q1"].text, "first a first b first c ");
    assert.equal(reflections["1A.q2"].text, "second a second b second c ");
    await one();
    await app.label(said("1A.q1")).has("first a first b first c ");
  });

  it("keeps both when the same question is answered in the same moment", async (app) => {
    const id = await startAudit(app);
    const [one, two] = await twoWindows(app, `#/audits/${id}/areas/1A`);
    const question = said("1A.q1");
    await typeInBoth(app, [question, "Words of the first"], [question, "Words of the second"]);
    const both = ["Words of the first", "Words of the second"];
    for (const window of [one, two]) {
      await window();
      await app.saved();
      const other = app.text("Another version, written at the same time");
      await other.unfold();
      const shown = await app.label(question).value();
      assert.ok(both.includes(shown));
      await app.text(both.find((words) => words !== shown), { selector: ".written" }).find();
    }
    const data = await kept(app, id);
    const texts = [data.reflections["1A.q1"].text, ...data.earlier_words.map((words) => words.text)];
    assert.deepEqual(texts.sort(), both);
    // Both windows agree, and go on agreeing after a reload.
    await app.open(`#/audits/${id}/areas/1A`);
    await app.reload();
    const agreed = await app.label(question).value();
    await one();
    await app.label(question).has(agreed);
  });

  it("loses nothing when two people type by turns as fast as they can", async (app) => {
    const id = await startAudit(app);
    const [one, two] = await twoWindows(app, `#/audits/${id}/areas/1B`);
    const question = app.label(said("1B.q1"));
    for (const word of ["north", "south", "east", "west"]) {
      await one();
      await question.type(` ${word}-one`);
      await two();
      await question.type(` ${word}-two`);
    }
    await app.saved();
    await one();
    await app.saved();
    const data = await kept(app, id);
    const all = [data.reflections["1B.q1"].text, ...(data.earlier_words ?? []).map(({ text }) => text)].join("\n");
    for (const word of ["north", "south", "east", "west"]) {
      for (const who of ["one", "two"]) assert.ok(all.includes(`${word}-${who}`), `${word}-${who} is kept in: ${all}`);
    }
  });

  it("loses no word when two windows write in the same field for a while", async (app) => {
    const id = await startAudit(app);
    const { driver } = app;
    const hash = `#/audits/${id}/areas/1A`;
    await app.open(hash);
    // Each window has a process of its own, as windows have that a person opens: what one writes reaches
    // the other with a delay.
    const handles = [await driver.getWindowHandle()];
    await driver.switchTo().newWindow("window");
    await app.open(hash);
    handles.push(await driver.getWindowHandle());
    // Both type by the same clock, so that they save at the same moments.
    const [WORDS, EVERY] = [16, 400];
    for (const [window, handle] of handles.entries()) {
      await driver.switchTo().window(handle);
      await app.run(
        (label, who, most, every) => {
          const labels = [...document.querySelectorAll("label")];
          const field = document.getElementById(labels.find((each) => each.textContent === label).htmlFor);
          globalThis.typed = [];
          const type = () => {
            const word = `${who}-${typed.length}`;
            typed.push(word);
            field.value += ` ${word}`;
            field.dispatchEvent(new InputEvent("input", { bubbles: true }));
            if (typed.length < most) setTimeout(type, every - (Date.now() % every));
          };
          setTimeout(type, every - (Date.now() % every));
        },
        said("1A.q1"),
        ["north", "south"][window],
        WORDS,
        EVERY,
      );
    }
    for (const handle of handles) {
      await driver.switchTo().window(handle);
      await until("all to be typed", () => app.run((most) => typed.length === most, WORDS));
      await app.saved();
    }
    const agreed = () => app.run((key) => localStorage.getItem(key), `cairn:audit:${id}`);
    await until("both windows to see the same", async () => {
      const seen = [];
      for (const handle of handles) {
        await driver.switchTo().window(handle);
        seen.push(await agreed());
      }
      return seen[0] === seen[1];
    });
    const data = await kept(app, id);
    const all = [data.reflections["1A.q1"].text, ...(data.earlier_words ?? []).map(({ text }) => text)].join(" ").split(/\s+/);
    const lost = [];
    for (const who of ["north", "south"]) {
      for (let word = 0; word < WORDS; word += 1) if (!all.includes(`${who}-${word}`)) lost.push(`${who}-${word}`);
    }
    assert.deepEqual(lost, []);
  });

  it("never takes the other window's words away with undo", async (app) => {
    const id = await startAudit(app);
    const [one, two] = await twoWindows(app, `#/audits/${id}/areas/1A`);
    const [first, second] = [app.label(said("1A.q1")), app.label(said("1A.q2"))];
    await second.type("Mine alone", Key.TAB);
    await first.type("Begun here", Key.TAB);
    await app.saved();
    await two();
    await first.has("Begun here");
    await first.type(", gone on with there", Key.TAB);
    await app.saved();
    await one();
    await first.has("Begun here, gone on with there");
    await app.button("Undo").click();
    await second.has("");
    await first.has("Begun here, gone on with there");
    assert.ok(await app.button("Undo").disabled());
    await app.button("Redo").click();
    await second.has("Mine alone");
    // Typing on is a step of its own: undo leads back to what the other window wrote.
    await first.type(", and ended here", Key.TAB);
    await app.button("Undo").click();
    await first.has("Begun here, gone on with there");
    await app.saved();
    await two();
    await first.has("Begun here, gone on with there");
  });

  it("keeps an item's words when the other window removes it in the same moment", async (app) => {
    const id = await startAudit(app);
    await app.open(`#/audits/${id}/evidence`);
    await app.button("Add evidence").click();
    await app.label("What it is").type("Minutes");
    await app.saved();
    const [one, two] = await twoWindows(app, `#/audits/${id}/evidence`);
    await two();
    await app.text("Change").unfold();
    await one();
    await app.text("Change").unfold();
    await app.button("Remove this evidence").find();
    await app.run(() => {
      const { document: theirs } = window.other;
      const label = [...theirs.querySelectorAll("label")].find((label) => label.textContent === "Where it is kept");
      const field = theirs.getElementById(label.htmlFor);
      field.value = "In the very important blue folder";
      field.dispatchEvent(new window.other.InputEvent("input", { bubbles: true }));
      [...document.querySelectorAll("button")].find((button) => button.textContent === "Remove this evidence").click();
    });
    await app.saved();
    await two();
    await app.saved();
    await one();
    assert.match(JSON.stringify(await kept(app, id)), /In the very important blue folder/);
  });

  it("keeps what is typed while the other window deletes the audit", async (app) => {
    const id = await startAudit(app, "Torn");
    const [one, two] = await twoWindows(app, `#/audits/${id}/areas/1A`);
    await two();
    await app.label(said("1A.q1")).type("Begun");
    await app.saved();
    await one();
    await app.link("About this audit").click();
    await app.role("button", "Delete").click();
    await app.dialog("Delete “Torn”?").button("Delete").click();
    await app.page("Cairn");
    await two();
    await app.text(/^This audit was put into the bin in another window\./).find();
    await app.label(said("1A.q1")).type(", and gone on with");
    await app.text(/^This audit was put into the bin in another window\./).find();
    await app.saved();
    await one();
    await app.link("1 audit in the bin").click();
    await app.button(/^Have it back/).click();
    await app.open(`#/audits/${id}/areas/1A`);
    await app.label(said("1A.q1")).has("Begun, and gone on with");

    // Deleted for good at the moment when the other window has an unsaved word: the audit comes back.
    const forGood = async () => {
      await app.link("About this audit").click();
      await app.role("button", "Delete").click();
      await app.dialog("Delete “Torn”?").button("Delete").click();
      await app.link("1 audit in the bin").click();
      await app.button(/^Delete for good/).click();
    };
    await forGood();
    const sure = await app.dialog("Delete “Torn” for good?").button("Delete for good").find();
    await app.run((sure, label) => {
      const { document: theirs } = window.other;
      const labels = [...theirs.querySelectorAll("label")];
      const field = theirs.getElementById(labels.find((each) => each.textContent === label).htmlFor);
      field.value += " to the end";
      field.dispatchEvent(new window.other.InputEvent("input", { bubbles: true }));
      sure.click();
    }, sure, said("1A.q1"));
    await two();
    await app.saved();
    await one();
    assert.match(JSON.stringify(await kept(app, id)), /Begun, and gone on with to the end/);

    // Deleted for good with nothing unsaved: the audit is gone in the other window too.
    await forGood();
    await app.dialog("Delete “Torn” for good?").button("Delete for good").click();
    await app.text("The bin is empty.").find();
    await two();
    await app.role("heading", "This audit is not open").find();
    await app.label(said("1A.q1")).gone();
    assert.ok(!Object.keys(await app.storage()).some((key) => key.includes(id)), "nothing of it came back");
  });

  it("leaves nothing in the other window when the device is cleared", async (app) => {
    const id = await startAudit(app, "Private");
    const [one, two] = await twoWindows(app, `#/audits/${id}/areas/1A`);
    await two();
    await app.label(said("1A.q1")).type("Between us");
    await app.saved();
    await one();
    await app.open("#/settings");
    await app.button("Clear this device").click();
    await app.dialog("Clear this device?").button("Clear without a file").click();
    await app.notice(/^This device is clear/);
    await two();
    await app.role("heading", "This audit is not open").find();
    assert.ok(!(await app.run(() => document.body.textContent)).includes("Between us"));
    assert.deepEqual(Object.keys(await app.storage()).filter((key) => key.includes(id)), []);
  });
});
