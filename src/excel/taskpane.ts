/** Where the pane starts: the page renders at once, and Excel, if it is there, joins when it is ready. */
import { start } from "../taskpane/taskpane";
import { officeHost } from "./office";

start(document.getElementById("pane")!, officeHost());
