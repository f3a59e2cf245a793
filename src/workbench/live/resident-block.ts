/** Customers of a block that threads of a screen run: few, so that threads end together and a run that is abandoned is over soon. */
export const residentBlock = 1024;
