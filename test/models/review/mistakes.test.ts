import { concepts, hasLesson } from "../../../src/concepts";
import { isError } from "../../../src/formula/values";
import { rules } from "../../../src/models/review/rules";
import { type Rows, findings, type Sheets, shownIn } from "./workbook";

interface Planted {
  readonly rule: string;
  readonly what: string;
  readonly wrong: Rows;
  /** The correct sibling: the rule has nothing to say. */
  readonly right: Rows;
  /** The cell that is found. */
  readonly cell: string;
  /** Value and unit, worked out by hand beside it. */
  readonly stake?: readonly [number, string];
  readonly proposal?: string;
  /** What the proposal shows in the cell. */
  readonly shows?: number | string | boolean;
}

const planted: readonly Planted[] = [
  {
    rule: "flat-rent",
    what: "a payback of three years at a level rent",
    wrong: [
      ["Price of a GPU", "USD", 30000],
      ["Market rent", "USD/GPU-hour", 2],
      ["Utilization", "share", 0.7],
      ["Cost of a sold hour", "USD/GPU-hour", 0.4],
      ["Payback", "year", "=COMPUTE.RENTALPAYBACK(C1,C2,C3,C4)"],
    ],
    right: [
      ["Price of a GPU", "USD", 30000],
      ["Market rent", "USD/GPU-hour", 2],
      ["Utilization", "share", 0.7],
      ["Cost of a sold hour", "USD/GPU-hour", 0.4],
      ["Fall of rents", "share/year", 0.1],
      ["Payback", "year", "=COMPUTE.RENTALPAYBACK(C1,C2,C3,C4,C5)"],
    ],
    cell: "C5",
    // 30,000 / (1.60 × 0.7 × 8,760) = 3.06 years; of 2.00, in years 1 to 3 lost 0.4, 0.72, 0.976, on 6,132 hours.
    stake: [(0.4 + 0.72 + 0.976) * 6132, "USD"],
    proposal: "=COMPUTE.RENTALPAYBACK(C1,C2,C3,C4,0.2)",
  },
  {
    rule: "flat-rent",
    what: "a row of market rents that never moves",
    wrong: [
      ["Year", "", 1, 2, 3, 4],
      ["Hours sold", "GPU-hours", 100, 100, 100, 100],
      ["Market rent", "USD/GPU-hour", 2, 2, 2, 2],
      ["Power", "kW", "=COMPUTE.PUEPOWER(10,1.2)"],
    ],
    right: [
      ["Year", "", 1, 2, 3, 4],
      ["Hours sold", "GPU-hours", 100, 100, 100, 100],
      ["Contract price", "USD/GPU-hour", 2, 2, 2, 2],
      ["Market rent", "USD/GPU-hour", 2, 1.6, 1.28, 1.02],
      ["Power", "kW", "=COMPUTE.PUEPOWER(10,1.2)"],
    ],
    cell: "C3",
    // 200 a year; what is left after 0, 1, 2, 3 years of 20%: 1, 0.8, 0.64, 0.512.
    stake: [200 * (0.2 + 0.36 + 0.488), "USD"],
  },
  {
    rule: "long-life",
    what: "a GPU in the books for ten years",
    wrong: [
      ["Price of the GPUs", "USD million", 35],
      ["Life", "year", 10],
      ["Age", "year", 2],
      ["Book value", "USD million", "=COMPUTE.BOOKVALUE(C1,C2,C3)"],
    ],
    right: [
      ["Price of the building", "USD million", 35],
      ["Life", "year", 20],
      ["Age", "year", 2],
      ["Book value", "USD million", "=COMPUTE.BOOKVALUE(C1,C2,C3)"],
      ["Price of the GPUs", "USD million", 35],
      ["Life", "year", 6],
      ["Book value", "USD million", "=COMPUTE.BOOKVALUE(C5,C6,C3)"],
    ],
    cell: "C4",
    stake: [14, "USD million"],
    proposal: "=COMPUTE.BOOKVALUE(C1,MIN(C2,6),C3)",
    shows: 35 * (4 / 6),
  },
  {
    rule: "long-life",
    what: "a used hour paid back over eight years",
    wrong: [["Cost of an hour", "USD/GPU-hour", "=COMPUTE.GPUHOURCOST(30000,8,0.7)"]],
    right: [["Cost of an hour", "USD/GPU-hour", "=COMPUTE.GPUHOURCOST(30000,5,0.7)"]],
    cell: "C1",
    stake: [30000 / (8760 * 0.7) / 6 - 30000 / (8760 * 0.7) / 8, "USD/GPU-hour"],
    proposal: "=COMPUTE.GPUHOURCOST(30000,MIN(8,6),0.7)",
  },
  {
    rule: "tenor-beyond-life",
    what: "seven years of debt on GPUs of four",
    wrong: [
      ["Useful life", "year", 4],
      ["Loan", "USD", 1000],
      ["Interest", "share/year", 0.1],
      ["Term", "years", 7],
      ["Schedule", "", '=COMPUTE.LOANSCHEDULE(C2,C3,C4,"straight")'],
    ],
    right: [
      ["Useful life", "year", 4],
      ["Loan", "USD", 1000],
      ["Interest", "share/month", 0.008],
      ["Term", "months", 48],
      ["Schedule", "", '=COMPUTE.LOANSCHEDULE(C2,C3,C4,"straight")'],
    ],
    cell: "C5",
    stake: [1000 * (3 / 7), "USD"],
    proposal: '=COMPUTE.LOANSCHEDULE(C2,C3,MIN(C4,4),"straight")',
  },
  {
    rule: "tenor-beyond-life",
    what: "cash of 60 months lent against, life of four years in another call",
    wrong: [
      ["Cash of a month", "", ...Array<number>(60).fill(10)],
      ["Rate of a month", "share", 0.01],
      ["Debt", "USD", "=COMPUTE.DEBTCAPACITY(C1:BJ1,C2,1.3)"],
      ["Book value", "USD", "=COMPUTE.BOOKVALUE(1000,4,1)"],
    ],
    right: [
      ["Cash of a month", "", ...Array<number>(48).fill(10), ...Array<number>(12).fill(0)],
      ["Rate of a month", "share", 0.01],
      ["Debt", "USD", "=COMPUTE.DEBTCAPACITY(C1:BJ1,C2,1.3)"],
      ["Book value", "USD", "=COMPUTE.BOOKVALUE(1000,4,1)"],
    ],
    cell: "C3",
  },
  {
    rule: "high-utilization",
    what: "more sold than the ramp ever reaches",
    wrong: [
      ["Year", "", 1, 2, 3],
      ["Utilization ramp", "share", 0.4, 0.6, 0.75],
      ["Utilization", "share", 0.9],
      ["Cost of an hour", "USD/GPU-hour", "=COMPUTE.GPUHOURCOST(30000,4,C3)"],
    ],
    right: [
      ["Year", "", 1, 2, 3],
      ["Utilization ramp", "share", 0.4, 0.6, 0.75],
      ["Utilization", "share", 0.7],
      ["Cost of an hour", "USD/GPU-hour", "=COMPUTE.GPUHOURCOST(30000,4,C3)"],
      ["Last year", "USD/GPU-hour", "=COMPUTE.GPUHOURCOST(30000,4,E2)"],
    ],
    cell: "C4",
    stake: [7500 / 8760 / 0.75 - 7500 / 8760 / 0.9, "USD/GPU-hour"],
    proposal: "=COMPUTE.GPUHOURCOST(30000,4,MIN(C3,MAX($C$2:$E$2)))",
    shows: 7500 / 8760 / 0.75,
  },
  {
    rule: "high-utilization",
    what: "98 of 100 hours sold",
    wrong: [["Yield", "share/year", "=COMPUTE.RENTALYIELD(2,98%,30000)"]],
    right: [["Yield", "share/year", "=COMPUTE.RENTALYIELD(2,85%,30000)"]],
    cell: "C1",
    stake: [2 * 0.03 * 8760, "USD/year"],
    proposal: "=COMPUTE.RENTALYIELD(2,MIN(98%,0.95),30000)",
  },
  {
    rule: "no-downtime",
    what: "every hour of the year rented out",
    wrong: [["Yield", "share/year", "=COMPUTE.RENTALYIELD(2,1,30000)"]],
    right: [["Yield", "share/year", "=COMPUTE.RENTALYIELD(2,0.8,30000)"]],
    cell: "C1",
    stake: [2 * 0.03 * 8760, "USD/year"],
    proposal: "=COMPUTE.RENTALYIELD(2,1*0.97,30000)",
  },
  {
    rule: "no-downtime",
    what: "revenue of 8,760 hours",
    wrong: [
      ["GPUs", "", 100],
      ["Hours", "h", 8760],
      ["Price", "USD/GPU-hour", 2],
      ["Revenue of a year", "USD", "=COMPUTE.RENTALBILL(C1,C2,C3)"],
    ],
    right: [
      ["GPUs", "", 100],
      ["Hours", "h", 8760],
      ["Price", "USD/GPU-hour", 2],
      ["Bill for reserved GPUs", "USD", "=COMPUTE.RENTALBILL(C1,C2,C3)"],
      ["Sold hours", "h", 6500],
      ["Revenue of a year", "USD", "=COMPUTE.RENTALBILL(C1,C5,C3)"],
    ],
    cell: "C4",
    stake: [1752000 * 0.03, "USD"],
    proposal: "=COMPUTE.RENTALBILL(C1,C2*0.97,C3)",
  },
  {
    rule: "no-downtime",
    what: "a waterfall of hours without downtime",
    wrong: [["Hours", "", "=COMPUTE.UTILIZATIONWATERFALL(10,730,0,6000,5000)"]],
    right: [["Hours", "", "=COMPUTE.UTILIZATIONWATERFALL(10,730,0.02,6000,5000)"]],
    cell: "C1",
    proposal: "=COMPUTE.UTILIZATIONWATERFALL(10,730,0.03,6000,5000)",
  },
  {
    rule: "low-pue",
    what: "the inverse of a PUE",
    wrong: [
      ["PUE", "", 0.8],
      ["Draw", "kW", "=COMPUTE.PUEPOWER(1000,C1)"],
    ],
    right: [
      ["PUE", "", 1],
      ["Draw", "kW", "=COMPUTE.PUEPOWER(1000,C1)"],
    ],
    cell: "C2",
    proposal: "=COMPUTE.PUEPOWER(1000,1/C1)",
    shows: 1250,
  },
  {
    rule: "low-pue",
    what: "total and IT energy exchanged",
    wrong: [["PUE", "", "=COMPUTE.PUE(1000,1250)"]],
    right: [["PUE", "", "=COMPUTE.PUE(1250,1000)"]],
    cell: "C1",
    proposal: "=COMPUTE.PUE(1250,1000)",
    shows: 1.25,
  },
  {
    rule: "pue-twice",
    what: "the cost of power that PUEPOWER gave",
    wrong: [
      ["IT load", "kW", 1000],
      ["PUE", "", 1.25],
      ["Power price", "USD/kWh", 0.1],
      ["Draw", "kW", "=COMPUTE.PUEPOWER(C1,C2)"],
      ["Power bill", "USD", "=COMPUTE.POWERCOST(C4,C2,C3)"],
    ],
    right: [
      ["IT load", "kW", 1000],
      ["PUE", "", 1.25],
      ["Power price", "USD/kWh", 0.1],
      ["Draw", "kW", "=COMPUTE.PUEPOWER(C1,C2)"],
      ["Power bill", "USD", "=COMPUTE.POWERCOST(C4,1,C3)"],
      ["The same", "USD", "=COMPUTE.POWERCOST(C1,C2,C3)"],
    ],
    cell: "C5",
    stake: [1250 * 0.25 * 0.1 * 8760, "USD"],
    proposal: "=COMPUTE.POWERCOST(C4,1,C3)",
    shows: 1250 * 0.1 * 8760,
  },
  {
    rule: "pue-twice",
    what: "the draw at the meter",
    wrong: [
      ["Draw at the facility's meter", "kW", 10],
      ["PUE", "", 1.2],
      ["Power bill", "USD", "=COMPUTE.POWERCOST(C1,C2,0.1,730)"],
    ],
    right: [
      ["Draw of the racks", "kW", 10],
      ["PUE", "", 1.2],
      ["Power bill", "USD", "=COMPUTE.POWERCOST(C1,C2,0.1,730)"],
    ],
    cell: "C3",
    stake: [10 * 0.2 * 0.1 * 730, "USD"],
    proposal: "=COMPUTE.POWERCOST(C1,1,0.1,730)",
  },
  {
    rule: "pue-twice",
    what: "a product with PUE in an Excel formula, and PUE after the call",
    wrong: [
      ["IT load", "kW", 1000],
      ["PUE", "", 1.25],
      ["Draw", "kW", "=C1*C2"],
      ["Power bill", "USD", "=COMPUTE.POWERCOST(C3,C2,0.1)"],
      ["Draw again", "kW", "=COMPUTE.PUEPOWER(C1,C2)"],
    ],
    right: [
      ["IT load", "kW", 1000],
      ["PUE", "", 1.25],
      ["Draw", "kW", "=C1*C2"],
      ["Power bill", "USD", "=COMPUTE.POWERCOST(C1,C2,0.1)"],
    ],
    cell: "C4",
    stake: [1250 * 0.25 * 0.1 * 8760, "USD"],
    proposal: "=COMPUTE.POWERCOST(C3,1,0.1)",
  },
  {
    rule: "pue-twice",
    what: "PUE after the call",
    wrong: [
      ["IT load", "kW", 1000],
      ["PUE", "", 1.25],
      ["Power bill", "USD", "=COMPUTE.POWERCOST(C1,C2,0.1)*C2"],
    ],
    right: [
      ["IT load", "kW", 1000],
      ["PUE", "", 1.25],
      ["Halls", "", 1.25],
      ["Power bill", "USD", "=COMPUTE.POWERCOST(C1,C2,0.1)*C3"],
    ],
    cell: "C3",
    stake: [1250 * 0.1 * 8760 * 0.25, "USD"],
    proposal: "=COMPUTE.POWERCOST(C1,1,0.1)*C2",
    shows: 1250 * 0.1 * 8760,
  },
  {
    rule: "average-coverage",
    what: "a covenant held against the average",
    wrong: [
      ["Cash", "USD", 150, 130, 90],
      ["Debt service", "USD", 100, 100, 100],
      ["Covenant", "times", 1.2],
      ["Average coverage", "times", "=COMPUTE.AVERAGELOANCOVERAGE(C1:E1,C2:E2)"],
      ["Passes", "", "=C4>=C3"],
    ],
    right: [
      ["Cash", "USD", 150, 130, 90],
      ["Debt service", "USD", 100, 100, 100],
      ["Covenant", "times", 1.2],
      ["Average coverage", "times", "=COMPUTE.AVERAGELOANCOVERAGE(C1:E1,C2:E2)"],
      ["Lowest coverage", "times", "=COMPUTE.MINLOANCOVERAGE(C1:E1,C2:E2)"],
      ["Passes", "", "=C5>=C3"],
      ["The average is not below the lowest", "", "=C4>=C5"],
    ],
    cell: "C5",
    // 1.2 × 100 − 90.
    stake: [30, "USD"],
    proposal: "=COMPUTE.MINLOANCOVERAGE(C1:E1,C2:E2)>=C3",
    shows: false,
  },
  {
    rule: "average-coverage",
    what: "AVERAGE over coverages of periods, within a condition",
    wrong: [
      ["Cash", "USD", 150, 130, 90],
      ["Debt service", "USD", 100, 100, 100],
      [
        "Coverage",
        "times",
        "=COMPUTE.LOANCOVERAGE(C1,C2)",
        "=COMPUTE.LOANCOVERAGE(D1,D2)",
        "=COMPUTE.LOANCOVERAGE(E1,E2)",
      ],
      ["Verdict", "", '=IF(AVERAGE(C3:E3)>=1.2,"pass","fail")'],
    ],
    right: [
      ["Cash", "USD", 150, 130, 90],
      ["Debt service", "USD", 100, 100, 100],
      [
        "Coverage",
        "times",
        "=COMPUTE.LOANCOVERAGE(C1,C2)",
        "=COMPUTE.LOANCOVERAGE(D1,D2)",
        "=COMPUTE.LOANCOVERAGE(E1,E2)",
      ],
      ["Verdict", "", '=IF(MIN(C3:E3)>=1.2,"pass","fail")'],
      ["Average", "times", "=AVERAGE(C3:E3)"],
    ],
    cell: "C4",
    proposal: '=IF(MIN(C3:E3)>=1.2,"pass","fail")',
    shows: "fail",
  },
  {
    rule: "average-coverage",
    what: "COVENANTBREACH on an average",
    wrong: [
      ["Cash", "USD", 150, 130, 90],
      ["Debt service", "USD", 100, 100, 100],
      ["Breach", "", "=COMPUTE.COVENANTBREACH(COMPUTE.AVERAGELOANCOVERAGE(C1:E1,C2:E2),1.2)"],
    ],
    right: [
      ["Cash", "USD", 150, 130, 90],
      ["Debt service", "USD", 100, 100, 100],
      ["Breach", "", "=COMPUTE.COVENANTBREACH(COMPUTE.MINLOANCOVERAGE(C1:E1,C2:E2),1.2)"],
    ],
    cell: "C3",
    stake: [30, "USD"],
    proposal: "=COMPUTE.COVENANTBREACH(COMPUTE.MINLOANCOVERAGE(C1:E1,C2:E2),1.2)",
  },
  {
    rule: "above-contract",
    what: "hours above contract at the contract price",
    wrong: [
      ["Contract", "GPU-hour", 1000],
      ["Taken", "GPU-hour", 1300],
      ["Payment", "USD", "=COMPUTE.TAKEORPAY(C1,0.8,2,C2)"],
    ],
    right: [
      ["Contract", "GPU-hour", 1000],
      ["Taken", "GPU-hour", 1300],
      ["Payment", "USD", "=COMPUTE.TAKEORPAY(C1,0.8,2,C2,1.5)"],
      ["Less", "USD", "=COMPUTE.TAKEORPAY(C1,0.8,2,900)"],
    ],
    cell: "C3",
    stake: [600, "USD"],
    proposal: "=COMPUTE.TAKEORPAY(C1,0.8,2,MIN(C2,C1))",
    shows: 2000,
  },
  {
    rule: "above-contract",
    what: "a schedule with a period above contract",
    wrong: [
      ["Taken", "GPU-hour", 900, 1200, 700],
      ["Payments", "", "=COMPUTE.TAKEORPAYSCHEDULE(C1:E1,1000,0.8,2)"],
    ],
    right: [
      ["Taken", "GPU-hour", 900, 1200, 700],
      ["Payments", "", "=COMPUTE.TAKEORPAYSCHEDULE(C1:E1,1000,0.8,2,0,1.2)"],
    ],
    cell: "C2",
    stake: [400, "USD"],
  },
  {
    rule: "above-contract",
    what: "use added to a payment that holds it",
    wrong: [
      ["Contract", "GPU-hour", 1000],
      ["Taken", "GPU-hour", 600],
      ["Price", "USD/GPU-hour", 2],
      ["Revenue", "USD", "=C2*C3+COMPUTE.TAKEORPAY(C1,0.8,C3,C2)"],
    ],
    right: [
      ["Contract", "GPU-hour", 1000],
      ["Taken", "GPU-hour", 600],
      ["Price", "USD/GPU-hour", 2],
      ["Other hours", "GPU-hour", 50],
      ["Revenue", "USD", "=C4*C3+COMPUTE.TAKEORPAY(C1,0.8,C3,C2)"],
    ],
    cell: "C4",
    stake: [1200, "USD"],
    proposal: "=COMPUTE.TAKEORPAY(C1,0.8,C3,C2)",
    shows: 1600,
  },
  {
    rule: "missing-curtailment",
    what: "a site paid to stop, whose hours are all sold",
    wrong: [
      ["Events", "", 20],
      ["Hours of an event", "h", 4],
      ["Payment", "", "=COMPUTE.DEMANDRESPONSEPAYMENT(1000,C1,C2,100)"],
      [],
      [],
      [],
      [],
      [],
      [],
      ["Yield", "share/year", "=COMPUTE.RENTALYIELD(2,0.8,30000)"],
    ],
    right: [
      ["Events", "", 20],
      ["Hours of an event", "h", 4],
      ["Payment", "", "=COMPUTE.DEMANDRESPONSEPAYMENT(1000,C1,C2,100)"],
      [],
      [],
      [],
      [],
      [],
      [],
      ["Yield", "share/year", "=COMPUTE.RENTALYIELD(2,0.8*COMPUTE.CURTAILMENTAVAILABILITY(C1*C2),30000)"],
    ],
    cell: "C10",
    // 80 of 8,760 hours, of what 0.8 × 8,760 hours bring at 2.00.
    stake: [2 * 0.8 * 80, "USD/year"],
    proposal: "=COMPUTE.RENTALYIELD(2,0.8*COMPUTE.CURTAILMENTAVAILABILITY($C$1*$C$2),30000)",
  },
  {
    rule: "missing-curtailment",
    what: "a credit for interruptible service",
    wrong: [
      ["Credit for interruptible service", "USD/kW-month", 4],
      ["Cost of an hour", "USD/GPU-hour", "=COMPUTE.GPUHOURCOST(30000,4,0.7)"],
    ],
    right: [
      ["Credit for interruptible service", "USD/kW-month", 4],
      ["Hours of curtailment", "h", 80],
      ["Cost of an hour", "USD/GPU-hour", "=COMPUTE.GPUHOURCOST(30000,4,0.7*(1-C2/8760))"],
    ],
    cell: "C2",
  },
  {
    rule: "node-price",
    what: "the price of a node, by its label",
    wrong: [
      ["Price of a node", "USD/hour", 16],
      ["Yield", "share/year", "=COMPUTE.RENTALYIELD(C1,0.7,30000)"],
    ],
    right: [
      ["Price of a node", "USD/hour", 16],
      ["Yield", "share/year", "=COMPUTE.RENTALYIELD(COMPUTE.GPUHOURRATE(C1,8),0.7,30000)"],
      ["Price per GPU in a node", "USD/GPU-hour", 2],
      ["Yield", "share/year", "=COMPUTE.RENTALYIELD(C3,0.7,30000)"],
    ],
    cell: "C2",
    stake: [14 * 0.7 * 8760, "USD/year"],
    proposal: "=COMPUTE.RENTALYIELD(COMPUTE.GPUHOURRATE(C1,8),0.7,30000)",
  },
  {
    rule: "node-price",
    what: "the price of a node, by its unit",
    wrong: [
      ["Price", "USD/node-hour", 16],
      ["Bill", "USD", "=COMPUTE.RENTALBILL(8,730,C1)"],
    ],
    right: [
      ["Price", "USD/GPU-hour", 2],
      ["Bill", "USD", "=COMPUTE.RENTALBILL(8,730,C1)"],
    ],
    cell: "C2",
    stake: [8 * 730 * 14, "USD"],
    proposal: "=COMPUTE.RENTALBILL(8,730,COMPUTE.GPUHOURRATE(C1,8))",
    shows: 8 * 730 * 2,
  },
  {
    rule: "node-price",
    what: "a price too high for any GPU",
    wrong: [["Bill", "USD", "=COMPUTE.RENTALBILL(1,10,98.32)"]],
    right: [["Bill", "USD", "=COMPUTE.RENTALBILL(1,10,12.29)"]],
    cell: "C1",
    stake: [983.2 - 122.9, "USD"],
    proposal: "=COMPUTE.RENTALBILL(1,10,COMPUTE.GPUHOURRATE(98.32,8))",
    shows: 122.9,
  },
  {
    rule: "node-price",
    what: "exactly eight times the other price",
    wrong: [
      ["Here", "USD", "=COMPUTE.RENTALBILL(1,10,2.4)"],
      ["There", "USD", "=COMPUTE.RENTALBILL(1,10,19.2)"],
    ],
    right: [
      ["Here", "USD", "=COMPUTE.RENTALBILL(1,10,2.4)"],
      ["There", "USD", "=COMPUTE.RENTALBILL(1,10,4.8)"],
    ],
    cell: "C2",
    stake: [168, "USD"],
    proposal: "=COMPUTE.RENTALBILL(1,10,COMPUTE.GPUHOURRATE(19.2,8))",
  },
  {
    rule: "node-price",
    what: "a node divided by one GPU",
    wrong: [
      ["Price of an 8 x H100 server", "USD/hour", 24],
      ["Rate", "USD/GPU-hour", "=COMPUTE.GPUHOURRATE(C1)"],
    ],
    right: [
      ["Price of an 8 x H100 server", "USD/hour", 24],
      ["Rate", "USD/GPU-hour", "=COMPUTE.GPUHOURRATE(C1,8)"],
    ],
    cell: "C2",
    stake: [21, "USD/GPU-hour"],
    proposal: "=COMPUTE.GPUHOURRATE(C1,8)",
    shows: 3,
  },
  {
    rule: "energy-price",
    what: "a price per MWh where one per kWh is meant, by its unit",
    wrong: [
      ["Power price", "USD/MWh", 80],
      ["Bill", "USD", "=COMPUTE.POWERCOST(1000,1.2,C1)"],
    ],
    right: [
      ["Power price", "USD/MWh", 80],
      ["Bill", "USD", "=COMPUTE.POWERCOST(1000,1.2,C1/1000)"],
      ["IT load", "MW", 1],
      ["Bill", "USD", "=COMPUTE.POWERCOST(C3,1.2,C1)"],
    ],
    cell: "C2",
    stake: [1200 * 8760 * (80 - 0.08), "USD"],
    proposal: "=COMPUTE.POWERCOST(1000,1.2,C1/1000)",
    shows: 1200 * 8760 * 0.08,
  },
  {
    rule: "energy-price",
    what: "a price per kWh where one per MWh is meant, by its size",
    wrong: [["Settlement", "USD", "=COMPUTE.PPASETTLEMENT(1000,0.06,80)"]],
    right: [["Settlement", "USD", "=COMPUTE.PPASETTLEMENT(1000,60,80)"]],
    cell: "C1",
    stake: [1000 * 59.94, "USD"],
    proposal: "=COMPUTE.PPASETTLEMENT(1000,0.06*1000,80)",
    shows: 20000,
  },
  {
    rule: "energy-price",
    what: "cents as dollars",
    wrong: [["Bill", "USD", "=COMPUTE.POWERCOST(1000,1.2,7)"]],
    right: [
      ["Bill", "USD", "=COMPUTE.POWERCOST(1000,1.2,0.07)"],
      ["Price, INR/kWh", "", 7],
      ["Bill", "INR", "=COMPUTE.POWERCOST(1000,1.2,C2)"],
    ],
    cell: "C1",
    stake: [1200 * 8760 * 6.93, "USD"],
    proposal: "=COMPUTE.POWERCOST(1000,1.2,7/100)",
  },
  {
    rule: "energy-price",
    what: "MWh times a price per kWh in an Excel formula",
    wrong: [
      ["Power price", "USD/kWh", 0.1],
      ["Energy", "MWh", "=COMPUTE.TRAININGENERGY(1000,700)"],
      ["Bill", "USD", "=C2*C1"],
    ],
    right: [
      ["Power price", "USD/kWh", 0.1],
      ["Energy", "MWh", "=COMPUTE.TRAININGENERGY(1000,700)"],
      ["Bill", "USD", "=C2*1000*C1"],
      ["kWh in a MWh", "kWh/MWh", 1000],
      ["Bill", "USD", "=C2*C1*C4"],
      ["Bill", "USD thousand", "=C2*C1"],
    ],
    cell: "C3",
    // 0.7 MWh at 0.10 are 70 USD; the formula shows 0.07.
    stake: [69.93, "USD"],
    proposal: "=C2*C1*1000",
    shows: 70,
  },
  {
    rule: "margin-markup",
    what: "a mark-up in the margin row",
    wrong: [["Gross margin", "share", "=COMPUTE.MARKUPONCOST(200,160)"]],
    right: [
      ["Gross margin", "share", "=COMPUTE.GROSSMARGIN(200,160)"],
      ["Mark-up", "share", "=COMPUTE.MARKUPONCOST(200,160)"],
    ],
    cell: "C1",
    stake: [0.05 * 200, "USD"],
    proposal: "=COMPUTE.GROSSMARGIN(200,160)",
    shows: 0.2,
  },
  {
    rule: "margin-markup",
    what: "a cost raised by a margin",
    wrong: [
      ["Margin", "share", 0.25],
      ["Cost", "USD/GPU-hour", "=COMPUTE.GPUHOURCOST(30000,4,0.7)"],
      ["Price", "USD/GPU-hour", "=C2*(1+C1)"],
    ],
    right: [
      ["Margin", "share", 0.25],
      ["Mark-up", "share", 0.25],
      ["Cost", "USD/GPU-hour", "=COMPUTE.GPUHOURCOST(30000,4,0.7)"],
      ["Price", "USD/GPU-hour", "=C3*(1+C2)"],
      ["Price", "USD/GPU-hour", "=C3/(1-C1)"],
    ],
    cell: "C3",
    stake: [(7500 / 6132) * (1 / 0.75 - 1.25), "USD/GPU-hour"],
    proposal: "=C2*(1/(1-C1))",
    shows: 7500 / 6132 / 0.75,
  },
  {
    rule: "margin-markup",
    what: "a mark-up as target margin",
    wrong: [
      ["Mark-up", "share", 0.25],
      ["Price", "USD/GPU-hour", "=COMPUTE.BREAKEVENRENTALPRICE(8760,0.5,0,C1)"],
    ],
    right: [
      ["Target margin", "share", 0.25],
      ["Price", "USD/GPU-hour", "=COMPUTE.BREAKEVENRENTALPRICE(8760,0.5,0,C1)"],
    ],
    cell: "C2",
    stake: [2 / 0.75 - 2.5, "USD/GPU-hour"],
    proposal: "=COMPUTE.BREAKEVENRENTALPRICE(8760,0.5,0,C1/(1+C1))",
    shows: 2.5,
  },
  {
    rule: "averaged-pue",
    what: "the plain average of two halls",
    wrong: [
      ["Hall", "Total kWh", "IT kWh", "PUE"],
      ["A", 1500, 1000, "=COMPUTE.PUE(B2,C2)"],
      ["B", 11000, 10000, "=COMPUTE.PUE(B3,C3)"],
      ["Fleet", null, null, "=AVERAGE(D2:D3)"],
    ],
    right: [
      ["Hall", "Total kWh", "IT kWh", "PUE"],
      ["A", 1500, 1000, "=COMPUTE.PUE(B2,C2)"],
      ["B", 11000, 10000, "=COMPUTE.PUE(B3,C3)"],
      ["Fleet", null, null, "=COMPUTE.PUEWEIGHTED(B2:B3,C2:C3)"],
    ],
    cell: "D4",
    // 1.3 against 12,500 / 11,000.
    stake: [11000 * 1.3 - 12500, "kWh"],
    proposal: "=COMPUTE.PUEWEIGHTED(B2:B3,C2:C3)",
    shows: 12500 / 11000,
  },
  {
    rule: "power-unit",
    what: "MW in a function of kW",
    wrong: [
      ["IT load", "MW", 10],
      ["Bill", "USD", "=COMPUTE.POWERCOST(C1,1.2,0.08)"],
    ],
    right: [
      ["IT load", "MW", 10],
      ["Bill", "USD", "=COMPUTE.POWERCOST(C1*1000,1.2,0.08)"],
      ["Draw", "MW", "=COMPUTE.PUEPOWER(C1,1.2)"],
      ["Bill", "USD thousand", "=COMPUTE.POWERCOST(C1,1.2,0.08)"],
    ],
    cell: "C2",
    stake: [12 * 8760 * 0.08 * 999, "USD"],
    proposal: "=COMPUTE.POWERCOST(C1*1000,1.2,0.08)",
    shows: 12000 * 8760 * 0.08,
  },
  {
    rule: "time-unit",
    what: "a life in months, by its unit",
    wrong: [
      ["Life", "months", 60],
      ["Cost of an hour", "USD/GPU-hour", "=COMPUTE.GPUHOURCOST(30000,C1,0.7)"],
    ],
    right: [
      ["Life", "months", 60],
      ["Age", "months", 24],
      ["Cost of an hour", "USD/GPU-hour", "=COMPUTE.GPUHOURCOST(30000,C1/12,0.7)"],
      ["Book value", "USD", "=COMPUTE.BOOKVALUE(30000,C1,C2)"],
      ["Fall of value", "share/month", 0.03],
      ["Resale value", "USD", "=COMPUTE.RESIDUALVALUE(30000,C2,C5)"],
    ],
    cell: "C2",
    stake: [6000 / 6132 - 500 / 6132, "USD/GPU-hour"],
    proposal: "=COMPUTE.GPUHOURCOST(30000,C1/12,0.7)",
    shows: 6000 / 6132,
  },
  {
    rule: "time-unit",
    what: "a life in months, by its size",
    wrong: [["Cost of an hour", "USD/GPU-hour", "=COMPUTE.GPUHOURCOST(30000,60,0.7)"]],
    right: [["Cost of an hour", "USD/GPU-hour", "=COMPUTE.GPUHOURCOST(30000,5,0.7)"]],
    cell: "C1",
    stake: [6000 / 6132 - 500 / 6132, "USD/GPU-hour"],
    proposal: "=COMPUTE.GPUHOURCOST(30000,60/12,0.7)",
  },
  {
    rule: "rate-period",
    what: "interest of a year in months",
    wrong: [
      ["Loan", "USD", 1200],
      ["Interest", "share/year", 0.12],
      ["Term", "months", 12],
      ["Schedule", "", '=COMPUTE.LOANSCHEDULE(C1,C2,C3,"straight")'],
    ],
    right: [
      ["Loan", "USD", 1200],
      ["Interest", "share/year", 0.12],
      ["Term", "months", 12],
      ["Schedule", "", '=COMPUTE.LOANSCHEDULE(C1,C2/12,C3,"straight")'],
      ...Array<[]>(14).fill([]),
      ["Interest", "share/month", 0.01],
      ["Schedule", "", '=COMPUTE.LOANSCHEDULE(C1,C19,C3,"straight")'],
    ],
    cell: "C4",
    // Balances 1,200, 1,100 … 100 add up to 7,800; at 12% and at 1%.
    stake: [7800 * 0.11, "USD"],
    proposal: '=COMPUTE.LOANSCHEDULE(C1,C2/12,C3,"straight")',
  },
  {
    rule: "rate-period",
    what: "a discount rate of a month in a year",
    wrong: [
      ["Cost of capital", "share/month", 0.01],
      ["Cost of an hour", "USD/GPU-hour", "=COMPUTE.GPUHOURCOST(30000,4,0.7,0,0,C1)"],
    ],
    right: [
      ["Cost of capital", "share/year", 0.12],
      ["Cost of an hour", "USD/GPU-hour", "=COMPUTE.GPUHOURCOST(30000,4,0.7,0,0,C1)"],
    ],
    cell: "C2",
    proposal: "=COMPUTE.GPUHOURCOST(30000,4,0.7,0,0,(1+C1)^12-1)",
  },
  {
    rule: "token-price",
    what: "a price per thousand tokens",
    wrong: [
      ["Price of input", "USD per thousand tokens", 0.002],
      ["Cost", "USD", "=COMPUTE.TOKENCOST(1000000,0,C1,0)"],
    ],
    right: [
      ["Price of input", "USD per million tokens", 2],
      ["Cost", "USD", "=COMPUTE.TOKENCOST(1000000,0,C1,0)"],
    ],
    cell: "C2",
    stake: [2 - 0.002, "USD"],
    proposal: "=COMPUTE.TOKENCOST(1000000,0,C1*1000,0)",
    shows: 2,
  },
  {
    rule: "sparse-peak",
    what: "the peak with sparsity",
    wrong: [
      ["Peak, FP8 with sparsity", "TFLOP/s", 2000],
      ["Cost", "USD", "=COMPUTE.TRAININGCOST(3.6E+21,C1,0.5,2)"],
    ],
    right: [
      ["Peak, dense BF16 (not sparse)", "TFLOP/s", 1000],
      ["Cost", "USD", "=COMPUTE.TRAININGCOST(3.6E+21,C1,0.5,2)"],
    ],
    cell: "C2",
    // 3.6E21 / (2E15 × 0.5 × 3,600) = 1,000 hours; on the dense peak 2,000.
    stake: [2000, "USD"],
    proposal: "=COMPUTE.TRAININGCOST(3.6E+21,C1/2,0.5,2)",
    shows: 4000,
  },
];

const only = (sheets: Sheets, rule: string) => findings(sheets).filter((one) => one.rule.id === rule);

describe.each(planted)("$rule: $what", ({ rule, wrong, right, cell, stake, proposal, shows }) => {
  it("is found, once, and nothing else is", () => {
    const found = findings({ Sheet1: wrong });
    expect(found.map((one) => `${one.rule.id} ${one.address}`)).toEqual([`${rule} ${cell}`]);
    const [finding] = found;
    expect(finding!.words).toMatch(/^[A-Z“\d].*\.$/);
    expect(finding!.words).not.toMatch(/undefined|NaN|Infinity/);
    if (proposal !== undefined) expect(finding!.proposal).toBe(proposal);
  });

  if (stake !== undefined) {
    it("names what is at stake", () => {
      const { atStake } = only({ Sheet1: wrong }, rule)[0]!;
      expect(atStake?.unit).toBe(stake[1]);
      expect(atStake?.value).toBeCloseTo(stake[0], 6);
    });
  }

  it("leaves what is right alone", () => {
    expect(findings({ Sheet1: right }).map((one) => `${one.rule.id} ${one.address}: ${one.words}`)).toEqual([]);
  });

  it("is mended by what it proposes", () => {
    const offered = only({ Sheet1: wrong }, rule)[0]!.proposal;
    if (offered === undefined) {
      expect(proposal).toBeUndefined();
      return;
    }
    const value = shownIn({ Sheet1: wrong }, "Sheet1", cell, offered);
    expect(isError(value)).toBe(false);
    if (typeof shows === "number") expect(value).toBeCloseTo(shows, 9);
    else if (shows !== undefined) expect(value).toBe(shows);
    const [, letter, row] = /^([A-Z])(\d+)$/.exec(cell)!;
    const mended = wrong.map((cells, i) =>
      i + 1 === Number(row) ? cells.map((held, c) => (c === letter!.charCodeAt(0) - 65 ? offered : held)) : cells,
    );
    expect(only({ Sheet1: mended }, rule)).toEqual([]);
  });
});

describe("the rules", () => {
  it("each have a planted mistake", () => {
    const tried = new Set(planted.map(({ rule }) => rule));
    expect(rules.filter(({ id }) => !tried.has(id)).map(({ id }) => id)).toEqual([]);
  });

  it("have an id of their own, words, and a lesson that is there", () => {
    expect(new Set(rules.map(({ id }) => id)).size).toBe(rules.length);
    for (const { title, looksFor, lesson } of rules) {
      expect(title).toMatch(/^[A-Z\d].*[^.]$/);
      expect(looksFor).toMatch(/^[A-Z].*\.$/);
      expect(concepts.some((concept) => concept.slug === lesson && hasLesson(concept))).toBe(true);
    }
  });
});

describe("findings", () => {
  const row = [
    ["Year", "", 1, 2, 3],
    ["Power price", "USD/MWh", 80, 80, 80],
    ["Bill", "USD", ...["C", "D", "E"].map((column) => `=COMPUTE.POWERCOST(1000,1.2,${column}2)`)],
  ];

  it("of cells copied from one another are one, and their money adds up", () => {
    const [finding, ...more] = findings({ Sheet1: row });
    expect(more).toEqual([]);
    expect(finding).toMatchObject({ address: "C3", covers: "C3:E3", isOurs: true });
    expect(finding!.atStake!.value).toBeCloseTo(3 * 1200 * 8760 * (80 - 0.08), 3);
  });

  it("keep their key when rows are inserted above, and lose it when the cell changes", () => {
    const moved = row.map((cells) =>
      cells.map((held) => (typeof held === "string" ? held.replace(/([C-E])2\)/, "$13)") : held)),
    );
    const [before] = findings({ Sheet1: row });
    const [after] = findings({ Sheet1: [[], ...moved] });
    expect(after!.address).toBe("C4");
    expect(after!.key).toBe(before!.key);
    const other = row.map((cells) =>
      cells.map((held) => (typeof held === "string" ? held.replace("1.2", "1.3") : held)),
    );
    expect(findings({ Sheet1: other })[0]!.key).not.toBe(before!.key);
  });
});
