// Steps that the journeys of a person's learning share.

/** Every page of a person. */
export function pagesOfPerson(id) {
  const pages = ["", "/plan", "/standards", "/diary", "/interviews", "/review", "/work", "/share", "/print", "/about"];
  return pages.map((page) => `#/people/${id}${page}`);
}

/** Starts a person's book from the page for that, by typing. Gives its id. */
export async function startPerson(app, name = "Sam Reid", organisation = "Harbour House") {
  await app.open("#/new/person");
  await app.label("The person’s name").type(name);
  await app.label("The organisation (optional)").fill(organisation);
  await app.button("Start").click();
  await app.page("Overview");
  return (await app.hash()).split("/")[2];
}

/** Opens the filled-in example of a person. */
export async function openPersonExample(app) {
  await app.open("#/new/person");
  await app.button("Look at an example").click();
  await app.page("Overview");
}
