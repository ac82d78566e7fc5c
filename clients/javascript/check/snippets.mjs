// node snippets.mjs [--write] PAGE
// Holds each snippet of a page against the file from which it is, between '<!-- from FILE NAME -->' and the end of the fence;
// FILE is as seen from the page. With --write the page takes over what the files say.
import { readFileSync, writeFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';

const SNIPPET = /<!-- from (\S+) (\S+) -->\n```(\w+)\n(.*?)```\n/gs;
const write = process.argv[2] === '--write';
const page = process.argv.at(-1);
const text = readFileSync(page, 'utf8');

function example(file, name) {
  const lines = readFileSync(resolve(dirname(page), file), 'utf8').split('\n');
  const begin = lines.findIndex((line) => line.trim().endsWith(` example:begin ${name}`));
  const end = lines.findIndex((line) => line.trim().endsWith(` example:end ${name}`));
  if (begin < 0 || end < begin) {
    throw new Error(`${file} has no example ${name}`);
  }
  const shown = lines.slice(begin + 1, end);
  const indent = Math.min(...shown.filter((line) => line.trim()).map((line) => line.search(/\S/)));
  return `${shown.map((line) => line.slice(indent)).join('\n')}\n`;
}

let snippets = 0;
const right = text.replace(SNIPPET, (all, file, name, language) => {
  snippets += 1;
  return `<!-- from ${file} ${name} -->\n\`\`\`${language}\n${example(file, name)}\`\`\`\n`;
});
if (snippets === 0) {
  throw new Error(`${page} shows nothing`);
}
if (right !== text) {
  if (!write) {
    throw new Error(`${page} differs from the files; clients/check --write-page takes over what they say`);
  }
  writeFileSync(page, right);
}
console.log(`${snippets} snippets of ${page} are as in the files`);
