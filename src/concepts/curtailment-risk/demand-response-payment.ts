import { kilowattsPerMegawatt } from "../../calc/conversions";
import { blank, when } from "../../calc/quantity";
import { count, hour, kilowatt, megawattHour, usd } from "../../calc/unit";
import { defineTable } from "../define";
import { amount, atLeast, atMost, optional, share } from "../parameter";

export const demandResponsePayment = defineTable({
  name: "DEMANDRESPONSEPAYMENT",
  title: "Demand response payment",
  summary: "Lists what a demand response programme pays for delivered load reduction, net of penalties.",
  aliases: ["demand response", "DR", "flexibility"],
  parameters: {
    kw: amount(kilowatt, "Enrolled load reduction.", atLeast(0)),
    events: amount(count, "Events in a year.", atLeast(0)),
    hoursPerEvent: amount(hour, "Length of an event.", atLeast(0)),
    ratePerMwh: amount(usd.per(megawattHour), "Payment per delivered MWh.", atLeast(0)),
    availability: optional(1, share("Share of events in which the load is available.", atLeast(0), atMost(1))),
    performance: optional(1, share("Delivered share of the available reduction.", atLeast(0), atMost(1))),
    penaltyPerMwh: optional(
      0,
      amount(usd.per(megawattHour), "Penalty per MWh available but not delivered.", atLeast(0)),
    ),
  },
  columns: { line: "text", quantity: "mixed", rate: usd.per(megawattHour), amount: "mixed" },
  example: {
    kw: 1200,
    events: 30,
    hoursPerEvent: 2.5,
    ratePerMwh: 185,
    availability: 0.95,
    performance: 0.92,
    penaltyPerMwh: 50,
  },
  sources: ["calcsimpler.com flexibility value examples"],
  related: ["CURTAILMENTLOSS", "CURTAILMENTBREAKEVEN"],
  calculate({ kw, events, hoursPerEvent, ratePerMwh, availability, performance, penaltyPerMwh }, { lines }) {
    const available = kw
      .times(events)
      .times(hoursPerEvent)
      .times(availability)
      .dividedBy(kilowattsPerMegawatt)
      .as("energy on offer");
    const delivered = available.times(performance).as("energy delivered");
    const shortfall = available.minus(delivered).as("shortfall");
    const payment = delivered.times(ratePerMwh).as("energy payment");
    const penalty = shortfall.times(penaltyPerMwh).as("shortfall penalty");
    const net = payment.minus(penalty).as("net payment");
    return lines([
      { line: "energy payment", quantity: delivered, rate: ratePerMwh, amount: payment },
      { line: "shortfall penalty", quantity: shortfall, rate: penaltyPerMwh, amount: penalty },
      { line: "net payment", quantity: blank, rate: blank, amount: net },
      { line: "net payment per kW", quantity: kw, rate: blank, amount: when(kw.is(0), blank, net.dividedBy(kw)) },
    ]);
  },
});
