/** A first Ctrl-C (or SIGTERM) asks for an end in good order; a second one ends the program at once. */
export function onInterrupt(): { readonly signal: AbortSignal; readonly stop: () => void } {
  const controller = new AbortController();
  const abort = (): void => controller.abort();
  process.once('SIGINT', abort);
  process.once('SIGTERM', abort);
  const stop = (): void => {
    process.removeListener('SIGINT', abort);
    process.removeListener('SIGTERM', abort);
  };
  return { signal: controller.signal, stop };
}
