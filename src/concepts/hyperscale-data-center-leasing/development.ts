import { kilowatt, megawatt, month, usd, year } from "../../calc/unit";
import { amount, atLeast, atMost, optional, share } from "../parameter";

/** What a leased data center costs and earns, as the functions about its yield take it. */
export const costPerMw = amount(usd.per(megawatt), "Development cost of one MW of IT capacity.", atLeast(0));
export const occupancy = optional(1, share("Leased share of the capacity.", atLeast(0), atMost(1)));
export const opexPerKwYear = optional(
  0,
  amount(
    usd.per(kilowatt.times(year)),
    "Landlord's unrecovered operating cost per kW of capacity and year.",
    atLeast(0),
  ),
);
export const ratePerKwMonth = amount(
  usd.per(kilowatt.times(month)),
  "Monthly rent for each contracted kW of IT load.",
  atLeast(0),
);
