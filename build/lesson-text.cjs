const { Marked } = require("marked");
const { fail, format } = require("./lesson-shape.cjs");

const allowed = new Set([
  "paragraph",
  "space",
  "list",
  "list_item",
  "text",
  "em",
  "strong",
  "codespan",
  "link",
  "escape",
  "checkbox",
  "value",
  "term",
]);

/** `{payment}` and `{rate:0%}`: a number that is filled in when shown. */
const value = {
  name: "value",
  level: "inline",
  start: (source) => source.indexOf("{"),
  tokenizer(source) {
    const match = /^\{([a-z][A-Za-z0-9]*)(?::([^}]+))?\}/.exec(source);
    return match ? { type: "value", raw: match[0], id: match[1], format: match[2] } : undefined;
  },
  renderer: ({ id, format: shown }) => `<data data-id="${id}"${shown ? ` data-format="${shown}"` : ""}></data>`,
};

/** `[[debt service]]` and `[[debt service|payment]]`: a glossary term. */
const term = {
  name: "term",
  level: "inline",
  start: (source) => source.indexOf("[["),
  tokenizer(source) {
    const match = /^\[\[([^[\]|]+)(?:\|([^[\]|]+))?\]\]/.exec(source);
    return match
      ? { type: "term", raw: match[0], term: match[1].trim().toLowerCase(), shown: (match[2] ?? match[1]).trim() }
      : undefined;
  },
  renderer: ({ term: key, shown }) => `<dfn data-term="${escape(key)}">${escape(shown)}</dfn>`,
};

const marked = new Marked({
  extensions: [value, term],
  renderer: {
    text(token) {
      return token.tokens ? this.parser.parseInline(token.tokens) : escape(token.text);
    },
  },
});

/** One line of text: inline markup only. */
function line(source, place) {
  if (typeof source !== "string") fail(place, `write a text in double quotes (it is ${JSON.stringify(source)})`);
  const html = prose(source, place);
  const match = /^<p>([^]*)<\/p>$/.exec(html);
  if (!match || match[1].includes("<p>")) fail(place, "must be one paragraph");
  return match[1];
}

/** Paragraphs and lists. */
function prose(source, place) {
  const text = typographic(source.trim());
  if (!text) fail(place, "is empty: write it");
  const tokens = marked.lexer(text);
  marked.walkTokens(tokens, (token) => check(token, place));
  return marked.parser(tokens).trim();
}

function check(token, place) {
  if (token.type === "html") fail(place, `raw HTML is not allowed: ${token.raw.trim()}`);
  if (!allowed.has(token.type))
    fail(place, `only paragraphs, lists, emphasis, code and links belong here, not ${token.type}: ${token.raw.trim()}`);
  if (token.type === "link" && !/^(lesson:[a-z-]+|function:[A-Z]+)$/.test(token.href)) {
    fail(place, `link to lesson:<slug> or function:<NAME>; web addresses belong in signal and sources (${token.href})`);
  }
  if (token.type === "value" && token.format) format(token.format, `${place}, ${token.raw}`);
  if (token.type === "codespan" && /[{}]|\[\[/.test(token.text))
    fail(place, `values and terms do not stand in code: ${token.raw}`);
  if (token.type === "text" && !token.tokens && /[{}]|\[\[|\]\]/.test(token.text)) {
    fail(place, `write values as {id} or {id:format} and terms as [[term]] or [[term|words]]: ${token.text}`);
  }
}

/** Apostrophes and quotation marks as printed, outside code. */
function typographic(source) {
  return source.replace(/`[^`]*`|'|(^|[\s(])"|"/g, (found, before) => {
    if (found.startsWith("`")) return found;
    if (found === "'") return "’";
    return before === undefined ? "”" : `${before}“`;
  });
}

function escape(text) {
  return text
    .replace(/&(?!amp;|lt;|gt;|quot;|#39;)/g, "&amp;")
    .replace(/</g, "&lt;")
    .replace(/>/g, "&gt;")
    .replace(/"/g, "&quot;");
}

/** The ids that a compiled text shows. */
function idsShown(html) {
  return [...html.matchAll(/<data data-id="([^"]+)"/g)].map((match) => match[1]);
}

/** The terms that a compiled text names, in lower case. */
function termsShown(html) {
  return [...html.matchAll(/<dfn data-term="([^"]+)"/g)].map((match) => match[1]);
}

module.exports = { idsShown, line, prose, termsShown };
