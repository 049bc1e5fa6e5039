import js from "@eslint/js";
import officeAddins from "eslint-plugin-office-addins";
import tseslint from "typescript-eslint";
import { noBranchingOnSymbols } from "./build/no-branching-on-symbols.mjs";

/** The plugin's own configurations load an older parser: only its rules are used. */
const officeRules = {
  "office-addins/call-sync-after-load": "error",
  "office-addins/call-sync-before-read": "error",
  "office-addins/load-object-before-read": "error",
  "office-addins/no-context-sync-in-loop": "error",
  "office-addins/no-empty-load": "error",
  "office-addins/no-navigational-load": "error",
  "office-addins/no-office-initialize": "error",
  "office-addins/test-for-null-using-isNullObject": "error",
};

export default tseslint.config(
  { ignores: ["dist/", "coverage/", ".tmp/", "**/*.cjs", "**/*.js"] },
  js.configs.recommended,
  {
    files: ["**/*.{ts,tsx}"],
    extends: [tseslint.configs.recommendedTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      "@typescript-eslint/consistent-type-imports": ["error", { fixStyle: "inline-type-imports" }],
      "@typescript-eslint/only-throw-error": [
        "error",
        { allow: [{ from: "package", package: "custom-functions-runtime", name: "Error" }] },
      ],
      "@typescript-eslint/no-unused-vars": [
        "error",
        { argsIgnorePattern: "^_", varsIgnorePattern: "^_", ignoreRestSiblings: true },
      ],
    },
  },
  { files: ["src/excel/**/*.ts"], plugins: { "office-addins": officeAddins }, rules: officeRules },
  {
    files: ["src/concepts/*/**/*.ts"],
    plugins: { formula: { rules: { "no-branching-on-symbols": noBranchingOnSymbols } } },
    rules: {
      "formula/no-branching-on-symbols": "error",
      // `calculate(args, { rows })`: the parts of a table's maker are made to be taken apart.
      "@typescript-eslint/unbound-method": "off",
    },
  },
  {
    // A declaration of a module can name a type only so.
    files: ["types/**/*.d.ts"],
    rules: { "@typescript-eslint/consistent-type-imports": "off" },
  },
  { files: ["test/**/*.{ts,tsx}"], extends: [tseslint.configs.disableTypeChecked] },
  {
    files: ["**/*.mjs"],
    languageOptions: {
      globals: Object.fromEntries(
        [
          "console",
          "process",
          "URL",
          "Buffer",
          "setTimeout",
          "clearTimeout",
          "fetch",
          "window",
          "location",
          "Excel",
          "document",
          "performance",
          "getComputedStyle",
        ].map((name) => [name, "readonly"]),
      ),
    },
  },
);
