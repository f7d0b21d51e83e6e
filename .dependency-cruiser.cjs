/**
 * Who may import whom. The folders of src are layers: imports go down only.
 * The list is the rule; `npm run imports` checks it.
 */

/** From the bottom up. Folders of one layer do not import one another. */
const layers = [
  ['model'],
  ['text'],
  ['tables', 'forms', 'rules'],
  ['images'],
  ['inputs', 'ocr', 'repair', 'store', 'queue'],
  ['stages', 'draw'],
  ['pipeline'],
  ['index'],
  ['cli', 'pages'],
  ['evaluate', 'bench', 'tools'],
];

/** Where a library may be imported. A PDF library in one folder, the database driver in one, and so on. */
const homes = {
  'pdfjs-dist': ['inputs/pdf'],
  '@embedpdf/pdfium': ['inputs/pdf'],
  'better-sqlite3': ['store'],
  commander: ['bench', 'cli', 'evaluate', 'tools'],
  sharp: ['bench', 'draw', 'images'],
  'onnxruntime-node': ['ocr'],
  'tesseract.js': ['ocr'],
};

/** @param {string[]} folders */
const within = (folders) => `^src/(${folders.join('|')})(/|\\.ts$)`;

const downOnly = layers.flatMap((layer, height) =>
  layer.map((folder) => {
    const barred = layers
      .slice(height)
      .flat()
      .filter((other) => other !== folder);
    return {
      name: `${folder}-imports-down-only`,
      comment: `src/${folder} may import the layers below it alone (ARCHITECTURE.md).`,
      severity: 'error',
      from: { path: within([folder]) },
      to: { path: within(barred.length > 0 ? barred : ['none']) },
    };
  }),
);

const librariesAtHome = Object.entries(homes).map(([library, folders]) => ({
  name: `${library.replace(/\W+/g, '-')}-at-home`,
  comment: `${library} is imported in src/${folders.join(' and src/')} alone, so that it can be replaced there.`,
  severity: 'error',
  from: { path: '^src/', pathNot: within(folders) },
  to: { path: `(^|/)node_modules/${library}/` },
}));

/** Started by name, or read by a tool: nothing imports them. */
const entryPoints = [
  '^src/index\\.ts$',
  '/main\\.ts$',
  '^src/tools/',
  '^src/launch/',
  '\\.test\\.ts$',
  '\\.d\\.ts$',
  '^test/build-first\\.ts$',
];

module.exports = {
  forbidden: [
    ...downOnly,
    ...librariesAtHome,
    {
      name: 'cli-through-the-library',
      comment: 'The commands use the library as anyone would: what they lack, src/index.ts lacks.',
      severity: 'error',
      from: { path: within(['cli']) },
      to: { path: '^src/', pathNot: within(['cli', 'index']) },
    },
    {
      name: 'no-circles',
      comment: 'Two modules that need each other are one, or hide a third.',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'no-orphans',
      comment: 'A module that nothing imports and nothing starts is dead.',
      severity: 'error',
      from: { orphan: true, pathNot: entryPoints },
      to: {},
    },
    {
      name: 'known-folders',
      comment: 'A new folder of src needs its place in the layers of this file.',
      severity: 'error',
      from: { path: '^src/', pathNot: [within(layers.flat()), '^src/launch/'] },
      to: {},
    },
    {
      name: 'resolvable',
      comment: 'What is imported must exist.',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true },
    },
    {
      name: 'declared',
      comment: 'The program imports only what package.json lists under dependencies.',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/tools/' },
      to: { dependencyTypes: ['npm-dev', 'npm-no-pkg', 'npm-unknown'], dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'tests-stay-outside',
      comment: 'The program does not import tests or sample makers.',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/(tools|bench|evaluate)/' },
      to: { path: '^(test|samples)/' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^dist/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'node', 'default', 'types'] },
  },
};
