/**
 * node src/bench/scan-worker.ts FILE…: reads scanned pages one after the other with one thread, as one of several
 * workers would, and prints the most memory that took, in megabytes.
 */
import { extract } from '../index.ts';

for (const file of process.argv.slice(2)) await extract(file, { ocrThreads: 1 });
console.log(process.resourceUsage().maxRSS / 1000);
