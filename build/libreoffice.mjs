// Finds LibreOffice for tests, and where there is none installs Debian's.
import { findProgram } from "./programs.mjs";

/** The path of soffice. */
export const findLibreOffice = () =>
  findProgram({
    name: "LibreOffice",
    variable: "SOFFICE",
    commands: ["soffice", "libreoffice"],
    files: [
      "/usr/bin/soffice",
      "/usr/lib/libreoffice/program/soffice",
      "/Applications/LibreOffice.app/Contents/MacOS/soffice",
      "C:\\Program Files\\LibreOffice\\program\\soffice.exe",
    ],
    debianPackage: "libreoffice-calc",
  });
