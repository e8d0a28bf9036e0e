// Starts the wasm build of the Markdown parser. It is bundled into dist/satteriWasm.cjs in place of the native binding.
// The module gets memory, random numbers and a clock, and nothing else: no files, no environment, no threads.
'use strict';
const { randomFillSync } = require('node:crypto');
const { readFileSync } = require('node:fs');
const { join } = require('node:path');
const { getDefaultContext, instantiateNapiModuleSync } = require('@napi-rs/wasm-runtime');

// The module is built for threads, so it demands a shared memory; 64 KiB pages, the minimum it declares.
const memory = new WebAssembly.Memory({ initial: 4000, maximum: 65536, shared: true });
const view = () => new DataView(memory.buffer);

const wasiImport = {
  random_get(address, length) {
    // Node does not fill shared memory directly.
    const random = randomFillSync(new Uint8Array(length));
    new Uint8Array(memory.buffer).set(random, address);
    return 0;
  },
  environ_get: () => 0,
  environ_sizes_get(count, size) {
    view().setUint32(count, 0, true);
    view().setUint32(size, 0, true);
    return 0;
  },
  clock_time_get(_clock, _precision, address) {
    view().setBigUint64(address, process.hrtime.bigint(), true);
    return 0;
  },
  fd_write(_file, vectors, count, written) {
    // Only a dying module writes; its bytes are counted as written and dropped, stdout belongs to the protocol.
    let total = 0;
    for (let index = 0; index < count; index++) total += view().getUint32(vectors + 8 * index + 4, true);
    view().setUint32(written, total, true);
    return 0;
  },
  proc_exit(code) {
    throw new Error(`the wasm parser stopped with code ${code}`);
  },
  sched_yield: () => 0,
};

const { napiModule } = instantiateNapiModuleSync(readFileSync(join(__dirname, 'satteri.wasm')), {
  context: getDefaultContext(),
  asyncWorkPoolSize: 0,
  wasi: {
    wasiImport,
    getImportObject: () => ({ wasi_snapshot_preview1: wasiImport }),
    initialize: (instance) => instance.exports._initialize?.(),
    start() {},
  },
  onCreateWorker() {
    throw new Error('the wasm parser runs without threads');
  },
  overwriteImports(imports) {
    imports.env = { ...imports.env, ...imports.napi, ...imports.emnapi, memory };
    return imports;
  },
  beforeInit({ instance }) {
    for (const [name, register] of Object.entries(instance.exports)) {
      if (name.startsWith('__napi_register__')) register();
    }
  },
});

module.exports = napiModule.exports;
