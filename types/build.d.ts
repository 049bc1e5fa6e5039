declare module "*.css";
/** Where the add-in's files are served, with a slash at the end; set by the build. */
declare const __ADDIN_URL__: string;
/** The version in package.json; set by the build. */
declare const __VERSION__: string;
