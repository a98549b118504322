/** What a browser cannot do for a test. The test that asks for it is skipped, and says why. */
export class Lacking extends Error {
  constructor(engine, what) {
    super(`${engine} cannot do this for a test: ${what}`);
  }
}
