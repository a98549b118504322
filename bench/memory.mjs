// How much memory the page's scripts hold: the JavaScript heap and the memory of the WebAssembly.

import { rest, withApp } from "./app.mjs";
import { atMost, number } from "./figures.mjs";
import { areaPage, auditFile, auditId } from "./full-audit.mjs";

const MB = 1_000_000;

export async function memory() {
  return withApp(async (app) => {
    await app.bringIn(auditFile(1));
    await app.page.evaluateOnNewDocument(catchMemory);
    const rows = [];
    for (const [name, hash] of [
      ["home", "#/"],
      ["an area", areaPage(auditId(1))],
    ]) {
      await app.load(hash);
      await rest(1000);
      const wasm = await app.page.evaluate(() => window.wasmMemory.buffer.byteLength);
      await app.cdp.send("HeapProfiler.enable");
      await app.cdp.send("HeapProfiler.collectGarbage");
      const heap = await app.cdp.send("Runtime.getHeapUsage");
      // The backing storage is that of buffers, without the WebAssembly's own memory.
      const script = heap.usedSize + heap.backingStorageSize;
      const detail = `heap ${number(script / MB, "MB")}, WebAssembly ${number(wasm / MB, "MB")}`;
      rows.push(atMost(`memory of ${name}`, (script + wasm) / MB, 5, "MB", detail));
    }
    return rows;
  });
}

/** Runs in the page before anything else: keeps hold of the WebAssembly's memory. */
function catchMemory() {
  for (const name of ["instantiate", "instantiateStreaming"]) {
    const original = WebAssembly[name];
    WebAssembly[name] = async (...parameters) => {
      const result = await original.apply(WebAssembly, parameters);
      // Found by its type, because the build shortens its name. The parts that are fetched later have
      // no memory of their own.
      const exported = Object.values((result.instance ?? result).exports);
      window.wasmMemory ??= exported.find((one) => one instanceof WebAssembly.Memory);
      return result;
    };
  }
}
