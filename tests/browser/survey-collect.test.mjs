// The lead opens a staff survey, hands out the link, and brings in what comes back; nothing shows
// before enough have answered.

import assert from "node:assert/strict";
import { Key, journey, none, until } from "./harness.mjs";
import { fileOf, startAudit, unfoldAll } from "./steps.mjs";
import { bringIn, code, idOf, openSurvey, response } from "./survey-steps.mjs";

const page = (id, rest = "") => `#/audits/${id}/survey${rest}`;

/** Drops files anywhere on the page, as from the desktop. */
const drop = (app, ...files) =>
  app.run((files) => {
    const dataTransfer = new DataTransfer();
    for (const [name, text] of files) dataTransfer.items.add(new File([text], name));
    document.querySelector("main").dispatchEvent(new DragEvent("drop", { dataTransfer, bubbles: true, cancelable: true }));
  }, files);

/** Files with the responses of several people, named after their numbers. */
const people = (survey, from, to, answers) =>
  Array.from({ length: to - from }, (_, place) => [`answer-${from + place}.json`, response(survey, idOf(from + place), answers)]);

/** The summary of the answers that were brought in. */
const outcome = (app) => app.role("heading", "What came in").around("div").words();

const paste = async (app, text) => {
  await app.label(/^Or paste the messages/).fill(text);
  await app.button("Count these answers").click();
  await app.role("heading", "What came in").find();
};

journey("Collecting a staff survey", (it) => {
  it("says what is wrong with the values, and then opens with good ones", async (app) => {
    const id = await startAudit(app);
    await app.link("Staff survey").click();
    await app.page("Staff survey");
    const year = new Date().getFullYear();
    await app.label("Title").has(`Staff survey ${year}`);
    await app.label("Threshold").has("5");
    await app.label("Threshold").fill("2");
    await app.label(/^How many people are invited/).fill("12.5");
    await app.button("Open the survey").click();
    await app.text("At least 3: with two, each would know what the other has said.").find();
    await app.text("A count is a whole number, such as 4.").find();
    await until("the focus to be at the first mistake", () => app.label(/^How many people are invited/).focused());
    assert.equal(await app.label("Threshold").attribute("aria-invalid"), "true");
    for (const [typed, sentence] of [["-3", /cannot be below 0/], ["many", /not a number/], ["0", /Type 1 or more, or leave it empty/]]) {
      await app.label(/^How many people are invited/).fill(typed);
      await app.text(sentence).find();
    }
    await app.label("Title").fill("x".repeat(81));
    await app.text(/keep the title to 80 characters/).find();
    await app.label("Title").fill("How we learn");
    await app.label(/^How many people are invited/).fill("4");
    await app.label("Threshold").fill("6");
    await app.text(/^Fewer people are invited than that/).find();
    await app.label(/^How many people are invited/).fill("34");
    await app.label(/^Closing date/).type("01012026");
    await app.text(/^That day has passed/).find();
    await app.button("Open the survey").click();
    await app.notice("The survey is open.");
    await app.text("How we learn", { selector: "strong" }).find();
    await app.text("0 of 34 have answered.").find();
    await app.text(/^The closing date, .*, has passed/).find();
    await app.text(/^Results show when at least 6 have answered/).find();
    await app.saved();
    await app.reload();
    await app.text("0 of 34 have answered.").find();
    assert.equal(await app.hash(), page(id));
  });

  it("takes the opening back from its notice", async (app) => {
    const id = await startAudit(app);
    await openSurvey(app, id);
    await app.text("The survey is open.").around(".notice").button("Undo").click();
    await app.button("Open the survey").find();
  });

  it("offers the link, its QR code and the other ways", async (app) => {
    const id = await startAudit(app, "Learning audit", "Harbour House");
    await openSurvey(app, id);
    const link = await app.label("The link").value();
    assert.match(link, /^http:\/\/127\.0\.0\.1:\d+\/some\/folder\/cairn\/#\/survey\/[0-9a-z]+$/);
    assert.ok(await app.label("The link").read((field) => field.readOnly));
    const code = app.role("img", /^QR code/);
    const { width, height, source } = await code.read(({ naturalWidth, naturalHeight, src }) => ({ width: naturalWidth, height: naturalHeight, source: src }));
    assert.ok(width === height && width > 29 && source.length > 1000, `${width} ${height}`);
    await app.text(/^This link works only on this device/).find();
    for (const name of ["Start the kiosk", "Look at the sheet", "Type in sheets"]) await app.link(name).find();
    await app.run(() => {
      Object.defineProperty(navigator, "clipboard", { value: { writeText: async (text) => void (window.copied = text) } });
    });
    await app.button("Copy the link").click();
    await app.text("The link is copied. Paste it into a message.").find();
    assert.equal(await app.run(() => window.copied), link);
  });

  it("selects the link where the browser will not copy", async (app) => {
    const id = await startAudit(app);
    await openSurvey(app, id);
    await app.run(() => {
      Object.defineProperty(navigator, "clipboard", { value: { writeText: () => Promise.reject(new Error("no")) } });
    });
    await app.button("Copy the link").click();
    await app.text(/^The browser would not copy it/).find();
    const selected = await app.label("The link").read((field) => field.value.slice(field.selectionStart, field.selectionEnd));
    assert.equal(selected, await app.label("The link").value());
  });

  it("prints a hand-out of one page, and nothing else", async (app) => {
    const id = await startAudit(app);
    await openSurvey(app, id);
    await app.run(() => void (window.print = () => (window.printed = true)));
    await app.button("Print a hand-out").click();
    assert.equal(await app.run(() => window.printed), true);
    const { data } = await app.cdp("Page.printToPDF", { preferCSSPageSize: true });
    const pages = Buffer.from(data, "base64").toString("latin1").match(/\/Type\s*\/Page\b/g);
    assert.equal(pages.length, 1);
    await app.cdp("Emulation.setEmulatedMedia", { media: "print" });
    const { seen, chrome, box } = await app.run(() => ({
      seen: document.querySelector(".hand-out").innerText,
      chrome: [...document.querySelectorAll("header, nav, button, h1, .card, form, #survey-link")].filter((it) => it.checkVisibility()).length,
      box: document.querySelector(".hand-out .qr").getBoundingClientRect().width,
    }));
    assert.match(seen, /Harbour House would like to know/);
    assert.match(seen, /Who sees what/);
    assert.match(seen, /Scan the code .*, or ask for the link by email\./);
    assert.doesNotMatch(seen, /#\/survey\//, "nobody types so long a link");
    assert.equal(chrome, 0);
    assert.ok(box > 250, "the code is large");
  });

  it("counts files once each, whatever comes with them", async (app) => {
    const id = await startAudit(app);
    const survey = await openSurvey(app, id, { invited: 10 });
    await bringIn(app, ...people(survey, 0, 3));
    assert.match(await outcome(app), /3 new answers counted/);
    await app.text("3 of 10 have answered.").find();
    await app.notice("3 answers are counted.");
    await bringIn(
      app,
      ...people(survey, 2, 4),
      ["other.json", response("zzzzzzzz", idOf(9))],
      ["cut.json", response(survey, idOf(10)).slice(0, 90)],
      ["words.txt", "Nothing in here"],
    );
    await app.text("4 of 10 have answered.").find();
    const words = await outcome(app);
    assert.match(words, /1 new answer counted/);
    assert.match(words, /1 answer was counted before\. It still counts once\./);
    assert.match(words, /1 answer is for another survey and was left out:\s*other\.json/);
    assert.match(words, /2 things could not be counted:[^]*cut\.json[^]*words\.txt/);
    await app.text("1 answer is counted.").around(".notice").button("Undo").click();
    await app.text("3 of 10 have answered.").find();
    await app.role("heading", "What came in").gone();
    await app.saved();
    await app.reload();
    await app.text("3 of 10 have answered.").find();
  });

  it("counts what is dropped on the page, there and then", async (app) => {
    const id = await startAudit(app);
    const survey = await openSurvey(app, id);
    await drop(app, ...people(survey, 0, 2));
    await app.text("2 have answered.").find();
    assert.equal(await app.hash(), page(id), "and no other page opens");
    await drop(app, ...people(survey, 0, 2));
    await app.text("2 answers were counted before. Each still counts once.").find();
    await app.text("2 have answered.").find();
  });

  it("counts hundreds of files", async (app) => {
    const id = await startAudit(app);
    const survey = await openSurvey(app, id, { invited: 500 });
    await drop(app, ...people(survey, 0, 500));
    await app.text("500 of 500 have answered.").find();
    assert.match(await outcome(app), /500 new answers counted/);
  });

  it("finds codes in the noise of messages, and names the damaged ones", async (app) => {
    const id = await startAudit(app);
    const survey = await openSurvey(app, id);
    const [one, two, three, other] = [0, 1, 2, 3].map((number) =>
      code(number === 3 ? "zzzzzzzz" : survey, idOf(number), "agree", number === 1 ? "More time, please – “really”." : ""),
    );
    const quoted = two.match(/.{1,30}/g).map((line) => `> ${line}`).join("\n");
    const swapped = three.slice(0, 20) + (three[20] === "A" ? "B" : "A") + three.slice(21);
    await paste(app, `Hello, here are my answers: ${one.toLowerCase()}.\n\nOn Monday you wrote:\n${quoted}\nThanks!\n${other}\n${swapped}`);
    await app.text("2 have answered.").find();
    const words = await outcome(app);
    assert.match(words, /2 new answers counted/);
    assert.match(words, /1 answer is for another survey[^]*code 3/);
    assert.match(words, /1 thing could not be counted:[^]*code 4: A code is damaged/);
    await app.button("See where it belongs").click();
    await app.text(/The survey is not on this device/).find();
    await app.open(page(id));
    await paste(app, three.slice(0, 40));
    assert.match(await outcome(app), /not complete/);
    await paste(app, "No code at all");
    assert.match(await outcome(app), /A code begins with CAIRN-/);
    await paste(app, `${one}\n${three}`);
    assert.match(await outcome(app), /1 new answer counted[^]*1 answer was counted before/);
    await app.label(/^Or paste the messages/).has("");
  });

  it("shows nothing below the threshold or before it is closed, then goes in steps", async (app) => {
    const id = await startAudit(app);
    const survey = await openSurvey(app, id);
    await bringIn(app, ...people(survey, 0, 4));
    await app.text(/^Results show when at least 5 have answered and the survey is closed\. 4 people/).find();
    await app.link("See the results").gone();
    await bringIn(app, ...people(survey, 4, 6));
    await app.text(/^Results show when the survey is closed\. 6 people/).find();
    await app.button("Close the survey").click();
    await app.notice("The survey is closed.");
    await app.text("Enough people have answered for results to show.").find();
    await app.label("The link").gone();
    await app.link("See the results").click();
    await app.page(/./);
    await app.open(page(id));
    await app.text("The results show what everyone who answered has said.").find();
    await bringIn(app, ...people(survey, 6, 8));
    const late = /^2 answers came after the results were first shown\. They count in the response rate, but cannot be shown: .* They can only show together with 3 more\.$/;
    await app.text(late).find();
    await app.link("See the results").click();
    await app.text(/^8 people have answered\. .* The results show answers from the first 6\.$/).find();
    await app.text(late).find();
    await app.open(page(id));
    await app.button("Open it again").click();
    await app.text(/^2 more have answered since\. Results update in batches of at least 5.* after 3 more, and when the survey is closed\.$/).find();
    await app.notice("The survey is open again.");
    await app.label("The link").find();
  });

  it("shows results while it is open when it was opened so, and keeps the counts from the file's reader", async (app) => {
    const id = await startAudit(app);
    const survey = await openSurvey(app, id, { shows: true });
    await bringIn(app, ...people(survey, 0, 4, "strongly_disagree"));
    await app.text(/^Results show when at least 5 have answered\. 4 people/).find();
    await app.saved();
    await app.open(`#/audits/${id}/about`);
    const { text } = await app.download(() => app.button("Save as a file").click());
    assert.ok(!text.includes("strongly_disagree") && !/"counts"/.test(text));
    await app.open(page(id));
    await bringIn(app, ...people(survey, 4, 5));
    await app.text("Enough people have answered for results to show.").find();
    await app.link("See the results").find();
  });

  it("changes the details, but lowers no threshold once answers have come", async (app) => {
    const id = await startAudit(app);
    const survey = await openSurvey(app, id);
    await bringIn(app, ...people(survey, 0, 1));
    await app.text("Change the details").unfold();
    await app.text(/^Results show once the survey is closed\. This was chosen/).find();
    await app.label("Threshold").fill("3");
    await app.label("Cut-off in percent").fill("120");
    await app.button("Save the details").click();
    await app.text(/^It cannot go below 5/).find();
    await app.text(/This is too large: the most there can be is 100/).find();
    await app.label("Threshold").fill("7");
    await app.label("Cut-off in percent").fill("80");
    await app.label("Title").fill("Spring survey");
    await app.button("Save the details").click();
    await app.notice("The details are changed.");
    await app.text("Spring survey", { selector: "strong" }).find();
    await app.text(/at least 7 have answered/).find();
    // Whoever answers from now on is promised this threshold, so it cannot be undone.
    await app.text("The details are changed.").around(".notice").button("Undo").gone();
    await app.role("group", "Undo and redo").button("Undo").click();
    await app.text(/at least 7 have answered/).find();
  });

  it("takes the details by Enter from whichever field", async (app) => {
    const id = await startAudit(app);
    await app.open(page(id));
    await app.label(/^Closing date/).type(`01022099${Key.ENTER}`);
    await app.notice("The survey is open.");
    for (const field of ["Title", "Closing date (optional)", "How many people are invited (optional)", "Threshold", "Cut-off in percent"]) {
      await app.text("Change the details").unfold();
      await app.label(field).type(Key.ENTER);
      await app.notice("The details are changed.");
      await app.text("The details are changed.").around(".notice").button("Close").click();
    }
    assert.equal(await app.run(() => document.getElementById("start-problem").hidden), true, "it runs on");
    await app.label(/^Or paste the messages/).fill("no code");
  });

  it("says of a response on the page for opening files where it belongs", async (app) => {
    const id = await startAudit(app, "Our audit");
    const survey = await openSurvey(app, id);
    await app.saved();
    await app.open("#/open");
    await app.pick(fileOf(app, "one.json", response(survey, idOf(1))), fileOf(app, "two.json", response("zzzzzzzz", idOf(2))));
    await app.text(/The survey belongs to “Our audit”/).find();
    await app.text(/is not on this device/).find();
    await app.button("Count it there").click();
    await app.page("Staff survey");
    assert.equal(await app.hash(), page(id));
    await app.text(/1 new answer counted/).find();
  });

  it("takes answers in whatever text they come from the page for opening files to be counted", async (app) => {
    const id = await startAudit(app, "Our audit");
    const survey = await openSurvey(app, id, { invited: 10 });
    await app.saved();
    await app.open("#/open");
    const quoted = response(survey, idOf(1)).replaceAll("\n", "\n> ");
    await app.text("Or paste the text of a file").click();
    await app.label("The text of the file").fill(`Hi Mo,\n> ${quoted}\nand mine: ${code(survey, idOf(2)).replaceAll("-", "\u001e")}`);
    await app.button("Look at the pasted text").click();
    await app.text("Another answer to the same survey. It is counted with the first.").find();
    await app.button("Count all 2 there").click();
    await app.page("Staff survey");
    await app.text("2 of 10 have answered.").find();
    assert.match(await outcome(app), /2 new answers counted/);
  });

  it("takes a record, a backup or a link that came among the answers to where it is opened", async (app) => {
    const id = await startAudit(app, "Our audit");
    const survey = await openSurvey(app, id);
    const link = await app.label("The link").value();
    const wording = JSON.stringify({ "1A.q3": "Other words" });
    await bringIn(app, ["one.json", response(survey, idOf(1))], ["wording.json", wording]);
    assert.match(await outcome(app), /1 new answer counted[^]*1 thing is not an answer[^]*wording\.json: a wording pack/);
    await app.button("Open it").click();
    await app.page("Open a file");
    await app.role("heading", "wording.json").find();
    await app.button("Use this wording").find();
    await app.open(page(id));
    await paste(app, `Please answer: ${link.replace("#/", "%23%2F")}>`);
    assert.match(await outcome(app), /This is the link that people use to answer, not an answer/);
    await app.button("Open it").click();
    await app.button("Answer this survey").click();
    await app.role("heading", "Who sees what").find();
  });

  it("opens a survey by a link as mail programs leave it, and hands out none of its own query", async (app) => {
    const id = await startAudit(app, "Our audit");
    await openSurvey(app, id);
    const link = await app.label("The link").value();
    const token = link.split("/survey/")[1];
    for (const hash of [`#%2Fsurvey%2F${token}`, `#/survey/${token}?utm_source=mail&fbclid=abc`, `#/SURVEY/${token.toUpperCase()}.`, `#/survey/${token.slice(0, 30)}%20%3E%20${token.slice(30)}`]) {
      await app.open(hash);
      await app.role("heading", "Who sees what").find();
      await app.open("#/");
    }
    await app.open(`#/survey/${token.slice(0, 40)}`);
    await app.text(/This survey link is not complete/).find();
  });

  it("says of what is not Cairn's what it is", async (app) => {
    const id = await startAudit(app, "Our audit");
    await openSurvey(app, id);
    await bringIn(app, ["answers.zip", "PK\u0003\u0004\u0014"], ["mail.eml", "From: a@b\r\nTo: c@d\r\n\r\nThanks"]);
    assert.match(await outcome(app), /answers\.zip[^]*This is a zip[^]*mail\.eml[^]*This is an email/);
    await app.open("#/open");
    await app.pick(fileOf(app, "page.html", "<!DOCTYPE html><html><head><title>Action plan – Cairn</title></head></html>"));
    await app.text(/This is a page of Cairn that the browser has saved/).find();
  });

  it("is clean for axe in each state, light and dark, narrow and wide", async (app) => {
    const findings = [];
    const look = async (what) => {
      await unfoldAll(app);
      for (const finding of await app.axe()) findings.push(`${what}: ${finding}`);
      const wide = await app.run(() => document.documentElement.scrollWidth - innerWidth);
      if (wide > 0) findings.push(`${what}: ${wide} px too wide`);
    };
    const id = await startAudit(app);
    await app.open(page(id));
    await app.label("Threshold").fill("1");
    await app.button("Open the survey").click();
    await app.text(/^At least 3/).find();
    for (const scheme of ["light", "dark"]) {
      await app.scheme(scheme);
      await look(`the form, ${scheme}`);
    }
    const survey = await openSurvey(app, id, { threshold: 5, invited: 12 });
    await bringIn(app, ...people(survey, 0, 3), ["cut.json", "{"], ["other.json", response("zzzzzzzz", idOf(9))]);
    for (const [scheme, width] of [["light", 360], ["dark", 360], ["light", 820], ["dark", 820], ["dark", 0]]) {
      await app.scheme(scheme);
      await app.width(width);
      await look(`open, ${scheme}, ${width} px`);
    }
    await app.width(320);
    await look("open, 320 px");
    await app.button("Close the survey").click();
    await app.notice("The survey is closed.");
    await look("closed");
    none(findings);
  });

  it("shows the code dark on light on any ground, whatever the names are", async (app) => {
    const id = await startAudit(app, "Our audit", "語😀".repeat(60));
    await app.open(page(id));
    await app.label("Title").fill("é".repeat(81));
    await app.button("Open the survey").click();
    await app.text(/^Please keep the title to 80 characters/).find();
    await app.label("Title").fill("語".repeat(70));
    await app.text(/^Please shorten the title/).find();
    await app.label("Title").fill("語".repeat(50));
    await app.button("Open the survey").click();
    await app.notice("The survey is open.");
    const picture = () =>
      app.role("img", "QR code of the link to the survey").read(async (code) => {
        await code.decode();
        const canvas = document.createElement("canvas");
        canvas.width = canvas.height = 400;
        const pen = canvas.getContext("2d");
        pen.drawImage(code, 0, 0, 400, 400);
        return [...pen.getImageData(0, 0, 400, 400).data].join();
      });
    const before = await picture();
    const { parts } = await app.role("img", "QR code of the link to the survey").read((code) => ({
      parts: decodeURIComponent(code.src),
    }));
    assert.match(parts, /<path fill='white' d='M0 0h\d+v\d+H0z'\/>\s*<path fill='black'/);
    // Extensions that make pages dark lay such rules over everything.
    await app.run(() => {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync("* { background-color: #111 !important; color: #eee !important; fill: #eee !important; stroke: #eee !important; }");
      document.adoptedStyleSheets = [sheet];
    });
    await app.scheme("dark");
    assert.equal(await picture(), before);
    await app.scheme("light");
  });

  it("lets every kind of file be picked", async (app) => {
    const id = await startAudit(app, "Our audit");
    await openSurvey(app, id);
    for (const place of [page(id), "#/open"]) {
      await app.open(place);
      await app.role("heading", undefined, { level: 1 }).find();
      const closed = await app.run(() => [...document.querySelectorAll("input[type=file][accept]")].map((field) => field.accept));
      assert.deepEqual(closed, []);
    }
  });
});
