/** What stands of a programme, without its money. */
export interface Fielded {
  elements: Pick<ProgrammeElement, 'id' | 'name' | 'targetCount' | 'inServiceCounts'>[];
  losses?: ProgrammeLoss[];
}

/** One draw of the programme: what stands and what is paid, as it went. Index 0 of a list by year is `startYear`. */
export interface Programme {
  startYear: number;
  years: number;
  monthCount: number;
  priceYear: number;
  elements: ProgrammeElement[];
  vehicles: { id: string; partner?: string; launchCounts: number[] }[];
  /** Authority to spend and payments, all elements and launches together. */
  obligationYearMusd: number[];
  outlayYearMusd: number[];
  /** Outlays by who is paid; `unassigned` where no maker is chosen. */
  partners: { partner: string; outlayYearMusd: number[] }[];
  /** What events took, in order of time; absent: nothing. */
  losses?: ProgrammeLoss[];
}

export interface ProgrammeLoss {
  element: string;
  /** Position in `architecture.events`. */
  event: number;
  /** Years after the start. */
  atYr: number;
  /** Units in service. */
  beforeCount: number;
  afterCount: number;
}

export interface ProgrammeElement {
  id: string;
  name: string;
  /** Units when complete. */
  targetCount: number;
  /** Units in service at the end of each month; absent for what is not counted in units. */
  inServiceCounts?: ArrayLike<number>;
  /** Units taken from the factory in each year, those lost with a launch included. */
  boughtCounts: number[];
  obligationYearMusd: number[];
  outlayYearMusd: number[];
  /** Of the outlays, what is paid to those who make and operate it: without its launches. */
  makerOutlayYearMusd: number[];
  /** Who makes it, where the scenario names one. */
  partner?: string;
}
