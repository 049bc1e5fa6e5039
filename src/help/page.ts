import { html, type Html } from "./html";

/** A static page: readable without script, printable, with nothing from another host. */
export interface Page {
  /** Path under help/, such as functions/PUE.html. */
  readonly path: string;
  readonly title: string;
  readonly description: string;
  readonly body: Html;
}

/** The whole document of a page. */
export function document({ path, title, description, body }: Page): string {
  const up = "../".repeat(path.split("/").length - 1);
  return String(
    html`<!doctype html>
      <html lang="en">
        <head>
          <meta charset="utf-8" />
          <meta
            http-equiv="Content-Security-Policy"
            content="default-src 'none'; style-src 'self'; img-src 'self'; base-uri 'none'; form-action 'none'"
          />
          <meta name="viewport" content="width=device-width, initial-scale=1" />
          <title>${title} · Compute Economics</title>
          <meta name="description" content="${description}" />
          <link rel="icon" href="${up}../assets/icon-32.png" />
          <link rel="stylesheet" href="${up}help.css" />
        </head>
        <body>
          <header>
            <a class="home" href="${up}index.html">Compute Economics</a> <span>functions and lessons for Excel</span>
          </header>
          <main>${body}</main>
          <footer>
            <p>This page explains a calculation. It is not investment, accounting, tax or legal advice.</p>
          </footer>
        </body>
      </html> `,
  );
}

/** The address of a function's page, from a page in a folder under help/. */
export const functionHref = (name: string): string => `../functions/${name}.html`;
/** The address of a lesson's page, from a page in a folder under help/. */
export const lessonHref = (slug: string): string => `../lessons/${slug}.html`;
