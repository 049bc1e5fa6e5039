/** The dialog that explains how to add the add-in to Excel. */
import { drawing, element, icons } from "./dom";

const ways: readonly (readonly [name: string, steps: readonly string[]])[] = [
  [
    "Excel on the web",
    [
      "Open a workbook and choose Home, Add-ins, More Add-ins.",
      "Choose My Add-ins, Upload My Add-in, and select the manifest.",
      "Choose Compute Economics on the Home tab.",
    ],
  ],
  [
    "Excel on Windows",
    [
      "Put the manifest into a shared folder of your own.",
      "In Excel choose File, Options, Trust Center, Trust Center Settings, Trusted Add-in Catalogs. Add the folder, tick Show in Menu, and start Excel again.",
      "Choose Home, Add-ins, Advanced, Shared Folder, and add Compute Economics.",
    ],
  ],
  [
    "Excel on a Mac",
    [
      "In Finder choose Go, Go to Folder, and enter ~/Library/Containers/com.microsoft.Excel/Data/Documents/wef. Create the folder wef if it is not there.",
      "Put the manifest into it and start Excel again.",
      "Choose Home, Add-ins, and under Developer Add-ins choose Compute Economics.",
    ],
  ],
];

/** Makes the dialog; it shows itself by showModal. */
export function addToExcelDialog(): HTMLDialogElement {
  const close = element(
    "button",
    { type: "button", class: "only", "aria-label": "Close" },
    drawing(icons.close, "icon"),
  );
  const dialog = element(
    "dialog",
    { class: "dialog", "aria-labelledby": "add-title" },
    element("div", { class: "dialog-head" }, element("h2", { id: "add-title" }, "Add to Excel"), close),
    element(
      "p",
      {},
      "The same functions, lessons and models work inside Excel. One small file, the manifest, tells Excel where the add-in is.",
    ),
    element(
      "p",
      {},
      element(
        "a",
        { class: "button primary", href: "../manifest.xml", download: "compute-economics.xml" },
        "Download the manifest",
      ),
    ),
    ...ways.map(([name, steps]) =>
      element(
        "section",
        {},
        element("h3", {}, name),
        element("ol", {}, ...steps.map((step) => element("li", {}, step))),
      ),
    ),
    element(
      "p",
      { class: "muted" },
      "For everyone in an organization, an administrator uploads the manifest once: Microsoft 365 admin center, Settings, Integrated apps.",
    ),
  );
  close.addEventListener("click", () => dialog.close());
  dialog.addEventListener("click", ({ target }) => {
    if (target === dialog) dialog.close();
  });
  return dialog;
}
