import { inWords } from "../src/concepts/define";
import metadata from "../src/excel/functions-json";
import { metadataOf, parameterDescription } from "../src/excel/metadata";
import { allFunctions as functions } from "../src/models/what-if";
import { built } from "./runtime/dist";

const written = JSON.parse(built("functions.json")) as typeof metadata;

describe("functions.json", () => {
  it("is what the declarations say, at the address of the build", () => {
    const address = written.functions[0]!.helpUrl.split("help/")[0]!;
    expect(written).toEqual(JSON.parse(JSON.stringify(metadataOf(functions, address))));
  });

  it("gives every function its own help page on the add-in's domain", () => {
    expect(metadata.functions.map(({ id, helpUrl }) => [id, helpUrl])).toEqual(
      functions.map(({ name }) => [name, `https://localhost:3000/help/functions/${name}.html`]),
    );
  });

  it.each(metadata.functions.map((entry) => [entry.id, entry] as const))(
    "%s keeps the limits of the platform",
    (id, entry) => {
      expect(entry.name).toBe(id);
      expect(id).toMatch(/^[A-Z][A-Z0-9]{2,63}$/);
      expect(entry.description.length).toBeLessThanOrEqual(255);
      expect(entry.result).toHaveProperty("dimensionality");
      for (const { name, description } of entry.parameters) {
        expect(name.length).toBeLessThanOrEqual(64);
        expect(description.length).toBeLessThanOrEqual(512);
        expect(description).toMatch(/\.$/);
      }
    },
  );

  it.each(metadata.functions.map((entry) => [entry.id, entry.parameters] as const))(
    "%s requires no argument after one that may be left out",
    (_, parameters) => {
      const firstOptional = parameters.findIndex(({ optional }) => optional);
      expect(firstOptional < 0 ? [] : parameters.slice(firstOptional).filter(({ optional }) => !optional)).toEqual([]);
    },
  );

  it("lists the words of a parameter, and only words that it takes", () => {
    const enums = new Map(metadata.enums.map((entry) => [entry.id, entry.values]));
    for (const fn of functions) {
      Object.values(fn.parameters).forEach((parameter, i) => {
        const { customEnumId } = metadata.functions.find(({ id }) => id === fn.name)!.parameters[i]!;
        expect(
          customEnumId === undefined ? undefined : enums.get(customEnumId)?.map(({ stringValue }) => stringValue),
        ).toEqual(parameter.words);
      });
    }
    expect(enums.size).toBe(metadata.enums.length);
    // What Excel inserts, name or value, is not documented: they are the same.
    expect(
      metadata.enums.flatMap(({ values }) => values).filter(({ name, stringValue }) => name !== stringValue),
    ).toEqual([]);
  });

  it("lets Excel check numbers and flags, and us everything else", () => {
    for (const fn of functions) {
      const types = metadata.functions.find(({ id }) => id === fn.name)!.parameters;
      Object.values(fn.parameters).forEach(({ kind }, i) => {
        expect(types[i]!.type).toBe(kind === "number" || kind === "boolean" ? kind : "any");
        expect(types[i]!.dimensionality).toBe(kind === "numbers" || kind === "range" ? "matrix" : "scalar");
      });
    }
  });
});

describe("the description of an argument", () => {
  const described = (functionName: string, parameter: string) =>
    parameterDescription(functions.find(({ name }) => name === functionName)!.parameters[parameter]!);

  it("says meaning, unit and rule", () => {
    expect(described("GPUHOURCOST", "lifeYears")).toBe(
      "Years over which the purchase price is recovered (year, more than 0).",
    );
  });

  it("says what a blank cell means where the default is 0", () => {
    expect(described("GPUHOURCOST", "residual")).toMatch(/ Blank or left out: 0\.$/);
  });

  it("speaks of leaving out, never of blank, where the default is another number", () => {
    expect(described("GPUHOURCOST", "hoursPerYear")).toMatch(/ If left out: 8,760 h(\/year)?\.$/);
    for (const fn of functions) {
      for (const parameter of Object.values(fn.parameters)) {
        if (parameter.byDefault !== undefined && parameter.byDefault !== 0)
          expect(parameterDescription(parameter)).not.toMatch(/blank or/i);
      }
    }
  });
});

describe("the description of a function", () => {
  it("ends with the arguments in order, for Excel on the web shows no tips", () => {
    const { description } = metadata.functions.find(({ id }) => id === "GPUHOURCOST")!;
    const order = Object.keys(functions.find(({ name }) => name === "GPUHOURCOST")!.parameters);
    const listed = [...description.split("Order: ")[1]!.matchAll(/\[?([a-zA-Z]+)(?: \([^)]*\))?[^,]*(?:, |\.$)/g)].map(
      ([, name]) => name,
    );
    expect(listed).toEqual(order);
    expect(order.map(inWords)).toContain("life years");
  });
});
