/** What one price does to the cost of one element: money of a year is the price times the quantity of that year. */
export interface PriceTerm {
  element: string;
  role: string;
  /** Who is paid; `unassigned` for elements without a partner, `launch` for vehicles without one. */
  partner: string;
  /** Element or vehicle whose price it is; empty for the price of a kilogram that the scenario states. */
  owner: string;
  /** Name of the price with its unit, such as `unitMusd`; empty for what is in proportion to no single price. */
  price: string;
  /** In its unit, in dollars of the price year; 1 million for what is in proportion to no single price. */
  value: number;
  /** By year: units, unit years, launches, kilograms, as the price asks. */
  quantities: number[];
}
