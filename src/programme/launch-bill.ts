import type { CostElement, CostModel, CostVehicle } from './cost-model.ts';

/** A satellite of the class that `volumeCount` of a launcher counts. */
const VOLUME_UNIT_KG = 500;
/** Share of the low-orbit payload that a vehicle takes above 2,000 km. */
const HIGH_ORBIT_SHARE = 1 / 3;

/**
 * Whole satellites that one launch carries: the lesser of the mass and the volume limit.
 *
 * Volume is taken to grow with mass, from satellites of 500 kg. Above 2,000 km the payload is a third of that to low
 * orbit, an assumption that stands for the transfer stage; there volume does not bind.
 *
 * @returns 0 where the vehicle cannot lift one
 */
export function satellitesPerLaunch(
  massKg: number,
  isHigh: boolean,
  { payloadKg = 0, volumeCount = Infinity }: { payloadKg?: number; volumeCount?: number },
): number {
  if (!(massKg > 0)) return 0;
  if (isHigh) return Math.floor((payloadKg * HIGH_ORBIT_SHARE) / massKg + 1e-9);
  return Math.floor(Math.min(payloadKg / massKg, (volumeCount * VOLUME_UNIT_KG) / massKg) + 1e-9);
}

/** Price of one launch: government contract before list price, or the other way; NaN where there is none. */
export function launchPriceMusd({ numbers }: CostVehicle, governmentFirst: boolean): number {
  const { priceMusd, governmentPriceMusd } = numbers;
  return (governmentFirst ? (governmentPriceMusd ?? priceMusd) : (priceMusd ?? governmentPriceMusd)) ?? Number.NaN;
}

/** Launches a vehicle has for this architecture in a year after the start; Infinity where its record gives no rate. */
export function launchesInYear({ status, availableYr, numbers }: CostVehicle, year: number): number {
  if (status === 'retired' || year < availableYr) return 0;
  const { cadencePerYr, cadenceMaxPerYr, rampYr = 0, otherCustomersFraction = 0 } = numbers;
  const now = cadencePerYr ?? cadenceMaxPerYr;
  if (now === undefined) return Infinity;
  const top = Math.max(now, cadenceMaxPerYr ?? now);
  const grown = rampYr > 0 ? Math.min(1, (year - availableYr + 0.5) / rampYr) : 1;
  return (now + (top - now) * grown) * (1 - otherCustomersFraction);
}

/** What launching some satellites of one element in one year takes. */
export interface LaunchBill {
  musd: number;
  /** Satellites lost with failed launches, to be bought again. */
  lostCount: number;
  /** Launches beyond what all vehicles have in that year, priced as on the cheapest. */
  shortLaunches: number;
}

/** Capacity of the vehicles through the years, used up as elements launch. */
export interface LaunchBook {
  /** [vehicle][year] launches left. */
  left: Float64Array[];
  /** [vehicle][year] launches made. */
  made: Float64Array[];
  musd: Float64Array[];
}

export function openLaunchBook({ vehicles, years }: CostModel): LaunchBook {
  return {
    left: vehicles.map((vehicle) => Float64Array.from({ length: years }, (_, year) => launchesInYear(vehicle, year))),
    made: vehicles.map(() => new Float64Array(years)),
    musd: vehicles.map(() => new Float64Array(years)),
  };
}

/** A vehicle that can carry an element, with what one delivered satellite costs on it. */
export interface LaunchChoice {
  vehicleIndex: number;
  perLaunch: number;
  priceMusd: number;
  /** Launches for each satellite delivered, failures included. */
  launchesPerDelivered: number;
  deliveredMusd: number;
}

/** Vehicles that can carry an element, cheapest delivered satellite first: price and expected loss of satellites. */
export function launchChoices(element: CostElement, unitMusd: number, model: CostModel): LaunchChoice[] {
  const { massKg = 0 } = element.numbers;
  return model.vehicles
    .map((vehicle, vehicleIndex) => {
      const perLaunch = satellitesPerLaunch(massKg, element.isHigh, vehicle.numbers);
      const priceMusd = launchPriceMusd(vehicle, model.governmentPrices);
      const success = vehicle.successProbability;
      const deliveredMusd = (priceMusd / perLaunch + unitMusd * (1 - success)) / success;
      return { vehicleIndex, perLaunch, priceMusd, launchesPerDelivered: 1 / (perLaunch * success), deliveredMusd };
    })
    .filter(({ perLaunch, priceMusd, vehicleIndex }) => {
      return perLaunch > 0 && priceMusd >= 0 && model.vehicles[vehicleIndex].status !== 'retired';
    })
    .sort((a, b) => a.deliveredMusd - b.deliveredMusd || a.vehicleIndex - b.vehicleIndex);
}

/**
 * Puts satellites on the cheapest vehicles with launches left in the year.
 *
 * Launches are shared, so parts of a launch are allowed. Satellites beyond all capacity are priced on the cheapest
 * vehicle and reported as short.
 */
export function launchSatellites(count: number, year: number, choices: LaunchChoice[], book: LaunchBook): LaunchBill {
  const bill: LaunchBill = { musd: 0, lostCount: 0, shortLaunches: 0 };
  let waiting = count;
  const fly = (choice: LaunchChoice, launches: number) => {
    const delivered = launches / choice.launchesPerDelivered;
    book.made[choice.vehicleIndex][year] += launches;
    book.musd[choice.vehicleIndex][year] += launches * choice.priceMusd;
    bill.musd += launches * choice.priceMusd;
    bill.lostCount += launches * choice.perLaunch - delivered;
    waiting -= delivered;
  };
  for (const choice of choices) {
    if (waiting <= 1e-9) break;
    const wanted = waiting * choice.launchesPerDelivered;
    const left = book.left[choice.vehicleIndex];
    const launches = Math.min(wanted, left[year]);
    if (!(launches > 0)) continue;
    left[year] -= launches;
    fly(choice, launches);
  }
  if (waiting > 1e-9 && choices.length > 0) {
    bill.shortLaunches = waiting * choices[0].launchesPerDelivered;
    fly(choices[0], bill.shortLaunches);
  }
  return bill;
}
