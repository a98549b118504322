// What staff said, and what comes of it: results, proposals that a person accepts or overrules, the
// report, and the page that tells the staff. Nothing shows before it may.

import assert from "node:assert/strict";
import { journey, none } from "./harness.mjs";
import { judge, judgement, said, startAudit, unfoldAll } from "./steps.mjs";
import { STATEMENTS, bringIn, idOf, openSurvey, response } from "./survey-steps.mjs";

const SECRET = "The night shift would like to be asked.";

/**
 * Files of `number` people who agree with everything but the second statement, with which every third
 * disagrees. The first has 9 of 12 who agree, the eighth is answered by the first four alone, and one
 * person in four wrote something.
 */
function responses(survey, number, from = 0) {
  return Array.from({ length: number }, (_, index) => {
    const place = from + index;
    const answers = Object.fromEntries(STATEMENTS.map((id) => [id, place % 2 ? "agree" : "strongly_agree"]));
    if (place % 3 === 2) answers.s02 = "strongly_disagree";
    if (place % 4 === 3) answers.s01 = "disagree";
    if (place > 3) delete answers.s08;
    answers.s24 = "dont_know";
    const comment = place % 4 === 0 ? `${SECRET} ${place}` : "";
    return [`answer-${place}.json`, response(survey, idOf(place), answers, comment)];
  });
}

/** Starts an audit with a survey and answers, and closes the survey if wanted. Gives the audit's id. */
async function surveyed(app, number, { close = true, ...options } = {}) {
  const id = await startAudit(app);
  const survey = await openSurvey(app, id, options);
  await bringIn(app, ...responses(survey, number));
  if (close) {
    await app.button("Close the survey").click();
    await app.notice("The survey is closed.");
  }
  await app.saved();
  return { id, survey };
}

const main = (app) => app.run(() => document.querySelector("main").innerText.replace(/\s+/g, " "));

/** The row of a statement on the page of results, and of a proposal. */
const statement = (app, words) => app.text(words, { selector: ".statement span" }).around("li");
const proposal = (app, id) => app.text(said(id), { selector: ".proposals p" }).around("li");

/** How many sides of A4 the page is on paper. */
async function sides(app) {
  const { data } = await app.cdp("Page.printToPDF", { preferCSSPageSize: true, printBackground: true });
  return (Buffer.from(data, "base64").toString("latin1").match(/\/Type\s*\/Page\b/g) ?? []).length;
}

journey("Results of a survey", (it) => {
  it("says in words and figures what staff said, against the organisation's own cut-off", async (app) => {
    const { id } = await surveyed(app, 12, { invited: 20 });
    await app.open(`#/audits/${id}/survey/results`);
    await app.text("12 people have answered, of 20 who were invited: 60%.").find();
    const first = statement(app, /^I feel encouraged to learn, and to reflect on my own/);
    await first.says(/75% agree · 12 answered · at or above the cut-off of 75%/);
    await first.says(/Strongly agree.6 · Agree.3 · Neither agree nor disagree.0 · Disagree.3 · Strongly disagree.0/);
    await statement(app, /^I have opportunities to reflect/).says(/67% agree · 12 answered · below the cut-off/);
    await statement(app, /^I feel actively encouraged, and actively supported/).says(/Too few answered this one/);
    await statement(app, /^I am actively involved in evaluating/).says(/Nobody had a view · 12 answered/);
    await app.text(/^3 people added comments\. .* leave out names/).find();
    await app.text(`${SECRET} 8`).find();

    await app.label("Order").choose("Least agreement first");
    const order = await app.run(() => [...document.querySelectorAll(".statements .number")].map((it) => +it.textContent));
    assert.equal(order[0], 2);
    assert.deepEqual(order.slice(-2), [8, 24], "without a figure they stand last");

    await app.text("Show as a table").now().then(([details]) => app.run((it) => it.click(), details));
    const row = app.role("rowheader", /^2\. /).around("tr");
    await row.says(/4\s+4\s+0\s+0\s+4\s+0\s+12\s+67%$/);

    // The organisation chooses the cut-off.
    const cutOff = app.label("Cut-off in percent");
    await cutOff.fill("0");
    await app.press("\uE004");
    await app.text("Type a whole number from 1 to 100.").find();
    await cutOff.fill("76");
    await app.press("\uE004");
    await first.says(/75% agree · 12 answered · below the cut-off of 76%/);
    await proposal(app, "1A.s1").says(/75% agree \(12 answered; cut-off 76%\)\s*Proposes No/);
    await cutOff.fill("75");
    await app.press("\uE004");
    await proposal(app, "1A.s1").says(/Proposes Yes/);
  });

  it("gives the results to a spreadsheet", async (app) => {
    const { id } = await surveyed(app, 12);
    await app.open(`#/audits/${id}/survey/results`);
    await app.text("12 people have answered. It is not known how many were invited.").find();
    await app.run(() => {
      navigator.clipboard.write = async ([item]) => {
        const form = async (kind) => (await item.getType(kind)).text();
        window.copied = [await form("text/html"), await form("text/plain")];
      };
    });
    await app.button("Copy as a table").click();
    await app.notice(/^The results are copied\./);
    const [html, tabbed] = await app.run(() => window.copied);
    assert.match(tabbed, /^s01\t[^\t]*\t6\t3\t0\t3\t0\t0\t12\t75\t\t$/m);
    assert.match(tabbed, /^Comments$/m);
    assert.match(html, /<tr><td>s01<\/td><td>[^<]*<\/td><td>6<\/td><td>3<\/td>/);
    const { name, text } = await app.download(() => app.button("Save for a spreadsheet (.csv)").click());
    assert.match(name, /^cairn-Staff-survey-\d+-.*\.csv$/);
    assert.match(text, /^\uFEFF"Statement","Words",/);
    assert.match(text, /^"s01",".*",6,3,0,3,0,0,12,75,,\r$/m);
    // A browser that can copy only text gets the table as text.
    await app.run(() => {
      navigator.clipboard.write = async () => Promise.reject(new Error("no"));
      navigator.clipboard.writeText = async (text) => void (window.copied = text);
    });
    await app.button("Copy as a table").click();
    await app.notice(/^The results are copied\./);
    assert.equal(await app.run(() => window.copied), tabbed);
    await app.run(() => {
      navigator.clipboard.writeText = async () => Promise.reject(new Error("no"));
    });
    await app.button("Copy as a table").click();
    await app.notice(/^The browser would not copy the results\./);
  });

  it("proposes judgements, which a person accepts or overrules", async (app) => {
    const { id, survey } = await surveyed(app, 12);
    await app.open(`#/audits/${id}`);
    await app.text("The survey is closed. You can see the results now.").find();
    await app.link("See the results").click();
    await app.page("Staff survey: results");
    await app.text("There are 27 proposals for indicators that you have not judged yet.").find();

    await app.open(`#/audits/${id}`);
    await app.text(/^The survey is closed\. 12 people have answered.* There are 27 proposals for indicators that you have not judged yet\.$/).find();
    await app.link("See the results").click();

    // One proposal is accepted.
    await proposal(app, "1A.s1").says(/Proposes Yes · Not judged yet/);
    await proposal(app, "1A.s1").button(/^Accept/).click();
    await app.notice("The survey’s proposal is accepted.");
    await proposal(app, "1A.s1").says(/You said Yes, as proposed/);
    await proposal(app, "1A.s1").button(/^Accept/).gone();
    assert.ok(await proposal(app, "1A.s1").link(/^Go to this indicator/).focused());

    // One is judged otherwise, with a note that says why.
    await proposal(app, "1A.s2").link(/^Go to this indicator/).click();
    await app.page(/^1A/);
    const indicator = judgement(app, "1A.s2").around(".indicator");
    await indicator.text(/^Staff survey: 67% agree \(12 answered; cut-off 75%\)\. It proposes No\.$/).find();
    await judge(app, "1A.s2", "Yes");
    await indicator.text(/^You judged differently from what the survey proposes\./).find();
    await indicator.text("Say why in a note").click();
    await indicator.label("Note: why is your judgement different from the survey’s?").type("Reflective practice began after the survey.");
    await indicator.button(/^Accept No/).find();
    await judgement(app, "1A.o1").around(".indicator").text(/^Staff survey/).gone();
    await app.open(`#/audits/${id}/survey/results`);
    await proposal(app, "1A.s2").says(/Proposes No · You said Yes\. Your note: Reflective practice began/);

    // All others are accepted in one step.
    await app.button("Accept all for indicators not judged yet").click();
    await app.notice("25 of the survey’s proposals are accepted.");
    await app.text("You have judged every indicator that the survey has a proposal for.").find();
    await app.role("status").button("Undo").click();
    await app.text("There are 25 proposals for indicators that you have not judged yet.").find();
    await proposal(app, "1A.s2").says(/You said Yes\. Your note: /);
    await app.button("Accept all for indicators not judged yet").click();
    await app.notice("25 of the survey’s proposals are accepted.");
    await app.saved();

    // The record keeps what was proposed, and later answers change no judgement.
    await app.open(`#/audits/${id}/about`);
    const { json } = await app.download(() => app.button("Save as a file").click());
    assert.deepEqual(json.data.judgements["1A.s2"].survey, { proposed: "not_achieved", agreement: 67, answered: 12 });
    assert.equal(json.data.judgements["1A.s2"].judgement, "achieved");
    await app.open(`#/audits/${id}/survey`);
    await bringIn(
      app,
      ...STATEMENTS.slice(0, 12).map((_, place) => [`no-${place}.json`, response(survey, idOf(100 + place), "disagree")]),
    );
    await app.open(`#/audits/${id}/survey/results`);
    await app.text(/^24 people have answered/).find();
    await proposal(app, "1A.s1").says(/38% agree \(24 answered; .*Proposes No · You said Yes\. Add a note saying why\./s);
    await proposal(app, "1A.s1").says(/When you judged it, the survey proposed Yes\./);
  });

  it("goes into the report, with what was judged otherwise", async (app) => {
    const { id } = await surveyed(app, 12, { invited: 10 });
    await app.open(`#/audits/${id}/areas/1A`);
    await judge(app, "1A.s2", "Yes");
    await app.open(`#/audits/${id}/report`);
    await app.text(/^12 people have answered, more than the 10 who were invited\./).find();
    await app.role("region", "Staff survey by area").text("at or above").count(6);
    const words = await main(app);
    assert.match(words, /The cut-off is 75% of those with a view/);
    assert.match(words, /2\. I have opportunities to reflect[^%]*12 67%/);
    assert.match(words, /Judged differently from what the survey proposes.*1A: have opportunities to reflect.*No Yes/);
    assert.ok(!words.includes(SECRET), "no comment");
  });

  it("shows how far apart the two views of an area are", async (app) => {
    const { id } = await surveyed(app, 12);
    await app.open(`#/audits/${id}/survey/results`);
    await app.text(/^There is nothing to compare yet/).find();
    await app.open(`#/audits/${id}/areas/1B`);
    await judge(app, "1B.o1", "No");
    await app.open(`#/audits/${id}/survey/results`);
    await app.text(/^The widest gap is in 1B: the organisation has judged 0% of its own indicators achieved, and 100% of staff agree\./).find();
    await app.text(/^0%: 0 of 1 achieved, 2 still to judge$/, { selector: ".side span" }).find();
  });

  it("tells the staff on one page", async (app) => {
    const { id } = await surveyed(app, 12, { invited: 20 });
    await app.open(`#/audits/${id}/survey/summary`);
    await app.page("You said, we did");
    const weak = app.text(/^I have opportunities to reflect/, { selector: "#weak ~ ul span" }).around("li");
    await weak.text("Nothing on this page answers this yet.").find();
    await weak.button(/^Plan an action/).click();
    await app.page("Action plan");
    await app.label("What we will do").type("Keep an hour a month free for reflection.");
    await app.open(`#/audits/${id}/survey/summary`);
    await weak.text("Keep an hour a month free for reflection. (not started)").find();
    await weak.text("Nothing on this page answers this yet.").gone();
    await app.label("Introduction").type("Thank you, all of you.");
    await app.label("Closing words").type("Ask me anything.");
    await app.label("Your words on statement 2").type("It begins in January.");
    await app.saved();
    await app.driver.navigate().refresh();
    await app.label("Introduction").has("Thank you, all of you.");
    await app.label("Your words on statement 2").has("It begins in January.");

    await app.cdp("Emulation.setEmulatedMedia", { media: "print" });
    const print = await app.run(() => {
      const shown = (selector) => [...document.querySelectorAll(selector)].filter((it) => it.checkVisibility());
      return {
        chrome: shown("header.top, nav, button, textarea, label, .hint, .audit-bar, .notice, h1").map((it) => it.outerHTML.slice(0, 80)),
        words: document.querySelector(".you-said").innerText,
      };
    });
    assert.deepEqual(print.chrome, []);
    for (const words of ["12 people have answered", "Thank you, all of you.", "Keep an hour a month", "It begins in January.", "Ask me anything."]) {
      assert.ok(print.words.includes(words), words);
    }
    assert.ok(!print.words.includes(SECRET), "no comment");
    assert.ok(!print.words.includes("For example"), "no suggestion");
    assert.equal(await sides(app), 1);
  });

  it("prints no long list of weak statements that nothing answers", async (app) => {
    const id = await startAudit(app);
    const survey = await openSurvey(app, id);
    const weak = Object.fromEntries(STATEMENTS.map((id, place) => [id, place < 9 ? "disagree" : "agree"]));
    await bringIn(app, ...Array.from({ length: 5 }, (_, place) => [`answer-${place}.json`, response(survey, idOf(place), weak)]));
    await app.button("Close the survey").click();
    await app.notice("The survey is closed.");
    await app.open(`#/audits/${id}/survey/summary`);
    await app.text(/^Statements 6, 7, 8 and 9 are not printed/).find();
    await app.label("Your words on statement 7").type("We look into it.");
    await app.text(/^Statements 6, 8 and 9 are not printed/).find();
    const rows = () => app.run(() => [...document.querySelectorAll("#weak ~ ul > li")].filter((it) => it.checkVisibility()).length);
    assert.equal(await rows(), 9);
    await app.cdp("Emulation.setEmulatedMedia", { media: "print" });
    assert.equal(await rows(), 6);
    assert.ok(!(await app.run(() => document.querySelector(".you-said").innerText)).includes("not printed"));
  });
});

journey("What may not show yet", (it) => {
  it("shows nothing anywhere below the threshold", async (app) => {
    const { id } = await surveyed(app, 4, { invited: 20 });
    const why = /Results show when at least 5 have answered\. 4 people have answered so far\./;
    for (const page of ["", "/survey", "/survey/results", "/survey/summary", "/report", "/areas/1A"]) {
      await app.open(`#/audits/${id}${page}`);
      await app.text(why, { exact: false, selector: "p" }).find();
      const words = await main(app);
      assert.doesNotMatch(words, /% agree|proposes|Proposes/, page);
      assert.ok(!words.includes(SECRET), page);
      await app.button(/CSV|\.csv/).gone();
    }
    await app.open(`#/audits/${id}/about`);
    const { text, json } = await app.download(() => app.button("Save as a file").click());
    assert.equal(json.data.tally.shown, undefined);
    assert.equal(json.data.tally.counted, undefined, "what may not show yet stays on the device");
    assert.equal(json.data.tally.waiting, undefined);
    assert.ok(!text.includes(SECRET) && !text.includes("s01"), "the file shows nothing to who looks into it");
  });

  it("shows nothing while the survey is open, unless that was chosen", async (app) => {
    const { id } = await surveyed(app, 6, { close: false });
    await app.open(`#/audits/${id}/survey/results`);
    await app.text("Results show when the survey is closed. 6 people have answered so far.").find();
    await app.link("Go to the staff survey").click();
    await app.page("Staff survey");
    await app.button("Close the survey").click();
    await app.open(`#/audits/${id}/survey/results`);
    await app.text(/^6 people have answered/).find();
  });

  it("moves on in steps of at least the threshold", async (app) => {
    const { id, survey } = await surveyed(app, 5, { close: false, shows: true });
    const results = async (pattern) => {
      await app.open(`#/audits/${id}/survey/results`);
      await app.text(pattern).find();
    };
    const more = async (number, from) => {
      await app.open(`#/audits/${id}/survey`);
      await bringIn(app, ...responses(survey, number, from));
    };
    await results(/^5 people have answered/);
    await more(3, 5);
    await results(/^3 more have answered since\. .* The next batch shows after 2 more\.$/);
    await app.text(/^8 people have answered\. .* The results show answers from the first 5\.$/).find();
    await more(1, 8);
    await results(/^4 more have answered since\./);
    await more(1, 9);
    await results(/^10 people have answered/);
    await app.text(/answered since/).gone();
    await app.text(/answers from the first/).gone();
  });

  it("works the response rate out from all who answered, and says whose answers show", async (app) => {
    const { id, survey } = await surveyed(app, 6, { close: false, shows: true, invited: 8 });
    await app.open(`#/audits/${id}/survey/results`);
    await app.text("6 people have answered, of 8 who were invited: 75%.").find();
    await app.open(`#/audits/${id}/survey`);
    await bringIn(app, ...responses(survey, 2, 6));
    await app.button("Close the survey").click();
    await app.notice("The survey is closed.");
    for (const page of ["/survey/results", "/survey/summary", "/report", ""]) {
      await app.open(`#/audits/${id}${page}`);
      await app.text(/8 people have answered, of 8 who were invited: 100%\. The results show answers from the first 6\./).find();
    }
  });
});

journey("A year later", (it) => {
  it("says what has changed since last year's survey", async (app) => {
    const { id } = await surveyed(app, 12);
    await app.open(`#/audits/${id}/about`);
    await app.button("Start next year’s from this one").click();
    await app.dialog("Start next year’s audit from this one").button("Start it").click();
    await app.page("Overview");
    const next = (await app.hash()).split("/")[2];
    await app.text(/^No survey yet\./).find();
    const survey = await openSurvey(app, next);
    const files = responses(survey, 6).map(([name], place) => [name, response(survey, idOf(place), place ? "agree" : "disagree")]);
    await bringIn(app, ...files);
    await app.button("Close the survey").click();
    await app.open(`#/audits/${next}/survey/results`);
    await statement(app, /^I feel encouraged to learn, and to reflect on my own/).says(/83% agree.*up\s8\spoints since last year/);
    const row = app.role("region", "Agreement last year and this year").role("rowheader", /^5\. /).around("tr");
    await row.says(/100%\s+83%\s+down\s17\spoints$/);
    await app.role("region", "Agreement last year and this year").role("rowheader", /^24\. /).gone();
    await app.open(`#/audits/${next}/report`);
    await app.role("region", "Staff survey by statement").text(/^down\s17\spoints$/).count(20);
  });
});

journey("For everyone", (it) => {
  it("is accessible, light and dark, narrow and wide", async (app) => {
    const { id } = await surveyed(app, 12, { invited: 20 });
    const findings = [];
    const pages = ["/survey/results", "/survey/summary", "/areas/1A", "/report", ""];
    for (const [scheme, width] of [["light", 360], ["dark", 820], ["dark", 360], ["light", 820]]) {
      await app.scheme(scheme);
      await app.width(width);
      for (const page of pages) {
        await app.open(`#/audits/${id}${page}`);
        await app.page(/./);
        await unfoldAll(app);
        const where = `${page} at ${width} px, ${scheme}`;
        for (const finding of await app.axe()) findings.push(`${where}: ${finding}`);
        const wide = await app.run(() => document.documentElement.scrollWidth - innerWidth);
        if (wide > 0) findings.push(`${where}: ${wide} px too wide`);
      }
    }
    none(findings);
  });

  it("is accessible while nothing shows", async (app) => {
    const { id } = await surveyed(app, 2);
    const findings = [];
    await app.width(360);
    for (const page of ["/survey/results", "/survey/summary", "/areas/1A"]) {
      await app.open(`#/audits/${id}${page}`);
      await app.page(/./);
      for (const finding of await app.axe()) findings.push(`${page}: ${finding}`);
    }
    none(findings);
  });
});
