// What `electron [-r module] folder` does in a plain Electron: loads the modules, then the folder's own main.
const { app } = require('electron');
const { readFileSync } = require('node:fs');
const Module = require('node:module');
const path = require('node:path');

const words = process.argv.slice(1);
if (words.includes('--version')) {
  console.log(`v${process.versions.electron}`);
  process.exit(0);
}

const preloaded = [];
let folder;
while (words.length > 0 && folder === undefined) {
  const word = words.shift();
  if (word === '-r' || word === '--require') preloaded.push(words.shift());
  else if (!word.startsWith('-')) folder = path.resolve(word);
}
if (folder === undefined) {
  console.error('Which application? electron FOLDER');
  process.exit(1);
}
if (preloaded.length > 0) Module._preloadModules(preloaded);

const description = JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8'));
app.setName(description.productName || description.name);
app.setVersion(description.version);
app.setAppPath(folder);
require(path.join(folder, description.main));
