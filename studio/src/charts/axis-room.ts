/** Room beside the axis of charts over years, in pixels. */
export const AXIS_PX = { left: 44, right: 14 };
