/** What the five what-if tools say alike. */
export const theFunction = 'Name of a function of this add-in in quotes, such as "GPUHOURCOST".';
export const theArguments =
  "That function's arguments in order, one cell each; a blank cell takes the default. Where one of them is a range itself: one row (or column) for each argument, its values side by side.";
export const noNativeWhatIf =
  "it calls another function many times over. Convert the inner call to native formulas and use Excel's own Data Table or Goal Seek on those.";
