const fs = require("node:fs");
const os = require("node:os");
const path = require("node:path");
const CopyWebpackPlugin = require("copy-webpack-plugin");
const HtmlWebpackPlugin = require("html-webpack-plugin");
const MiniCssExtractPlugin = require("mini-css-extract-plugin");
const webpack = require("webpack");
const { addinUrl, manifestFor } = require("./build/addin-url.cjs");
const { version } = require("./package.json");

/**
 * The longest a script or style may be before the build fails, in bytes before compression. Two hold the whole catalogue of
 * functions and have limits of their own in build/after-build.mjs: functions.js, which Excel wants as one file, and the pane's
 * copy of the same.
 */
const budget = 250_000;
const holdsTheCatalogue = /^(functions|catalogue\.\w+)\.js$/;

module.exports = (environment, { mode }) => {
  const production = mode === "production";
  const url = addinUrl();
  return {
    devtool: "source-map",
    entry: {
      functions: [
        "./src/excel/functions.ts",
        "./src/excel/functions-json.ts",
        "./src/help/pages.ts",
        "./src/models/downloads.ts",
      ],
      taskpane: "./src/excel/taskpane.ts",
    },
    output: {
      path: path.join(__dirname, "dist"),
      // Excel keeps functions.js for up to a day while the page is fresh: its name never changes and the pane
      // shares no module with it, so that a new pane and old functions still work together.
      filename: ({ chunk }) => (chunk.name === "functions" || !production ? "[name].js" : "[name].[contenthash:8].js"),
      chunkFilename: production ? "[name].[contenthash:8].js" : "[name].js",
      // Relative to the page, and no look at the document: functions.js runs where there is none.
      publicPath: "",
      globalObject: "globalThis",
      clean: true,
    },
    resolve: { extensions: [".ts", ".tsx", ".js"] },
    module: {
      rules: [
        {
          test: /\.tsx?$/,
          exclude: /node_modules/,
          // Types are checked by `npm run typecheck`.
          use: { loader: "ts-loader", options: { transpileOnly: true } },
        },
        { test: /functions-json\.ts$/, enforce: "post", use: path.join(__dirname, "build/functions-json-loader.cjs") },
        { test: /\.data\.ts$/, enforce: "post", use: path.join(__dirname, "build/inline-data-loader.cjs") },
        { test: /help[\\/]pages\.ts$/, enforce: "post", use: path.join(__dirname, "build/pages-loader.cjs") },
        {
          test: /models[\\/]downloads\.ts$/,
          enforce: "post",
          use: path.join(__dirname, "build/templates-loader.cjs"),
        },
        { test: /\.md$/, use: path.join(__dirname, "build/lesson-loader.cjs") },
        { test: /\.css$/, use: [MiniCssExtractPlugin.loader, "css-loader"] },
      ],
    },
    plugins: [
      new webpack.DefinePlugin({ __ADDIN_URL__: JSON.stringify(url), __VERSION__: JSON.stringify(version) }),
      new MiniCssExtractPlugin({ filename: production ? "[name].[contenthash:8].css" : "[name].css" }),
      new HtmlWebpackPlugin({
        filename: "taskpane.html",
        template: "src/taskpane/taskpane.html",
        chunks: ["functions", "taskpane"],
        chunksSortMode: "manual",
      }),
      new CopyWebpackPlugin({
        patterns: [
          { from: "assets", to: "assets" },
          { from: "src/help/help.css", to: "help/help.css" },
          { from: "manifest.xml", transform: (xml) => manifestFor(String(xml), url) },
        ],
      }),
    ],
    optimization: {
      moduleIds: "deterministic",
      chunkIds: production ? "deterministic" : "named",
      splitChunks: {
        cacheGroups: {
          // Apart from the pane, so that a browser keeps it while only the pane changes, and after the first screen,
          // which does without it.
          catalogue: {
            test: /[\\/](src[\\/](calc|data|concepts)[\\/].*\.ts$|node_modules[\\/]decimal\.js[\\/])/,
            chunks: "async",
            name: "catalogue",
            enforce: true,
          },
        },
      },
    },
    performance: {
      hints: production ? "error" : false,
      maxAssetSize: budget,
      // What a page loads is added up after the build.
      maxEntrypointSize: Number.MAX_SAFE_INTEGER,
      assetFilter: (file) => /\.(js|css)$/.test(file) && !holdsTheCatalogue.test(file),
    },
    devServer: {
      hot: false,
      static: false,
      host: "localhost",
      port: 3000,
      server: { type: "https", options: developmentCertificate() },
      // Excel on the web fetches functions.json from another origin.
      headers: { "Access-Control-Allow-Origin": "*" },
    },
  };
};

/** The certificate that `npm run certs` made; without one the server makes its own, which Office does not trust. */
function developmentCertificate() {
  const folder = path.join(os.homedir(), ".office-addin-dev-certs");
  const files = { ca: "ca.crt", cert: "localhost.crt", key: "localhost.key" };
  const present = Object.values(files).every((file) => fs.existsSync(path.join(folder, file)));
  if (!present) return {};
  return Object.fromEntries(
    Object.entries(files).map(([name, file]) => [name, fs.readFileSync(path.join(folder, file))]),
  );
}
