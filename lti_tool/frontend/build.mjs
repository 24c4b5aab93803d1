// Bundles the browser's side into ../static/dist, with names that change with the content,
// and writes down in manifest.json which name a page has to ask for. Beside each file stands it compressed, as small as it gets.
import { createHash } from "node:crypto";
import { mkdir, readFile, readdir, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { brotliCompressSync, gzipSync } from "node:zlib";
import { build } from "esbuild";

const here = path.dirname(fileURLToPath(import.meta.url));
const dist = path.join(here, "../static/dist");
const manifest = {};

// Old files go first: what is not in the manifest is never asked for.
await rm(dist, { recursive: true, force: true });
await mkdir(dist, { recursive: true });

const { metafile } = await build({
  absWorkingDir: here,
  entryPoints: ["app.js", "sortable.js", "js/doctor.js", "js/choosing.js", "js/print.js", "js/calling.js", "js/questions.js", "public.js", "app.css", "pages.css", "css/feedback.css", "css/console.css", "css/walls.css", "css/questions.css", "editor.js", "editor.css"],
  outdir: dist,
  entryNames: "[name]-[hash]",
  bundle: true,
  minify: true,
  format: "iife",
  target: ["es2022", "chrome111", "firefox115", "safari16.4"],
  legalComments: "linked",
  metafile: true,
  logLevel: "warning",
});
for (const [file, { entryPoint }] of Object.entries(metafile.outputs)) {
  if (entryPoint) manifest[entryPoint] = path.basename(file);
}

async function copy(name) {
  const content = await readFile(path.join(here, name));
  const hash = createHash("sha256").update(content).digest("hex").slice(0, 8).toUpperCase();
  const { dir, name: stem, ext } = path.parse(name);
  const hashed = path.posix.join(dir, `${stem}-${hash}${ext}`);
  await mkdir(path.join(dist, dir), { recursive: true });
  await writeFile(path.join(dist, hashed), content);
  manifest[name] = hashed;
}

await copy("icons.svg");
for (const drawing of (await readdir(path.join(here, "drawings"))).sort()) {
  if (drawing.endsWith(".svg")) await copy(`drawings/${drawing}`);
}

for (const name of Object.values(manifest)) {
  const content = await readFile(path.join(dist, name));
  const small = { br: brotliCompressSync(content), gz: gzipSync(content, { level: 9 }) };
  for (const [ending, compressed] of Object.entries(small)) {
    if (compressed.length < content.length) await writeFile(path.join(dist, `${name}.${ending}`), compressed);
  }
}

await writeFile(path.join(dist, "manifest.json"), JSON.stringify(manifest, null, 2) + "\n");
