// Prints every row of a model with what it comes to: npx tsx build/show-model.mjs ID [-c for classic rows]
import { ModelValues } from "../src/models/evaluate.ts";
import { models } from "../src/models/templates/index.ts";
import { write } from "../src/models/write.ts";

const [id, ...options] = process.argv.slice(2);
const model = models.find((one) => one.id === id);
if (!model) {
  console.error(`There is no model ${id}. There are: ${models.map((one) => one.id).join(", ")}`);
  process.exit(1);
}
const made = write(model, { style: options.includes("-c") ? "classic" : "dynamic" });
const values = new ModelValues(made);
const shown = (value) =>
  value === null ? "" : typeof value === "number" ? String(Number(value.toPrecision(6))) : (value.error ?? value);
for (const [name, spot] of made.layout.spots) {
  if (spot.kind === "table") continue;
  const own = spot.kind === "series" ? values.series(name, true) : [values.value(name)];
  const total = values.total(name);
  console.log(name.padEnd(24), own.map(shown).join(" "), total === null ? "" : `| ${shown(total)}`);
}
