// The report on paper: A4, several pages, the report alone with its running head.

import assert from "node:assert/strict";
import { journey, none, until } from "./harness.mjs";
import { openExample } from "./steps.mjs";

/** The bytes of the printed report's PDF, as text. */
async function printed(app) {
  const { data } = await app.cdp("Page.printToPDF", { preferCSSPageSize: true, printBackground: true });
  return Buffer.from(data, "base64").toString("latin1");
}

journey("Printing", (it) => {
  it("puts the whole report on A4, and nothing else", async (app) => {
    await openExample(app);
    await app.link("Report").click();
    await app.page("Report");
    const pdf = await printed(app);
    const pages = pdf.match(/\/Type\s*\/Page\b/g) ?? [];
    assert.ok(pages.length > 3, `${pages.length} pages`);
    assert.ok(pages.length < 60, `${pages.length} pages`);
    for (const [, width, height] of pdf.matchAll(/\/MediaBox\s*\[\s*0 0 ([\d.]+) ([\d.]+)\s*\]/g)) {
      assert.ok(Math.abs(width - 595) < 2 && Math.abs(height - 842) < 2, `A4, not ${width} × ${height} points`);
    }
  });

  it("shows the report alone in print, with a running head, black on white", async (app) => {
    await openExample(app);
    await app.open("#/settings");
    await app.role("radio", "Dark").click();
    await app.open("#/audits/example/report");
    await app.role("heading", "Action plan", { level: 2 }).find();
    const screen = await app.run(() => getComputedStyle(document.querySelector(".report > thead")).display);
    assert.equal(screen, "none");
    await app.cdp("Emulation.setEmulatedMedia", { media: "print" });
    const print = await app.run(() => {
      const shown = (selector) => [...document.querySelectorAll(selector)].filter((element) => element.checkVisibility());
      return {
        chrome: shown("header.top, nav, button, .audit-bar, .notice, .skip, .on-screen, h1").map((element) => element.outerHTML.slice(0, 80)),
        head: getComputedStyle(document.querySelector(".report > thead")).display,
        running: document.querySelector(".running").textContent,
        ink: getComputedStyle(document.querySelector("article")).color,
        paper: getComputedStyle(document.body).backgroundColor,
        cut: [...document.querySelectorAll(".wide-table, .written")].filter((element) => element.scrollWidth > element.clientWidth + 1 && getComputedStyle(element).overflowX !== "visible").length,
        words: document.querySelector("article").innerText,
      };
    });
    assert.deepEqual(print.chrome, []);
    assert.equal(print.head, "table-header-group", "which a browser repeats on every page");
    assert.match(print.running, /^Harbour Lane Support · Learning audit 2026 \(example\) · \d+ \w+ \d{4}$/);
    assert.equal(print.ink, "rgb(0, 0, 0)");
    assert.equal(print.paper, "rgb(255, 255, 255)");
    assert.equal(print.cut, 0, "nothing is cut off at the side");
    for (const words of ["Supervision is where it mostly happens", "Sunday evening phone line", "Answer every suggestion", "Capability 2"]) {
      assert.ok(print.words.includes(words));
    }
  });

  it("leaves no heading and no head of a table alone at the foot of a page", async (app) => {
    await openExample(app);
    await app.open("#/audits/example/report");
    await app.role("heading", "Action plan", { level: 2 }).find();
    // A PDF lists the target of every link with the page that it is on. So links to headings and rows
    // are added, to tell on which page each of them is.
    const tables = await app.run(() => {
      const article = document.querySelector("article");
      const mark = (element, name) => {
        element.id = name;
        const link = document.createElement("a");
        Object.assign(link, { href: `#${name}`, textContent: "." });
        article.append(link);
      };
      const tables = [...document.querySelectorAll(".judgements, .wide-table table")];
      tables.forEach((table, index) => {
        const above = (table.closest(".wide-table") ?? table).previousElementSibling;
        const heading = /^H\d$/.test(above.tagName) ? above : table.caption;
        mark(heading, `heading${index}`);
        mark(table.tHead.rows[0].cells[0], `head${index}`);
        mark(table.tBodies[0].rows[0].cells[0], `row${index}`);
      });
      const room = document.createElement("div");
      room.className = "room";
      document.querySelector(".report-area").before(room);
      return tables.length;
    });
    const apart = [];
    // Everything is moved down the pages in steps, so that each table is tried at many heights.
    for (let height = 0; height < 240; height += 20) {
      await app.run((height) => void (document.querySelector(".room").style.height = `${height}mm`), height);
      const pdf = await printed(app);
      const page = (name) => pdf.match(new RegExp(`/${name} \\[(\\d+) 0 R /XYZ`))[1];
      for (let index = 0; index < tables; index++) {
        const [heading, head, row] = ["heading", "head", "row"].map((part) => page(part + index));
        if (heading !== row || head !== row) apart.push(`table ${index}, ${height} mm further down`);
      }
    }
    none(apart);
  });

  it("opens the browser's own window for printing", async (app) => {
    await openExample(app);
    await app.open("#/audits/example/report");
    await app.run(() => void (window.print = () => (window.printed = true)));
    await app.button("Print or save as PDF").click();
    assert.equal(await app.run(() => window.printed), true);
  });

  it("says how else to print where the browser does nothing", async (app) => {
    await openExample(app);
    const ways = {
      "no such thing": () => (window.print = undefined),
      "silence": () => (window.print = () => undefined),
      "a refusal": () => (window.print = () => { throw new Error("not here"); }),
    };
    for (const [name, change] of Object.entries(ways)) {
      await app.open("#/audits/example/report");
      await app.page("Report");
      await app.run(change);
      await app.button("Print or save as PDF").click();
      await app.notice(/^If no print window has opened/).catch((error) => { throw new Error(`${name}: ${error.message}`); });
      await app.text(/^If no print window has opened/).around(".notice").button("Close").click();
    }
    // A browser that prints says so as it begins. Then there is no notice.
    await app.run(() => {
      window.print = () => dispatchEvent(new Event("beforeprint"));
      const { setTimeout } = window;
      window.setTimeout = (body, after, ...rest) => setTimeout(() => { body(...rest); if (after === 1500) window.waited = true; }, after);
    });
    await app.button("Print or save as PDF").click();
    await until("the time to be over", () => app.run(() => window.waited));
    await app.text(/^If no print window has opened/).gone();
  });

  it("has no button to print with that does nothing", async (app) => {
    await openExample(app);
    for (const page of ["#/audits/example/report", "#/audits/example/survey/sheet"]) {
      await app.open(page);
      await app.role("heading", undefined, { level: 1 }).find();
      await app.run(() => (window.print = undefined));
      await app.button(/^Print/).click();
      await app.notice(/^If no print window has opened/);
      await app.text(/^If no print window has opened/).around(".notice").button("Close").click();
    }
  });
});
