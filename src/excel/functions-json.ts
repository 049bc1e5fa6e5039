/** functions.json: what Excel knows of each function before it calls one. Written by the build, from the declarations. */
import { allFunctions } from "../models/what-if";
import { metadataOf } from "./metadata";

export default metadataOf(allFunctions, __ADDIN_URL__);
