// The browser's language, its clock and its ways of writing dates: if one of them is odd, only the look
// of a date may suffer.

import assert from "node:assert/strict";
import { journey } from "./harness.mjs";
import { openExample, startAudit } from "./steps.mjs";

journey("Odd browsers", (it) => {
  const before = async (app, source) => {
    await app.cdp("Page.enable");
    await app.cdp("Page.addScriptToEvaluateOnNewDocument", { source });
  };
  const says = (name, value) =>
    `Object.defineProperty(navigator, ${JSON.stringify(name)}, { get: () => (${value}) });`;

  /** Checks that everything that shows dates and times is there. */
  const works = async (app, day = /\b\d{4}\b/) => {
    await openExample(app);
    await app.open("#/audits/example/evidence");
    await app.page("Evidence");
    await app.open("#/audits/example/plan");
    await app.page("Action plan");
    await app.open("#/audits/example/about");
    await app.text(/^Started /).says(day);
    await app.open();
    await app.text(/changed/).says(day);
    const id = await startAudit(app);
    assert.ok(id);
    await app.open("#/organisations/example-organisation/year");
    await app.role("heading", undefined, { level: 1 }).find();
  };

  const LANGUAGES = {
    "the language C": says("language", "'C'"),
    "a POSIX language": says("language", "'en-US@posix'") + says("languages", "['en-US@posix']"),
    "a language with a character set": says("language", "'de_DE.UTF-8'"),
    "an empty language": says("language", "''") + says("languages", "[]"),
    "no language": says("language", "undefined") + says("languages", "undefined"),
    "null for a language": says("language", "null") + says("languages", "null"),
    "any language": says("language", "'*'") + says("languages", "['*', '']"),
    "a number for a language": says("language", "42") + says("languages", "[42, {}, null]"),
    "a very long language": says("language", "'x'.repeat(100000)") + says("languages", "'en'"),
    "a language of one sign": says("language", "'i-klingon-'") + says("languages", "[Symbol('x')]"),
    "languages that throw": `Object.defineProperty(navigator, "languages", { get() { throw new Error("no"); } });`,
  };
  for (const [name, source] of Object.entries(LANGUAGES)) {
    it(`works with ${name}`, async (app) => {
      await before(app, source);
      await works(app);
    });
  }

  it("takes the next of the languages when the first is none", async (app) => {
    await before(app, says("language", "'C'") + says("languages", "['C', 'fr-FR']"));
    await startAudit(app);
    await app.open();
    const today = await app.run(() =>
      new Intl.DateTimeFormat("fr-FR", { day: "numeric", month: "long", year: "numeric" }).format(new Date()),
    );
    await app.text(new RegExp(`changed ${today}`)).find();
  });

  it("works where the browser cannot write dates at all", async (app) => {
    await before(app, "delete globalThis.Intl;");
    await works(app, /\d\d\/\d\d\/\d{4}/);
  });

  it("works where writing a date fails", async (app) => {
    await before(app, "Intl.DateTimeFormat = class { get format() { return () => { throw new RangeError(); }; } };");
    await works(app, /\d\d\/\d\d\/\d{4}/);
  });

  for (const [name, year] of [["before the year 1", "new real(-99999999999999)"], ["in the year 12000", "new real(Date.UTC(12000, 5, 5))"], ["that shows no time", "new real(NaN)"]]) {
    it(`works with a clock ${name}`, async (app) => {
      await before(
        app,
        `{ const real = Date; globalThis.Date = class extends real {
             constructor(...args) { args.length ? super(...args) : super(${year}.getTime()); }
             static now() { return ${year}.getTime(); } }; }`,
      );
      const id = await startAudit(app);
      await app.open(`#/audits/${id}/about`);
      await app.label("The organisation").type(" Lane");
      await app.reload();
      await app.label("The organisation").has("Harbour House Lane");
      await app.open();
      await app.link(/^Learning audit/).find();
    });
  }

  for (const timezoneId of ["Pacific/Kiritimati", "Etc/GMT+12", "Africa/Monrovia"]) {
    it(`works in the time zone ${timezoneId}`, async (app) => {
      await app.cdp("Emulation.setTimezoneOverride", { timezoneId });
      await works(app);
      await app.cdp("Emulation.setTimezoneOverride", { timezoneId: "" });
    });
  }
});
