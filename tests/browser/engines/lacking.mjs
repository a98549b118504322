/** Says what a browser cannot do for a test. The test that asks for it is skipped with this reason. */
export class Lacking extends Error {
  constructor(engine, what) {
    super(`${engine} cannot do this for a test: ${what}`);
  }
}
