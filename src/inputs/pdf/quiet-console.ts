/**
 * Until the modules that are being loaded with this one are evaluated, nothing is warned of: the current build of
 * pdfjs-dist advises Node to take the legacy one, before anyone can tell it to keep quiet. `newer-built-ins.ts` is why
 * that is not heeded. No other code can run in between, as modules are evaluated in one go.
 */
const { warn } = console;
console.warn = () => {};
queueMicrotask(() => {
  console.warn = warn;
});
