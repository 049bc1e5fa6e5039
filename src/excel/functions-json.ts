/** functions.json: what Excel knows of each function before it calls one. Written by the build, from the declarations. */
import { functions } from "../concepts/index";
import { metadataOf } from "./metadata";

export default metadataOf(functions, __ADDIN_URL__);
