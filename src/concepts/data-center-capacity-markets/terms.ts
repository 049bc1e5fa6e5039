import { hour, kilowatt, kilowattHour, month, ratio, usd } from "../../calc/unit";
import { amount, atLeast, atMost, moreThan, optional, share } from "../parameter";

/** What a colocation offer is made of, as the functions that compare offers take it. */
export const offerTerms = {
  ratePerKwMonth: amount(usd.per(kilowatt.times(month)), "Monthly rent for each contracted kW of IT load.", atLeast(0)),
  loadFactor: share("Average draw divided by contracted load.", atLeast(0), atMost(1)),
  pue: amount(ratio, "Total facility power divided by IT power.", atLeast(1)),
  powerPrice: amount(usd.per(kilowattHour), "Price of electricity at the meter; may be negative."),
  hoursPerMonth: optional(730, amount(hour.per(month).labelled("h"), "Hours in the month.", moreThan(0))),
};
