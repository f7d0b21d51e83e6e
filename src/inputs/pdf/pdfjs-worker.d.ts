/** The package describes its interface alone. */
declare module 'pdfjs-dist/build/pdf.worker.mjs' {
  import type { WorkerPort } from './worker-port.ts';

  export const WorkerMessageHandler: {
    /** Answers what comes over the port from now on. */
    readonly initializeFromPort: (port: WorkerPort) => void;
  };
}
