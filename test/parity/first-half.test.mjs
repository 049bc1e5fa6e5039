import { compareHalf } from "./run.mjs";

compareHalf(0);
