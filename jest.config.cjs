module.exports = {
  testEnvironment: "node",
  roots: ["<rootDir>/test"],
  // Files named .test.mjs are for Node's own runner.
  testMatch: ["**/*.test.{ts,tsx}"],
  globals: { __ADDIN_URL__: "https://localhost:3000/" },
  moduleNameMapper: {
    "\\.css$": "<rootDir>/test/empty.cjs",
    // A whole lesson is a header too.
    "^(.*\\.md)\\?header$": "$1",
  },
  transform: {
    "\\.tsx?$": ["ts-jest", { tsconfig: "tsconfig.jest.json" }],
    "\\.md$": "<rootDir>/build/jest-lesson-transform.cjs",
  },
};
