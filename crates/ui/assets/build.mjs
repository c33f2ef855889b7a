// Joins the style sheets of Utrecht CSS that we use with our own into built/meemaak.css. Plain Node, after `npm ci`.
import { readFileSync, writeFileSync, mkdirSync, rmSync, readdirSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const here = dirname(fileURLToPath(import.meta.url));
const wanted = Object.entries(JSON.parse(readFileSync(join(here, "package.json"), "utf8")).devDependencies);
const built = join(here, "built");
mkdirSync(built, { recursive: true });
for (const name of readdirSync(built)) rmSync(join(built, name));

const parts = [];
const licences = [];
for (const [name, version] of wanted) {
  const folder = join(here, "node_modules", name);
  const found = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
  if (found.version !== version) throw new Error(`${name} is ${found.version} instead of ${version}; run npm ci`);
  parts.push(readFileSync(join(folder, "dist/index.min.css"), "utf8").replace(/\/\*[\s\S]*?\*\//g, "").replace(/^@charset[^;]*;/, "").trim());
  licences.push(`${name} ${version} (${found.license})`);
}
// Our own rules: comments and indentation go, nothing else changes.
const own = ["tokens", "meemaak", "print"].map((name) =>
  readFileSync(join(here, "src", `${name}.css`), "utf8").replace(/\/\*[\s\S]*?\*\//g, "").replace(/\n\s*/g, "\n").replace(/\n+/g, "\n").trim());
const head = `/*! Meemaak, EUPL-1.2. Holds Utrecht CSS, EUPL-1.2, https://github.com/nl-design-system/utrecht: ${licences.map((l) => l.replace("@utrecht/", "").replace(" (EUPL-1.2)", "")).join(", ")} */\n`;
writeFileSync(join(built, "meemaak.css"), head + parts.join("\n") + "\n" + own.join("\n") + "\n");
writeFileSync(join(built, "licences.txt"), licences.join("\n") + "\n");
