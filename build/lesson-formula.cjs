const { fail } = require("./lesson-shape.cjs");

/** What may stand in a formula without a name: unit steps. Every other number is an input with a label and a unit. */
const bareNumbers = new Set(["0", "1", "12", "24", "100", "1000", "1000000"]);

const token = /\s+|"(?:[^"]|"")*"|\d+(?:\.\d+)?(?:[eE][+-]?\d+)?%?|[A-Za-z][A-Za-z0-9.]*|<=|>=|<>|[-+*/^&=<>(),]/y;

/** A formula over ids. True and false of YAML are taken as Excel's. */
function formula(value, place) {
  if (typeof value === "boolean") return value ? "TRUE" : "FALSE";
  if (typeof value !== "string") fail(place, `write a formula in quotes (it is ${JSON.stringify(value)})`);
  const text = value.trim();
  if (text.startsWith("=")) fail(place, "write the formula without its equals sign");
  readFormula(text, place);
  return text;
}

/** A formula, or a number as it stands. */
function bound(value, place) {
  return typeof value === "number" ? String(value) : formula(value, place);
}

/** The ids and the functions that a formula names. */
function readFormula(text, place = "formula") {
  const tokens = split(text, place);
  const ids = new Set();
  const functions = new Set();
  const open = [];
  tokens.forEach((part, i) => {
    const before = tokens[i - 1];
    if (part === "(") open.push({ name: /^[A-Z]/.test(before ?? "") ? before : "", argument: 0 });
    else if (part === ")") {
      if (!open.pop()) fail(place, `a bracket closes that was not opened in ${text}`);
    } else if (part === ",") {
      const call = open.at(-1);
      if (!call?.name) fail(place, `a comma stands outside a function in ${text}`);
      call.argument++;
    } else if (/^[A-Za-z]/.test(part)) name(part, tokens[i + 1]);
    else if (/^\d/.test(part)) bareNumber(part);
  });
  if (open.length) fail(place, `a bracket is not closed in ${text}`);
  return { ids: [...ids], functions: [...functions] };

  function name(word, next) {
    if (next === "(") {
      if (word !== word.toUpperCase() || word.startsWith("COMPUTE."))
        fail(place, `write ${word} in capitals and without COMPUTE.`);
      functions.add(word);
    } else if (word !== "TRUE" && word !== "FALSE") {
      if (/^[A-Z]{1,3}\d+$/.test(word)) fail(place, `${word} is a cell address: use the id of an input or a step`);
      ids.add(word);
    }
  }

  function bareNumber(digits) {
    const position = open.some((call) => call.name === "INDEX" && call.argument > 0);
    if (!position && !bareNumbers.has(digits))
      fail(place, `the number ${digits} has no name: make it an input with a label and a unit`);
  }
}

function split(text, place) {
  const parts = [];
  token.lastIndex = 0;
  while (token.lastIndex < text.length) {
    const from = token.lastIndex;
    const match = token.exec(text);
    if (!match) fail(place, `"${text[from]}" does not belong in a formula: ${text}`);
    if (match[0].trim()) parts.push(match[0]);
  }
  if (!parts.length) fail(place, "the formula is empty");
  return parts;
}

module.exports = { bound, formula, readFormula };
