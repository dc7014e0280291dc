import type { Basis } from '../catalog/field.ts';

/** What one layer takes to stop what it stops, against the raid of the scenario. */
export interface LayerYield {
  id: string;
  /** Interceptors ready when the layer is complete. */
  interceptorCount: number;
  shotsPerRaid: number;
  stopsPerRaid: number;
  /** Shots for each one stopped; NaN where none is. */
  shotsPerStop: number;
  /** Interceptors that stand ready for each one that is stopped in a raid. */
  interceptorsPerStop: number;
  /** The layer over the years of the cost. */
  totalMusd: number;
  /** The layer's cost for each one that it stops in one such raid. */
  musdPerStop: number;
}

/** Shots, interceptors and money for each one stopped: from the counts of the raids and the cost of the programme. */
export interface ShieldYield {
  /** What a stop stops: a warhead where missiles carry several, or decoys. */
  unit: 'missiles' | 'warheads';
  /** Stops that one missile takes, on average: its warheads. */
  perMissileCount: number;
  years: number;
  priceYear: number;
  layers: LayerYield[];
  shotsPerStop: number;
  interceptorsPerStop: number;
  stopsPerRaid: number;
  /** The whole programme, sensors and networks too. */
  totalMusd: number;
  musdPerStop: number;
}

/** What one layer spends on one more missile, in closed form: absentee ratio times shots times the cost of one for its years. */
export interface LayerExchange {
  id: string;
  /** Interceptors on orbit for each in reach, as flown; 1 for a layer on the surface. */
  absenteeRatio: number;
  shotsPerStop: number;
  /** One interceptor over the years of the cost: bought, launched, replaced, operated. */
  lifecycleMusd: number;
  /** Dollars for one more missile stopped. */
  marginalMusd: number;
}

/** What the simulator says of a larger raid: how much more of a layer keeps the chance that it stops a missile. */
export interface SimulatedExchange {
  /** Layer that is made larger: the one that stops most. */
  layerId: string;
  missileCount: number;
  furtherCount: number;
  trials: number;
  /** What the layer stops for each missile: of the raid as it is, and of the larger one by the layer as it is and as it then is. */
  stoppedFraction: number;
  stoppedUnchangedFraction: number;
  stoppedEnlargedFraction: number;
  /** Interceptors of the layer over those it has; NaN where no size that was tried is enough. */
  scaleRatio: number;
  furtherInterceptorCount: number;
  /** Cost of the enlarged programme less that of the programme, for each further missile. */
  marginalMusd: number;
}

/** A published price of one more missile. */
export interface OffencePrice {
  id: string;
  name: string;
  unitMusd: number;
  lowMusd?: number;
  highMusd?: number;
  priceYear: number;
  source: string;
  where: string;
  basis: Basis;
}

/** A price of one more missile in the money of the defence, and what the defence spends for each dollar of it. */
export interface OffenceRatio extends OffencePrice {
  /** In dollars of the price year of the cost. */
  convertedMusd: number;
  /** Dollars of defence for one of offence; from the dear to the cheap end where the price has a range. */
  ratio: number;
  lowRatio?: number;
  highRatio?: number;
}

/** The marginal cost exchange: what one more missile stopped costs the defender beside what it costs the attacker. */
export interface ExchangeAnswer {
  years: number;
  priceYear: number;
  /** Layers that stop any. */
  layers: LayerExchange[];
  simulated: SimulatedExchange | null;
  /** What the ratios divide: as simulated, or else that of the layer that stops most. */
  marginalMusd: number;
  offence: OffenceRatio[];
}
