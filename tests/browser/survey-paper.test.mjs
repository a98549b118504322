// The staff survey on paper: the sheet that is printed, and typing in the sheets that come back.

import assert from "node:assert/strict";
import { Key, journey, none, until } from "./harness.mjs";
import { fileOf, startAudit } from "./steps.mjs";
import { STATEMENTS, asksBeforeLeaving, bringIn, idOf, openSurvey, response } from "./survey-steps.mjs";

const page = (id, rest = "") => `#/audits/${id}/survey${rest}`;

/** How many sides of A4 the page prints on. */
async function sides(app) {
  const { data } = await app.cdp("Page.printToPDF", { preferCSSPageSize: true });
  const pdf = Buffer.from(data, "base64").toString("latin1");
  for (const [, width, height] of pdf.matchAll(/\/MediaBox\s*\[\s*0 0 ([\d.]+) ([\d.]+)\s*\]/g)) {
    assert.ok(Math.abs(width - 595) < 2 && Math.abs(height - 842) < 2, "A4");
  }
  return pdf.match(/\/Type\s*\/Page\b/g).length;
}

/** Fills in the counts of every statement at once, with the events of typing. */
const fillRows = (app, counts, rows = STATEMENTS.map((_, row) => row)) =>
  app.run(
    (counts, rows) => {
      for (const row of rows) {
        counts.forEach((count, column) => {
          const field = document.getElementById(`cell-${row}-${column}`);
          field.value = String(count);
          field.dispatchEvent(new Event("input", { bubbles: true }));
        });
      }
    },
    counts,
    rows,
  );

const cell = (app, statement, answer) => app.label(`Statement ${statement}: ${answer}`);

/** Opens a survey and the page for typing in sheets. */
async function typing(app, way) {
  const id = await startAudit(app);
  await openSurvey(app, id, { invited: 30 });
  await app.link("Type in sheets").click();
  await app.page("Type in paper sheets");
  if (way) await app.role("radio", way).click();
  return id;
}

const panel = (app) => app.role("group", /^Statement \d+ of 24$/);

journey("A staff survey on paper", (it) => {
  it("prints the sheet on two sides at most, with everything on it", async (app) => {
    const id = await startAudit(app, "Learning audit", "Harbour House");
    await openSurvey(app, id);
    await app.link("Look at the sheet").click();
    await app.page("Printed sheet");
    assert.ok((await sides(app)) <= 2);
    const words = await app.run(() => document.querySelector("article").innerText);
    for (const part of [/Staff survey \d{4}/, /Harbour House would like to know/, /How to fill it in/, /Who sees what/, /at least 5 people/, /24\.\s*I am actively involved/, /Where to hand it in/]) {
      assert.match(words, part);
    }
    assert.equal(await app.run(() => document.querySelectorAll("article .box").length), 24 * 6);
    await app.cdp("Emulation.setEmulatedMedia", { media: "print" });
    const chrome = await app.run(() =>
      [...document.querySelectorAll("header, nav, button, h1, .on-screen")].filter((it) => it.checkVisibility()).length,
    );
    assert.equal(chrome, 0, "and nothing but the sheet");
  });

  it("prints on two sides with the largest text, in dark, and with long words", async (app) => {
    const id = await startAudit(app, "Learning audit", "The Federation of Small Community Care Providers of the Northern Coast and Isles");
    await openSurvey(app, id);
    await app.open("#/settings");
    await app.role("radio", "Largest").click();
    await app.role("radio", "Dark").click();
    await app.open(page(id, "/sheet"));
    assert.ok((await sides(app)) <= 2, "largest text");
    const sentence = "I feel that my organisation makes time for looking back together on what we have tried, on what came of it for the people who use our services, and on what we would do otherwise. ";
    for (const times of [1, 2]) {
      const pack = Object.fromEntries(STATEMENTS.map((statement) => [statement, sentence.repeat(times).trim()]));
      await app.open("#/open");
      await app.pick(fileOf(app, `wording-${times}.json`, pack));
      await app.button("Use this wording").click();
      await app.page("Settings");
      await app.open(page(id, "/sheet"));
      await app.text(/^How far do you agree/).find();
      const number = await sides(app);
      assert.ok(number <= 2, `${number} sides with ${sentence.length * times} characters a statement`);
    }
  });

  it("adds counts that agree with the number of sheets, and says where they do not", async (app) => {
    const id = await typing(app);
    await app.button("Add these sheets to the survey").click();
    await app.text("Please say first how many sheets there are.").find();
    const number = app.label("How many sheets are there?");
    for (const [typed, sentence] of [["2.5", /whole number/], ["-1", /cannot be below 0/], ["200000", /This is too large: the most there can be/]]) {
      await number.fill(typed);
      await app.text(sentence).find();
    }
    await number.fill("12");
    await fillRows(app, [3, 4, 1, 2, 1, 1, 0]);
    await cell(app, 7, "Agree").fill("3");
    await cell(app, 9, "Disagree").fill("-2");
    await cell(app, 10, "Disagree").fill("1.5");
    await cell(app, 11, "Don’t know").fill("13");
    await app.text("Disagree: A count cannot be below 0.").find();
    await app.text("Disagree: A count is a whole number, such as 4.").find();
    await app.text("Don’t know: This is too large: the most there can be is 12.").find();
    await app.button("Add these 12 sheets to the survey").click();
    await app.text("Statement 7 adds up to 11, but there are 12 sheets.").find();
    await app.role("alert").text(/^Nothing is added yet\. Please check statements 7, 9, 10, 11\./).find();
    await until("the focus to be in the first wrong row", () => cell(app, 7, "Strongly agree").focused());
    await cell(app, 7, "No answer").fill("1");
    await cell(app, 9, "Disagree").fill("2");
    await cell(app, 10, "Disagree").fill("2");
    await cell(app, 11, "Don’t know").fill("1");
    await app.text(/^Nothing is added yet/).gone();
    await app.label(/^Comments on these sheets/).type("More time with the manager.", Key.ENTER, "The rota.");
    await app.button("Add these 12 sheets to the survey").click();
    await app.page("Staff survey");
    await app.notice("The sheets are counted.");
    await app.text("12 of 30 have answered.").find();
    await app.saved();
    await app.open(page(id, "/tally"));
    await app.label("How many sheets are there?").has("");
    await app.open(page(id));
    await app.button("Undo").click();
    await app.text("0 of 30 have answered.").find();
  });

  it("says in the results how many were typed in, and counts no blank sheet", async (app) => {
    const id = await startAudit(app);
    const survey = await openSurvey(app, id, { threshold: 3, shows: true });
    await bringIn(app, ["one.json", response(survey, idOf(0))], ["two.json", response(survey, idOf(1))]);
    await app.open(page(id, "/tally"));
    await app.label("How many sheets are there?").fill("4");
    await app.text(/^Leave out sheets with nothing ticked/).find();
    await fillRows(app, [0, 0, 0, 0, 0, 0, 4]);
    await app.button("Add these 4 sheets to the survey").click();
    await app.notice("Nothing was counted, because nothing is answered on these sheets.");
    await app.text(/^2 people have answered|2 have answered/).find();
    await app.open(page(id, "/tally"));
    await app.label("How many sheets are there?").fill("4");
    await fillRows(app, [0, 0, 0, 0, 0, 0, 4]);
    await fillRows(app, [0, 2, 0, 0, 0, 0, 2], [0]);
    await app.button("Add these 4 sheets to the survey").click();
    await app.notice("The sheets are counted. 2 of them are blank and do not count.");
    const typed = /4 people have answered.* 2 of the answers shown were typed in from paper\./;
    for (const [rest, heading] of [["/survey/results", "Staff survey: results"], ["/survey/summary", "You said, we did"], ["/report", /./]]) {
      await app.open(`#/audits/${id}${rest}`);
      await app.page(heading);
      await app.text(typed).find();
    }
    // The sheet tells those who answer that results count typed-in answers.
    await app.open(page(id, "/sheet"));
    await app.text(/can also type in answers from paper, and the results say how many were typed in/).find();
  });

  it("goes down with Enter, up with Shift and Enter, and along with Tab", async (app) => {
    await typing(app);
    await app.label("How many sheets are there?").fill("2");
    await cell(app, 1, "Strongly agree").type("1", Key.ENTER);
    assert.ok(await cell(app, 2, "Strongly agree").focused());
    await app.press("2", Key.TAB);
    assert.ok(await cell(app, 2, "Agree").focused());
    await app.driver.actions().keyDown(Key.SHIFT).sendKeys(Key.ENTER).keyUp(Key.SHIFT).perform();
    assert.ok(await cell(app, 1, "Agree").focused());
    await cell(app, 24, "Agree").type(Key.ENTER);
    assert.ok(await cell(app, 1, "Neither agree nor disagree").focused(), "past the foot comes the next column");
    await cell(app, 1, "Strongly agree").has("1");
    await cell(app, 2, "Strongly agree").has("2");
  });

  it("keeps what is typed while other pages are looked at", async (app) => {
    const id = await typing(app);
    await app.label("How many sheets are there?").fill("2");
    await cell(app, 3, "Disagree").fill("2");
    await app.link("Overview").click();
    await app.page("Overview");
    await app.open(page(id));
    await app.text("You have typed sheets that you have not added yet.").find();
    await app.link("Type in sheets").click();
    await app.label("How many sheets are there?").has("2");
    await cell(app, 3, "Disagree").has("2");
    assert.ok(!(await asksBeforeLeaving(app)), "what is kept is no reason to ask");

    // The page of a closed survey still says that sheets wait, and links to them.
    await app.open(page(id));
    await app.button("Close the survey").click();
    await app.text("You have typed sheets that you have not added yet.").find();
    await app.link("Type in sheets").click();
    await app.label("How many sheets are there?").has("2");

    // The tab is closed, as a tablet does with tabs that it no longer needs. Another one is opened.
    const { driver } = app;
    const gone = await driver.getWindowHandle();
    await driver.switchTo().newWindow("tab");
    const next = await driver.getWindowHandle();
    await driver.switchTo().window(gone);
    await driver.close();
    await driver.switchTo().window(next);
    await app.open(page(id));
    await app.text("You have typed sheets that you have not added yet.").find();
    await app.link("Type in sheets").click();
    await app.label("How many sheets are there?").has("2");
    await cell(app, 3, "Disagree").has("2");
    await cell(app, 3, "Disagree").fill("");
    await app.label("How many sheets are there?").fill("");
    assert.ok(!Object.keys(await app.storage()).some((key) => key.startsWith("cairn:sheets:")), "given up, nothing is kept");
  });

  it("shows sheets that are typed in one tab in the other, and asks only when they are not kept", async (app) => {
    const id = await typing(app);
    const { driver } = app;
    const one = await driver.getWindowHandle();
    await app.label("How many sheets are there?").fill("3");
    await driver.switchTo().newWindow("tab");
    const two = await driver.getWindowHandle();
    await app.open(`#/audits/${id}/survey/tally`);
    await app.label("How many sheets are there?").has("3");
    await cell(app, 1, "Agree").fill("3");
    await driver.switchTo().window(one);
    await cell(app, 1, "Agree").has("3");
    await driver.switchTo().window(two);
    await app.run(() => {
      Storage.prototype.setItem = () => {
        throw new DOMException("full", "QuotaExceededError");
      };
    });
    await cell(app, 2, "Agree").fill("3");
    assert.ok(await asksBeforeLeaving(app));
  });

  it("goes through sheets with single keys", async (app) => {
    const id = await typing(app, /^Go through the sheets/);
    await app.role("heading", "Sheet 1").find();
    await app.button("Add the sheets to the survey").click();
    await app.text("Nothing is added yet. No sheet is typed yet.").find();
    await panel(app).use((element) => app.run((element) => element.focus(), element));
    await app.press("1", "2", "3", "4", "5", "0", "d", " ", "n", "9");
    await app.role("group", "Statement 10 of 24").find();
    const pressed = () => app.run(() => [...document.querySelectorAll(".pressed strong")].map((it) => it.textContent).join(""));
    assert.equal(await pressed(), "1234500NN");
    await app.text("Statement 4: Disagree").find();
    await app.press(Key.BACK_SPACE, "5");
    assert.equal(await pressed(), "1234500N5");
    await app.button("Add the sheets to the survey").click();
    await app.text(/^Nothing is added yet\. This sheet is not complete/).find();
    await panel(app).use((element) => app.run((element) => element.focus(), element));
    for (let left = 9; left < 24; left += 1) await app.press("2");
    await app.text("All 24 statements of this sheet are typed.").find();
    await until("the focus to be on the way on", () => app.button("Next sheet").focused());
    await app.label(/^Comment on this sheet/).type("The rota makes it hard.");
    await app.button("Next sheet").click();
    await app.role("heading", "Sheet 2").find();
    await until("the focus to be where the keys are heard", () => panel(app).focused());
    await app.text("1 sheet is complete.").find();
    // The second sheet is typed by touch, and then discarded.
    await app.button(/Strongly disagree$/).click();
    await app.button(/No answer$/).click();
    assert.equal(await pressed(), "5N");
    await app.button("Go back one").click();
    assert.equal(await pressed(), "5");
    await app.button("Discard this sheet").click();
    await app.dialog("Discard this sheet?").button("Discard it").click();
    await until("the sheet to be empty", async () => (await pressed()) === "");
    await app.role("heading", "Sheet 2").find();
    await panel(app).use((element) => app.run((element) => element.focus(), element));
    for (let left = 0; left < 24; left += 1) await app.press("1");
    await app.text("2 sheets are complete.").find();
    await app.button("Add the sheets to the survey").click();
    await app.page("Staff survey");
    await app.text("2 of 30 have answered.").find();
    await app.open(page(id, "/tally"));
    await app.role("heading", "Sheet 1").find();
  });

  it("says where to open a survey when there is none", async (app) => {
    const id = await startAudit(app);
    for (const rest of ["/sheet", "/tally"]) {
      await app.open(page(id, rest));
      await app.text("There is no survey yet.").find();
      await app.link("Open a survey").find();
    }
  });

  it("is clean for axe, light and dark, narrow and wide, with room for fingers", async (app) => {
    const findings = [];
    const look = async (what) => {
      for (const finding of await app.axe()) findings.push(`${what}: ${finding}`);
      const wide = await app.run(() => document.documentElement.scrollWidth - innerWidth);
      if (wide > 0) findings.push(`${what}: ${wide} px too wide`);
      const small = await app.run(() =>
        [...document.querySelectorAll("main :is(button, .tally input)")]
          .filter((it) => it.checkVisibility())
          .map((it) => it.getBoundingClientRect())
          .filter(({ width, height }) => width < 44 || height < 43.5).length,
      );
      if (small) findings.push(`${what}: ${small} too small for a finger`);
    };
    const id = await typing(app);
    const settings = [["light", 360], ["dark", 360], ["light", 820], ["dark", 820], ["light", 0]];
    await app.label("How many sheets are there?").fill("12");
    await fillRows(app, [5, 4, 1, 2, 1, 1, 0], [1, 2]);
    await app.button("Add these 12 sheets to the survey").click();
    await app.role("alert").text(/^Nothing is added yet/).find();
    for (const [scheme, width] of settings) {
      await app.scheme(scheme);
      await app.width(width);
      await look(`counts, ${scheme}, ${width} px`);
    }
    await app.role("radio", /^Go through the sheets/).click();
    await app.button(/^1Strongly agree$|Strongly agree$/).click();
    for (const [scheme, width] of settings) {
      await app.scheme(scheme);
      await app.width(width);
      await look(`sheet by sheet, ${scheme}, ${width} px`);
    }
    await app.open(page(id, "/sheet"));
    for (const [scheme, width] of settings) {
      await app.scheme(scheme);
      await app.width(width);
      await look(`the printed sheet, ${scheme}, ${width} px`);
    }
    none(findings);
  });
});
