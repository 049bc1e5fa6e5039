import { max, min, when } from "../../calc/quantity";
import { together } from "../../calc/series";
import { count, gpuHour, none, usd } from "../../calc/unit";
import { defineTable } from "../define";
import { amount, atLeast, atMost, optional, series, share, whole } from "../parameter";

export const takeOrPaySchedule = defineTable({
  name: "TAKEORPAYSCHEDULE",
  title: "Take-or-pay schedule with make-up",
  summary:
    "Returns payments and the bank of paid but unused quantity period by period; use it for contracts with make-up rights.",
  aliases: ["make-up rights", "carry forward", "rollover", "make-up gas", "prepaid quantity", "banked hours"],
  parameters: {
    taken: series(gpuHour, "Quantity taken in each period.", atLeast(0)),
    contractQuantity: amount(gpuHour, "Contract quantity of one period.", atLeast(0)),
    floorShare: share("Share of the contract quantity that is paid even if not taken.", atLeast(0), atMost(1)),
    price: amount(usd.per(gpuHour), "Contract price per unit.", atLeast(0)),
    makeUpPeriods: optional(
      0,
      amount(
        count,
        "Later periods in which a paid shortfall may still be taken; 0 means use it or lose it.",
        atLeast(0),
        whole,
      ),
    ),
    excessPrice: optional(
      null,
      amount(
        usd.per(gpuHour),
        "Price per unit above the contract quantity; leave out for the contract price.",
        atLeast(0),
      ),
    ),
  },
  columns: {
    period: none,
    taken: gpuHour,
    floor: gpuHour,
    shortfall: gpuHour,
    "make-up used": gpuHour,
    payment: usd,
    "make-up bank": gpuHour,
    expired: gpuHour,
  },
  example: { taken: [70, 90, 60, 95], contractQuantity: 100, floorShare: 0.8, price: 2, makeUpPeriods: 2 },
  sources: ["Hebrew Energy, take-or-pay quantity formula", "AltStreet reference, take-or-pay"],
  related: ["TAKEORPAY", "LEASESCHEDULE"],
  calculate({ taken, contractQuantity, floorShare, price, makeUpPeriods, excessPrice }, { rowsOf }) {
    const floor = contractQuantity.times(floorShare).as("floor");
    const shortfalls = together({ taken })
      .map((period) => max(0, floor.minus(period.taken)))
      .as("shortfalls");
    const soFar = shortfalls.runningSum().as("shortfalls so far");

    return rowsOf({ taken, shortfall: shortfalls, soFar }, ({ taken, shortfall, soFar: now, position, above }) => {
      const opening = above["make-up bank"].otherwise(0);
      const used = min(max(0, taken.minus(floor)), opening).as("make-up used");
      // Make-up covers units from the floor upward: first those at the contract price.
      const atPrice = min(used, max(0, min(taken, contractQuantity).minus(floor))).as("make-up at the contract price");
      const due = min(max(taken, floor), contractQuantity).minus(atPrice).as("units due at the contract price");
      const excess = max(0, taken.minus(contractQuantity)).minus(used.minus(atPrice)).as("units due above it");

      // The oldest units leave first, by use or by expiry, so what may be kept is at most the latest periods' shortfalls.
      const expiring = when(position.isMoreThan(makeUpPeriods), soFar.at(position.minus(makeUpPeriods)), 0);
      const usable = now.minus(expiring).as("shortfalls that may still be made up");
      const held = opening.minus(used).plus(shortfall).as("bank before expiry");
      const bank = when(held.isAtMost(usable), held, usable);
      return {
        period: position,
        taken,
        floor,
        shortfall,
        "make-up used": used,
        payment: price.times(due).plus(excessPrice.otherwise(price).times(excess)),
        "make-up bank": bank,
        expired: held.minus(bank),
      };
    });
  },
});
