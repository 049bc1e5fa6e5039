import { ESLintUtils } from "@typescript-eslint/utils";

const symbols = ["Condition", "Quantity", "Series", "Word"];

/**
 * A calculation runs once, over symbols, to build its formula. A symbol is always truthy, so `if (x.isAbove(y))` would choose one
 * branch for every user and forever. `when` and `match` keep both.
 */
export const noBranchingOnSymbols = ESLintUtils.RuleCreator.withoutDocs({
  meta: {
    type: "problem",
    messages: {
      branching:
        "This is a {{type}} of the formula, not a value: it is always truthy here. Use when(condition, a, b), match, .and or .or.",
    },
    schema: [],
  },
  defaultOptions: [],
  create(context) {
    const services = ESLintUtils.getParserServices(context);
    const check = (node) => {
      const type = services.getTypeAtLocation(node);
      const found = (type.isUnion() ? type.types : [type])
        .map((part) => part.getSymbol()?.name)
        .find((name) => symbols.includes(name));
      if (found) context.report({ node, messageId: "branching", data: { type: found } });
    };
    return {
      IfStatement: ({ test }) => check(test),
      ConditionalExpression: ({ test }) => check(test),
      WhileStatement: ({ test }) => check(test),
      LogicalExpression: ({ left, operator }) => operator !== "??" && check(left),
      "UnaryExpression[operator='!']": ({ argument }) => check(argument),
      "BinaryExpression[operator=/^([<>]=?|[!=]==?)$/]": ({ left, right }) => [left, right].forEach(check),
    };
  },
});
