// Answering a survey on a device of one's own: by link, without the organiser's pages around it.

import assert from "node:assert/strict";
import { Key, journey, none, until } from "./harness.mjs";
import { asksBeforeLeaving, bringIn, code, kept, openSurvey, response, say, statement, statements, token } from "./survey-steps.mjs";
import { startAudit } from "./steps.mjs";

const LINK = `#/survey/${token()}`;
const COMMENT = "Supervision helps. More time for reflecting would, too.";

/** Opens the survey and begins, one at a time or all on one page. */
async function begin(app, way = "One statement at a time") {
  await app.open(LINK);
  await app.role("radio", way).click();
  await app.button("Begin").click();
}

/** From the first statement to the review, one at a time; `answers` by place, counted from 0. */
async function goThrough(app, answers) {
  for (let place = 0; place < statements.length; place++) {
    await statement(app, place).find();
    if (answers[place]) await say(app, place, answers[place]);
    await app.button("Next").click();
  }
  await app.button("Look at my answers").click();
  await app.role("heading", "Your answers").find();
}

/** All on one page, with a few answers and a comment, up to the page for sending. */
async function answerAll(app) {
  await begin(app, "All on one page");
  await say(app, 0, "Agree");
  await say(app, 5, "Don’t know");
  await app.label(/^Is there anything/).type(COMMENT);
  await app.button("Look at my answers").click();
  await app.button("Finish").click();
  await app.role("heading", "Send your answers").find();
}

/** The button by which a person says that the answers are sent. */
const SENT = "I have sent them: clear my answers";

const GIVEN = { s01: "agree", s06: "dont_know" };

/** Runs `source` before any page, to replace functions of the browser's own. */
const instead = (app, source) => app.cdp("Page.addScriptToEvaluateOnNewDocument", { source });

/** Duplicates the tab with all that it keeps, and switches to the copy. With `reload`, the first tab
 * reloads at the same moment. */
async function duplicateTab(app, reload = false) {
  const others = await app.driver.getAllWindowHandles();
  await app.run((reload) => {
    open(location.href);
    if (reload) location.reload();
  }, reload);
  const other = await until("the other tab", async () => (await app.driver.getAllWindowHandles()).find((each) => !others.includes(each)));
  await app.driver.switchTo().window(other);
  await app.ready();
}

const row = (app, place) => app.text(statements[place].text, { selector: "li p" }).around("li");

journey("Answering a survey", (it) => {
  it("says what it is, who asks and who sees what, and shows nothing of the organiser's", async (app) => {
    await app.width(360);
    await app.open(`#/survey/${token({ closes: "2099-11-22", threshold: 7 })}`);
    await app.page("Staff survey 2026");
    await app.text("Harbour House").find();
    await app.text(/^24 statements, about 5 minutes.*22 November 2099/).find();
    await app.text(/only when at least 7 people have answered/).find();
    await app.text(/small file or a code.*came from you, and could open it/).find();
    await app.text(/on the shared tablet or on paper/).find();
    const links = await app.run(() => [...document.querySelectorAll("a[href]")].map((link) => link.textContent));
    assert.deepEqual(links, ["What is Cairn?"]);
    assert.equal(await app.run(() => document.querySelectorAll("header, nav").length), 0);
    await app.link("What is Cairn?").click();
    await app.page("Cairn");
    await app.link("Start an audit").find();
  });

  it("takes one statement at a time on a phone, and saves a file", async (app) => {
    await app.width(360);
    await app.open(LINK);
    assert.ok(await app.role("radio", "One statement at a time").checked(), "the usual way on a phone");
    await app.button("Begin").click();
    await until("the statement to have the focus", () => app.run(() => document.activeElement.tagName === "LEGEND"));
    await app.text("1 of 24", { selector: ".words" }).find();
    await say(app, 0, "Agree");
    await statement(app, 0).find(); // choosing an answer does not go to the next statement
    await app.button("Next").click();
    await say(app, 1, "Strongly disagree");
    await app.button("Back").click();
    assert.ok(await statement(app, 0).role("radio", "Agree").checked());
    await app.button("Back").click();
    await app.role("heading", "Who sees what").find();
    await app.button("Go on").click(); // at the first statement without an answer
    await statement(app, 2).find();
    await app.button("Back").click();
    await app.button("Back").click();
    await goThrough(app, { 2: "Neither agree nor disagree", 3: "Disagree", 22: "Don’t know", 23: "Strongly agree" });

    await row(app, 0).text("Agree").find();
    await row(app, 5).text("Not answered").find();
    await app.text(/^6 of 24 answered/).find();
    await app.button(/^Change\s?: statement 4$/).click();
    await statement(app, 3).button(/^Clear answer/).count(0);
    await say(app, 3, "Strongly agree");
    await app.button("Back to my answers").click();
    await until("the focus to be where it was", () => app.run(() => document.activeElement.id === "change-3"));
    await row(app, 3).text("Strongly agree").find();
    await app.button(/^Change\s?: statement 3$/).click();
    await app.button(/^Clear answer/).click();
    await app.button("Back to my answers").click();
    await row(app, 2).text("Not answered").find();
    await app.button(/^Change\s?: what you would like to add$/).click();
    await app.label(/^Is there anything/).type(COMMENT);
    await app.button("Back to my answers").click();
    await app.text(COMMENT).find();

    await app.button("Finish").click();
    await app.text(/nobody has them yet/).find();
    const file = await app.download(() => app.button("Save the file").click());
    await app.text(/in your downloads/, { selector: "[role=status]" }).find();
    const { survey, id, answers, comment, threshold } = file.json.data;
    const given = { s01: "agree", s02: "strongly_disagree", s04: "strongly_agree", s23: "dont_know", s24: "strongly_agree" };
    assert.deepEqual({ survey, answers, comment }, { survey: "abcd2345", answers: given, comment: COMMENT });
    assert.match(id, /^[0-9a-hjkmnp-tv-z]{8}$/);
    assert.equal(file.name, `survey-answer-${id.slice(0, 4)}.json`);
    assert.match(file.json.saved_at, /T00:00:00/, "no time of day");
    const same = JSON.parse(response(survey, id, answers, comment, threshold));
    assert.deepEqual({ ...file.json, app: same.app, saved_at: same.saved_at }, same);
  });

  it("shows all on one page on a tablet, and copies a code with the same answers", async (app) => {
    await app.cdp("Browser.grantPermissions", { permissions: ["clipboardReadWrite", "clipboardSanitizedWrite"] });
    await app.width(820);
    await app.open(LINK);
    assert.ok(await app.role("radio", "All on one page").checked(), "the usual way on a tablet");
    await answerAll(app);
    const file = await app.download(() => app.button("Save the file").click());
    await app.button("Copy the code").click();
    await app.text("The code is copied. Paste it into a message.").find();
    const { survey, id, answers, comment, threshold } = file.json.data;
    assert.equal(threshold, 5);
    assert.deepEqual(answers, GIVEN);
    const shown = await app.label("Your code").value();
    assert.equal(shown, code(survey, id, answers, comment, threshold), "one response, whichever way it goes");
    assert.equal(await app.run(() => navigator.clipboard.readText()), shown);
  });

  it("goes from the organiser's link to the organiser's counts, once", async (app) => {
    const audit = await startAudit(app);
    await openSurvey(app, audit);
    const link = await app.run(() => document.querySelector("#survey-link").value);
    await app.driver.get("about:blank");
    await app.driver.get(link);
    await app.page(/^Staff survey/);
    await app.text("Harbour House").find();
    await app.role("radio", "All on one page").click();
    await app.button("Begin").click();
    await say(app, 7, "Strongly agree");
    await app.button("Look at my answers").click();
    await app.button("Finish").click();
    const { name, text } = await app.download(() => app.button("Save the file").click());
    await app.button("Copy the code").click();
    const shown = await app.label("Your code").value();
    await app.button(SENT).click();
    await app.role("heading", "Thank you").find();

    await app.open(`#/audits/${audit}/survey`);
    await bringIn(app, [name, text]);
    await app.text(/1 new answer counted/).find();
    await app.label(/^Or paste the messages/).fill(`Here it is: ${shown} Best wishes`);
    await app.button("Count these answers").click();
    await app.text(/1 answer was counted before/).find();
  });

  it("marks the code when the browser does not copy", async (app) => {
    await instead(app, `Object.defineProperty(navigator, "clipboard", { value: undefined });`);
    await answerAll(app);
    await app.button("Copy the code").click();
    await app.text(/^Your browser did not let Cairn copy the code/).find();
    const marked = await app.label("Your code").read((field) => field.value.slice(field.selectionStart, field.selectionEnd));
    assert.equal(marked, await app.label("Your code").value());
    await app.text(/nobody has them yet/).find();
    await app.label("Your code").read((field) => field.dispatchEvent(new ClipboardEvent("copy", { bubbles: true })));
    await app.text(/can no longer change your answers/).find();
    assert.match((await kept(app)).tab, /dont_know/, "whether it was sent, only the person knows");
  });

  it("hands the file to another program where there is one", async (app) => {
    await instead(
      app,
      `const shared = window.shared = [];
       navigator.canShare = ({ files }) => files.every(({ type }) => type === "text/plain");
       navigator.share = async ({ files }) => {
         if (window.refusal) throw new DOMException("", window.refusal);
         shared.push({ name: files[0].name, text: await files[0].text() });
       };`,
    );
    await answerAll(app);
    await app.run(() => void (window.refusal = "AbortError"));
    await app.button("Send the file").click();
    await app.text("Nothing was sent.").find();
    await app.run(() => void (window.refusal = "NotAllowedError"));
    await app.button("Send the file").click();
    await app.text(/^This device could not pass the file on/).find();
    assert.match((await kept(app)).tab, /dont_know/, "the draft is still there");
    await app.button("Change my answers").find();
    await app.run(() => void (window.refusal = undefined));
    await app.button("Send the file").click();
    await app.text(/^Your answers were passed to the app/).find();
    const [{ name, text }] = await app.run(() => window.shared);
    assert.match(name, /^survey-answer-\w{4}\.txt$/);
    assert.deepEqual(JSON.parse(text).data.answers, GIVEN);
    await app.button("Change my answers").gone();
    await app.button(SENT).click();
    await app.role("heading", "Thank you").find();
    assert.equal((await kept(app)).tab, "");
  });

  it("offers no sharing where there is none", async (app) => {
    await instead(app, `delete Navigator.prototype.share; delete Navigator.prototype.canShare;`);
    await answerAll(app);
    await app.button("Send the file").count(0);
    await app.button("Save the file").find();
  });

  it("finds the answers again after a reload, and keeps them nowhere else", async (app) => {
    await app.width(360);
    await begin(app);
    await say(app, 0, "Agree");
    await app.button("Next").click();
    await say(app, 1, "Disagree");
    assert.ok(await asksBeforeLeaving(app));
    await app.reload();
    await app.text(/unfinished answers here: 2 of 24 answered/).find();
    await app.button("Go on").click();
    await statement(app, 2).find();
    await app.button("Back").click();
    assert.ok(await statement(app, 1).role("radio", "Disagree").checked());

    const { tab, device } = await kept(app);
    assert.match(tab, /"s02": "disagree"/);
    assert.doesNotMatch(device, /disagree/);
    assert.equal(await app.hash(), LINK);
    // The browser's history keeps where the page was left, and nothing else.
    assert.match(await app.run(() => document.cookie + JSON.stringify(history.state)), /^\[[\d,.]+\]$/);

    // A person who finds another's answers begins anew.
    await app.reload();
    await app.button("Start again without them").click();
    await app.button("Begin").find();
    assert.equal((await kept(app)).tab, "");
    await app.button("Begin").click();
    await statement(app, 0).role("radio", undefined, { checked: true }).count(0);
  });

  it("lets go of everything when the answers are sent and the person is done", async (app) => {
    await app.open();
    await answerAll(app);
    await app.button("Clear my answers without sending").click();
    const question = app.dialog("Clear your answers without sending them?");
    await question.button("Not now").click();
    await app.download(() => app.button("Save the file").click());
    assert.match((await kept(app)).tab, /dont_know/, "a download may have been refused");
    assert.ok(await asksBeforeLeaving(app));
    await app.button(SENT).click();
    await app.role("heading", "Thank you").find();
    assert.equal((await kept(app)).tab, "");
    assert.ok(!(await asksBeforeLeaving(app)));
    const trace = () =>
      app.run((comment) => {
        const fields = [...document.querySelectorAll("input, textarea")].map(({ value, checked }) => [value, checked]);
        return [document.documentElement.outerHTML.includes(comment), fields.length];
      }, COMMENT);
    assert.deepEqual(await trace(), [false, 0]);
    await app.driver.navigate().back();
    await app.page("Cairn");
    await app.driver.navigate().forward();
    await app.page("Staff survey 2026");
    assert.equal((await trace())[0], false);
    await app.button("Begin").find();
    const { tab, device } = await kept(app);
    assert.equal(tab, "");
    assert.doesNotMatch(device, /Supervision/);
  });

  it("has nothing to finish while nothing is answered", async (app) => {
    await begin(app, "All on one page");
    assert.ok(!(await asksBeforeLeaving(app)));
    await app.button("Look at my answers").click();
    await app.text(/^You have not answered anything yet/).find();
    await app.button("Finish").count(0);
  });

  it("says how many characters are left, and takes no more", async (app) => {
    await begin(app, "All on one page");
    const field = app.label(/^Is there anything/);
    const type = (text) =>
      field.read((field, text) => {
        field.value = text;
        field.dispatchEvent(new InputEvent("input", { bubbles: true }));
      }, text);
    await type("a".repeat(1799));
    await app.text(/^Characters left/).count(0);
    await type("a".repeat(1990));
    await app.text("Characters left: 10").find();
    await app.text("50 characters left, or fewer.", { selector: "[role=status]" }).find();
    await field.type("0123456789abc");
    await app.text("Characters left: 0").find();
    assert.equal((await field.value()).length, 2000);
    await app.button("Look at my answers").click();
    await app.button("Finish").click();
    const file = await app.download(() => app.button("Save the file").click());
    assert.equal(file.json.data.comment.length, 2000);
  });

  it("works when the browser keeps nothing at all", async (app) => {
    const blocked = (name) => `Object.defineProperty(window, "${name}", { get() { throw new DOMException("", "SecurityError"); } });`;
    await instead(app, blocked("sessionStorage") + blocked("localStorage"));
    await answerAll(app);
    await app.text(/Not saved/).count(0);
    const file = await app.download(() => app.button("Save the file").click());
    assert.deepEqual(file.json.data.answers, GIVEN);
    await app.button(SENT).click();
    await app.role("heading", "Thank you").find();
  });

  it("keeps the answers when a download is refused, or the person comes back later, under one id", async (app) => {
    await app.cdp("Browser.grantPermissions", { permissions: ["clipboardReadWrite", "clipboardSanitizedWrite"] });
    await answerAll(app);
    await app.cdp("Browser.setDownloadBehavior", { behavior: "deny" });
    await app.button("Save the file").click();
    await app.text(/If it is not there, try again, or copy the code/).find();
    await app.reload();
    await app.text(/Nobody has said yet that they were sent/).find();
    assert.doesNotMatch(await app.run(() => document.body.innerText), /Supervision/, "no words of theirs before they go on");
    await app.button("Go on to send them").click();
    await app.button("Change my answers").count(0);
    await app.button("Copy the code").click();
    await app.label("Your code").find();
    const copied = await app.label("Your code").value();
    await app.reload();
    await app.button("Go on to send them").click();
    const file = await app.download(() => app.button("Save the file").click());
    const { survey, id, answers, comment, threshold } = file.json.data;
    assert.equal(copied, code(survey, id, answers, comment, threshold), "one person, however often the page is loaded");
    await app.button(SENT).click();
    await app.role("heading", "Thank you").find();
    assert.equal((await kept(app)).tab, "");
    await app.reload();
    await app.button("Begin").find();
  });

  it("takes a duplicated tab for another person, who finds nothing", async (app) => {
    const duplicate = async () => {
      await duplicateTab(app);
      await app.button("Begin").find();
      await app.text(/answers here/).count(0);
      assert.equal((await kept(app)).tab, "", "no copy of the other's answers stays");
    };
    const sends = async (answer) => {
      await app.role("radio", "All on one page").click();
      await app.button("Begin").click();
      none(await app.run(() => [...document.querySelectorAll(".statement :checked, textarea")].filter((each) => each.checked || each.value).map((each) => each.outerHTML)));
      await say(app, 0, answer);
      await app.button("Look at my answers").click();
      await app.button("Finish").click();
      return (await app.download(() => app.button("Save the file").click())).json.data;
    };
    await app.open(LINK);
    const first = await app.driver.getWindowHandle();
    // Duplicated while the survey is being answered, and again when the answers have been handed over.
    await app.role("radio", "All on one page").click();
    await app.button("Begin").click();
    await say(app, 3, "Agree");
    await duplicate();
    const second = await sends("Disagree");
    await app.driver.switchTo().window(first);
    assert.ok(await statement(app, 3).role("radio", "Agree").checked());
    await app.button("Look at my answers").click();
    await app.button("Finish").click();
    const own = (await app.download(() => app.button("Save the file").click())).json.data;
    await duplicate();
    const third = await sends("Don’t know");
    assert.deepEqual([own, second, third].map(({ answers }) => answers), [{ s04: "agree" }, { s01: "disagree" }, { s01: "dont_know" }]);
    assert.equal(new Set([own, second, third].map(({ id }) => id)).size, 3);
    // The first is still itself.
    await app.driver.switchTo().window(first);
    await app.reload();
    await app.button("Go on to send them").click();
    const again = (await app.download(() => app.button("Save the file").click())).json.data;
    assert.equal(again.id, own.id);
  });

  it("takes a copy of the tab for another person on whatever page it was made", async (app) => {
    const SECOND = `#/survey/${token({ survey: "bcde3456", title: "Another survey" })}`;
    const answers = async (survey, place, answer) => {
      await app.open(survey);
      await app.role("radio", "All on one page").click();
      await app.button("Begin").click();
      await say(app, place, answer);
    };
    const first = await app.driver.getWindowHandle();
    await answers(LINK, 3, "Agree");
    await answers(SECOND, 4, "Disagree");
    const findsNothing = async (told = true) => {
      for (const survey of [LINK, SECOND]) {
        await app.open(survey);
        await app.button("Begin").find();
        await app.text(/answers here/).count(0);
        if (told) await app.text("Someone began answering in another tab of this browser. If that was you, go on in that tab.").find();
      }
      assert.equal((await kept(app)).tab, "", "no copy of the other's answers stays");
      await app.driver.switchTo().window(first);
    };
    const stillHas = async () => {
      for (const [survey, place, answer] of [[LINK, 3, "Agree"], [SECOND, 4, "Disagree"]]) {
        await app.open(survey);
        await app.button("Go on").click();
        assert.ok(await statement(app, place).role("radio", answer).checked());
      }
    };
    await duplicateTab(app);
    await findsNothing();
    await stillHas();
    await app.run(() => void (location.hash = "#/"));
    await app.page("Cairn");
    await duplicateTab(app);
    await findsNothing();
    await stillHas();
    await duplicateTab(app, true);
    await app.driver.switchTo().window(first);
    await stillHas();
    const [copy] = (await app.driver.getAllWindowHandles()).slice(-1);
    await app.driver.switchTo().window(copy);
    // The copy need not say that another tab has the answers: it does not if it had begun to show them
    // as its own and was reloaded.
    await findsNothing(false);
  });

  it("says when the device could not remember that answers were cleared", async (app) => {
    await begin(app, "All on one page");
    await say(app, 3, "Agree");
    await app.run(() => {
      const set = Storage.prototype.setItem;
      Storage.prototype.setItem = function (key, text) {
        if (this === localStorage) throw new DOMException("", "QuotaExceededError");
        set.call(this, key, text);
      };
    });
    await app.button("Look at my answers").click();
    await app.button("Finish").click();
    await app.button("Clear my answers without sending").click();
    await app.button("Clear them").click();
    await app.role("heading", "Thank you").find();
    await app.text(/^This device had no space to note that/).find();
  });

  it("clears every copy of what was sent, also in a tab that has slept", async (app) => {
    await begin(app, "All on one page");
    await say(app, 3, "Agree");
    await app.label(/^Is there anything/).type(COMMENT);
    const asleep = await app.run(() => ({ ...sessionStorage }));
    assert.ok(JSON.stringify(asleep).includes(COMMENT));
    await app.button("Look at my answers").click();
    await app.button("Finish").click();
    await app.button("Copy the code").click();
    const copied = (await app.label("Your code").value()).slice(0, 40);
    await app.button(/^(I have sent them|Clear my answers)/).click();
    const asked = await app.role("dialog", /^Clear your answers/).now();
    if (asked.length) await app.button("Clear them").click();
    await app.role("heading", "Thank you").find();
    const device = await app.run(() => JSON.stringify({ ...localStorage }));
    assert.ok(!device.includes(COMMENT) && !device.includes(copied));
    assert.ok(!device.includes(JSON.parse(Object.values(asleep).find((text) => text.startsWith("{"))).data.id), "nothing tells whose answers were here");
    // A tab that was duplicated earlier wakes up, after the device was cleared.
    await app.run(() => Object.keys(localStorage).filter((key) => key.startsWith("cairn:")).forEach((key) => localStorage.removeItem(key)));
    await app.driver.get("about:blank");
    await app.driver.switchTo().newWindow("tab");
    await app.open();
    await app.run((kept) => Object.entries(kept).forEach(([key, text]) => sessionStorage.setItem(key, text)), asleep);
    await app.open(LINK);
    await app.button("Begin").find();
    await app.text(/answers here/).count(0);
    assert.equal((await kept(app)).tab, "");
  });

  it("finds the answers again after a look at other pages, also once they were copied", async (app) => {
    await begin(app, "All on one page");
    await say(app, 3, "Agree");
    const looks = [
      () => app.link("What is Cairn?").click(),
      () => app.run(() => void (location.hash = "#/")),
    ];
    for (const look of looks) {
      await look();
      await app.page("Cairn");
      await app.driver.navigate().back();
      await app.button("Go on").click();
      assert.ok(await statement(app, 3).role("radio", "Agree").checked());
    }
    await app.button("Look at my answers").click();
    await app.button("Finish").click();
    await app.button("Copy the code").click();
    await app.run(() => void (location.hash = "#/"));
    await app.page("Cairn");
    await app.driver.navigate().back();
    await app.button("Go on to send them").find();
    assert.match((await kept(app)).tab, /agree/);
  });

  it("shows what is kept by now when a page comes back out of the browser’s memory", async (app) => {
    const comesBack = () =>
      app.run(() => {
        window.before = true;
        dispatchEvent(new PageTransitionEvent("pagehide", { persisted: true }));
        dispatchEvent(new PageTransitionEvent("pageshow", { persisted: true }));
      });
    const anew = () => until("the page to be loaded anew", () => app.run(() => !window.before));
    await begin(app, "All on one page");
    await say(app, 3, "Agree");
    await app.label(/^Is there anything/).type("old");
    const old = await app.run(() => ({ ...sessionStorage }));
    // A later page in the tab has written more.
    await app.label(/^Is there anything/).type(" and new");
    const [key, draft] = Object.entries(await app.run(() => ({ ...sessionStorage }))).find(([, text]) => text.includes("old and new"));
    await app.run((kept) => Object.entries(kept).forEach(([key, text]) => sessionStorage.setItem(key, text)), old);
    await app.reload();
    await app.button("Go on").click();
    await app.label(/^Is there anything/).has("old");
    await app.run((key, draft) => sessionStorage.setItem(key, draft), key, draft);
    await comesBack();
    await anew();
    await app.button("Go on").click();
    await app.label(/^Is there anything/).has("old and new");
    // A later page in the tab has sent and cleared the answers.
    await app.run(() => sessionStorage.clear());
    await comesBack();
    await anew();
    await app.button("Begin").find();
    await app.text(/answers here/).count(0);
    none(await app.run(() => (document.documentElement.hidden ? ["the page is hidden"] : [])));
  });

  it("leaves with its person what is begun again in a copy of the tab", async (app) => {
    await begin(app, "All on one page");
    await say(app, 3, "Agree");
    const copy = await app.run(() => ({ ...sessionStorage }));
    const first = await app.driver.getWindowHandle();
    await app.driver.get("about:blank");
    await app.driver.switchTo().newWindow("tab");
    await app.open();
    await app.run((kept) => Object.entries(kept).forEach(([key, text]) => sessionStorage.setItem(key, text)), copy);
    await app.open(LINK);
    await app.button("Start again without them").click();
    await app.button("Begin").find();
    await app.driver.switchTo().window(first);
    await app.open(LINK);
    await app.button("Go on").click();
    assert.ok(await statement(app, 3).role("radio", "Agree").checked());
  });

  it("leaves no word for the browser to put back", async (app) => {
    await begin(app, "All on one page");
    await app.label(/^Is there anything/).type(COMMENT);
    const restores = () =>
      app.run(() => [...document.querySelectorAll("input, textarea")].filter((field) => field.autocomplete !== "off" && field.form?.autocomplete !== "off" && !field.closest(".choice")).map((field) => field.outerHTML));
    none(await restores(), "fields that the browser fills in again");
    await app.button("Look at my answers").click();
    await app.button("Finish").click();
    await app.button("Copy the code").click();
    none(await restores(), "fields that the browser fills in again");
    await app.button(/^(I have sent them|Clear my answers)/).click();
    const asked = await app.role("dialog", /^Clear your answers/).now();
    if (asked.length) await app.button("Clear them").click();
    await app.role("heading", "Thank you").find();
    await app.driver.get("about:blank");
    await app.driver.navigate().back();
    await app.ready();
    assert.ok(!(await app.run(() => document.documentElement.outerHTML)).includes(COMMENT));
    assert.equal((await kept(app)).tab, "");
  });

  it("works with the keyboard alone", async (app) => {
    const begins = (start) =>
      until(`the focus to be at “${start}”`, () =>
        app.run((start) => document.activeElement.textContent.startsWith(start), start),
      );
    await app.open(LINK);
    await app.role("radio", "One statement at a time").click();
    await app.press(Key.TAB, Key.ENTER); // Begin
    await begins("1 of 24");
    await app.press(Key.TAB, Key.SPACE); // the first answer
    assert.ok(await statement(app, 0).role("radio", "Strongly agree").checked());
    await app.press(Key.ARROW_DOWN, Key.ARROW_DOWN);
    assert.ok(await statement(app, 0).role("radio", "Neither agree nor disagree").checked());
    await app.press(Key.ENTER);
    for (let place = 1; place < statements.length; place++) {
      await begins(`${place + 1} of 24`);
      await app.press(Key.TAB, Key.ENTER); // Enter in an answer goes to the next statement, and chooses nothing
    }
    await begins("In your own words");
    await app.press(Key.TAB, "Keys only", Key.TAB, Key.TAB, Key.ENTER);
    await begins("Your answers");
    await app.text("Keys only").find();
    await app.button("Finish").read((button) => button.focus());
    await app.press(Key.ENTER);
    await begins("Send your answers");
    const file = await app.download(() => app.press(Key.TAB, Key.ENTER));
    assert.deepEqual(file.json.data.answers, { s01: "neither" });
    assert.equal(file.json.data.comment, "Keys only");
  });

  it("refuses a link that was changed, and says what to do", async (app) => {
    const whole = token();
    const swapped = whole.slice(0, 20) + whole[21] + whole[20] + whole.slice(22);
    const wrong = [whole.slice(0, -3), swapped, whole.replace(/.$/, "!"), "x", "9".repeat(5000)];
    for (const changed of wrong) {
      await app.open(`#/survey/${changed}`);
      await app.page("This survey cannot be opened");
      await app.text(/^This survey link is not complete.*Please ask for it again\.$/).find();
    }
    await app.open("#/survey/");
    await app.page("This survey cannot be opened");
    await app.open(`#/survey/${whole.toUpperCase()}`);
    await app.page("Staff survey 2026");
    for (const newer of [token({ version: 2 }), token({ framework: "other" })]) {
      await app.open(`#/survey/${newer}`);
      await app.text(/^This survey link was made by a newer Cairn/).find();
      await app.button("Reload").find();
    }
    none(await app.axe());
  });

  it("still takes answers after the last day, and says so", async (app) => {
    await app.open(`#/survey/${token({ closes: "2020-03-01", title: " " })}`);
    await app.page("Staff survey");
    await app.text(/^The last day for answers was 1 March 2020/).find();
    await app.button("Begin").find();
  });

  it("shows what a link carries as text only", async (app) => {
    const text = "<img src=x onerror=alert(1)>";
    await app.open(`#/survey/${token({ title: text, organisation: text, threshold: 7 })}`);
    await app.page(text);
    await app.text(text, { selector: "p" }).find();
    assert.equal(await app.run(() => document.querySelectorAll("img").length), 0);
  });

  it("fetches its own part of the program at once, and not the organiser's", async (app) => {
    await app.open(LINK);
    const { answer, audit } = await app.run(() => ({ ...document.querySelector("script[data-wasm]").dataset }));
    const fetched = await app.run(() => performance.getEntriesByType("resource").map(({ name }) => name));
    const own = (name) => fetched.includes(new URL(name, app.url).href);
    assert.ok(answer.split(" ").every(own), `${answer} of ${fetched}`);
    const others = audit.split(" ").filter((name) => !answer.split(" ").includes(name));
    assert.ok(others.length && !others.some(own), `none of ${others}`);
  });

  it("is clean at every step, light and dark, on a phone and a tablet", async (app) => {
    const long = token({
      title: "What it is like to learn and work here: the staff survey for the spring of 2026",
      organisation: "Harbour House and the Northern Coast Supported Living Partnership",
    });
    for (const [width, scheme, way] of [
      [320, "light", "One statement at a time"],
      [360, "dark", "One statement at a time"],
      [360, "light", "All on one page"],
      [820, "light", "All on one page"],
      [820, "dark", "One statement at a time"],
    ]) {
      await app.scheme(scheme);
      await app.width(width);
      await app.open(`#/survey/${long}`);
      await app.reload();
      const look = async (step) => {
        const findings = await app.axe();
        const sideways = await app.run(() => document.documentElement.scrollWidth - innerWidth);
        if (sideways > 0) findings.push(`it sticks out by ${sideways} px`);
        const small = await app.run(() =>
          [...document.querySelectorAll("a, button, .answer label:has(input), textarea")]
            .filter((target) => target.checkVisibility() && target.getBoundingClientRect().height < 43.5)
            .map((target) => `too small: ${target.outerHTML.slice(0, 100)}`),
        );
        none([...findings, ...small], `${step} at ${width} px, ${scheme}`);
      };
      await look("the start");
      await app.role("radio", way).click();
      await app.button("Begin").click();
      await say(app, 0, "Agree");
      await look("the statements");
      if (way.startsWith("One")) {
        for (let place = 1; place <= statements.length; place++) {
          await app.button("Next").click();
          if (place < statements.length) await statement(app, place).find();
        }
        await look("the comment");
      }
      await app.button("Look at my answers").click();
      await look("the review");
      await app.button("Finish").click();
      await app.button("Copy the code").click();
      await app.label("Your code").find();
      await look("sending");
      await app.button(/^(I have sent them|Clear my answers)/).click();
      const asked = await app.role("dialog", /^Clear your answers/).now();
      if (asked.length) {
        await look("the question");
        await app.button("Clear them").click();
      }
      await app.role("heading", "Thank you").find();
      await look("the end");
    }
  });
});
