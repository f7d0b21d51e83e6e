/** pdfjs-dist, both halves: its interface, and what runs in a worker elsewhere. */
import './quiet-console.ts';
export { getDocument, OPS, PDFWorker, VerbosityLevel } from 'pdfjs-dist';
export { WorkerMessageHandler } from 'pdfjs-dist/build/pdf.worker.mjs';
