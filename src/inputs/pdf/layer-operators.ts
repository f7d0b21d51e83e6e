import type { Handlers, Interpreter, Operators } from './interpreter.ts';

/**
 * Marked content, as far as it belongs to layers (optional content, ISO 32000-2, 8.11). Form XObjects and images on a
 * layer come from pdfjs between the same operators.
 */
export function layerHandlers(ops: Operators): Handlers {
  return [
    [ops.beginMarkedContent, (run) => begin(run, false)],
    [ops.beginMarkedContentProps, (run, [tag, layer]) => begin(run, tag === 'OC' && !run.isLayerOn(layer))],
    [ops.endMarkedContent, end],
  ];
}

function begin(run: Interpreter, isOff: boolean): void {
  run.markedContent.push(isOff);
  if (isOff) run.offCount++;
}

function end(run: Interpreter): void {
  if (run.markedContent.pop() === true) run.offCount--;
}
