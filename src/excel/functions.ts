/** What Excel loads to calculate cells: every function of the add-in, associated with its id before the script ends. */
import { allFunctions } from "../models/what-if";
import { forExcel } from "./custom-function";

// A plain browser without office.js has no CustomFunctions.
if (typeof CustomFunctions !== "undefined") {
  CustomFunctions.associate(Object.fromEntries(allFunctions.map((fn) => [fn.name, forExcel(fn)])));
}
