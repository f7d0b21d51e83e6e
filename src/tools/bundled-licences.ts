import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Plugin } from 'rolldown';

/** Up to the package that a module belongs to, scope included. */
const packageFolder = /^.*\/node_modules\/(?:@[^/]+\/)?[^/]+/;
const licenceFile = /^licen[cs]e(?:\.\w+)?$/i;

/**
 * Writes `LICENCES.txt` beside the bundle: the licences of all packages whose code is in it, as they ask for.
 *
 * @throws Error while bundling where a package has no licence file
 */
export function bundledLicences(): Plugin {
  return {
    name: 'bundled-licences',
    generateBundle(_, bundle) {
      const modules = Object.values(bundle).flatMap((file) => (file.type === 'chunk' ? file.moduleIds : []));
      const folders = new Set(modules.flatMap((id) => packageFolder.exec(id.replaceAll('\\', '/')) ?? []));
      const source = [...folders].toSorted().map(licenceOf).join('\n\n');
      this.emitFile({ type: 'asset', fileName: 'LICENCES.txt', source });
    },
  };
}

function licenceOf(folder: string): string {
  const name = folder.slice(folder.lastIndexOf('node_modules/') + 'node_modules/'.length);
  const file = readdirSync(folder).find((each) => licenceFile.test(each));
  if (file === undefined) throw new Error(`${name} is bundled, and has no licence file`);
  return `${name}\n\n${readFileSync(path.join(folder, file), 'utf8').trim()}\n`;
}
