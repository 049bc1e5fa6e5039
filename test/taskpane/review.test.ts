import { Book } from "../../src/models/review/book";
import { review, reviewing } from "../../src/models/review/review";
import { put, takeBack } from "../../src/taskpane/review/put";
import { readBook } from "../../src/taskpane/review/read";
import { inSlices } from "../../src/taskpane/review/slices";
import { fakeWorkbook } from "./fake-workbook";

const always = () => true;

/** Inputs on one sheet, the call on another, the test of a covenant on a third without a cell of ours. */
function threeSheets() {
  const workbook = fakeWorkbook();
  workbook.put("Inputs", "A1", "Power price");
  workbook.put("Inputs", "B1", "USD/MWh");
  workbook.put("Inputs", "C1", 80);
  workbook.put("Inputs", "A2", "Cash");
  workbook.put("Inputs", "A3", "Debt service");
  for (const [i, column] of ["C", "D", "E"].entries()) {
    workbook.put("Inputs", `${column}2`, [150, 130, 90][i]!);
    workbook.put("Inputs", `${column}3`, 100);
  }
  workbook.put("Bill", "A1", "Power bill");
  workbook.put("Bill", "C1", 876000000, "=COMPUTE.POWERCOST( 1000,1.25,Inputs!C1)");
  workbook.put("Bill", "C2", 1.2333, "=COMPUTE.AVERAGELOANCOVERAGE(Inputs!C2:E2,Inputs!C3:E3)");
  workbook.put("Tests", "B2", true, "=Bill!C2>=1.2");
  return workbook;
}

describe("what is read for a review", () => {
  it("is every sheet that matters: what calls name, and what tests their results", async () => {
    const read = await readBook(threeSheets(), always);
    expect(read).toMatchObject({ own: 2, partly: false });
    expect(review(read!.book).map(({ rule, sheet, covers }) => `${rule.id} ${sheet}!${covers}`)).toEqual([
      "energy-price Bill!C1",
      "average-coverage Tests!B2",
    ]);
  });

  it("is nothing where no cell is ours", async () => {
    const workbook = fakeWorkbook();
    workbook.put("Sheet1", "A1", "Price of a node");
    expect(await readBook(workbook, always)).toMatchObject({ own: 0 });
  });

  it("is given up when it is no longer wanted", async () => {
    expect(await readBook(threeSheets(), () => false)).toBeUndefined();
  });
});

describe("a proposed formula", () => {
  it("is put into the cell and taken back", async () => {
    const workbook = threeSheets();
    const { book } = (await readBook(workbook, always))!;
    const [finding] = review(book);
    const written = await put(workbook, finding!);
    expect(workbook.at("Bill", "C1").formula).toBe("=COMPUTE.POWERCOST(1000,1.25,Inputs!C1/1000)");
    await takeBack(workbook, written);
    expect(workbook.at("Bill", "C1").formula).toBe("=COMPUTE.POWERCOST( 1000,1.25,Inputs!C1)");
  });

  it("is not put into a cell that has changed since", async () => {
    const workbook = threeSheets();
    const { book } = (await readBook(workbook, always))!;
    const [finding] = review(book);
    workbook.put("Bill", "C1", 5, "=COMPUTE.POWERCOST(1,1.25,Inputs!C1)");
    await expect(put(workbook, finding!)).rejects.toThrow("C1 has changed since");
    expect(workbook.at("Bill", "C1").formula).toBe("=COMPUTE.POWERCOST(1,1.25,Inputs!C1)");
  });
});

describe("a large workbook", () => {
  const years = 40;
  const rows = 20;
  const letters = (column: number): string =>
    (column > 26 ? String.fromCharCode(64 + Math.floor((column - 1) / 26)) : "") +
    String.fromCharCode(65 + ((column - 1) % 26));
  const cells = () => {
    const values: (number | string | null)[][] = [["Power price", "USD/MWh", ...Array<number>(years).fill(80)]];
    const formulas: string[][] = [Array<string>(years + 2).fill("")];
    for (let row = 2; row <= rows; row++) {
      values.push([`Power bill ${row}`, "USD", ...Array<number>(years).fill(1)]);
      formulas.push([
        "",
        "",
        ...Array.from({ length: years }, (_, i) => `=COMPUTE.POWERCOST(${row},1.2,${letters(i + 3)}$1)`),
      ]);
    }
    return [{ sheet: "Large", address: `A1:${letters(years + 2)}${rows}`, values, formulas }];
  };

  it("is reviewed in steps that leave the pane free", () => {
    review(new Book(cells()));
    const steps = reviewing(new Book(cells()));
    const stretches: number[] = [];
    for (let done = false; !done;) {
      // Time of this process: others may take the machine in between.
      const since = process.cpuUsage();
      done = steps.next().done === true;
      const { user, system } = process.cpuUsage(since);
      stretches.push((user + system) / 1000);
    }
    expect(stretches.length).toBeGreaterThan(rows * years);
    // Collecting garbage may add to a few.
    expect(stretches.sort((a, b) => b - a)[5]).toBeLessThan(50);
  }, 30_000);

  it("gives one finding for all copies of a formula", async () => {
    const found = await inSlices(reviewing(new Book(cells())), always);
    expect(found).toHaveLength(rows - 1);
    expect(found![0]).toMatchObject({ covers: `C2:${letters(years + 2)}2` });
  }, 30_000);
});
