// The development plan: from three places, by theme, shared with other teams, and into a person's plan.

import assert from "node:assert/strict";
import { Key, journey, none } from "./harness.mjs";
import { fileOf, openExample, unfoldAll } from "./steps.mjs";
import { change, need, openTeamExample, openFiles, questions, sharedFile, startTeam, teamFile, teamPages } from "./team-steps.mjs";

const GRIEF = "Talking with people about death and loss";
const COURSES = "Finding out, three months after a course, what a person does differently";

/** The headings in the list: themes and needs. */
const headings = (app) =>
  app.run(() => [...document.querySelectorAll(".needs :is(h3, h4)")].map((heading) => heading.textContent));

journey("A team’s development plan", (it) => {
  it("takes needs from the organisation’s plan, from members, and by hand", async (app) => {
    await openExample(app);
    await openFiles(app, fileOf(app, "robin.json", sharedFile("Robin", [
      { text: "Knowing what to say when somebody has died", due: "2027-01-31", status: "under_way" },
      { text: "Driving the minibus", status: "done" },
    ])));
    const id = await startTeam(app);
    await app.open(`#/teams/${id}/plan`);
    await app.text("From the organisation’s plan", { selector: "summary" }).unfold();
    await app.text(/^Spend half a day each month/).around("li").button(/^Add to the plan/).click();
    await need(app, /^Spend half a day each month/).text(/^Comes from the organisation’s plan/).find();
    await app.role("link", /^Learning audit 2026 \(example\): Spend half a day/).find();
    await app.button(/^Add to the plan ?: Social service workers feel that their views/).click();
    await app.role("heading", /^Social service workers feel that their views/, { level: 4 }).find();

    await app.text("From members’ learning plans", { selector: "summary" }).unfold();
    await app.text("Driving the minibus").gone();
    await app.text("Knowing what to say when somebody has died").around("li").button(/^Add to the plan/).click();
    const grief = need(app, "Knowing what to say when somebody has died");
    await grief.text(/by 31 January 2027/).find();
    await grief.text("Comes from members’ learning plans").find();
    await app.link(/^In the plan ?: Knowing what to say/).find();
    await app.text("It is in the plan.").around(".notice").button("Undo").click();
    await app.button(/^Add to the plan ?: Knowing what to say/).find();

    // The action in the audit links to the need that was made of it.
    await app.open("#/audits/example/plan");
    await app.role("link", /^Night team: Spend half a day each month/).find();
    await app.open(`#/teams/${id}/plan`);
    await app.button("Add a need of your own").click();
    await app.label("What needs to be learned").type("Quiet shoes", Key.TAB);
    await app.role("heading", "Quiet shoes", { level: 4 }).find();
    await app.saved();
    await app.reload();
    await app.role("heading", undefined, { level: 4 }).count(3);
  });

  it("is grouped by theme, filtered, sorted, and overdue needs can be seen", async (app) => {
    await openTeamExample(app);
    await app.link("Go to the need").click();
    await app.page("Development plan");
    const late = need(app, "Watching a visit in a way that helps the worker to learn");
    await late.text("Overdue").find();
    const all = await headings(app);
    assert.equal(all[0], "Death and loss");
    assert.deepEqual(all.slice(2, 3), ["Knowing what works"]);
    assert.equal(all.length, 9 + 8);

    await app.label("Due").choose("Overdue");
    await app.role("heading", undefined, { level: 4 }).count(1);
    await app.label("Due").choose("Any date");
    await app.label("Comes from").choose("Members’ learning plans");
    await app.role("heading", undefined, { level: 4 }).count(2);
    await app.label("Comes from").choose("Anywhere");
    await app.label("Status").choose("Still to do");
    await app.label("Owner").choose("PT");
    await app.role("heading", undefined, { level: 4 }).count(2);
    await app.label("Owner").choose("Anyone");
    await app.label("Sorted by").choose("Date");
    const sorted = await headings(app);
    assert.equal(sorted[0], "By date");
    assert.match(sorted[1], /^Watching a visit/);
    assert.match(sorted.at(-1), /^What a senior worker may decide/);

    // A need moves to its new theme.
    await app.label("Sorted by").choose("Theme");
    const roles = await change(app, "What a senior worker may decide at the weekend");
    await roles.button("Supervision").click();
    await roles.label("Theme").has("Supervision");
    await app.role("heading", "Roles", { level: 3 }).gone();
    const grouped = await headings(app);
    const supervision = grouped.slice(grouped.indexOf("Supervision") + 1).slice(0, 2);
    assert.match(supervision.join("; "), /^Talking about career hopes.*; What a senior worker may decide/);
  });

  it("makes one need of two, in one step that can be undone", async (app) => {
    await openTeamExample(app);
    await app.open("#/teams/example-team/plan");
    const card = await change(app, COURSES);
    await card.button(/^Join with another need/).click();
    const dialog = app.dialog("Join two learning needs");
    await dialog.button(/^Saying no, and why/).click();
    await app.role("heading", /^Saying no, and why/, { level: 4 }).gone();
    await card.text(/Also worded as “Saying no, and why, so that the person feels heard”/).find();
    await card.text(`Comes from the organisation’s plan, and from the review (“${questions[3]}”, “${questions[5]}”)`).find();
    await card.role("link", /^Learning audit 2026 \(example\): /).count(0);
    await card.text(/^Change/, { selector: "summary" }).unfold();
    await card.label("Who").has("PT, JR");
    assert.match(
      await card.label("How it is going (optional)").value(),
      /^19 November: [^]+\n\nNovember: done once[^]+\n\n“Saying no, and why, so that the person feels heard” had the theme “Telling people”\. Before the two were joined, this need was due by 31 March 2027\.$/,
    );
    await app.notice(/^The two needs are now one/);
    await app.text(/^The two needs are now one/).around(".notice").button("Undo").click();
    await app.role("heading", /^Saying no, and why/, { level: 4 }).find();
    await app.text(/^Also worded as “Saying no/).gone();
  });

  it("says at which questions of the review a need came up, each by itself", async (app) => {
    await openTeamExample(app);
    await app.open("#/teams/example-team/plan");
    const card = await change(app, "What a senior worker may decide at the weekend");
    const group = card.role("group", "Review questions where it came up");
    await group.role("checkbox").count(6);
    const box = (number) => group.role("checkbox", `${number}. ${questions[number - 1]}`);
    const comesFrom = (...numbers) =>
      card.text(`Comes from the review (${numbers.map((number) => `“${questions[number - 1]}”`).join(", ")})`).find();
    await comesFrom(2);
    await box(6).click();
    await comesFrom(2, 6);
    await box(1).click();
    await comesFrom(1, 2, 6);
    await box(2).click();
    await comesFrom(1, 6);
    for (const numbers of [[1, 2, 6], [2, 6], [2]]) {
      await app.button("Undo").click();
      await comesFrom(...numbers);
    }
    await group.role("checkbox", undefined, { checked: true }).count(1);
    await box(2).click();
    await card.text("Comes from the team itself").find();
  });

  it("shows what teams have in common, and carries a need to a person", async (app) => {
    await openTeamExample(app);
    await openFiles(app, fileOf(app, "day.json", teamFile("day-centre", "Day centre", [
      { text: "Sitting with people who are grieving", theme: " DEATH, and loss", owner: "AD", status: "not_started" },
    ])));
    await app.open("#/teams/example-team");
    await app.link("1 need is in common with other teams").click();
    await app.page("In common with other teams");
    const shared = app.role("region", "Death and loss");
    await shared.text("2 teams have this theme. One seminar or internal course could serve them all.").find();
    await shared.role("heading", "Day centre", { level: 3 }).find();
    await shared.link("Sitting with people who are grieving").find();
    await shared.link(GRIEF).click();
    await app.page("Development plan");

    await app.open("#/new/person");
    await app.label("The person’s name").type("Robin");
    await app.button("Start").click();
    await app.page(/./);
    const person = (await app.hash()).split("/")[2];
    await app.open("#/teams/example-team/plan");
    await need(app, GRIEF).button(/^Add to a person’s plan/).click();
    await app.dialog("Add to a person’s plan").button("Robin").click();
    await app.notice(/^Added to “Robin”\./);
    await need(app, GRIEF).text(new RegExp(`^Robin: ${GRIEF}`)).find();
    const kept = Object.values(await app.storage()).find((text) => text.includes(person) && text.includes("targets"));
    assert.ok(kept, "the target is in Robin’s record");

    // Undo takes back both ends, and redo brings both again.
    const there = async () => {
      await app.open(`#/people/${person}/plan`);
      await app.page("Learning plan");
    };
    await app.ctrl("z");
    await app.notice("Undone in both records.");
    await need(app, GRIEF).text(new RegExp(`^Robin: ${GRIEF}`)).gone();
    await app.button("Redo").click();
    await need(app, GRIEF).text(new RegExp(`^Robin: ${GRIEF}`)).find();
    await app.ctrl("z");
    await need(app, GRIEF).text(new RegExp(`^Robin: ${GRIEF}`)).gone();
    await there();
    await app.text(GRIEF, { exact: false }).gone();
  });

  it("is clean, narrow or wide, light or dark, filled in or empty", async (app) => {
    await openTeamExample(app);
    const findings = [];
    const look = async (pages, scheme, width) => {
      await app.scheme(scheme);
      await app.width(width);
      for (const hash of pages) {
        await app.open(hash);
        await unfoldAll(app);
        for (const finding of await app.axe()) findings.push(`${hash} ${scheme} ${width}: ${finding}`);
        const page = await app.run(() => ({
          wide: document.documentElement.scrollWidth - innerWidth,
          levels: [...document.querySelectorAll("main :is(h1, h2, h3, h4, h5, h6)")]
            .filter((heading) => heading.checkVisibility())
            .map((heading) => +heading.tagName[1]),
        }));
        if (page.wide > 0) findings.push(`${hash} ${width}: ${page.wide} px too wide`);
        page.levels.reduce((above, level) => {
          if (level > above + 1) findings.push(`${hash}: a level of heading is left out: ${page.levels}`);
          return level;
        }, 0);
      }
    };
    await look(teamPages("example-team"), "light", 1280);
    await look(teamPages("example-team"), "dark", 360);
    const id = await startTeam(app, "Empty team");
    await look(teamPages(id), "light", 320);
    none(findings);
  });

  it("is printed on A4 with the review, and nothing else", async (app) => {
    await openTeamExample(app);
    await app.open("#/teams/example-team/plan");
    const card = await change(app, COURSES);
    await card.button(/^Join with another need/).click();
    await app.dialog("Join two learning needs").button(/^Saying no, and why/).click();
    await app.notice(/^The two needs are now one/);
    await app.link("Print").click();
    await app.page("Print");
    const { data } = await app.cdp("Page.printToPDF", { preferCSSPageSize: true, printBackground: true });
    const pages = Buffer.from(data, "base64").toString("latin1").match(/\/Type\s*\/Page\b/g) ?? [];
    assert.ok(pages.length > 2 && pages.length < 12, `${pages.length} pages`);
    await app.cdp("Emulation.setEmulatedMedia", { media: "print" });
    const print = await app.run(() => ({
      chrome: [...document.querySelectorAll("header.top, nav, button, .audit-bar, .on-screen, h1")].filter((element) => element.checkVisibility()).length,
      running: document.querySelector(".running").textContent,
      words: document.querySelector("article").innerText,
    }));
    assert.equal(print.chrome, 0);
    assert.match(print.running, /^Harbour Lane Support · Home support \(example\) · \d+ \w+ \d{4}$/);
    for (const words of ["We asked everybody to finish the sentence", "An evening with the carers' worker", "Cost: £95", "Overdue", "Also worded as “Saying no, and why", ...questions]) {
      assert.ok(print.words.includes(words), words);
    }
  });
});
